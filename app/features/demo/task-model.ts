import type { Random } from './random.ts'

/**
 * Graded responses (Samejima 1969) with the logistic curve: P(score ≥ k) = 1 / (1 + exp(step_k − x)), where x is
 * the pupil's ability plus what the class makes of this task, in logits. Curves are kept as tables over a grid of x,
 * so that a cell costs one look-up and no exp().
 */
export interface TaskModel {
  readonly maxima: Uint8Array
  /** Per task: `max` rows of GRID entries, row k − 1 holding 65 535 · P(score ≥ k). */
  readonly curves: readonly Uint16Array[]
}

/** Grid of x: from −8 to 8 logits in sixteenths. */
const STEPS_PER_LOGIT = 16
const HALF_GRID = 8 * STEPS_PER_LOGIT
const GRID = 2 * HALF_GRID + 1

/** Distance between the steps of a task of several points, in logits. */
const STEP_WIDTH = 0.9

/**
 * Spread of what one class makes of one task, in logits. Honest Russian classes share residuals: 0.57 gives the
 * correlation of residuals seen in TIMSS 2007 (Russia, grade 8), 0.06 instead of 0.
 */
export const CLASS_TASK_SD = 0.57

/**
 * Tables for tasks with given maxima whose expected shares of the maximum are `shares` (0…1 each) in a population
 * of abilities N(0, abilitySd²) with the class-by-task noise on top.
 */
export function buildTaskModel(
  maxima: readonly number[],
  shares: readonly number[],
  abilitySd: number,
): TaskModel {
  const spread = Math.hypot(abilitySd, CLASS_TASK_SD)
  const curves = maxima.map((max, task) => {
    const middle = findDifficulty(max, shares[task], spread)
    const curve = new Uint16Array(max * GRID)
    for (let k = 1; k <= max; k++) {
      const step = stepOf(middle, max, k)
      for (let i = 0; i < GRID; i++)
        curve[(k - 1) * GRID + i] = Math.round(65_535 * logistic((i - HALF_GRID) / STEPS_PER_LOGIT - step))
    }
    return curve
  })
  return { maxima: Uint8Array.from(maxima), curves }
}

/** A value in logits as a step of the grid, counted from its middle. */
export function toGrid(logits: number): number {
  return Math.round(logits * STEPS_PER_LOGIT)
}

/** Scratch memory of answerClass, reused between classes. */
export interface AnswerScratch {
  words: Uint32Array<ArrayBuffer>
  halves: Uint16Array
}

export function createScratch(): AnswerScratch {
  const words = new Uint32Array(512)
  return { words, halves: new Uint16Array(words.buffer) }
}

/**
 * Writes the answers of one class: for the pupils `at … at + n − 1` of the output columns, from their abilities on
 * the grid (`ability[0 … n − 1]`). Adds the points to `total`. Draws n × tasks uniform numbers and one normal
 * deviate per task, whatever the answers.
 */
export function answerClass(
  model: TaskModel,
  ability: Int16Array,
  n: number,
  random: Random,
  scores: readonly Uint8Array[],
  total: Uint16Array,
  at: number,
  scratch: AnswerScratch,
): void {
  const tasks = model.maxima.length
  const needed = (n * tasks + 1) >> 1
  if (scratch.words.length < needed) {
    scratch.words = new Uint32Array(needed)
    scratch.halves = new Uint16Array(scratch.words.buffer)
  }
  random.fill(needed === scratch.words.length ? scratch.words : scratch.words.subarray(0, needed))
  const halves = scratch.halves
  let next = 0
  for (let task = 0; task < tasks; task++) {
    const shift = HALF_GRID + toGrid(CLASS_TASK_SD * random.normal())
    const max = model.maxima[task]
    const curve = model.curves[task]
    const column = scores[task]
    for (let i = 0; i < n; i++) {
      const position = ability[i] + shift
      const x = position < 0 ? 0 : position >= GRID ? GRID - 1 : position
      const u = halves[next++]
      let score = 0
      while (score < max && u < curve[score * GRID + x]) score++
      column[at + i] = score
      total[at + i] += score
    }
  }
}

/** The difficulty at which the expected share of the maximum is `share`, by halving. */
function findDifficulty(max: number, share: number, spread: number): number {
  let low = -8
  let high = 8
  for (let turn = 0; turn < 40; turn++) {
    const middle = (low + high) / 2
    if (expectedShare(max, middle, spread) > share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function expectedShare(max: number, middle: number, spread: number): number {
  let sum = 0
  let weights = 0
  for (let z = -4; z <= 4; z += 0.25) {
    const weight = Math.exp(-z * z * 0.5)
    weights += weight
    for (let k = 1; k <= max; k++) sum += (weight * logistic(z * spread - stepOf(middle, max, k))) / max
  }
  return sum / weights
}

function stepOf(middle: number, max: number, k: number): number {
  return middle + (k - (max + 1) / 2) * STEP_WIDTH
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
