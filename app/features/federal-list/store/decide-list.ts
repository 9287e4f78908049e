import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { checkList } from '../rules.ts'
import { takeKnown } from './known-lists.ts'

type State = 'checked' | 'accepted' | 'rejected' | 'undone'

/** Rows of one statement. */
const ROWS_AT_ONCE = 1000

/**
 * Makes a checked list count: all of it or, when anything stands in the way, nothing. Held once more against what is
 * known by now: a school may have left, another list of the year may have been accepted.
 */
export async function acceptList(tx: Tx, id: number, now: Date): Promise<void> {
  await nameAct(tx, 'federal-list.accepted')
  const { file_name, rows, year, problems, unit_id } = await take(tx, id, 'checked', {
    state: 'accepted',
    decided_at: now,
  })
  if (problems.length > 0)
    throw new ProblemError({ code: 'federal-has-problems', params: { count: problems.length } })
  const checked = checkList(file_name, rows, await takeKnown(tx, rows, year))
  if (checked.problems.length > 0) throw new ProblemError(checked.problems)
  // First the years: of two people who accept two lists of one year, the second is told here.
  for (const one of checked.years) {
    const kept = await tx
      .insertInto('federal_list_year')
      .values({ list_id: id, unit_id, year: one })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!kept) throw new ProblemError({ code: 'changed-by-another' })
  }
  for (let from = 0; from < checked.entries.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('federal_list_entry')
      .values(
        checked.entries.slice(from, from + ROWS_AT_ONCE).map(({ unitId, year, login, markers }) => ({
          list_id: id,
          unit_id: unitId,
          year,
          login,
          markers: [...markers],
        })),
      )
      .execute()
}

/** Puts a checked list away. */
export async function rejectList(tx: Tx, id: number, now: Date): Promise<void> {
  await nameAct(tx, 'federal-list.rejected')
  await take(tx, id, 'checked', { state: 'rejected', decided_at: now })
}

/** An accepted list no longer counts; what it said stays in its record. */
export async function undoList(
  tx: Tx,
  id: number,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<void> {
  await nameAct(tx, 'federal-list.undone', reason)
  await take(tx, id, 'accepted', { state: 'undone', undone_at: now, reason })
  await tx.updateTable('federal_list_entry').set({ active: false }).where('list_id', '=', id).execute()
  await tx.updateTable('federal_list_year').set({ active: false }).where('list_id', '=', id).execute()
}

/** The list, taken from one state to another: of two people who press a button one waits, then finds it done. */
async function take(
  tx: Tx,
  id: number,
  from: State,
  to: {
    readonly state: State
    readonly decided_at?: Date
    readonly undone_at?: Date
    readonly reason?: string
  },
) {
  const taken = await tx
    .updateTable('federal_list')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', from)
    .where(sql<boolean>`app.in_scope(unit_path)`)
    .returning(['unit_id', 'file_name', 'rows', 'year', 'problems'])
    .executeTakeFirst()
  if (taken) return taken
  const there = await tx.selectFrom('federal_list').select('state').where('id', '=', id).executeTakeFirst()
  throw new ProblemError(
    there ? { code: 'federal-list-stands', params: { state: there.state } } : { code: 'not-found' },
  )
}
