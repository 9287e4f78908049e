import './notice-kinds.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, Tx } from '../../platform/database/index.ts'
import type { JobKind } from '../../platform/jobs/index.ts'
import { findHolders, type Holder } from '../accounts/index.ts'
import { type Notice, notify } from '../notices/index.ts'
import { shiftDay } from '../territory/index.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { findPeople, type People } from './find-people.ts'
import { nameSignal } from './name-signal.ts'
import { findGoneSchools } from './store/find-gone-schools.ts'
import { type LockedSignal, lockSignals } from './store/lock-signals.ts'
import { linkTo } from './tell-of-step.ts'
import { ESCALATE_AFTER, escalationOf, isDueTomorrow, type LocalDate, overdueDays } from './terms.rules.ts'

/** Signals of one transaction: what was told is told, whatever breaks off the round. */
const AT_ONCE = 200
/** Nobody is reminded at night: the round of these hours does nothing. */
const MORNING = 8

export interface WatchOptions extends Calendar {
  readonly database: Database
}

/**
 * The round of every hour: whose term ends tomorrow is reminded, what is overdue is raised to the level above the school.
 * However often it runs on a day, and wherever it was broken off, each is told once.
 */
export function watchTerms({ database, ...calendar }: WatchOptions): JobKind<Record<string, never>> {
  return {
    kind: 'signals.watch-terms',
    internal: true,
    params: z.object({}).strict() as z.ZodType<Record<string, never>>,
    async run(_, { signal }) {
      const { now, today, hour } = readCalendar(calendar)
      if (hour < MORNING) return undefined
      for (let after = 0; ; ) {
        if (signal.aborted) throw signal.reason
        const last = await database.asSystem('system:signals', tx => watchSome(tx, { today, now, after }))
        if (last === null) return undefined
        after = last
      }
    },
  }
}

interface Round {
  readonly today: LocalDate
  readonly now: Date
  /** Number of the last signal looked at. */
  readonly after: number
}

/** One piece of a round; null when there is nothing left to look at. */
export async function watchSome(tx: Tx, { today, now, after }: Round): Promise<number | null> {
  const { rows } = await sql<{ id: number; escalated: number; reminded: boolean; hasMunicipality: boolean }>`
    select s.id, s.escalated, s.unit_path ~ '^\\d+\\.\\d+\\.\\d+\\.' as "hasMunicipality",
      exists (select from signal_step t where t.signal_id = s.id and t.kind = 'reminded' and t.due_on = s.due_on)
        as reminded
    from signal s
    where s.state = 'asked' and s.id > ${after} and (s.due_on = ${shiftDay(today, 1)}::date
      or (s.due_on <= ${shiftDay(today, -ESCALATE_AFTER.municipality)}::date and s.escalated < 2))
    order by s.id limit ${AT_ONCE} for update of s`.execute(tx)
  if (rows.length === 0) return null
  const held = new Map(
    (
      await lockSignals(
        tx,
        rows.map(({ id }) => id),
        today,
      )
    ).map(signal => [signal.id, signal]),
  )
  const schools = [...held.values()].map(({ school }) => school.id)
  const people = await findPeople(tx, schools, today)
  const gone = await findGoneSchools(tx, schools, today)
  const notices: Notice[] = []
  for (const { id, escalated, reminded, hasMunicipality } of rows) {
    const signal = held.get(id)!
    // Nobody is left who could reply: the region alone can end it.
    const isGone = gone.has(signal.school.id)
    if (isDueTomorrow(signal.facts, today) && !reminded && !isGone)
      notices.push(...(await remind(tx, signal, people, now)))
    const level = escalationOf({ ...signal.facts, hasMunicipality: hasMunicipality && !isGone }, today)
    if (level > escalated) notices.push(...(await raise(tx, signal, level as 1 | 2, people, { today, now })))
  }
  await notify(tx, notices)
  return rows[rows.length - 1].id
}

async function remind(tx: Tx, signal: LockedSignal, people: People, now: Date): Promise<Notice[]> {
  await writeStep(tx, signal, 'reminded', now, { due_on: signal.facts.dueOn })
  return people.ofSchool(signal.school.id).map(({ personId, unitId, locale }) => ({
    to: personId,
    unitId,
    kind: 'due-tomorrow',
    params: { what: nameSignal(locale, signal) },
    link: linkTo(signal),
    onceKey: `signal ${signal.id} ${signal.facts.dueOn}`,
  }))
}

/** Tells the municipality first, later (or where there is none) those of the region who may end the signal. */
async function raise(
  tx: Tx,
  signal: LockedSignal,
  level: 1 | 2,
  people: People,
  { today, now }: Pick<Round, 'today' | 'now'>,
): Promise<Notice[]> {
  await tx
    .updateTable('signal')
    .set({ escalated: level, changed_at: now })
    .where('id', '=', signal.id)
    .execute()
  await writeStep(tx, signal, 'escalated', now, { text: level === 1 ? 'municipality' : 'region' })
  const told: Holder[] =
    level === 1
      ? people.ofMunicipality(signal.school.id)
      : await findHolders(tx, {
          unitIds: [Number(signal.school.path.split('.')[0])],
          roles: ['analyst'],
          today,
        })
  return told.map(({ personId, unitId, locale }) => ({
    to: personId,
    unitId,
    kind: 'signal-overdue',
    params: { what: nameSignal(locale, signal), days: overdueDays(signal.facts, today)! },
    link: linkTo(signal),
    onceKey: `signal ${signal.id} ${signal.facts.dueOn} ${level}`,
  }))
}

function writeStep(
  tx: Tx,
  { id, school, facts }: LockedSignal,
  kind: 'reminded' | 'escalated',
  now: Date,
  extra: { readonly due_on?: LocalDate | null; readonly text?: string },
) {
  return tx
    .insertInto('signal_step')
    .values({
      signal_id: id,
      unit_id: school.id,
      at: now,
      kind,
      state_before: facts.state,
      state_after: facts.state,
      ...extra,
    })
    .execute()
}
