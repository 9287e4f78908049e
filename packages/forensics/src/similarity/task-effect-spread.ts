import type { Responses } from '../person-fit/index.ts'
import { type CopyModel, gridPoint } from './copy-model.ts'

/** As in honest Russian classes (TIMSS 2007, METHODS §4.5), where the works at hand are too few to tell. */
const USUAL_SD = 0.5
/** Fewer class-by-task sums than this tell nothing. */
const FEWEST = 200
/** More are not needed: the error of the result is below one in a hundred. */
const ENOUGH = 40_000
const LARGEST_SD = 1.5
/** Median of χ² with one degree of freedom. */
const MEDIAN_CHI_SQUARE = 0.454936423119572

/**
 * Standard deviation of the effects that classes have on single tasks, in logits per point: from the median over
 * classes and tasks of z²/(1 + A·σ²), z = Σ(x − E)/√A, A = Σ V, set equal to the median of χ²₁. The median, so that
 * a fifth of odd classes hardly moves it. The model's own effectSd is not used.
 */
export function taskEffectSpread(
  model: CopyModel,
  responses: Responses,
  ability: Float64Array,
  groupStart: Int32Array,
): number {
  const { table, mean, variance } = model
  const { taskCount, scored } = table
  const groupCount = groupStart.length - 1
  const every = Math.max(1, Math.floor((groupCount * taskCount) / ENOUGH))
  const squares: number[] = []
  const sums: number[] = []
  const residual = new Float64Array(taskCount)
  const information = new Float64Array(taskCount)
  for (let g = 0; g < groupCount; g += every) {
    if (groupStart[g + 1] - groupStart[g] < 3) continue
    residual.fill(0)
    information.fill(0)
    for (let row = groupStart[g]; row < groupStart[g + 1]; row++) {
      if (!Number.isFinite(ability[row])) continue
      const at = gridPoint(ability[row]) * taskCount
      for (let j = 0; j < taskCount; j++) {
        const x = responses.scores[j][row]
        if (scored[256 * j + x] === 0) continue
        residual[j] += x - mean[at + j]
        information[j] += variance[at + j]
      }
    }
    for (let j = 0; j < taskCount; j++) {
      if (information[j] < 1e-3) continue
      squares.push((residual[j] * residual[j]) / information[j])
      sums.push(information[j])
    }
  }
  if (squares.length < FEWEST) return USUAL_SD
  let low = 0
  let high = LARGEST_SD
  for (let step = 0; step < 25; step++) {
    const sd = (low + high) / 2
    let below = 0
    for (let i = 0; i < squares.length; i++) {
      if (squares[i] < MEDIAN_CHI_SQUARE * (1 + sums[i] * sd * sd)) below++
    }
    if (below * 2 < squares.length) low = sd
    else high = sd
  }
  return (low + high) / 2
}
