/** The door of `signals`: what asks for an explanation, the way of its reply, and its outcome. */
import './tables.ts'

export { caseReader } from './case/case-reader.ts'
export type { FederalYearsOf } from './federal-years.ts'
export { type NamedSignal, nameOfSignal } from './name-of-signal.ts'
export { onBatchUndone } from './on-batch-undone.ts'
export type { ReplyState } from './reply-state.rules.ts'
export { type SignalsOptions, signalRoutes } from './routes.ts'
export { signalsOfRun } from './signals-of-run.ts'
export { type SignOfUnit, signsOfUnits } from './signs-of-units.ts'
export { watchTerms } from './watch-terms.ts'
