import { normalUpperTail } from '../numeric/normal.ts'
import {
  categoryProbabilities,
  type ItemParameters,
  type Responses,
  tabulateItems,
} from '../person-fit/index.ts'
import { NO_CHANCE } from './compare-rows.ts'
import { poissonBinomialUpperTail, trinomialTail } from './upper-tails.ts'

/** A deviate and P(Z ≥ z). */
export interface Deviate {
  readonly z: number
  readonly p: number
}

/** How alike two works are, given both abilities; symmetric in the two. Small p: more alike than chance. */
export interface PairSimilarity {
  /** Tasks that both have. */
  readonly tasks: number
  /** Tasks with equal points, and those of them with full points. */
  readonly matches: number
  readonly fullMatches: number
  /** Matches expected by the model. */
  readonly expected: number
  /** Unconditional omega (Romero, Riascos & Jara 2015); null where nothing is left to chance. */
  readonly omega: Deviate | null
  /** The same with weights −ln p_j: an unlikely match counts for more (Trout & Gorney 2025). */
  readonly weightedOmega: Deviate | null
  /** p of the generalised binomial test on the number of matches (van der Linden & Sotaridona 2006). */
  readonly gbt: number
  /**
   * p of M4 (Maynes 2014) on the pair (full matches, other matches). For tasks of several points «identical wrong»
   * becomes «equal points below full», as in aberrance.
   */
  readonly m4: number
}

/** How well one work agrees with another taken as given; not symmetric. */
export interface PairCopying {
  readonly tasks: number
  readonly matches: number
  readonly expected: number
  /** Conditional omega (Wollack 1997). */
  readonly omega: Deviate | null
  /** Conditional generalised binomial test. */
  readonly gbt: number
}

export interface PairComparer {
  /** Null without a common task or without both abilities. */
  similarity(first: number, second: number): PairSimilarity | null
  /** Is `copier` closer to the answers of `source` than the copier's own ability explains? Null as above. */
  copying(source: number, copier: number): PairCopying | null
}

/** Exact comparison of chosen pairs, about 20 µs each: for pairs past `screenClasses`, or named by a person. */
export function createPairComparer(
  responses: Responses,
  items: readonly ItemParameters[],
  ability: Float64Array,
): PairComparer {
  const table = tabulateItems(items)
  const { offset, scored, taskCount, width } = table
  const { scores, maxima } = responses
  const ofFirst = new Float64Array(width)
  const ofSecond = new Float64Array(width)
  // Of the common tasks: probability of a match, of a full one, of another one; 1 where it happened.
  const match = new Float64Array(taskCount)
  const full = new Float64Array(taskCount)
  const other = new Float64Array(taskCount)
  const happened = new Uint8Array(taskCount)
  return { similarity, copying }

  function similarity(first: number, second: number): PairSimilarity | null {
    if (!Number.isFinite(ability[first]) || !Number.isFinite(ability[second])) return null
    categoryProbabilities(table, ability[first], ofFirst)
    categoryProbabilities(table, ability[second], ofSecond)
    let tasks = 0
    let matches = 0
    let fullMatches = 0
    for (let j = 0; j < taskCount; j++) {
      const x = scores[j][first]
      const y = scores[j][second]
      const maximum = maxima[j]
      if (scored[256 * j + x] === 0 || scored[256 * j + y] === 0) continue
      let p = 0
      for (let c = offset[j]; c < offset[j + 1]; c++) p += ofFirst[c] * ofSecond[c]
      const top = offset[j] + maximum
      // Rounding may leave a sum of products a little above one, or a difference below zero.
      match[tasks] = Math.min(1, p)
      full[tasks] = ofFirst[top] * ofSecond[top]
      other[tasks] = Math.max(0, match[tasks] - full[tasks])
      happened[tasks] = x === y ? 1 : 0
      matches += happened[tasks]
      if (x === maximum && y === maximum) fullMatches++
      tasks++
    }
    if (tasks === 0) return null
    return {
      tasks,
      matches,
      fullMatches,
      expected: expectedMatches(tasks),
      omega: omega(tasks, () => 1),
      weightedOmega: omega(tasks, p => -Math.log(p)),
      gbt: poissonBinomialUpperTail(match, tasks, matches),
      m4: trinomialTail(full, other, tasks, fullMatches, matches - fullMatches),
    }
  }

  function copying(source: number, copier: number): PairCopying | null {
    if (!Number.isFinite(ability[source]) || !Number.isFinite(ability[copier])) return null
    categoryProbabilities(table, ability[copier], ofFirst)
    let tasks = 0
    let matches = 0
    for (let j = 0; j < taskCount; j++) {
      const given = scores[j][source]
      const x = scores[j][copier]
      if (scored[256 * j + given] === 0 || scored[256 * j + x] === 0) continue
      match[tasks] = ofFirst[offset[j] + given]
      happened[tasks] = x === given ? 1 : 0
      matches += happened[tasks++]
    }
    if (tasks === 0) return null
    const gbt = poissonBinomialUpperTail(match, tasks, matches)
    return { tasks, matches, expected: expectedMatches(tasks), omega: omega(tasks, () => 1), gbt }
  }

  function expectedMatches(tasks: number): number {
    let sum = 0
    for (let t = 0; t < tasks; t++) sum += match[t]
    return sum
  }

  function omega(tasks: number, weightOf: (p: number) => number): Deviate | null {
    let deviation = 0
    let variance = 0
    for (let t = 0; t < tasks; t++) {
      const p = match[t]
      const weight = weightOf(p)
      deviation += (happened[t] - p) * weight
      variance += p * (1 - p) * weight * weight
    }
    if (!(variance >= NO_CHANCE && Number.isFinite(deviation))) return null
    const z = deviation / Math.sqrt(variance)
    return { z, p: normalUpperTail(z) }
  }
}
