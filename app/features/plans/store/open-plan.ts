import { sql } from 'kysely'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { type MeasureRow as ListedMeasure, listMeasures } from '../measures/list-measures.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { changesOf } from './compare-versions.ts'
import { listVersions } from './frozen-plan.ts'
import { describePlan, type PlanLine } from './list-plans.ts'
import { type HeldPlan, type MeasureRow, measuresOf, readPlanRow } from './plan-rows.ts'
import { readPublication } from './publish-plan.ts'

interface Named {
  readonly id: number
  readonly title: string
}

/** A plan with everything that its page shows. */
export interface OpenedPlan {
  readonly row: HeldPlan
  readonly line: PlanLine
  readonly measures: readonly { readonly listed: ListedMeasure; readonly row: MeasureRow }[]
  readonly versions: Awaited<ReturnType<typeof listVersions>>
  readonly changed: number
  readonly copies: number
  readonly publication: Awaited<ReturnType<typeof readPublication>>
  readonly source: { readonly id: number; readonly name: string } | null
  readonly previous: Named | null
  readonly above: Named | null
}

const MOST_MEASURES = 5000

/** Throws `not-found`. */
export async function openPlan(
  tx: Tx,
  scope: Pick<Scope, 'role' | 'unitPath' | 'accountId'>,
  id: number,
  today: LocalDate,
): Promise<OpenedPlan> {
  const row = await readPlanRow(tx, id)
  const line = await describePlan(tx, id, today)
  if (line === null) throw new ProblemError({ code: 'not-found' })
  const { items } = await listMeasures(
    tx,
    { plan: id, sort: 'place', limit: MOST_MEASURES },
    { scope, today },
  )
  const rows = new Map((await measuresOf(tx, id)).map(measure => [measure.id, measure]))
  const versions = await listVersions(tx, id)
  const { measures: changed } = versions.length === 0 ? { measures: [] } : await changesOf(tx, row)
  return {
    row,
    line,
    measures: items.flatMap(listed => {
      const own = rows.get(listed.id)
      return own ? [{ listed, row: own }] : []
    }),
    versions,
    changed: changed.length,
    copies: await countCopies(tx, id),
    publication: await readPublication(tx, id),
    source: await sourceOf(tx, row),
    previous: await nameOf(tx, row.previous_id),
    above: await nameOf(tx, row.above_id),
  }
}

async function countCopies(tx: Tx, id: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from plan where above_id = ${id} and removed_at is null`.execute(tx)
  return rows[0].count
}

/** As far as the reader sees it: the plan of the level above is not theirs to read. */
async function nameOf(tx: Tx, id: number | null): Promise<Named | null> {
  if (id === null) return null
  const found = await tx.selectFrom('plan').select(['id', 'title']).where('id', '=', id).executeTakeFirst()
  return found ?? null
}

async function sourceOf(tx: Tx, { source_file_id: id }: HeldPlan) {
  if (id === null) return null
  const found = await tx
    .selectFrom('stored_file')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}
