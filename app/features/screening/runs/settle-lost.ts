import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import type { Schedule } from '../../../platform/jobs/index.ts'
import type { ScreeningService } from '../service.ts'

/** Every few minutes: a run whose job was called off while it waited, or failed for good, ends as its job did. */
export function settleLostRuns({ database, clock }: Pick<ScreeningService, 'database' | 'clock'>): Schedule {
  return {
    everyMinutes: 2,
    params: {},
    job: {
      kind: 'screening.settle',
      internal: true,
      params: z.object({}).strict(),
      async run() {
        await database.asSystem('system:screening', tx => settle(tx, clock()))
        return undefined
      },
    },
  }
}

async function settle(tx: Tx, now: Date): Promise<void> {
  const lost = await tx
    .selectFrom('screening_run as r')
    .leftJoin('job as j', 'j.id', 'r.job_id')
    .select(['r.id', 'j.state', 'j.problems'])
    .where('r.state', 'in', ['queued', 'running'])
    .where(({ or, eb }) => or([eb('j.id', 'is', null), eb('j.state', 'not in', ['queued', 'running'])]))
    .forUpdate('r')
    .execute()
  for (const { id, state, problems } of lost)
    await tx
      .updateTable('screening_run')
      .set({
        state: state === 'cancelled' ? 'cancelled' : 'failed',
        problems: JSON.stringify(
          state === 'cancelled' ? [] : (problems ?? [{ code: 'job-fault', params: { id } }]),
        ),
        finished_at: now,
        version: sql`version + 1`,
      })
      .where('id', '=', id)
      .execute()
}
