import { z } from 'zod'
import type { JobKind, JobName } from '../../../platform/jobs/job.ts'
import type { ResultsService } from '../service.ts'
import { discardBatch } from '../store/discard-batch.ts'
import { removeIncoming } from './incoming.ts'

/** Removing what is left of a batch that was taken back. */
export const CLEAR_BATCH: JobName<{ batch: number }> = {
  kind: 'results.clear',
  internal: true,
  params: z.object({ batch: z.number().int() }).strict(),
}

export function clearBatchJob({ database, store, incoming, removalsHeld }: ResultsService): JobKind<{
  batch: number
}> {
  return {
    ...CLEAR_BATCH,
    async run({ batch: id }) {
      const row = await database.asSystem('system:results', tx =>
        tx.selectFrom('import_batch').select(['state', 'store_id']).where('id', '=', id).executeTakeFirst(),
      )
      if (row?.state !== 'rejected' || row.store_id === null) return undefined
      await removeIncoming(incoming, row.store_id)
      // A backup whose snapshot still names it is copying; the sweep comes by later.
      if (removalsHeld()) return undefined
      await discardBatch(store, row.store_id)
      return undefined
    },
  }
}
