/** The door of `screening`: sets in, signals and their report out. */
export { buildCase } from './case/build-case.ts'
export { writeCase } from './case/write-case.ts'
export {
  collectForPower,
  measureRegionPower,
} from './detection/region-power.ts'
export { printSummary } from './outputs/print-summary.ts'
export { type OutputPaths, writeOutputs } from './outputs/write-outputs.ts'
export { printPower, renderPower, serialisePower } from './report/power-page.ts'
export { renderReport } from './report/render-report.ts'
export { runScreening, type ScreeningInput } from './run-screening.ts'
export { DEFAULT_SETTINGS, type ScreeningSettings } from './settings.ts'
export type { Screening } from './types.ts'
