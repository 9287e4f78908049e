import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobKind } from '../../../platform/jobs/job.ts'
import type { Problem } from '../../../platform/problem.ts'
import type { ResultsService } from '../service.ts'

const MINUTE = 60_000
/** The slowest line sends a file within five minutes, and its row follows at once. */
const YOUNG = 10 * MINUTE

/** Every few minutes: ends batches whose reading ended without them, and removes files that nobody will read. */
export function settleLostJob(service: ResultsService): JobKind<Record<string, never>> {
  return {
    kind: 'results.settle',
    internal: true,
    params: z.object({}).strict() as z.ZodType<Record<string, never>>,
    async run() {
      const { database, incoming, clock } = service
      await database.asSystem('system:results', settleLost)
      await sweepIncoming(service, incoming, new Date(clock().getTime() - YOUNG))
      return undefined
    },
  }
}

/** A job called off while it still waited, or one that failed for good, never comes to its batch. */
async function settleLost(tx: Tx): Promise<void> {
  const lost = await tx
    .selectFrom('import_batch as b')
    .leftJoin('job as j', 'j.id', 'b.job_id')
    .select(['b.id', 'b.file_name', 'j.state', 'j.problems'])
    .where('b.state', 'in', ['waiting', 'reading'])
    .where(({ or, eb }) => or([eb('j.id', 'is', null), eb('j.state', 'not in', ['queued', 'running'])]))
    .forUpdate('b')
    .execute()
  for (const { id, file_name: file, state, problems } of lost) {
    const told = problems ?? [{ code: 'job-fault', params: { id } }]
    await end(
      tx,
      id,
      state === 'cancelled' ? 'rejected' : 'failed',
      state === 'cancelled' ? [] : inFile(told, file),
    )
  }
}

async function end(tx: Tx, id: number, state: 'rejected' | 'failed', problems: readonly Problem[]) {
  await tx
    .updateTable('import_batch')
    .set(eb => ({ state, problems: JSON.stringify(problems), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function inFile(problems: readonly Problem[], file: string): Problem[] {
  return problems.map(problem => ({ ...problem, place: { file, ...problem.place } }))
}

async function sweepIncoming({ database }: ResultsService, folder: string, before: Date): Promise<void> {
  const old: string[] = []
  for (const name of await readdir(folder)) {
    const facts = await stat(join(folder, name)).catch(() => null)
    if (facts && facts.mtime < before) old.push(name)
  }
  if (old.length === 0) return
  const awaited = await database.asSystem('system:results', tx =>
    tx
      .selectFrom('import_batch')
      .select('store_id')
      .where('state', 'in', ['waiting', 'reading'])
      .where('store_id', 'in', old)
      .execute(),
  )
  const kept = new Set(awaited.map(({ store_id }) => store_id))
  for (const name of old) if (!kept.has(name)) await rm(join(folder, name), { force: true })
}
