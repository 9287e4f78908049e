import { z } from 'zod'
import type { JobName } from '../../../platform/jobs/index.ts'

/** Reading a file that was sent. */
export const READ_BATCH: JobName<{ batch: number }> = {
  kind: 'results.read',
  params: z.object({ batch: z.number().int() }).strict(),
}
