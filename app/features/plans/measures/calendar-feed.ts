import { createHash, randomBytes } from 'node:crypto'
import type { Term } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import { type Locale, say } from '../../../messages/format.ts'
import type { Database, Scope, Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { LocalDate } from '../rules.ts'
import { OWED_LIST } from '../store/owed-states.ts'
import { type CalendarMeasure, writeCalendar } from '../writing/write-calendar.ts'
import { onShelf } from './choose-measures.ts'
import { linkTo } from './tell-of-step.ts'

/** Past terms still owed, and so many of those to come. */
const MOST = 2000

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Since when the reader has a calendar address in this role; null when there is none. */
export async function calendarSince(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ created_at: Date }>`
    select created_at from calendar_feed where ended_at is null and grant_role = app.role()
      and unit_path = app.scope()`.execute(tx)
  return rows.at(0)?.created_at ?? null
}

/** Makes a new address; an earlier one of the same role ends. The address is told this once: only its hash is kept. */
export async function makeFeed(tx: Tx, { scope }: Pick<Actor, 'scope'>, now: Date): Promise<string> {
  await endFeed(tx, now)
  const token = randomBytes(24).toString('base64url')
  const at = await tx
    .selectFrom('unit')
    .select('id')
    .where('path', '=', scope.unitPath)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('calendar_feed')
    .values({ unit_id: at.id, token_hash: hashOf(token), ended_at: null })
    .execute()
  return token
}

/** Ends the address of the reader in this role; where there is none, nothing happens. */
export async function endFeed(tx: Tx, now: Date): Promise<void> {
  await sql`update calendar_feed set ended_at = ${now} where ended_at is null and grant_role = app.role()
    and unit_path = app.scope()`.execute(tx)
}

interface Owner {
  readonly account_id: string
  readonly role: string
  readonly unit_path: string
}

interface Due {
  readonly id: number
  readonly task: number
  readonly number: string | null
  readonly text: string
  readonly plan: string
  readonly place: string | null
  readonly term: Term | null
  readonly total: number
  readonly dueOn: LocalDate
  readonly changedAt: Date
  /**
   * Of the task and of its measure together: an event is another when either was changed (its day, or its words), and both
   * only grow, so that a program never takes the newer one for the older.
   */
  readonly version: number
}

/**
 * The terms of the person whose address it is, read in their name and role: what they may not see is not in it. Throws
 * `not-found` for a guess, for an address that was ended, and for a role that was taken away.
 */
export async function readFeed(
  database: Database,
  token: string,
  { today, origin }: { readonly today: LocalDate; readonly origin: string },
): Promise<string> {
  const nobody: Scope = { accountId: '', role: '', grantId: null, unitPath: '' }
  const owner = await database.as(nobody, async tx => {
    const { rows } = await sql<Owner>`
      select account_id, role, unit_path from app.feed_owner(${hashOf(token)})`.execute(tx)
    return rows.at(0) ?? null
  })
  if (owner === null) throw new ProblemError({ code: 'not-found' })
  const scope: Scope = {
    accountId: owner.account_id,
    role: owner.role,
    grantId: null,
    unitPath: owner.unit_path,
  }
  const { locale, dues } = await database.as(scope, async tx => ({
    locale: await localeOf(tx, owner.account_id),
    dues: await readDues(tx, scope, today),
  }))
  return writeCalendar({
    locale,
    name: say(locale, 'measure.calendar'),
    host: new URL(origin).hostname,
    measures: dues.map(due => measureOf(due, origin)),
  })
}

async function localeOf(tx: Tx, accountId: string): Promise<Locale> {
  const person = await tx.selectFrom('person').select('locale').where('id', '=', accountId).executeTakeFirst()
  return person?.locale ?? 'ru'
}

async function readDues(tx: Tx, scope: Scope, today: LocalDate): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select m.id, t.id as task, m.number, coalesce(t.title, m.text) as text, p.title as plan, m.place, m.term,
      m.tasks_total as total, t.due_on as "dueOn", m.changed_at as "changedAt",
      m.version + t.version as version
    from plan_measure m join plan p on p.id = m.plan_id join measure_task t on t.measure_id = m.id
    where m.removed_at is null and p.removed_at is null and t.due_on is not null
      and t.state in (${OWED_LIST})
      and ${onShelf('mine', { scope, today })}
    order by t.due_on, t.id limit ${MOST}`.execute(tx)
  return rows
}

/** One task as one event: its day may have been moved since the words of the plan were written. */
function measureOf(due: Due, origin: string): CalendarMeasure {
  const { term, dueOn } = due
  const begins = due.total === 1 && term?.start && term.kind !== 'deadline' && term.start <= dueOn
  const start = begins ? term.start! : dueOn
  return {
    id: `task-${due.task}`,
    number: due.number,
    text: due.text,
    term: {
      original: term?.original ?? '',
      kind: 'range',
      start,
      end: dueOn,
      rule: null,
      confidence: 'high',
    },
    period: { start, end: dueOn, school: false },
    planTitle: due.plan,
    place: due.place,
    url: `${origin}${linkTo(due)}`,
    cancelled: false,
    changedAt: due.changedAt,
    version: due.version,
  }
}
