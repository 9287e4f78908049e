import { expectedCounts } from './expected-counts.ts'
import { maximiseLikelihood, type SearchState } from './maximise-likelihood.ts'
import { digitsOf, type PackedWorks, thinWorks } from './pack-works.ts'
import type { TaskPlan } from './plan-tasks.ts'
import type { Quadrature } from './quadrature.ts'

/** Works of the sample: enough for slopes within a few hundredths. */
const SAMPLE_SIZE = 8_000

/**
 * A state near the maximum for a large set, from every n-th of the packed works, so that few passes over all of them
 * remain. A weak prior and half a work in every category the sample lacks make sure that there is a maximum; neither
 * stays in what follows. Null where the sample does not help.
 *
 * @param packed all works or, in a stream, one chunk of them
 */
export function sampleStart(plan: TaskPlan, packed: PackedWorks, quadrature: Quadrature): SearchState | null {
  const sample = thinWorks(packed, Math.max(1, Math.floor(packed.count / SAMPLE_SIZE)))
  const recounted = recount(plan, sample)
  const steps = maximiseLikelihood(recounted, quadrature, firstParameters(recounted), {
    slopePrior: { mean: 1, sd: 1 },
    tolerance: 1e-3,
    maxEvaluations: 60,
  })
  let step = steps.next()
  while (!step.done) step = steps.next(expectedCounts(recounted, quadrature, step.value, sample))
  return step.value.converged ? step.value : null
}

/** Slopes inverse to the spread of points, categories by their shares. */
export function firstParameters(plan: TaskPlan): Float64Array {
  const parameters = new Float64Array(plan.parameterCount)
  for (const { points, counts, offset } of plan.tasks) {
    const works = counts.reduce((a, b) => a + b, 0)
    const mean = points.reduce((sum, x, k) => sum + x * counts[k], 0) / works
    const variance = points.reduce((sum, x, k) => sum + (x - mean) ** 2 * counts[k], 0) / works
    parameters[offset] = Math.min(2, 0.5 / Math.sqrt(variance))
    for (let k = 1; k < points.length; k++) parameters[offset + k] = Math.log(counts[0] / counts[k])
  }
  return parameters
}

/** The plan with the category counts of a sample. */
function recount(plan: TaskPlan, sample: PackedWorks): TaskPlan {
  const counts = plan.tasks.map(task => new Array<number>(task.points.length).fill(0))
  plan.groups.forEach((group, g) => {
    const digits = digitsOf(plan, group)
    for (const code of sample.codes[g]) {
      group.tasks.forEach((j, position) => {
        if (digits[position][code] >= 0) counts[j][digits[position][code]]++
      })
    }
  })
  const tasks = plan.tasks.map((task, j) => ({ ...task, counts: counts[j].map(n => Math.max(n, 0.5)) }))
  return { ...plan, works: sample.count, tasks }
}
