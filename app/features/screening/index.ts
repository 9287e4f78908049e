/** The door of `screening`: sets in, signals and their report out. */
export { buildCase } from './case/build-case.ts'
export { writeCase } from './case/write-case.ts'
export {
  collectForPower,
  measureRegionPower,
} from './detection/region-power.ts'
export { presentFigure } from './figures/draw-figure.ts'
export type { DrawnFigure, FigureData } from './figures/figure-data.ts'
export { causesOf } from './findings/causes-of.ts'
export type { FindingData, WordedFinding } from './findings/finding-data.ts'
export { type FoundSign, signsOf } from './findings/signs-of-screening.ts'
export { titleOfFinding, wordFinding } from './findings/word-finding.ts'
export { type RecordLine, wordRecord } from './findings/word-record.ts'
export { printSummary } from './outputs/print-summary.ts'
export { setName } from './outputs/words.ts'
export { type OutputPaths, writeOutputs } from './outputs/write-outputs.ts'
export { printPower, renderPower, serialisePower } from './report/power-page.ts'
export { renderReport } from './report/render-report.ts'
export { runScreening, type ScreeningInput } from './run-screening.ts'
export { DEFAULT_SETTINGS, type ScreeningSettings } from './settings.ts'
export type { FinishedRun, SignalsOfRun } from './signals-port.ts'
export type { RunRecord, ScreenedMarker, ScreenedSchool, ScreenedSet, Screening } from './types.ts'
