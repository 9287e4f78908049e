import { type RawBuilder, type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { executePrepared, type Schema, type Tx } from '../../../platform/database/index.ts'
import { stateOn, type UnitStateOnDay } from '../rules.ts'
import type { LocalDate, UnitKind } from '../tables.ts'

export interface UnitLink {
  readonly id: number
  readonly kind: UnitKind
  readonly name: string
}

/** A unit as lists, search and other rooms know it. */
export interface UnitSummary extends UnitLink {
  readonly path: string
  readonly shortName: string | null
  readonly login: string | null
  readonly code: string | null
  readonly schoolKind: string | null
  readonly locality: string | null
  readonly ogeCode: string | null
  readonly egeCode: string | null
  readonly tags: readonly string[]
  readonly municipality: UnitLink | null
  readonly grade: number | null
  readonly letter: string | null
  readonly schoolYear: number | null
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  /** Null also where it lies outside the reader's reach. */
  readonly successor: UnitLink | null
  readonly state: UnitStateOnDay
  readonly version: number
}

/** Units chosen by their own columns; what else a person sees of them is joined to these few rows. */
export type ChosenUnits = SelectQueryBuilder<Schema, 'unit', Selectable<Schema['unit']>>

const COLUMNS = [
  'id',
  'kind',
  'name',
  'path',
  'short_name',
  'login',
  'code',
  'school_kind',
  'locality',
  'oge_code',
  'ege_code',
  'tags',
  'grade',
  'letter',
  'school_year',
  'valid_from',
  'valid_to',
  'successor_id',
  'withdrawn_at',
  'version',
] as const

export interface DescribeOptions {
  readonly today: LocalDate
  /** Order of the answer, over the alias `u`; a page must say it again outside its own limit. */
  readonly order?: readonly { readonly by: RawBuilder<unknown>; readonly descending: boolean }[]
}

/** The chosen units with their municipality, successor and state on the day. */
export async function describeUnits(
  tx: Tx,
  chosen: ChosenUnits,
  { today, order = [] }: DescribeOptions,
): Promise<UnitSummary[]> {
  // The second id of a path is the municipality, or the school where schools stand right below the region. Worked out
  // inside, behind `offset 0`: an expression that might tell of its rows is kept out of an index by row-level security.
  const withSecond = chosen
    .select(sql<number | null>`nullif(split_part(unit.path, '.', 2), '')::integer`.as('second_id'))
    .offset(0)
  let query = tx
    .selectFrom(withSecond.as('u'))
    .leftJoin('unit as m', join =>
      join.onRef('m.id', '=', 'u.second_id').on('m.kind', '=', 'municipality').onRef('m.id', '<>', 'u.id'),
    )
    .leftJoin('unit as s', 's.id', 'u.successor_id')
    .select(COLUMNS.map(column => `u.${column}` as const))
    .select(['m.id as municipality_id', 'm.name as municipality_name'])
    .select(['s.id as reachable_successor_id', 's.kind as successor_kind', 's.name as successor_name'])
  for (const { by, descending } of order) query = query.orderBy(by, descending ? 'desc' : 'asc')
  return (await executePrepared(tx, query)).map(row => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    path: row.path,
    shortName: row.short_name,
    login: row.login,
    code: row.code,
    schoolKind: row.school_kind,
    locality: row.locality,
    ogeCode: row.oge_code,
    egeCode: row.ege_code,
    tags: row.tags,
    municipality: link(row.municipality_id, 'municipality', row.municipality_name),
    grade: row.grade,
    letter: row.letter,
    schoolYear: row.school_year,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successor: link(row.reachable_successor_id, row.successor_kind, row.successor_name),
    state: stateOn(
      {
        validFrom: row.valid_from,
        validTo: row.valid_to,
        withdrawn: row.withdrawn_at !== null,
        merged: row.successor_id !== null,
      },
      today,
    ),
    version: row.version,
  }))
}

function link(id: number | null, kind: UnitKind | null, name: string | null): UnitLink | null {
  return id === null || kind === null || name === null ? null : { id, kind, name }
}
