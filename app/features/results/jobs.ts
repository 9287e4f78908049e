import type { AnyJobKind } from '../../platform/jobs/job.ts'
import { clearBatchJob } from './import/clear-batch-job.ts'
import { readBatchJob } from './import/read-batch-job.ts'
import type { ResultsService } from './service.ts'

/** Long work of this room. */
export function resultsJobs(service: ResultsService): AnyJobKind[] {
  return [readBatchJob(service), clearBatchJob(service)]
}
