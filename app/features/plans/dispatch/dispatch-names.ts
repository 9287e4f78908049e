import { z } from 'zod'
import type { JobName } from '../../../platform/jobs/index.ts'

const params = z.object({ dispatch: z.number().int() }).strict()

/** Copies of a plan to those units that were left waiting for theirs. */
export const SEND_JOB: JobName<{ dispatch: number }> = { kind: 'plans.send', params }

/**
 * The period that a plan has by now, to its copies. Nobody calls it off: copies of two periods would be a plan half moved.
 */
export const MOVE_JOB: JobName<{ dispatch: number }> = { kind: 'plans.move', internal: true, params }
