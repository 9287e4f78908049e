import type { Calibration } from '../calibration/index.ts'
import type { ChannelId } from '../channels/contract.ts'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { brownP, cauchyP } from './combine-p.ts'
import { againstOwnBulk, type Combined } from './combined.ts'
import { type Kinds, learnKinds, speaking } from './kinds.ts'
import { normalScorer } from './normal-scores.ts'
import { bent, evidenceOf, STRENGTHS, type View, viewsFor, weigh } from './weigh-kinds.ts'

/** What the degree of a school is made of. */
export interface GroupScores {
  readonly channels: readonly ChannelId[]
  /** Log likelihood ratio as a normal score, before an empirical null; NaN where nothing is known. */
  readonly score: Float64Array
  /** Models behind the scores, one per part of the groups; empty where nothing is known. */
  readonly kinds: readonly Kinds[]
}

export interface GroupCombination extends Combined, GroupScores {
  /** Index of the channel whose way of manipulating explains the degree best; −1 where nothing is known. */
  readonly leading: Int32Array
  /** Its share of all odd explanations, 0 … 1. */
  readonly leadingShare: Float64Array
}

const DRAWS = 10_000
/** Each part of the groups is scored by a model learnt from the others, so that no group vouches for itself. */
const PARTS = 4
const FEW = 40

/**
 * Combines the calibrated channels of one set into a degree of suspicion per group: the log likelihood ratio of «odd in
 * one of these ways» against «honest» under a model learnt from the groups themselves (kinds.ts), brought to a normal
 * score by simulating honest groups with the channels' correlations, then set against its own bulk.
 *
 * Why not Fisher or Cauchy: manipulation is sparse. One way moves one channel and perhaps a few more; the sum of Fisher
 * adds the noise of all the rest, the rule of Cauchy ignores that two channels agree, and both ignore that honest
 * channels are correlated. The likelihood ratio weighs a channel by what it adds to those it is correlated with, counts
 * agreement where agreement is what odd groups show, and is the most powerful rule if the model is right (Neyman,
 * Pearson 1933); if it is wrong, the nulls by simulation and by the bulk still hold the error rate nearly.
 *
 * Taken for granted: z of honest groups are jointly normal. Where far values of one channel, on either side, raise another
 * (a profile of tasks that swings with the open ones), up to twice the budget was flagged in simulations.
 */
export function combineGroups(calibrations: readonly Calibration[]): GroupCombination {
  const count = calibrations[0]?.z.length ?? 0
  const nothing = () => new Float64Array(count).fill(Number.NaN)
  const [fisher, cauchy, leadingShare] = [nothing(), nothing(), nothing()]
  const leading = new Int32Array(count).fill(-1)
  const scores = scoreGroups(calibrations, (g, learnt, speak, odds) => {
    const lead = leadingChannel(odds, learnt.channels, speak)
    leading[g] = lead.channel
    leadingShare[g] = lead.share
    const p = speak.map(c => calibrations[c].p[g])
    fisher[g] = brownP(p, correlationsOf(learnt, speak))
    cauchy[g] = cauchyP(p)
  })
  return { ...scores, ...againstOwnBulk(scores.score), fisher, cauchy, leading, leadingShare }
}

/**
 * The scores of `combineGroups` alone: degrees of schools are made of nothing else, and the rest costs as much as a
 * channel.
 *
 * @param onGroup told of every group as it is scored; `odds` of its rays × strengths are overwritten by the next
 */
export function scoreGroups(
  calibrations: readonly Calibration[],
  onGroup: (g: number, learnt: Kinds, speak: readonly number[], odds: Float64Array) => void = () => {},
): GroupScores {
  const channels = calibrations.map(({ channel }) => channel)
  const z = calibrations.map(calibration => calibration.z)
  const score = new Float64Array(z[0]?.length ?? 0).fill(Number.NaN)
  if (!z.some(column => column.some(value => !Number.isNaN(value)))) return { channels, score, kinds: [] }

  const parts = partsOf(z)
  const kinds = parts.map((_, k) =>
    learnKinds(
      z,
      parts.flatMap((part, l) => (l === k && parts.length > 1 ? [] : part)),
    ),
  )
  const odds = new Float64Array(kinds[0].shares.length)
  const noise = honestNoise(z.length)
  for (const [k, part] of parts.entries()) {
    const learnt = kinds[k]
    const view = viewsFor(learnt)
    const scorers = new Map<View, (evidence: number) => number>()
    for (const g of part) {
      const speak = speaking(z, g)
      const own = view(speak)
      let scorer = scorers.get(own)
      if (scorer === undefined) {
        scorer = normalScorer(honestEvidence(own, noise))
        scorers.set(own, scorer)
      }
      const row = Float64Array.from(speak, c => bent(z[c][g]))
      score[g] = scorer(Math.log(weigh(own, row, odds)))
      onGroup(g, learnt, speak, odds)
    }
  }
  return { channels, score, kinds }
}

/**
 * Deals the groups of which something is known into parts, evenly through the order of their largest score, so that the
 * parts do not depend on how groups are numbered. One part where there are few.
 */
function partsOf(z: readonly Float64Array[]): number[][] {
  const known: { g: number; largest: number }[] = []
  for (let g = 0; g < z[0].length; g++) {
    let largest = Number.NEGATIVE_INFINITY
    for (const column of z) if (column[g] > largest) largest = column[g]
    if (largest > Number.NEGATIVE_INFINITY) known.push({ g, largest })
  }
  known.sort((a, b) => a.largest - b.largest || a.g - b.g)
  const count = known.length < FEW ? 1 : PARTS
  const parts: number[][] = Array.from({ length: count }, () => [])
  for (const [i, { g }] of known.entries()) parts[i % count].push(g)
  return parts
}

let drawn: Float64Array = new Float64Array(0)

/** Standard normal numbers for so many channels: the same in every run, and from the first on for every view of fewer. */
function honestNoise(channels: number): Float64Array {
  if (drawn.length < DRAWS * channels) drawn = normalNumbers(DRAWS * channels, seededRandom(20_190_512))
  return drawn
}

/** Evidence of simulated honest groups. */
function honestEvidence(view: View, noise: Float64Array): Float64Array {
  const k = view.channels.length
  const { lower } = view
  const z = new Float64Array(k)
  const draws = new Float64Array(DRAWS)
  for (let d = 0; d < DRAWS; d++) {
    for (let a = 0; a < k; a++) {
      let sum = 0
      for (let b = 0; b <= a; b++) sum += lower[a * k + b] * noise[d * k + b]
      z[a] = bent(sum)
    }
    draws[d] = Math.log(evidenceOf(view, z))
  }
  return draws
}

function leadingChannel(
  odds: Float64Array,
  size: number,
  speak: readonly number[],
): { channel: number; share: number } {
  const levels = STRENGTHS.length
  let [channel, most, total] = [-1, 0, 0]
  for (const c of speak) {
    let sum = 0
    for (let l = 0; l < levels; l++)
      sum += odds[c * levels + l] + odds[(size + c) * levels + l] + odds[(2 * size + c) * levels + l]
    total += sum
    if (sum > most) [channel, most] = [c, sum]
  }
  return { channel, share: total > 0 ? most / total : 0 }
}

function correlationsOf({ correlation, channels: size }: Kinds, speak: readonly number[]): Float64Array {
  const k = speak.length
  return Float64Array.from(
    { length: k * k },
    (_, at) => correlation[speak[Math.floor(at / k)] * size + speak[at % k]],
  )
}
