/**
 * What threads of other rooms need of `screening`: words and pictures of a run's rows; no HTTP, no database. Whoever works
 * both in a thread and in the service enters here.
 */
export { isExamination } from './detection/examinations.ts'
export { drawFigure } from './figures/draw-figure.ts'
export type { FigureData, ScoresFigure } from './figures/figure-data.ts'
export { distributionOf, funnelOf, halfWidth, STRIKING, tasksOf } from './figures/set-figures.ts'
export { wordRecord } from './findings/word-record.ts'
export { noteText, setName } from './outputs/words.ts'
export { hasHighMean, type SchoolSetRow } from './runs/run-rows.ts'
export type { ScreenedSet } from './types.ts'
export { addScores, addTasks } from './views/add-schools.ts'
export { presentDefinitions } from './views/definitions.ts'
export { intervalOfIndex, SMALL_TERRITORY } from './views/present-index.ts'
