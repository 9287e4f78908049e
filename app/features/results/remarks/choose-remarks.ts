import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { logRead } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import type { Problem } from '../../../platform/problem.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { requireImporter } from '../import/importer.ts'
import { remarksPath } from '../store/manifest.ts'
import type { Store } from '../store/open-store.ts'
import type { BatchState } from '../tables.ts'
import { isWanted, type RemarkGroup } from './is-usual.ts'

export interface RemarkFilter {
  readonly campaign?: number | undefined
  readonly batch?: number | undefined
  readonly state?: BatchState | undefined
  readonly kind?: string | undefined
  /** What needs a look, or what was read as usual; both when absent. */
  readonly group?: RemarkGroup | undefined
}

/** A batch with something to say: first its problems and warnings, then what was met cell by cell. */
export interface RemarkSource {
  readonly id: number
  readonly file: string
  readonly told: readonly { readonly problem: Problem; readonly isWarning: boolean }[]
  /** Parquet file of the remarks; null where none is left. */
  readonly path: string | null
  /** Remarks of that file which the filter lets through. */
  readonly cells: number
  /** Whether the reader is shown what stands in those cells, or only where they are. */
  readonly seesCells: boolean
}

/** Files that were taken back, or repeat another, have nothing more to say unless they are asked for. */
const SPEAKING: readonly BatchState[] = ['checked', 'accepted', 'refused', 'failed']

/**
 * The batches whose remarks are asked for, the newest first. What was met in a file may hold codes of participants, so
 * asking is written into the log.
 */
export async function chooseRemarks(
  tx: Tx,
  store: Store,
  scope: Scope,
  filter: RemarkFilter,
): Promise<RemarkSource[]> {
  const { unitId, seesCells } = await requireImporter(tx, scope)
  const { campaign, batch, state } = filter
  let query = tx
    .selectFrom('import_batch')
    .select(['id', 'unit_id', 'file_name', 'store_id', 'problems', 'warnings'])
    .select(sql<Record<string, number> | null>`manifest -> 'service' -> 'remarks'`.as('kinds'))
  if (batch !== undefined) query = query.where('id', '=', batch)
  if (campaign !== undefined) query = query.where('campaign_id', '=', campaign)
  if (state !== undefined) query = query.where('state', '=', state)
  else if (batch === undefined) query = query.where('state', 'in', SPEAKING)
  const rows = await query.orderBy('id', 'desc').execute()
  if (batch !== undefined && rows.length === 0 && state === undefined && campaign === undefined)
    throw new ProblemError({ code: 'not-found' })
  const about = batch === undefined ? unitId : (rows[0]?.unit_id ?? unitId)
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  await logRead(tx, 'import_remark', String(batch ?? about), about, given)
  return rows.map(row => {
    const path = row.store_id === null ? null : remarksPath(store, row.store_id)
    const stands = path !== null && row.kinds !== null && existsSync(path)
    return {
      id: row.id,
      file: row.file_name,
      told: [
        ...row.problems.map(problem => ({ problem, isWarning: false })),
        ...row.warnings.map(problem => ({ problem, isWarning: true })),
      ].filter(({ problem }) => isWanted(problem.code, filter)),
      path: stands ? path : null,
      seesCells,
      cells: stands ? countOf(row.kinds as Record<string, number>, filter) : 0,
    }
  })
}

function countOf(kinds: Readonly<Record<string, number>>, filter: RemarkFilter): number {
  return Object.entries(kinds).reduce((sum, [kind, count]) => sum + (isWanted(kind, filter) ? count : 0), 0)
}
