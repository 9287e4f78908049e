import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { LocalDate } from '../../territory/index.ts'
import { checkCampaignDates } from '../rules.ts'

export interface CampaignFields {
  readonly title: string
  readonly procedure: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly dueOn: LocalDate | null
}

/** Makes a campaign of the actor's region; returns its id. Throws every fault of the fields at once. */
export async function createCampaign(tx: Tx, fields: CampaignFields): Promise<number> {
  const unitId = await ownUnit(tx)
  const problems = checkCampaignDates(fields)
  if (await titleTaken(tx, fields.title, null)) problems.push(taken(fields.title))
  if (problems.length > 0) throw new ProblemError(problems)
  await nameAct(tx, 'campaign.created')
  const { id } = await tx
    .insertInto('campaign')
    .values({ unit_id: unitId, ...columnsOf(fields), closed_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export function columnsOf({ title, procedure, startsOn, endsOn, dueOn }: CampaignFields) {
  return { title, procedure, starts_on: startsOn, ends_on: endsOn, due_on: dueOn }
}

/** The unit through which the actor acts: campaigns and papers of a region are its own. */
export async function ownUnit(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  if (rows.length === 0) throw new ProblemError({ code: 'not-found' })
  return rows[0].id
}

/** Another campaign of this title: two of one name could not be told apart in any list. */
export async function titleTaken(tx: Tx, title: string, but: number | null): Promise<boolean> {
  let query = tx.selectFrom('campaign').select('id').where('title', '=', title)
  if (but !== null) query = query.where('id', '<>', but)
  return (await query.executeTakeFirst()) !== undefined
}

export function taken(title: string) {
  return { code: 'campaign-title-taken', params: { title }, place: { column: 'title' } }
}
