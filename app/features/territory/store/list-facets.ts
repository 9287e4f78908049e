import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../tables.ts'
import { chooseUnits } from './choose-units.ts'

export interface Counted {
  readonly value: string
  readonly count: number
}

export interface Facets {
  readonly municipalities: { readonly id: number; readonly name: string; readonly count: number }[]
  readonly schoolKinds: Counted[]
  readonly localities: Counted[]
  readonly tags: Counted[]
}

/** The values by which the schools in reach can be filtered, with how many schools there are of each today. */
export async function listFacets(
  tx: Tx,
  { today, under }: { readonly today: LocalDate; readonly under?: number | undefined },
): Promise<Facets> {
  const schools = (await chooseUnits(tx, { today, under, kind: 'school' })).selectAll('unit')
  const of = async (value: ReturnType<typeof sql<string | null>>): Promise<Counted[]> => {
    const rows = await tx
      .selectFrom(schools.as('u'))
      .select([value.as('value'), sql<number>`count(*)`.as('count')])
      .groupBy(sql`1`)
      .orderBy(sql`2`, 'desc')
      .orderBy(sql`1`)
      .execute()
    return rows.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))
  }
  const municipalities = await tx
    .selectFrom(schools.as('u'))
    .innerJoin('unit as m', 'm.id', 'u.parent_id')
    .where('m.kind', '=', 'municipality')
    .select(['m.id', 'm.name', sql<number>`count(*)`.as('count')])
    .groupBy(['m.id', 'm.name', 'm.sort_key'])
    .orderBy('m.sort_key')
    .execute()
  return {
    municipalities,
    schoolKinds: await of(sql`u.school_kind`),
    localities: await of(sql`u.locality`),
    tags: await of(sql`unnest(u.tags)`),
  }
}
