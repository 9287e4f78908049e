import type { Tally } from '../tally.ts'

/**
 * Pooled covariances within schools of y_j = x_j/m_j, from the region's cross-products less the schools' own:
 * (Σ x_j·x_k − Σ_s n_sjk·x̄_sj·x̄_sk) / (n_jk − schools with both), upper triangle of K × K, NaN where undefined.
 *
 * Exact where every work has every task. The tally does not keep n_sjk, a school's works with both tasks; it is
 * taken as min(n_sj, n_sk), scaled so that the region's n_jk comes out, and the school's means are those of all its
 * works with the task. The diagonal is exact in any case.
 */
export function covarianceWithin(tally: Tally): Float64Array {
  const { taskMaxima, schoolCount } = tally.shape
  const { taskCounts, taskSums, crossSums, crossCounts } = tally
  const tasks = taskMaxima.length
  const covariance = new Float64Array(tasks * tasks).fill(Number.NaN)
  for (let j = 0; j < tasks; j++)
    for (let k = j; k < tasks; k++) {
      const cell = j * tasks + k
      let both = 0
      let schools = 0
      let between = 0
      for (let school = 0; school < schoolCount; school++) {
        const nj = taskCounts[j * schoolCount + school]
        const nk = taskCounts[k * schoolCount + school]
        if (nj === 0 || nk === 0) continue
        schools++
        both += Math.min(nj, nk)
        between +=
          (taskSums[j * schoolCount + school] * taskSums[k * schoolCount + school]) / Math.max(nj, nk)
      }
      const freedom = crossCounts[cell] - schools
      if (freedom <= 0) continue
      const within = crossSums[cell] - between * (crossCounts[cell] / both)
      covariance[cell] = within / (freedom * taskMaxima[j] * taskMaxima[k])
    }
  return covariance
}
