import './notice-kinds.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { sayDate } from '../../../messages/dates.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { breathe, type JobKind } from '../../../platform/jobs/index.ts'
import { localDate, localHour } from '../../../platform/local-date.ts'
import { findHolders, type Holder } from '../../accounts/index.ts'
import { type Notice, notify } from '../../notices/index.ts'
import { shiftDay } from '../../territory/index.ts'
import type { Level } from '../reading/plan.ts'
import { escalationsOf, type RemindedTask, remindersFor } from '../reminders.rules.ts'
import type { LocalDate } from '../rules.ts'
import type { PlansService } from '../service.ts'
import { OWED_LIST } from '../store/owed-states.ts'
import { CARRIED_BELOW } from './carried-below.ts'
import { findPeopleAnswering } from './find-people-answering.ts'
import { followProcedures } from './follow-procedures.ts'
import { readMeasureSettings } from './measure-settings.ts'
import { nameMeasure } from './name-measure.ts'
import { tellOfOffers } from './tell-of-offers.ts'
import { linkTo } from './tell-of-step.ts'

/** Tasks of one transaction: what was told is told, whatever breaks off the round. */
const AT_ONCE = 500
/** A service that stood still for so many days makes up for what it did not say. */
const MADE_UP_DAYS = 7

interface Row extends RemindedTask {
  readonly measureId: number
  readonly number: string | null
  readonly text: string
  readonly unitId: number
  readonly unitPath: string
  readonly unitName: string
  readonly level: Level
  readonly roles: readonly string[]
  readonly accounts: readonly string[]
  readonly escalated: number
}

/** Nobody is reminded at night: the round of these hours does nothing. */
const MORNING = 8

/**
 * The round of every hour: reminds of terms, tells the level above of what stays undone, those who judge of what waits for
 * them, and those below of what has changed above. However often it runs, and wherever it was broken off, each is told once.
 */
export function watchMeasures({
  database,
  clock,
  timeZone,
}: Pick<PlansService, 'database' | 'clock' | 'timeZone'>): JobKind<Record<string, never>> {
  return {
    kind: 'plans.watch-measures',
    internal: true,
    params: z.object({}).strict() as z.ZodType<Record<string, never>>,
    async run(_, { signal }) {
      const now = clock()
      if (localHour(now, timeZone) < MORNING) return undefined
      const today = localDate(now, timeZone)
      for (let after = 0; ; ) {
        if (signal.aborted) throw signal.reason
        const last = await database.asSystem('system:plans', async tx => {
          const { escalateAfterDays } = await readMeasureSettings(tx)
          return remindSome(tx, { today, now, after, escalateAfter: escalateAfterDays })
        })
        if (last === null) break
        after = last
        await breathe()
      }
      await followProcedures(database, { today, now }, signal)
      await database.asSystem('system:plans', tx => tellJudges(tx, { today, now }))
      await database.asSystem('system:plans', tx => tellOfOffers(tx, { today, now }))
      return undefined
    },
  }
}

interface Round {
  readonly today: LocalDate
  readonly now: Date
  readonly after: number
  readonly escalateAfter: number
}

/**
 * One piece of a round; null when there is nothing left to look at. What somebody is writing at this moment is left to the
 * next round: waiting for it while holding others is how two wait for each other. Of a unit that works no more nothing is asked.
 */
export async function remindSome(
  tx: Tx,
  { today, now, after, escalateAfter }: Round,
): Promise<number | null> {
  const { rows } = await sql<Row>`
    select t.id, t.state, t.due_on as "dueOn", p.state as "planState", null as "returnedAt", m.id as "measureId", m.number,
      m.text, m.unit_id as "unitId", m.unit_path as "unitPath", u.name as "unitName", u.kind as level, m.roles, m.accounts,
      t.escalated
    from measure_task t join plan_measure m on m.id = t.measure_id and m.removed_at is null
      join plan p on p.id = m.plan_id and p.state = 'approved' join unit u on u.id = m.unit_id
    where t.state in (${OWED_LIST}) and t.id > ${after} and not ${CARRIED_BELOW}
      and (t.due_on between ${shiftDay(today, -MADE_UP_DAYS)}::date and ${shiftDay(today, 7)}::date
        or (t.due_on <= ${shiftDay(today, -escalateAfter)}::date and t.escalated = 0))
      and u.withdrawn_at is null and (u.valid_to is null or u.valid_to >= ${today}::date)
    order by t.id limit ${AT_ONCE} for key share of m skip locked for update of t skip locked`.execute(tx)
  if (rows.length === 0) return null
  const tasks = new Map(rows.map(row => [row.id, row]))
  const answering = await findPeopleAnswering(
    tx,
    rows.map(({ measureId, ...row }) => ({ ...row, id: measureId })),
    today,
  )
  const notices: Notice[] = []
  const told = new Set<string>()
  const nearby = rows.filter(({ dueOn }) => dueOn! >= shiftDay(today, -MADE_UP_DAYS))
  for (const { task, kind, days, key } of remindersFor(nearby, { today, told })) {
    const row = tasks.get(task)!
    // What was returned was told when it was.
    if (kind === 'returned') continue
    for (const { personId, unitId, locale } of answering.get(row.measureId) ?? []) {
      const what = nameMeasure(locale, row)
      const base = { to: personId, unitId, link: linkTo({ id: row.measureId }), onceKey: key }
      if (kind === 'tomorrow' && days === 1) notices.push({ ...base, kind: 'due-tomorrow', params: { what } })
      else if (kind !== 'overdue')
        notices.push({ ...base, kind: 'measure-due', params: { what, due: sayDate(locale, row.dueOn!) } })
      else notices.push({ ...base, kind: 'measure-overdue', params: { what, days: -(days ?? 0) } })
    }
  }
  const late = escalationsOf(
    rows.filter(({ escalated }) => escalated === 0),
    { today, told, afterDays: escalateAfter },
  )
  notices.push(...(await escalate(tx, late, tasks, { today, now })))
  await notify(tx, notices)
  return rows[rows.length - 1].id
}

async function escalate(
  tx: Tx,
  late: ReturnType<typeof escalationsOf>,
  tasks: ReadonlyMap<number, Row>,
  { today, now }: Pick<Round, 'today' | 'now'>,
): Promise<Notice[]> {
  if (late.length === 0) return []
  const above = await aboveOf(
    tx,
    late.map(({ task }) => tasks.get(task)!),
    today,
  )
  await tx
    .updateTable('measure_task')
    .set({ escalated: 1 })
    .where(sql<boolean>`id = any (${late.map(({ task }) => task)}::integer[])`)
    .execute()
  await tx
    .insertInto('measure_step')
    .values(
      late.map(({ task }) => {
        const row = tasks.get(task)!
        return {
          ...{ measure_id: row.measureId, task_id: task, unit_id: row.unitId, at: now, kind: 'escalated' },
          ...{ state_before: row.state, state_after: row.state, due_on: row.dueOn, text: levelAbove(row) },
        } as const
      }),
    )
    .execute()
  return late.flatMap(({ task, days, key }) => {
    const row = tasks.get(task)!
    return (above.get(row.unitId) ?? []).map(({ personId, unitId, locale }) => ({
      ...{ to: personId, unitId, link: linkTo({ id: row.measureId }), onceKey: key },
      kind: 'measure-overdue-below' as const,
      params: { what: nameMeasure(locale, row), unit: row.unitName, days },
    }))
  })
}

/** The level above a school is its municipality, or the region where there is none; above the region there is the ministry. */
function levelAbove({ level, unitPath }: Pick<Row, 'level' | 'unitPath'>): 'municipality' | 'region' {
  return level === 'school' && unitPath.split('.').length > 3 ? 'municipality' : 'region'
}

async function aboveOf(
  tx: Tx,
  rows: readonly Pick<Row, 'unitId' | 'unitPath' | 'level'>[],
  today: LocalDate,
): Promise<ReadonlyMap<number, readonly Holder[]>> {
  const parentOf = (row: Pick<Row, 'unitPath' | 'level'>) => {
    const ids = row.unitPath.split('.').filter(Boolean).map(Number)
    return levelAbove(row) === 'municipality' ? ids[1] : ids[0]
  }
  const holders = await findHolders(tx, {
    unitIds: rows.map(parentOf),
    roles: ['municipality', 'analyst', 'ministry'],
    today,
  })
  return new Map(
    rows.map(row => {
      const there = holders.filter(({ unitId, role }) =>
        row.level === 'region'
          ? unitId === parentOf(row) && role === 'ministry'
          : unitId === parentOf(row) && role !== 'ministry',
      )
      return [row.unitId, [...new Map(there.map(holder => [holder.personId, holder])).values()]]
    }),
  )
}

/** Those who judge are out of sight for those who submit: told here, once for each new submission of a plan. */
export async function tellJudges(tx: Tx, { today, now }: { readonly today: LocalDate; readonly now: Date }) {
  const { rows } = await sql<{
    planId: number
    unitId: number
    unitPath: string
    unitName: string
    level: Level
    count: number
    latest: Date
  }>`
    select p.id as "planId", p.unit_id as "unitId", p.unit_path as "unitPath", u.name as "unitName", u.kind as level,
      count(*) as count, max(t.submitted_at) as latest
    from measure_task t join plan_measure m on m.id = t.measure_id and m.removed_at is null
      join plan p on p.id = m.plan_id and p.state = 'approved' join unit u on u.id = p.unit_id
    where t.state = 'submitted' and t.submitted_at > ${new Date(now.getTime() - MADE_UP_DAYS * 86_400_000)}
    group by 1, 2, 3, 4, 5 order by 1`.execute(tx)
  const above = await aboveOf(tx, rows, today)
  await notify(
    tx,
    rows.flatMap(({ planId, unitId, unitName, count, latest }) =>
      (above.get(unitId) ?? []).map(holder => ({
        to: holder.personId,
        unitId: holder.unitId,
        kind: 'measure-submitted' as const,
        params: { what: unitName, count },
        link: `/measures?shelf=check&plan=${planId}`,
        onceKey: `plan ${planId} submitted ${latest.toISOString()}`,
      })),
    ),
  )
}
