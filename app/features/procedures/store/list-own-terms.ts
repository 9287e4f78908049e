import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Terms } from '../rules.ts'

/** What a municipality or a school has of its own for one assessment. */
export interface OwnTerm extends Terms {
  readonly id: number
  readonly assessmentId: number
  readonly unitId: number
  readonly unitPath: string
  /** False: «не участвует», nothing is expected of it and of what is below. */
  readonly takesPart: boolean
  readonly reason: string | null
  readonly version: number
}

interface Options {
  readonly campaignId: number
  readonly assessmentId?: number | undefined
  /** Only of this unit. */
  readonly unitId?: number | undefined
  /** Only of the actor's own unit and what is above it: what holds there. */
  readonly wayUp?: boolean
}

/** The units' own terms for the assessments of a campaign (withdrawn ones left out), as far as the actor may see them. */
export async function listOwnTerms(tx: Tx, options: Options): Promise<OwnTerm[]> {
  return (await chooseTerms(tx, options).selectAll('own').orderBy('own.id').execute()).map(toTerm)
}

/** Assessments in which a unit has the very same of its own: shown, and changed, together. */
export interface OwnTermGroup extends Terms {
  readonly unitId: number
  readonly takesPart: boolean
  readonly reason: string | null
  readonly assessments: readonly { readonly id: number; readonly version: number }[]
}

/** A page of them, what was set last first. */
export async function pageOwnTerms(
  tx: Tx,
  { cursor, limit, ...options }: Options & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: OwnTermGroup[]; next: string | null }> {
  let query = chooseTerms(tx, options)
    .where(sql<boolean>`app.in_scope(own.unit_path)`)
    .groupBy([
      'own.unit_id',
      'own.written_from',
      'own.written_to',
      'own.due_on',
      'own.takes_part',
      'own.reason',
    ])
    .select([
      'own.unit_id',
      'own.written_from',
      'own.written_to',
      'own.due_on',
      'own.takes_part',
      'own.reason',
    ])
    .select([
      sql<number>`max(own.id)`.as('last'),
      sql<{ id: number; version: number }[]>`jsonb_agg(
        jsonb_build_object('id', own.assessment_id, 'version', own.version) order by own.id)`.as(
        'assessments',
      ),
    ])
  if (cursor !== undefined) {
    if (!/^\d{1,9}$/.test(cursor)) throw new ProblemError({ code: 'cursor-unreadable' })
    query = query.having(sql<boolean>`max(own.id) < ${Number(cursor)}`)
  }
  const rows = await query
    .orderBy('last', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const items = shown.map(row => ({
    unitId: row.unit_id,
    writtenFrom: row.written_from,
    writtenTo: row.written_to,
    dueOn: row.due_on,
    takesPart: row.takes_part,
    reason: row.reason,
    assessments: row.assessments,
  }))
  return { items, next: rows.length > limit ? String(shown[shown.length - 1].last) : null }
}

/** How many units have dates of their own, and how many take no part, by assessment. */
export async function countOwnTerms(
  tx: Tx,
  campaignId: number,
): Promise<ReadonlyMap<number, { readonly own: number; readonly absent: number }>> {
  const rows = await chooseTerms(tx, { campaignId })
    .where(sql<boolean>`app.in_scope(own.unit_path)`)
    .groupBy('own.assessment_id')
    .select([
      'own.assessment_id',
      sql<number>`count(*) filter (where own.takes_part)`.as('own'),
      sql<number>`count(*) filter (where not own.takes_part)`.as('absent'),
    ])
    .execute()
  return new Map(rows.map(({ assessment_id, own, absent }) => [assessment_id, { own, absent }]))
}

/** Rows that say something: one that was taken back is empty and stays only for its version. */
function chooseTerms(tx: Tx, { campaignId, assessmentId, unitId, wayUp }: Options) {
  let query = tx
    .selectFrom('assessment_unit as own')
    .innerJoin('assessment', 'assessment.id', 'own.assessment_id')
    .where('assessment.campaign_id', '=', campaignId)
    .where('assessment.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`(not own.takes_part or coalesce(own.written_from, own.written_to, own.due_on) is not null)`,
    )
  if (assessmentId !== undefined) query = query.where('assessment.id', '=', assessmentId)
  if (unitId !== undefined) query = query.where('own.unit_id', '=', unitId)
  if (wayUp) query = query.where(sql<boolean>`starts_with(app.scope(), own.unit_path)`)
  return query
}

function toTerm(row: {
  readonly id: number
  readonly assessment_id: number
  readonly unit_id: number
  readonly unit_path: string
  readonly written_from: string | null
  readonly written_to: string | null
  readonly due_on: string | null
  readonly takes_part: boolean
  readonly reason: string | null
  readonly version: number
}): OwnTerm {
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    unitId: row.unit_id,
    unitPath: row.unit_path,
    writtenFrom: row.written_from,
    writtenTo: row.written_to,
    dueOn: row.due_on,
    takesPart: row.takes_part,
    reason: row.reason,
    version: row.version,
  }
}
