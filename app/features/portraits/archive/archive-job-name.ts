import { z } from 'zod'
import type { JobName } from '../../../platform/jobs/index.ts'

/** All portraits of a run, asked for in the service. */
export const ARCHIVE_JOB: JobName<{ archive: number }> = {
  kind: 'portraits.make',
  params: z.object({ archive: z.number().int() }).strict(),
}
