/** The door of `plans`: plans of three levels, from the documents that people have. */
export { readPlanFile } from './files/read-plan-file.ts'
export type { Measure, PlanPeriod, RecognisedPlan } from './reading/plan.ts'
