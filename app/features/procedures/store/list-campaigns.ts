import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { type Campaign, toCampaign } from './get-campaign.ts'

export interface CampaignListOptions {
  /** Not closed, closed, or both; both by default. */
  readonly state?: 'open' | 'closed' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A page of campaigns as far as the actor may see them, those that began last first. */
export async function listCampaigns(
  tx: Tx,
  { state, cursor, limit }: CampaignListOptions,
): Promise<{ items: Campaign[]; next: string | null; total?: number }> {
  let chosen = tx.selectFrom('campaign')
  if (state === 'open') chosen = chosen.where('closed_at', 'is', null)
  if (state === 'closed') chosen = chosen.where('closed_at', 'is not', null)
  let query = chosen.selectAll()
  if (cursor !== undefined) {
    const after = /^(\d{4}-\d{2}-\d{2})\.(\d{1,9})$/.exec(cursor)
    if (!after || Number.isNaN(Date.parse(after[1]))) throw new ProblemError({ code: 'cursor-unreadable' })
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('starts_on', 'id'), '<', tuple(after[1], Number(after[2]))),
    )
  }
  const rows = await query
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(toCampaign)
  const last = items.at(-1)
  const next = rows.length > limit && last ? `${last.startsOn}.${last.id}` : null
  if (cursor !== undefined) return { items, next }
  const { total } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items, next, total }
}
