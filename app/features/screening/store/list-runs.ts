import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { RunState } from '../tables.ts'
import type { RunRow } from './read-run.ts'

/** A run with what a list says of it. */
export interface ListedRun extends RunRow {
  readonly campaign_title: string | null
  /** The latest published run of the campaign, where it is a later one. */
  readonly superseded_id: number | null
  readonly superseded_title: string | null
}

export interface RunFilters {
  readonly campaign?: number | undefined
  readonly state?: RunState | undefined
  /** Runs before this one. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Runs in reach, the newest first; one more than `limit` tells that there are further ones. */
export async function listRuns(tx: Tx, { limit, ...filters }: RunFilters): Promise<ListedRun[]> {
  return describe(tx, chosen(filters), limit + 1)
}

/** How many runs in reach the filters let through. */
export async function countRuns(tx: Tx, filters: Pick<RunFilters, 'campaign' | 'state'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from screening_run r where ${chosen(filters)}`.execute(tx)
  return rows[0].n
}

function chosen({ campaign, state, before }: Omit<RunFilters, 'limit'>): RawBuilder<unknown> {
  const conditions = [
    sql<boolean>`true`,
    ...(campaign === undefined ? [] : [sql<boolean>`r.campaign_id = ${campaign}`]),
    ...(state === undefined ? [] : [sql<boolean>`r.state = ${state}`]),
    ...(before === undefined ? [] : [sql<boolean>`r.id < ${before}`]),
  ]
  return sql`${sql.join(conditions, sql` and `)}`
}

/** One run with what a list says of it, as far as the reader may see it; undefined where they may not. */
export async function describeRun(tx: Tx, id: number): Promise<ListedRun | undefined> {
  return (await describe(tx, sql`r.id = ${id}`, 1))[0]
}

async function describe(tx: Tx, where: RawBuilder<unknown>, limit: number): Promise<ListedRun[]> {
  const { rows } = await sql<ListedRun>`
    select r.*, c.title as campaign_title, s.id as superseded_id, s.title as superseded_title
    from (select * from screening_run r where ${where} order by id desc limit ${limit}) r
      left join campaign c on c.id = r.campaign_id
      left join lateral (
        select id, title from screening_run s
        where s.campaign_id = r.campaign_id and s.id > r.id and s.published_at is not null
          and r.published_at is not null
        order by s.id desc limit 1) s on true
    order by r.id desc`.execute(tx)
  return rows
}
