import { z } from 'zod'
import type { JobKind } from '../../../platform/jobs/job.ts'
import type { ResultsService } from '../service.ts'
import { discardBatch } from './discard-batch.ts'
import { listUnknownFolders } from './list-folders.ts'
import { neededFolders } from './needed-folders.ts'
import { sweepOrphans } from './sweep-orphans.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Once a day: folders of the store that no row needs any more. The row is the truth; a folder follows it. */
export function sweepFoldersJob(service: ResultsService): JobKind<Record<string, never>> {
  return {
    kind: 'results.sweep',
    internal: true,
    params: z.object({}).strict() as z.ZodType<Record<string, never>>,
    async run() {
      await sweepFolders(service)
      return undefined
    },
  }
}

/** Removes them and returns their names; nothing while a backup copies. */
export async function sweepFolders({
  database,
  store,
  clock,
  removalsHeld,
}: ResultsService): Promise<string[]> {
  const now = clock()
  if (removalsHeld()) return []
  await sweepOrphans(store, { now })
  const needed = await database.asSystem('system:results', tx =>
    neededFolders(tx, new Date(now.getTime() - DAY)),
  )
  const swept: string[] = []
  for (const { id, changedAt } of await listUnknownFolders(store, needed)) {
    if (now.getTime() - changedAt.getTime() < HOUR || removalsHeld()) continue
    await discardBatch(store, id)
    swept.push(id)
  }
  return swept
}
