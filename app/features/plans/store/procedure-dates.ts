import type { Period, ProcedureDates } from '@objektiv/russian-terms'
import type { Tx } from '../../../platform/database/index.ts'
import { campaignDates } from '../../procedures/index.ts'

/** Dates of the procedures that are held in the period of a plan: terms bound to them get theirs from here. */
export async function procedureDates(tx: Tx, { start, end }: Period): Promise<ProcedureDates> {
  return campaignDates(tx, { start, end })
}
