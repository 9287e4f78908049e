import { normalUpperTail } from '../numeric/normal.ts'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import { blankHabit, dispersionOf } from './blank-habit.ts'
import type { ChannelValues, PreparedWorks } from './contract.ts'
import { filledBlanks } from './filled-blanks.ts'
import { scaleOf } from './given-ability.ts'
import { type TaskResiduals, taskResiduals } from './residuals.ts'

export interface OmissionValues extends ChannelValues {
  readonly channel: 'omission'
  /** Tasks not attempted in the group, and how many pupils of this ability leave where blanks are written down. */
  readonly observed: Float64Array
  readonly expected: Float64Array
  /** Chance that the group writes its blanks as «X», by what the other groups of its school do; NaN where unknown. */
  readonly writes: Float64Array
  /** How much its points look as if blanks had been filled in, about N(0, 1) (filled-blanks.ts). */
  readonly filled: Float64Array
  /** False where too few groups write blanks down to know where pupils leave them: the channel is silent. */
  readonly recorded: boolean
  /** Standard deviation between honest groups of the rate of omission, relative to the expected. */
  readonly spread: number
}

/**
 * Blanks filled in with right answers: none are left, though pupils of this ability leave some in a school that writes
 * them down, and there are points where such pupils usually leave blanks.
 *
 * Two pieces of evidence, independent in an honest group: the number of blanks, none with the chance 1 − w that the group
 * does not write them down, negative binomial otherwise (blank-habit.ts); and z of the points that look filled in
 * (filled-blanks.ts). They are weighed by the likelihood ratio to a group of which hardly a blank is left and whose z is
 * SHIFT higher; p is the exact chance that an honest group of this school and size has a ratio as high, the value its
 * normal quantile, of variance 1: the noise between groups is in both parts already. A group with blanks left needs a z
 * that is higher by the more, one with as many as expected has none high enough.
 *
 * Sees blanks filled in over a group. Does not see it where few are left anyway (easy sets, strong classes), where many
 * were left alone, nor answers that bring no points. A school that teaches to try everything, and a last task that only this
 * class was taught, look alike. NaN where the other classes show that the school enters zeros for blanks; everywhere
 * where the protocol has no blanks, or too few classes write them.
 */
export function omissionChannel(
  prepared: PreparedWorks,
  residuals: TaskResiduals = taskResiduals(prepared),
): OmissionValues {
  const { count, groupCount, notAttempted } = prepared
  const nothing = () => new Float64Array(groupCount).fill(Number.NaN)
  const silent = {
    channel: 'omission' as const,
    value: nothing(),
    variance: nothing(),
    n: new Int32Array(groupCount),
    observed: nothing(),
    expected: nothing(),
    writes: nothing(),
    filled: nothing(),
    recorded: false,
    spread: 0,
  }
  if (notAttempted === null) return silent
  const blanks = new Uint8Array(count)
  for (const column of notAttempted) for (let i = 0; i < count; i++) blanks[i] += column[i]
  const scale = scaleOf(prepared.ability.subarray(0, count))
  const habit = blankHabit(prepared, scale, blanks)
  if (habit === null) return silent
  const { n, observed, expected, writes, spread } = habit
  const filled = filledBlanks(prepared, residuals, scale, habit.rate)
  const { value, variance } = silent
  for (let g = 0; g < groupCount; g++) {
    if (Number.isNaN(expected[g] + filled[g]) || writes[g] < LEAST_WRITES) continue
    const p = upperTail(observed[g], filled[g], {
      mean: expected[g],
      variance: habit.variance[g],
      writes: writes[g],
    })
    value[g] = normalUpperQuantile(Math.min(1 - LEAST_TAIL, Math.max(LEAST_TAIL, p)))
    variance[g] = 1
  }
  return { ...silent, n, observed, expected, writes, filled, recorded: true, spread }
}

/** Below it what looks filled in was hardly a blank: the parallel classes enter zeros. */
const LEAST_WRITES = 0.25
/** By how much z of a filled group is thought to be higher; the ratio orders groups nearly alike from 4 to 6. */
const SHIFT = 5
/** Share of the blanks that are thought to be overlooked. */
const OVERLOOKED = 0.001
const LEAST_TAIL = 1e-15
/** Standard deviations beyond which a chance is nothing. */
const NOTHING = 9

/** Blanks of an honest group: none with the chance 1 − writes, negative binomial otherwise. */
interface HonestBlanks {
  readonly mean: number
  readonly variance: number
  readonly writes: number
}

/**
 * Σ_x P(x)·P(Z ≥ z with which x blanks weigh as much as what was seen). Blanks overlooked are geometric, whose mean is
 * that share of the expected.
 */
function upperTail(seen: number, z: number, { mean, variance, writes }: HonestBlanks): number {
  const dispersion = dispersionOf(mean, variance)
  const size = mean / (dispersion - 1)
  const overlooked = OVERLOOKED * mean
  const each = Math.log(overlooked / (1 + overlooked))
  const honest = (log: number, x: number) => (x === 0 ? 1 - writes : 0) + writes * Math.exp(log)
  const ratio = (log: number, x: number) => x * each - Math.log(Math.max(honest(log, x), Number.MIN_VALUE))
  const next = (log: number, x: number) => log + Math.log(((size + x) / (x + 1)) * (1 - 1 / dispersion))
  const first = -size * Math.log(dispersion)
  let log = first
  for (let x = 0; x < seen; x++) log = next(log, x)
  const own = SHIFT * z + ratio(log, seen)
  let p = 0
  log = first
  const most = mean + NOTHING * Math.sqrt(variance) + NOTHING
  for (let x = 0; x < most; x++) {
    const needed = (own - ratio(log, x)) / SHIFT
    if (x > 0 && needed > NOTHING) break
    p += honest(log, x) * normalUpperTail(needed)
    log = next(log, x)
  }
  return p
}
