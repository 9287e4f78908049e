/** Person fit: how unlike the model, or the others, one work is. Material for a case, never a flag by itself. */
export { type Column, valueAt } from './column.ts'
export { chiSquareCorrected, cornishFisher, edgeworth, type MisfitSide } from './correct-skewness.ts'
export {
  type FitByModelOptions,
  fitByModel,
  type ModelStatistic,
  type ModelStatisticId,
  meanProbabilities,
  type Standardised,
} from './fit-by-model.ts'
export { type FitByOrder, fitByOrder } from './fit-by-order.ts'
export { categoryProbabilities, type ItemParameters, type ItemTable, tabulateItems } from './gpcm.ts'
export { itemParametersOf } from './item-parameters-of.ts'
export { type Responses, responsesOf } from './responses.ts'
export type { AbilityEstimator } from './standardise.ts'
export { stepPopularity } from './step-scale.ts'
export { transposedH } from './transposed-h.ts'
