import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { StoredMarker, StoredTask } from '../tables.ts'
import { below, type View } from '../views/reader.ts'

/** A school in one set, for pictures. */
export interface SchoolPoint {
  readonly unitId: number
  readonly login: string
  readonly name: string | null
  readonly n: number
  readonly mean: number | null
  /** By its mean score: the method's other marks say nothing of a mean. */
  readonly marked: boolean
}

export interface SetChoice {
  readonly run: number
  readonly position: number
  readonly view: Pick<View, 'unit'>
  readonly kind?: string | undefined
}

/** Schools of one set at and below a unit: one definition for every picture of it. */
function chosen({ run, position, view, kind }: SetChoice): RawBuilder<SqlBool> {
  const [from, end] = below(view.unit)
  return sql`t.run_id = ${run} and t.position = ${position}
    and t.unit_path >= ${from} and t.unit_path < ${end}
    ${kind === undefined ? sql`` : sql`and c.school_kind = ${kind}`}`
}

const TABLES = sql`run_school_set t join run_school c on c.run_id = t.run_id and c.digits = t.digits`

/** Points of a funnel, by place. */
export async function readPoints(tx: Tx, choice: SetChoice): Promise<SchoolPoint[]> {
  const { rows } = await sql<SchoolPoint>`
    select t.unit_id as "unitId", c.login, c.name, t.n, t.mean,
      t.marked and exists (select from json_array_elements(t.markers) m
        where m ->> 'marker' = 'high-mean' and (m ->> 'marked')::boolean) as marked
    from ${TABLES}
    where ${chosen(choice)} and t.n > 0 order by c.sort_key`.execute(tx)
  return rows
}

/** What a picture of several schools is added up from. */
export interface SchoolDetails {
  readonly n: number
  readonly distribution: readonly number[]
  readonly profile: readonly StoredTask[]
  readonly markers: readonly StoredMarker[]
}

export async function readDetails(tx: Tx, choice: SetChoice): Promise<SchoolDetails[]> {
  const { rows } = await sql<SchoolDetails>`
    select t.n, t.distribution, t.profile, t.markers from ${TABLES}
    where ${chosen(choice)} and t.n > 0 order by c.sort_key`.execute(tx)
  return rows
}

/** Which schools stand there: changes when one is moved, so that a picture kept from before is not shown. */
export async function signatureOf(tx: Tx, choice: SetChoice): Promise<string> {
  const { rows } = await sql<{ signature: string }>`
    select count(*) || ' ' || coalesce(sum(t.id), 0) as signature from ${TABLES} where ${chosen(choice)}`.execute(
    tx,
  )
  return rows[0].signature
}
