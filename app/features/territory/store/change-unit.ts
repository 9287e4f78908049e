import { sql, type Updateable } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'

type UnitChange = Omit<Updateable<Schema['unit']>, 'version'>

/** A unit as an act finds it: at the version that the person read, or the act is refused. */
export async function readForChange(tx: Tx, id: number, version: number) {
  const unit = await tx
    .selectFrom('unit')
    .selectAll()
    .select(sql<boolean>`app.in_scope(path)`.as('own'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!unit) throw new ProblemError({ code: 'not-found' })
  // The way up is seen and not touched.
  if (!unit.own) throw new ProblemError({ code: 'right-missing' })
  if (unit.withdrawn_at !== null) throw new ProblemError({ code: 'unit-withdrawn' })
  if (unit.version !== version)
    throw new ProblemError(await whatTheOtherChanged(tx, id, unit.version - version))
  return { ...unit, validFrom: unit.valid_from, validTo: unit.valid_to, withdrawn: false }
}

/**
 * Writes a change to the unit, counting its version on. Throws `changed-by-another` with what the other changed when
 * somebody was quicker than `version`.
 */
export async function changeUnit(tx: Tx, id: number, version: number, change: UnitChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('unit')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) {
    const now = await tx.selectFrom('unit').select('version').where('id', '=', id).executeTakeFirst()
    throw new ProblemError(
      now ? await whatTheOtherChanged(tx, id, now.version - version) : { code: 'not-found' },
    )
  }
}

/** `changed-by-another`, then one problem for each field that differs, latest first. */
async function whatTheOtherChanged(tx: Tx, id: number, steps: number): Promise<Problem[]> {
  const { rows } = await sql<{ field: string; before: unknown; after: unknown }>`
    select f.key as field, a.before -> f.key as before, f.value as after
    from (
      select before, after, id from audit
      where subject = 'unit' and subject_id = ${String(id)} and action <> 'read' and before is not null
      order by at desc, id desc limit ${Math.max(1, steps)}
    ) a, jsonb_each(a.after) f
    order by a.id desc`.execute(tx)
  return [
    { code: 'changed-by-another' },
    ...rows.map(({ field, before, after }) => ({
      code: 'unit-field-changed',
      params: { field, before: plain(before), after: plain(after) },
    })),
  ]
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
