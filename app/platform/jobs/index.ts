import './tables.ts'

export type { JobLog } from './attempt-job.ts'
export { enqueueJob } from './enqueue-job.ts'
export type { JobKind, JobName, Schedule } from './job.ts'
export { createJobRunner, type JobRunner, type Jobs } from './job-runner.ts'
export { removeOldJobs } from './remove-old-jobs.ts'
export type { JobState } from './tables.ts'
export { tendSchedules } from './tend-schedules.ts'
