import { z } from 'zod'
import type { JobName } from '../../../platform/jobs/index.ts'

/** A screening asked for in the service. */
export const RUN_JOB: JobName<{ run: number }> = {
  kind: 'screening.run',
  params: z.object({ run: z.number().int() }).strict(),
}
