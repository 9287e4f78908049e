import {
  fitNullShape,
  isTrusted,
  type NullShape,
  nullZ,
  shapeOfMajority,
  wholeShape,
} from '../calibration/index.ts'
import { normalUpperTail } from '../numeric/normal.ts'
import { localFdr, qValues } from './false-discoveries.ts'

/** The null that the degree of suspicion is measured against. */
export interface CombinedNull {
  /**
   * 'bulk': an empirical null fitted to the degrees themselves; 'majority': more of them looked odd than an empirical
   * null can stand, so the greater part is taken for honest and its own spread for the ordinary one; 'simulated': too
   * few for either, so the degrees are standard normal only as far as the channels' z and their correlations are.
   */
  readonly source: 'bulk' | 'majority' | 'simulated'
  readonly groups: number
  /** Null where simulated. */
  readonly shape: NullShape | null
  /** Share of honest ones by the zero assumption; 1 where simulated. */
  readonly pi0: number
}

/** A degree of suspicion per group or school; NaN where nothing is known. */
export interface Combined {
  /** Standard normal for honest ones, large = odd. */
  readonly z: Float64Array
  readonly p: Float64Array
  readonly fdr: Float64Array
  readonly q: Float64Array
  /** Score before the empirical null. */
  readonly score: Float64Array
  /** p-values beside the degree: Fisher with Brown's correction, Cauchy. */
  readonly fisher: Float64Array
  readonly cauchy: Float64Array
  readonly null: CombinedNull
}

const MINIMUM = 40
/** Scores are standard normal already if the channels are; the data may say a little otherwise. */
const PRIOR = { mean: [0, 0, 0], sd: [0.15, 0.1, 0.1] } as const
/**
 * A degree is odd by chance more often than the model of jointly normal channels has it. A larger share of honest ones
 * than this is believed as it stands; otherwise one shape for all is preferred where it explains them (whole-shape.ts).
 */
const PLAUSIBLE = 0.97
const WHOLE_PRIOR = { mean: [...PRIOR.mean, 0], sd: [...PRIOR.sd, 0.1] } as const

/**
 * Sets normal scores against an empirical null of their own (Efron 2004) and adds what follows from it. The null may
 * make a degree smaller, never larger: honest channels that go together in other ways than a correlation make the bulk
 * narrow and the tail long, and a narrow bulk is then no reason for more suspicion. q takes all groups for honest
 * (Benjamini, Hochberg 1995): the share of honest ones is known too loosely to build on it.
 *
 * @param habits whether many odd ones are rather a habit than odd (the rules of a whole shape and of the majority). Not
 *   for scores made of degrees that have been through these rules: where a twentieth of the classes is odd, a quarter of
 *   the schools is.
 */
export function againstOwnBulk(
  score: Float64Array,
  { habits = true }: { readonly habits?: boolean } = {},
): Pick<Combined, 'z' | 'p' | 'fdr' | 'q' | 'score' | 'null'> {
  const known = score.filter(value => !Number.isNaN(value)).sort()
  const enough = known.length >= MINIMUM && known[0] < known[known.length - 1]
  const narrow = enough ? fitNullShape(known, PRIOR) : null
  const fitted =
    habits && narrow !== null && narrow.pi0 < PLAUSIBLE ? (wholeShape(known, WHOLE_PRIOR) ?? narrow) : narrow
  const trusted = !habits || fitted === null || isTrusted(fitted)
  const shape = trusted ? fitted : shapeOfMajority(known, fitted)
  const z =
    shape === null
      ? score
      : score.map(value => (Number.isNaN(value) ? value : Math.min(value, nullZ(shape, value))))
  const p = z.map(normalUpperTail)
  const pi0 = shape?.pi0 ?? 1
  return {
    z,
    p,
    fdr: localFdr(z, pi0),
    q: qValues(p, 1),
    score,
    null: {
      source: shape === null ? 'simulated' : trusted ? 'bulk' : 'majority',
      groups: known.length,
      shape,
      pi0,
    },
  }
}
