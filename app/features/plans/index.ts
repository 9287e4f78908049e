/** The door of `plans`: plans of three levels, from the documents that people have. */
export { readPlanFile } from './files/read-plan-file.ts'
export type { Measure, PlanPeriod, RecognisedPlan } from './reading/plan.ts'
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
export { writePlanPdf } from './writing/write-pdf.ts'
export { writePlanWord } from './writing/write-word.ts'
export { writePlanWorkbook } from './writing/write-workbook.ts'
