import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Validity } from '../rules.ts'
import type { LocalDate } from '../tables.ts'

/** A school with what a rule over all schools needs to know. */
export interface SchoolInTerritory {
  readonly id: number
  readonly name: string
  readonly kind: string | null
  readonly path: string
  readonly municipality: { readonly id: number; readonly name: string } | null
  /** The school and its municipality: when each is there (isExpectedToReport). */
  readonly unitAndAbove: readonly Validity[]
  /** The school that its work goes on in; perhaps out of reach. */
  readonly successorId: number | null
}

interface Row {
  readonly id: number
  readonly name: string
  readonly school_kind: string | null
  readonly path: string
  readonly successor_id: number | null
  readonly valid_from: LocalDate | null
  readonly valid_to: LocalDate | null
  readonly m_id: number | null
  readonly m_name: string
  readonly m_from: LocalDate | null
  readonly m_to: LocalDate | null
}

/**
 * Every school in reach, also those that were closed, in the order of names: for lists that go over the whole region.
 *
 * @param under only schools below this unit, or this school; `not-found` where it is not in reach
 */
export async function listSchools(
  tx: Tx,
  { under }: { readonly under?: number | undefined } = {},
): Promise<SchoolInTerritory[]> {
  const path = under === undefined ? null : await pathOf(tx, under)
  const { rows } = await sql<Row>`
    select s.id, s.name, s.school_kind, s.path, s.successor_id, s.valid_from, s.valid_to,
      m.id as m_id, m.name as m_name, m.valid_from as m_from, m.valid_to as m_to
    from unit s left join unit m on m.id = s.parent_id and m.kind = 'municipality'
    where s.kind = 'school' and s.withdrawn_at is null and app.in_scope(s.path)
      ${path === null ? sql`` : sql`and starts_with(s.path, ${path})`}
    order by s.sort_key, s.id`.execute(tx)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    kind: row.school_kind,
    path: row.path,
    municipality: row.m_id === null ? null : { id: row.m_id, name: row.m_name },
    unitAndAbove: [
      { validFrom: row.valid_from, validTo: row.valid_to, withdrawn: false },
      ...(row.m_id === null ? [] : [{ validFrom: row.m_from, validTo: row.m_to, withdrawn: false }]),
    ],
    successorId: row.successor_id,
  }))
}

async function pathOf(tx: Tx, id: number): Promise<string> {
  const { rows } = await sql<{ path: string }>`
    select path from unit where id = ${id} and app.in_scope(path)`.execute(tx)
  if (rows.length === 0) throw new ProblemError({ code: 'not-found' })
  return rows[0].path
}
