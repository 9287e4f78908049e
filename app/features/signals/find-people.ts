import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import { findHolders, type Holder } from '../accounts/index.ts'
import type { LocalDate } from './terms.rules.ts'

/** Who is told of a signal: people of the school (or of the one that carries on its work), and of its municipality. */
export interface People {
  ofSchool(schoolId: number): Holder[]
  ofMunicipality(schoolId: number): Holder[]
}

interface Way {
  readonly school: number
  /** The school itself and those into which it was merged, as far as they are in reach. */
  readonly units: number[]
  readonly municipality: number | null
}

/** People of these schools, as far as the actor may know them: a school does not see who is above it. */
export async function findPeople(tx: Tx, schoolIds: readonly number[], today: LocalDate): Promise<People> {
  const { rows } = await sql<Way>`
    with recursive way (school, unit, successor, path) as (
      select id, id, successor_id, path from unit where id = any (${[...new Set(schoolIds)]}::integer[])
      union all
      select way.school, u.id, u.successor_id, u.path from way join unit u on u.id = way.successor
    )
    select way.school, array_agg(way.unit) as units,
      (select m.id from unit s join unit m on m.id = s.parent_id and m.kind = 'municipality'
        where s.id = way.school) as municipality
    from way group by way.school`.execute(tx)
  const ways = new Map(rows.map(row => [row.school, row]))
  const atSchools = await findHolders(tx, {
    unitIds: rows.flatMap(({ units }) => units),
    roles: ['head', 'coordinator'],
    today,
  })
  const above = await findHolders(tx, {
    unitIds: rows.flatMap(({ municipality }) => municipality ?? []),
    roles: ['municipality'],
    today,
  })
  return {
    ofSchool(schoolId) {
      const units = ways.get(schoolId)?.units ?? []
      return once(atSchools.filter(({ unitId }) => units.includes(unitId)))
    },
    ofMunicipality(schoolId) {
      const municipality = ways.get(schoolId)?.municipality ?? null
      return once(above.filter(({ unitId }) => unitId === municipality))
    },
  }
}

/** Somebody may be both head and coordinator. */
function once(holders: readonly Holder[]): Holder[] {
  return [...new Map(holders.map(holder => [holder.personId, holder])).values()]
}
