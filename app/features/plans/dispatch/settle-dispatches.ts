import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import { enqueueJob, type Schedule } from '../../../platform/jobs/index.ts'
import type { PlansService } from '../service.ts'
import { giveJob, stopDispatch } from './dispatches.ts'

/**
 * Every few minutes: a sending whose job was called off while it waited, or failed for good, ends as its job did; whoever
 * sends again goes on from there. A period that is not everywhere yet is begun again: half moved is no end.
 */
export function settleDispatches({ database, clock }: Pick<PlansService, 'database' | 'clock'>): Schedule {
  return {
    everyMinutes: 2,
    params: {},
    job: {
      kind: 'plans.settle',
      internal: true,
      params: z.object({}).strict(),
      async run() {
        await database.asSystem('system:plans', tx => settle(tx, clock()))
        return undefined
      },
    },
  }
}

export async function settle(tx: Tx, now: Date): Promise<void> {
  const lost = await tx
    .selectFrom('plan_dispatch as d')
    .leftJoin('job as j', 'j.id', 'd.job_id')
    .select(['d.id', 'd.kind', 'j.state', 'j.problems'])
    .where('d.state', '=', 'going')
    .where(({ or, eb }) => or([eb('j.id', 'is', null), eb('j.state', 'not in', ['queued', 'running'])]))
    .forUpdate('d')
    .execute()
  for (const { id, kind, state, problems } of lost)
    if (kind === 'period') await giveJob(tx, { enqueue: enqueueJob }, { id, kind })
    else {
      const [problem = { code: 'job-fault', params: { id } }] = problems ?? []
      await stopDispatch(tx, id, state === 'cancelled' ? { code: 'plan-sending-called-off' } : problem, now)
    }
}
