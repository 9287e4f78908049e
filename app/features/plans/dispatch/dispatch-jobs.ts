import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { breathe, type JobLog } from '../../../platform/jobs/index.ts'
import type { JobContext, JobKind } from '../../../platform/jobs/job.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { PlansService } from '../service.ts'
import { movePlansBelow } from '../store/move-plans-below.ts'
import { lockPlan } from '../store/plan-rows.ts'
import { MOVE_JOB, SEND_JOB } from './dispatch-names.ts'
import { type DispatchRow, holdDispatch, readDispatch, stopDispatch, writePart } from './dispatches.ts'
import { leaveOutFirst, sendPart } from './send-part.ts'

type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
type Service = Pick<PlansService, 'database' | 'moment'>

/** Work on many units, part by part: what is left stands in the database, so that it goes on wherever it was broken off. */
export function dispatchJobs(service: Service, log?: JobLog): readonly JobKind<{ dispatch: number }>[] {
  return [sendJob(service, log), moveJob(service)]
}

function sendJob(service: Service, log?: JobLog): JobKind<{ dispatch: number }> {
  return {
    ...SEND_JOB,
    async run({ dispatch }, context) {
      const transact = transactIn(service, context)
      const faults: unknown[] = []
      const ended = await stepThrough(context, 'plans.sending', async () => {
        try {
          return await transact(tx => sendPart(tx, dispatch, service.moment()))
        } catch (error) {
          if (error instanceof ProblemError) {
            await transact(tx => stopDispatch(tx, dispatch, error.problems[0], service.moment().now))
            throw error
          }
          // What passes by itself is for the queue, which tries again later.
          if (passes(error)) throw error
          // One unit must not keep a plan from all the others: each of this part for itself, then without the one that fails.
          try {
            return await transact(tx => sendPart(tx, dispatch, { ...service.moment(), most: 1 }))
          } catch (again) {
            if (passes(again)) throw again
            // At once: an attempt that is broken off later would take it along.
            log?.error({ err: again, dispatch }, 'a unit was left out of a sending')
            faults.push(again)
            return transact(tx => leaveOutFirst(tx, dispatch, service.moment().now))
          }
        }
      }).catch(async error => {
        if (context.signal.aborted && context.signal.reason === 'cancelled') {
          const problem = { code: 'plan-sending-called-off' }
          await transact(tx => stopDispatch(tx, dispatch, problem, service.moment().now))
        }
        throw error
      })
      // Whoever runs the service is to read of it; asked again, the job finds nothing left.
      if (faults.length > 0) throw new AggregateError(faults, 'units were left out of a sending')
      // Ended by an attempt that could not say so: whoever asked is told all the same how far it came.
      const row = ended ?? (await transact(tx => readDispatch(tx, dispatch)))
      if (row?.state !== 'done') return undefined
      return {
        message: 'plans.sent-to-units',
        params: { count: row.reached, left: row.left_out.length },
        link: `/plans/${row.plan_id}`,
      }
    },
  }
}

function moveJob(service: Service): JobKind<{ dispatch: number }> {
  return {
    ...MOVE_JOB,
    async run({ dispatch }, context) {
      const transact = transactIn(service, context)
      await stepThrough(context, 'plans.moving', () =>
        transact(async tx => {
          const row = await holdDispatch(tx, dispatch)
          if (row === null) return null
          const moment = service.moment()
          await nameAct(tx, 'plan.changed')
          const { moved, left } = await movePlansBelow(tx, await lockPlan(tx, row.plan_id), moment)
          return writePart(tx, row, {
            ...{ reached: moved, waiting: [], leftOut: [], isLast: left === 0, now: moment.now },
          })
        }),
      )
      return undefined
    },
  }
}

/** A connection lost, a lock not come by in time, a conflict of two, a server that stops: the next attempt may do. */
function passes(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(?:08|40|53|55|57)[0-9A-Z]{3}$|^E[A-Z]+$/.test(code)
}

/** Part after part, until none is left; the row as it then is, null where it had ended before. */
async function stepThrough(
  { signal, progress }: JobContext,
  stage: string,
  step: () => Promise<DispatchRow | null>,
): Promise<DispatchRow | null> {
  for (;;) {
    if (signal.aborted) throw signal.reason
    const row = await step()
    if (row === null) return null
    progress.report(stage, '', row.reached, row.total)
    if (row.state !== 'going') return row
    await breathe()
  }
}

/** In the name of whoever asked, as far as they reach. */
function transactIn({ database }: Service, { scope }: JobContext): Transact {
  return work => (scope ? database.as(scope, work) : database.asSystem('system:plans', work))
}
