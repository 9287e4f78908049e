import type { Selectable } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { LocalDate } from '../../territory/index.ts'

/** One holding of a procedure: «ВПР, весна 2021». */
export interface Campaign {
  readonly id: number
  /** The region whose campaign it is. */
  readonly unitId: number
  /** «ВПР», «ОГЭ»…: the word that the assessments and the results of the campaign carry. */
  readonly procedure: string
  readonly title: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  /** The last day on which results are in time; null where no term is set. */
  readonly dueOn: LocalDate | null
  readonly closedAt: Date | null
  readonly version: number
}

/** A campaign as far as the actor may see it. Throws `not-found`. */
export async function getCampaign(tx: Tx, id: number): Promise<Campaign> {
  const row = await tx.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return toCampaign(row)
}

export function toCampaign(row: Selectable<Schema['campaign']>): Campaign {
  return {
    id: row.id,
    unitId: row.unit_id,
    procedure: row.procedure,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    dueOn: row.due_on,
    closedAt: row.closed_at,
    version: row.version,
  }
}
