import { type Column, createColumn, setValue } from './column.ts'
import { incompleteRows, type Responses, taskPattern } from './responses.ts'
import { createStepScale, type StepScale, stepPopularity } from './step-scale.ts'

/** Person fit without a model, by pupil: how far the passed steps are from the order of their popularity. */
export interface FitByOrder {
  /**
   * G, Guttman errors: pairs of steps of which the more popular is failed and the less popular passed (van der
   * Flier 1977; for points Molenaar 1991, Emons 2008). 0 for a work of all or no points.
   */
  readonly guttman: Column
  /** G over the largest G with the same number of steps passed: 0 perfect order, 1 reversed. */
  readonly guttmanNormed: Column
  /** NCI = 1 − 2·normed G (Tatsuoka & Tatsuoka 1982): 1 perfect order, −1 reversed. */
  readonly nci: Column
  /** U3 and U3poly (van der Flier 1982; Emons 2008): the same with logits of popularity for ranks, 0…1. */
  readonly u3: Column
  /** C*, modified caution index (Harnisch & Linn 1981), with the popularity itself; over steps for points. */
  readonly cStar: Column
}

/** Scales of different sets of tasks kept at once; unreadable marks could make one of each work. */
const SCALES_KEPT = 4096

/** A normaliser below this is rounding: all steps that could be exchanged have the same weight. */
const NO_RANGE = 1e-9

/**
 * Guttman errors, U3, C* of N pupils, for 0/1 tasks and for tasks of several points with any mixture of maxima.
 *
 * A pupil is compared on the pupil's own tasks. All but G are absent for a work of all or no points, and where the
 * steps are equally popular. One pass over the works, K look-ups each.
 *
 * @param popularity order of the steps (`stepPopularity`), of these pupils by default; give the region's or the
 *   controlled schools' to compare with them, or when one assessment is computed in parts
 */
export function fitByOrder(
  responses: Responses,
  popularity: readonly Float64Array[] = stepPopularity(responses),
): FitByOrder {
  const { count, scores, maxima } = responses
  const fit: FitByOrder = {
    guttman: createColumn(count),
    guttmanNormed: createColumn(count),
    nci: createColumn(count),
    u3: createColumn(count),
    cStar: createColumn(count),
  }
  const complete = createStepScale(popularity, new Uint8Array(maxima.length).fill(1))
  const incomplete = incompleteRows(responses)
  const others = new Map<string, StepScale>()
  for (let i = 0; i < count; i++) {
    const scale = incomplete[i] === 0 ? complete : scaleOf(taskPattern(responses, i), popularity, others)
    const { offset, passed, sums } = scale
    const { rank, logit, share } = sums
    let steps = 0
    let ranks = 0
    let logits = 0
    let shares = 0
    for (let j = 0; j < maxima.length; j++) {
      const x = scores[j][i]
      if (x > maxima[j]) continue
      const at = offset[j] + x
      steps += passed[at]
      ranks += rank.cumulative[at]
      logits += logit.cumulative[at]
      shares += share.cumulative[at]
    }
    if (scale.steps === 0) continue
    const first = (steps * (steps + 1)) / 2
    setValue(fit.guttman, i, ranks - first)
    if (steps === 0 || steps === scale.steps) continue
    if (rank.most[steps] - first > NO_RANGE) {
      const normed = (ranks - first) / (rank.most[steps] - first)
      setValue(fit.guttmanNormed, i, normed)
      setValue(fit.nci, i, 1 - 2 * normed)
    }
    setDistance(fit.u3, i, logits, logit.least[steps], logit.most[steps])
    setDistance(fit.cStar, i, shares, share.least[steps], share.most[steps])
  }
  return fit
}

/** (most − sum)/(most − least), held in [0, 1] against rounding. */
function setDistance(column: Column, pupil: number, sum: number, least: number, most: number): void {
  if (most - least > NO_RANGE)
    setValue(column, pupil, Math.min(1, Math.max(0, (most - sum) / (most - least))))
}

function scaleOf(
  pattern: string,
  popularity: readonly Float64Array[],
  known: Map<string, StepScale>,
): StepScale {
  let scale = known.get(pattern)
  if (scale === undefined) {
    scale = createStepScale(
      popularity,
      Uint8Array.from(pattern, flag => Number(flag)),
    )
    if (known.size >= SCALES_KEPT) known.clear()
    known.set(pattern, scale)
  }
  return scale
}
