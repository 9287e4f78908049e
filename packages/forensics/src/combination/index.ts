/**
 * From channels to one degree of suspicion.
 *
 *     const combined = combineGroups(calibrations)            // classes (or schools) of one set
 *     const schools  = combineSchools({ schoolCount, school, set, z })   // score of combineGroups over sets
 *     const flags    = flagsForBudget(schools, 1)             // «не более 1 ложного сигнала на 100 добросовестных»
 *
 * Every Combined has, per group or school and NaN where nothing is known: `z` (the degree: standard normal for honest
 * ones, large = odd), `p`, `fdr` (local false discovery rate), `q`; beside them, not used for flags, `fisher` (with
 * Brown's correction) and `cauchy` p-values; `leading`, the channel (or unit) the degree rests on most.
 */
export { type BudgetFlags, flagsForBudget } from './budget.ts'
export { combineGroups, type GroupCombination, type GroupScores, scoreGroups } from './combine-groups.ts'
export { brownP, cauchyP, fisherP, minimumP, stoufferP } from './combine-p.ts'
export { combineSchools, type SchoolCombination } from './combine-schools.ts'
export type { Combined, CombinedNull } from './combined.ts'
export { benjaminiYekutieli, localFdr, qValues } from './false-discoveries.ts'
export { oddestP } from './school-lists.ts'
export type { SchoolUnits } from './units.ts'
