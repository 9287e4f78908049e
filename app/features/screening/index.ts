/** The door of `screening`: sets in, signals and their report out; in the service, runs that are kept. */
import './tables.ts'

export { buildCase } from './case/build-case.ts'
export { writeCase } from './case/write-case.ts'
export { isExamination } from './detection/examinations.ts'
export {
  collectForPower,
  measureRegionPower,
} from './detection/region-power.ts'
export { drawFigure, presentFigure } from './figures/draw-figure.ts'
export type { DrawnFigure, FigureData, ScoresFigure } from './figures/figure-data.ts'
export { distributionOf, funnelOf, halfWidth, tasksOf } from './figures/set-figures.ts'
export { causesOf } from './findings/causes-of.ts'
export type { FindingData, WordedFinding } from './findings/finding-data.ts'
export { type FoundSign, signsOf } from './findings/signs-of-screening.ts'
export { titleOfFinding, wordFinding } from './findings/word-finding.ts'
export { type RecordLine, wordRecord } from './findings/word-record.ts'
export { printSummary } from './outputs/print-summary.ts'
export { noteText, setName } from './outputs/words.ts'
export { type OutputPaths, writeOutputs } from './outputs/write-outputs.ts'
export { printPower, renderPower, serialisePower } from './report/power-page.ts'
export { renderReport } from './report/render-report.ts'
export { screeningRoutes } from './routes.ts'
export { runScreening, type ScreeningInput } from './run-screening.ts'
export { OUTPUTS_OF_RUN } from './runs/keep-outputs.ts'
export { prepareForWorks } from './runs/ready-thread.ts'
export { runJob } from './runs/run-job.ts'
export { type SchoolRow, type SchoolSetRow, schoolRows, schoolSetRows, summaryOf } from './runs/run-rows.ts'
export { settleLostRuns } from './runs/settle-lost.ts'
export type { ScreeningService } from './service.ts'
export { DEFAULT_SETTINGS, type ScreeningSettings } from './settings.ts'
export type {
  AlikeReplies,
  FinishedRun,
  RepliesAsked,
  RepliesCounted,
  ReplyToSign,
  SignalsOfRun,
} from './signals-port.ts'
export { markDataUndone } from './store/mark-data-undone.ts'
export { type RunRow, readDoneRun, readRun as getRun } from './store/read-run.ts'
export { readWholeRun, type SchoolOfRun, treeOfRun } from './store/read-whole-run.ts'
export type { RunSummary, StoredMarker } from './tables.ts'
export type {
  RunRecord,
  ScreenedMarker,
  ScreenedSchool,
  ScreenedSet,
  Screening,
  TerritoryIndex,
} from './types.ts'
export { addScores, addTasks } from './views/add-schools.ts'
export { presentDefinitions } from './views/definitions.ts'
export { intervalOfIndex, SMALL_TERRITORY } from './views/present-index.ts'
