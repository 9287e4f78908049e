import type { Schedule } from '../../platform/jobs/index.ts'
import { settleLostJob } from './import/settle-lost.ts'
import type { ResultsService } from './service.ts'
import { sweepFoldersJob } from './store/sweep-folders.ts'

const A_DAY = 24 * 60

/** What comes round by the clock in this room. */
export function resultsSchedules(service: ResultsService): Schedule[] {
  return [
    { job: settleLostJob(service), params: {}, everyMinutes: 5 },
    { job: sweepFoldersJob(service), params: {}, everyMinutes: A_DAY },
  ]
}
