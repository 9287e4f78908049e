import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { rowId } from '../../../platform/http/row-id.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { anywhere, foldWords } from '../../territory/index.ts'
import type { StoredMarker } from '../tables.ts'
import { below, type View } from '../views/reader.ts'

/** A school in one set, as lists and exports know it. */
export interface SchoolSetLine {
  readonly id: number
  readonly unitId: number
  readonly registered: boolean
  readonly login: string
  readonly name: string | null
  readonly municipality: string | null
  readonly kind: string | null
  readonly position: number
  readonly n: number
  readonly mean: number | null
  readonly markers: readonly StoredMarker[]
  readonly degree: number | null
  readonly flagged: boolean
  readonly sortKey: string
}

export interface SchoolSetFilters {
  readonly run: number
  readonly view: Pick<View, 'unit'>
  readonly set?: number | undefined
  readonly kind?: string | undefined
  readonly sign?: 'official' | 'high-mean' | 'own' | 'any' | undefined
  readonly q?: string | undefined
}

export interface SchoolSetPage {
  readonly items: SchoolSetLine[]
  readonly next: string | null
  /** Only with the first page. */
  readonly total?: number
}

/** Schools of a run that the filters let through: the one definition behind list, total and export. */
function choose({ run, view, set, kind, sign, q }: SchoolSetFilters): RawBuilder<SqlBool> {
  const [from, end] = below(view.unit)
  const conditions: RawBuilder<SqlBool>[] = [
    sql`t.run_id = ${run}`,
    sql`t.unit_path >= ${from} and t.unit_path < ${end}`,
  ]
  if (set !== undefined) conditions.push(sql`t.position = ${set}`)
  if (kind !== undefined) conditions.push(sql`c.school_kind = ${kind}`)
  if (sign === 'official') conditions.push(sql`t.marked`)
  if (sign === 'high-mean')
    conditions.push(sql`t.marked and t.markers::jsonb @> '[{"marker": "high-mean", "marked": true}]'`)
  if (sign === 'own') conditions.push(sql`c.flagged`)
  if (sign === 'any') conditions.push(sql`(t.marked or c.flagged)`)
  const words = foldWords(q ?? '')
  if (words.length > 0) conditions.push(sql`c.search_text like all (${words.map(anywhere)}::text[])`)
  return sql`${sql.join(conditions, sql` and `)}`
}

const TABLES = sql`run_school_set t join run_school c on c.run_id = t.run_id and c.digits = t.digits`

/** A page, by municipality, school and set: never by the size of a sign. */
export async function listSchoolSets(
  tx: Tx,
  {
    cursor,
    limit,
    ...filters
  }: SchoolSetFilters & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<SchoolSetPage> {
  const where = choose(filters)
  const after = cursor === undefined ? null : readCursor(cursor)
  const { rows } = await sql<SchoolSetLine>`
    select t.id, t.unit_id as "unitId", c.registered, c.login, c.name, c.municipality, c.school_kind as kind,
      t.position, t.n, t.mean, t.markers, c.degree, c.flagged, c.sort_key as "sortKey"
    from ${TABLES}
    where ${where} ${after ? sql`and (c.sort_key, t.position, t.id) > (${after.key}, ${after.position}, ${after.id})` : sql``}
    order by c.sort_key, t.position, t.id limit ${limit + 1}`.execute(tx)
  const more = rows.length > limit
  const items = more ? rows.slice(0, -1) : rows
  const last = items.at(-1)
  return {
    items,
    next: more && last ? writeCursor(last) : null,
    ...(after ? {} : { total: more ? await countSchoolSets(tx, filters) : items.length }),
  }
}

export async function countSchoolSets(tx: Tx, filters: SchoolSetFilters): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${TABLES} where ${choose(filters)}`.execute(tx)
  return rows[0].total
}

function writeCursor({ sortKey, position, id }: SchoolSetLine): string {
  return Buffer.from(JSON.stringify([sortKey, position, id])).toString('base64url')
}

function readCursor(cursor: string): { key: string; position: number; id: number } {
  try {
    const [key, position, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      typeof key === 'string' &&
      !key.includes('\0') &&
      Number.isInteger(position) &&
      Math.abs(position) < 1e6 &&
      rowId.safeParse(id).success
    )
      return { key, position, id }
  } catch {
    // Falls through: whatever is wrong with it, the remedy is the same.
  }
  throw new ProblemError({ code: 'cursor-unreadable' })
}
