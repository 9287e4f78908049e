/** Similarity of works within a class: all pairs cheaply, chosen pairs exactly. Material for a case, not a flag. */
export {
  createPairComparer,
  type Deviate,
  type PairComparer,
  type PairCopying,
  type PairSimilarity,
} from './compare-pair.ts'
export { type CopyEvidence, type CopyEvidenceOptions, createCopyEvidence } from './copy-evidence.ts'
export { type CopyModel, createCopyModel } from './copy-model.ts'
export { type ClassIndex, groupByClass } from './group-by-class.ts'
export { type HonestClasses, honestEvidence, type Normalise } from './honest-evidence.ts'
export type { OptionAnswers } from './option-curves.ts'
export {
  type ClassSimilarity,
  type NearestClassmate,
  type ScreenOptions,
  screenClasses,
} from './screen-classes.ts'
export { type SharedSource, sharedSource } from './shared-source.ts'
export { taskEffectSpread } from './task-effect-spread.ts'
