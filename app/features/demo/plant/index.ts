import type { Random } from '../random.ts'
import type { PlantKind, PlantOutcome } from '../types.ts'
import { alike } from './alike.ts'
import { dictate } from './dictate.ts'
import { hardestGiven } from './hardest-given.ts'
import { journalDetached } from './journal-detached.ts'
import { lift } from './lift.ts'
import { lowAbsent } from './low-absent.ts'
import type { PlantTarget } from './target.ts'

/** Strength of each kind; what is left out has the default of its function. */
export interface PlantStrength {
  readonly lift: { readonly reach?: number; readonly share?: number }
  readonly 'hardest-given': { readonly tasks?: number; readonly share?: number }
  readonly alike: { readonly height?: number; readonly slips?: number }
  readonly dictate: { readonly part?: number; readonly share?: number }
  readonly 'journal-detached': { readonly lean?: number }
  readonly 'low-absent': { readonly part?: number; readonly share?: number }
}

type Planting<K extends PlantKind> = (
  target: PlantTarget,
  random: Random,
  strength?: PlantStrength[K],
) => PlantOutcome

const PLANTINGS: { readonly [K in PlantKind]: Planting<K> } = {
  lift,
  'hardest-given': hardestGiven,
  alike,
  dictate,
  'journal-detached': journalDetached,
  'low-absent': lowAbsent,
}

/**
 * Plants one manipulation into the rows of the target, in place, and says what it did. Every row keeps its total
 * equal to the sum of its points.
 */
export function plant<K extends PlantKind>(
  kind: K,
  target: PlantTarget,
  random: Random,
  strength?: PlantStrength[K],
): PlantOutcome {
  return PLANTINGS[kind](target, random, strength)
}
