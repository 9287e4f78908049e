import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'

const ESCALATION = 'measure-escalation-days'

export interface MeasureSettings {
  /** Days past the last one after which the level above is told. */
  readonly escalateAfterDays: number
  readonly version: number
}

/** Throws `not-found` out of reach. */
export async function readMeasureSettings(tx: Tx): Promise<MeasureSettings> {
  const row = await tx
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('id', '=', ESCALATION)
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return { escalateAfterDays: row.value as number, version: row.version }
}

/** Throws `changed-by-another`. */
export async function writeMeasureSettings(
  tx: Tx,
  { escalateAfterDays, version }: MeasureSettings,
): Promise<MeasureSettings> {
  await nameAct(tx, 'setting.measure-escalation-days')
  const done = await tx
    .updateTable('setting')
    .set({ value: JSON.stringify(escalateAfterDays), version: version + 1 })
    .where('id', '=', ESCALATION)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (done.length === 0) throw new ProblemError({ code: 'changed-by-another' })
  return readMeasureSettings(tx)
}
