import type { Period, Term } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { breathe } from '../../../platform/jobs/index.ts'
import type { LocalDate } from '../rules.ts'
import { periodOf } from '../store/plan-rows.ts'
import { procedureDates } from '../store/procedure-dates.ts'
import { sameTerm, termReader } from '../store/read-terms.ts'
import { retaskMeasures } from '../store/retask-measures.ts'

interface Moment {
  readonly now: Date
  readonly today: LocalDate
}

/** Plans after which others are let in. */
const AT_ONCE = 20

/**
 * Terms bound to a procedure move when its dates do. Hundreds of copies say the same words, so that what has moved is told
 * from each wording once; each plan that has it is a transaction of its own, so that nobody waits for all of them.
 */
export async function followProcedures(
  database: Database,
  moment: Moment,
  signal: AbortSignal,
): Promise<void> {
  const plans = await database.asSystem('system:plans', async tx => plansWith(tx, await movedTerms(tx)))
  for (const [index, id] of plans.entries()) {
    if (signal.aborted) throw signal.reason
    if (index % AT_ONCE === AT_ONCE - 1) await breathe()
    await database.asSystem('system:plans', tx => followIn(tx, id, moment))
  }
}

/** A term bound to a procedure as plans of one period say it. */
interface Wording extends Period {
  readonly words: string
  readonly year: number | null
  readonly section: string | null
  readonly term: Term
}

/** Those that mean other days than they did when they were last read. */
async function movedTerms(tx: Tx): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    select distinct p.starts_on as start, p.ends_on as "end", p.school, m.term_words as words, m.year, m.section, m.term
    from plan_measure m join plan p on p.id = m.plan_id and p.removed_at is null and p.state <> 'closed'
    where m.term_kind = 'by-procedure' and m.removed_at is null`.execute(tx)
  const periods = Map.groupBy(rows, ({ start, end, school }) => `${start} ${end} ${school}`)
  const moved: Wording[] = []
  for (const wordings of periods.values()) {
    const [{ start, end, school }] = wordings
    const read = termReader({ start, end, school }, await procedureDates(tx, { start, end, school }))
    moved.push(
      ...wordings.filter(({ words: term, year, section, ...known }) => {
        return !sameTerm(known.term, read({ term, year, section }).term)
      }),
    )
  }
  return moved
}

async function plansWith(tx: Tx, wordings: readonly Wording[]): Promise<number[]> {
  if (wordings.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    select p.id from plan p where p.removed_at is null and p.state <> 'closed' and exists (
      select from plan_measure m where m.plan_id = p.id and m.removed_at is null and m.term_kind = 'by-procedure'
        and m.term = any (${wordings.map(({ term }) => JSON.stringify(term))}::jsonb[]))
    order by p.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Held and read again here: its period may have moved, and its year may have ended, since it was looked for. */
async function followIn(tx: Tx, id: number, moment: Moment): Promise<void> {
  const plan = await tx
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .where('state', '<>', 'closed')
    .forUpdate()
    .executeTakeFirst()
  if (!plan) return
  const measures = await tx
    .selectFrom('plan_measure')
    .select(['id', 'unit_id', 'term_words', 'year', 'section', 'term'])
    .where('plan_id', '=', id)
    .where('term_kind', '=', 'by-procedure')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const period = periodOf(plan)
  await retaskMeasures(tx, period, measures, { ...moment, procedures: await procedureDates(tx, period) })
}
