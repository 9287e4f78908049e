/**
 * Power on one's own region: what would be found if known manipulations had been planted into its classes.
 *
 *     const rows = measurePower(sets, { kinds: PLANT_KINDS, seeds: [1, 2] })
 *
 * `sets` are the region's assessments with classes as groups (negative: unknown) and one numbering of schools.
 */
export { type PlantedSets, plantIntoShare } from './choose-classes.ts'
export { MEANT_FOR, PLANT_KINDS, type PlantKind } from './kinds.ts'
export { measurePower, type PlantPower, type PowerSettings } from './measure-power.ts'
export { officialMargin } from './official-margin.ts'
export { type PlantOptions, plant } from './plant.ts'
export type { ShareFound } from './share-found.ts'
