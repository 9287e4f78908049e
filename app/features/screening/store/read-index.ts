import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

export interface IndexLine {
  readonly unitId: number
  readonly name: string
  readonly kind: string
  readonly year: number
  readonly signs: number
  readonly schools: number
  readonly marked: number
  readonly value: number | null
}

/** The index of the region and of the municipalities in reach: by year, the region first, then by name. */
export async function readIndex(tx: Tx, run: number): Promise<IndexLine[]> {
  const { rows } = await sql<IndexLine>`
    select i.unit_id as "unitId", u.name, u.kind, i.year, i.signs, i.schools, i.marked, i.value
    from run_index i join unit u on u.id = i.unit_id
    where i.run_id = ${run}
    order by i.year desc, u.kind <> 'region', u.sort_key, u.id`.execute(tx)
  return rows
}
