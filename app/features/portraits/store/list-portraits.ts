import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/list-cursor.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { readDoneRun } from '../../screening/index.ts'
import { anywhere, foldWords } from '../../territory/index.ts'
import type { PortraitLevel } from '../types.ts'

export interface PortraitFilters {
  readonly run: number
  readonly under?: number | undefined
  readonly level?: PortraitLevel | undefined
  readonly sent?: 'yes' | 'no' | undefined
  readonly q?: string | undefined
}

/** A unit that has a portrait by a run, and what became of it. */
export interface PortraitLine {
  readonly id: number
  readonly name: string
  readonly level: PortraitLevel
  readonly municipalityId: number | null
  readonly municipalityName: string | null
  readonly sentId: number | null
  readonly template: number | null
  readonly sentAt: Date | null
  readonly sentBy: string | null
  readonly open: number
  readonly answered: number
  readonly key: string
}

/** Units of the run that the filters let through: the one definition behind the page, its total and what is sent to all. */
async function chooseUnits(
  tx: Tx,
  { run, under, level, sent, q }: PortraitFilters,
): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<SqlBool>[] = [sql`true`]
  if (under !== undefined) {
    const unit = await tx.selectFrom('unit').select('path').where('id', '=', under).executeTakeFirst()
    if (!unit) throw new ProblemError({ code: 'not-found' })
    conditions.push(sql`u.path >= ${unit.path} and u.path < ${`${unit.path.slice(0, -1)}/`}`)
  }
  if (level !== undefined) conditions.push(sql`u.kind = ${level}`)
  if (sent !== undefined) conditions.push(sent === 'yes' ? sql`p.id is not null` : sql`p.id is null`)
  const words = foldWords(q ?? '')
  if (words.length > 0) conditions.push(sql`u.search_text like all (${words.map(anywhere)}::text[])`)
  return sql`
    from unit u
      left join unit m on m.id = nullif(split_part(u.path, '.', 2), '')::integer and m.kind = 'municipality'
        and u.kind = 'school'
      left join lateral (select id, template, sent_at, sent_by from portrait p
        where p.run_id = ${run} and p.unit_id = u.id order by p.id desc limit 1) p on true
    where app.in_scope(u.path) and u.kind <> 'class'
      and exists (select from run_school c where c.run_id = ${run} and c.registered
        and c.unit_path >= u.path and c.unit_path < left(u.path, -1) || '/')
      and ${sql.join(conditions, sql` and `)}`
}

const KEY = sql`case u.kind when 'region' then '' when 'municipality' then chr(1) || u.sort_key
  else chr(1) || coalesce(m.sort_key, '') || chr(1) || u.sort_key end`

export interface PortraitPage {
  readonly items: PortraitLine[]
  readonly next: string | null
  /** Only with the first page. */
  readonly total?: number
}

/** A page: the region, then each municipality with its schools, by name. Throws `not-found`, `run-not-done`. */
export async function listPortraits(
  tx: Tx,
  {
    cursor,
    limit,
    ...filters
  }: PortraitFilters & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<PortraitPage> {
  await readDoneRun(tx, filters.run)
  const chosen = await chooseUnits(tx, filters)
  const after = cursor === undefined ? null : readCursor(cursor, 'place', /^[^\0]*$/)
  const { rows } = await sql<PortraitLine>`
    select l.*,
      (select count(*) from portrait_remark r join portrait o on o.id = r.portrait_id
        where o.run_id = ${filters.run} and o.unit_id = l.id and r.state = 'open') as open,
      (select count(*) from portrait_remark r join portrait o on o.id = r.portrait_id
        where o.run_id = ${filters.run} and o.unit_id = l.id and r.state <> 'open') as answered
    from (select u.id, u.name, u.kind as level, m.id as "municipalityId", m.name as "municipalityName",
        p.id as "sentId", p.template, p.sent_at as "sentAt", p.sent_by as "sentBy", ${KEY} collate "C" as key
      ${chosen}) l
    where ${after ? sql`(l.key, l.id) > (${after.key}, ${after.id})` : sql`true`}
    order by l.key, l.id limit ${limit + 1}`.execute(tx)
  const more = rows.length > limit
  const items = more ? rows.slice(0, -1) : [...rows]
  const last = items.at(-1)
  return {
    items,
    next: more && last ? writeCursor('place', last) : null,
    ...(after ? {} : { total: more ? await countUnits(tx, chosen) : items.length }),
  }
}

/** How many units of the run the filters let through. Throws `not-found`, `run-not-done`. */
export async function countPortraits(tx: Tx, filters: PortraitFilters): Promise<number> {
  await readDoneRun(tx, filters.run)
  return countUnits(tx, await chooseUnits(tx, filters))
}

async function countUnits(tx: Tx, chosen: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${chosen}`.execute(tx)
  return rows[0].total
}

/** A unit that has a portrait by a run. */
export interface RunUnit {
  readonly id: number
  readonly name: string
  /** What else it is known by: code of a municipality, login of a school. */
  readonly code: string | null
  readonly path: string
  readonly level: PortraitLevel
  readonly municipality: string | null
}

/** Every unit that has a portrait by the run, in the order of the list. */
export async function unitsOfRun(tx: Tx, run: number): Promise<readonly RunUnit[]> {
  const chosen = await chooseUnits(tx, { run })
  const { rows } = await sql<RunUnit>`
    select u.id, u.name, coalesce(u.code, u.login) as code, u.path, u.kind as level, m.name as municipality
    ${chosen} order by ${KEY} collate "C", u.id`.execute(tx)
  return rows
}
