/** The door of `plans`: plans of three levels, from the documents that people have. */
import './notice-kinds.ts'
import './tables.ts'

export { dispatchJobs } from './dispatch/dispatch-jobs.ts'
export { settleDispatches } from './dispatch/settle-dispatches.ts'
export { readPlanFile, readPlanWithOriginal } from './files/read-plan-file.ts'
export { leftOutNotes } from './left-out-notes.ts'
export { measureRoutes } from './measures/measure-routes.ts'
export { type MeasuresOfUnit, measuresOfUnits } from './measures/measures-of-units.ts'
export { watchMeasures } from './measures/watch-measures.ts'
export type { Measure, PlanPeriod, RecognisedPlan } from './reading/plan.ts'
export { planRoutes } from './routes.ts'
export { openPlans, type PlansService } from './service.ts'
export { documentOf } from './writing/document-of.ts'
export type { PaperOptions, PlanPaper } from './writing/lay-out-plan.ts'
export type {
  ApprovalBlock,
  DocumentMeasure,
  DocumentPeriod,
  DocumentTerm,
  EvidenceDocument,
  MeasureProgress,
  PlanDocument,
} from './writing/plan-document.ts'
export { type CalendarFeed, type CalendarMeasure, writeCalendar } from './writing/write-calendar.ts'
export { writePlanPdf } from './writing/write-pdf.ts'
export { writePlanWord } from './writing/write-word.ts'
export { writePlanWorkbook } from './writing/write-workbook.ts'
