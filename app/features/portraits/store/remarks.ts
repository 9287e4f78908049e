import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { anywhere, foldWords } from '../../territory/index.ts'
import type { RemarkState } from '../tables.ts'
import type { SectionId } from '../types.ts'
import { readTemplate } from './templates.ts'

export interface RemarkFilters {
  readonly state?: RemarkState | undefined
  readonly about?: 'template' | 'portrait' | undefined
  readonly template?: number | undefined
  readonly portrait?: number | undefined
  readonly section?: SectionId | undefined
  readonly under?: number | undefined
  readonly q?: string | undefined
}

/** A remark as lists know it. */
export interface RemarkLine {
  readonly id: number
  readonly unitId: number
  readonly unitName: string
  readonly template: number
  readonly portraitId: number | null
  readonly runId: number | null
  readonly aboutId: number | null
  readonly aboutName: string | null
  readonly section: SectionId | null
  readonly text: string
  readonly createdAt: Date
  readonly createdBy: string
  readonly state: RemarkState
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly version: number
}

const TABLES = sql`portrait_remark r join unit u on u.id = r.unit_id
  left join portrait p on p.id = r.portrait_id left join unit o on o.id = p.unit_id`

/** Remarks that the filters let through: the one definition behind list, total, spreadsheet and summary. */
async function choose(
  tx: Tx,
  { state, about, template, portrait, section, under, q }: RemarkFilters,
): Promise<RawBuilder<SqlBool>> {
  const conditions: RawBuilder<SqlBool>[] = [sql`app.in_scope(r.unit_path)`]
  if (state !== undefined) conditions.push(sql`r.state = ${state}`)
  if (about !== undefined)
    conditions.push(about === 'template' ? sql`r.portrait_id is null` : sql`r.portrait_id is not null`)
  if (template !== undefined) conditions.push(sql`r.template = ${template}`)
  if (portrait !== undefined) conditions.push(sql`r.portrait_id = ${portrait}`)
  if (section !== undefined) conditions.push(sql`r.section = ${section}`)
  if (under !== undefined) {
    const unit = await tx.selectFrom('unit').select('path').where('id', '=', under).executeTakeFirst()
    if (!unit) throw new ProblemError({ code: 'not-found' })
    conditions.push(sql`r.unit_path >= ${unit.path} and r.unit_path < ${`${unit.path.slice(0, -1)}/`}`)
  }
  const words = foldWords(q ?? '')
  if (words.length > 0)
    conditions.push(sql`app.fold(u.name || ' ' || r.text || ' ' || coalesce(r.answer, ''))
      like all (${words.map(anywhere)}::text[])`)
  return sql`${sql.join(conditions, sql` and `)}`
}

async function read(tx: Tx, where: RawBuilder<SqlBool>, limit: number): Promise<RemarkLine[]> {
  const { rows } = await sql<RemarkLine>`
    select r.id, r.unit_id as "unitId", u.name as "unitName", r.template, r.portrait_id as "portraitId",
      p.run_id as "runId", o.id as "aboutId", o.name as "aboutName", r.section, r.text, r.created_at as "createdAt",
      r.created_by as "createdBy", r.state, r.answer, r.answered_at as "answeredAt", r.answered_by as "answeredBy",
      r.version
    from ${TABLES} where ${where} order by r.id desc limit ${limit}`.execute(tx)
  return [...rows]
}

export interface RemarkPage {
  readonly items: RemarkLine[]
  readonly next: string | null
  /** Only with the first page. */
  readonly total?: number
}

/** A page, the latest first. */
export async function listRemarks(
  tx: Tx,
  {
    cursor,
    limit,
    ...filters
  }: RemarkFilters & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<RemarkPage> {
  const chosen = await choose(tx, filters)
  const before = cursor === undefined ? null : Number(cursor)
  if (before !== null && before > 2 ** 31 - 1) throw new ProblemError({ code: 'cursor-unreadable' })
  const items = await read(tx, before === null ? chosen : sql`${chosen} and r.id < ${before}`, limit + 1)
  const more = items.length > limit
  if (more) items.pop()
  return {
    items,
    next: more ? String(items.at(-1)!.id) : null,
    ...(before !== null ? {} : { total: more ? await countRemarks(tx, filters) : items.length }),
  }
}

export async function countRemarks(tx: Tx, filters: RemarkFilters): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${TABLES} where ${await choose(tx, filters)}`.execute(tx)
  return rows[0].total
}

/** One remark in reach. Throws `not-found`. */
export async function readRemark(tx: Tx, id: number): Promise<RemarkLine> {
  const [line] = await read(tx, sql`r.id = ${id}`, 1)
  if (!line) throw new ProblemError({ code: 'not-found' })
  return line
}

/** How many remarks on each version of the template stand how, as far as the reader sees them. */
export async function countByTemplate(
  tx: Tx,
): Promise<ReadonlyMap<number, { readonly open: number; readonly answered: number }>> {
  const { rows } = await sql<{ template: number; open: number; answered: number }>`
    select template, count(*) filter (where state = 'open') as open, count(*) filter (where state <> 'open') as answered
    from portrait_remark where app.in_scope(unit_path) group by template`.execute(tx)
  return new Map(rows.map(({ template, ...counts }) => [template, counts]))
}

export interface NewRemark {
  readonly about: { readonly portrait: number } | { readonly template: number }
  readonly section: SectionId | null
  readonly text: string
}

/** Says something in the name of one's unit. Throws `not-found` for a portrait that was not sent to it or below. */
export async function addRemark(tx: Tx, { about, section, text }: NewRemark): Promise<number> {
  const template =
    'template' in about
      ? (await readTemplate(tx, about.template)).number
      : await templateOf(tx, about.portrait)
  await nameAct(tx, 'portrait.remarked')
  const { id } = await tx
    .insertInto('portrait_remark')
    .values({
      unit_id: sql<number>`(select id from unit where path = app.scope())`,
      template,
      portrait_id: 'portrait' in about ? about.portrait : null,
      section,
      text,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function templateOf(tx: Tx, portrait: number): Promise<number> {
  const row = await tx.selectFrom('portrait').select('template').where('id', '=', portrait).executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row.template
}

export interface Answer {
  readonly version: number
  readonly state: Exclude<RemarkState, 'open'>
  readonly answer: string
}

/** Decides on a remark at the version that was read. Throws `not-found`, `changed-by-another`. */
export async function answerRemark(
  tx: Tx,
  id: number,
  { version, state, answer }: Answer,
  now: Date,
): Promise<void> {
  await readRemark(tx, id)
  await nameAct(tx, 'portrait.answered')
  const { numUpdatedRows } = await tx
    .updateTable('portrait_remark')
    .set({
      state,
      answer,
      answered_by: sql<string>`app.account()`,
      answered_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ProblemError({ code: 'changed-by-another' })
}
