import { completedPoints } from './completed-points.ts'
import type { ChannelValues, PreparedWorks } from './contract.ts'
import { explainMeans, type GroupMeans, groupMeans } from './explained-means.ts'

export interface ExternalValues extends ChannelValues {
  readonly channel: 'external'
  /** Slope of the school's standardised mean on that of its examination; NaN where schools with both are too few. */
  readonly slope: number
}

/**
 * Channel «external confirmation»: the school's mean above what its examination (ОГЭ, ЕГЭ) lets expect
 * (METHODS §1.2, the regulator's marker of 2017; §1.7). An examination is sat outside the school's hands, so it is the
 * strongest confirmation there is, though of the school's leavers and not of the same pupils.
 *
 * The residual is computed between schools (explained-means.ts) and every group of a school gets it, with the school's
 * variance: classes are not told apart.
 *
 * @param examination means per school (schoolCount entries, NaN where not loaded), works behind them, SD of examinees
 *   within schools
 *
 * Innocent: examinees are self-selected (ЕГЭ by choice, ОГЭ without those who left for colleges); other years' pupils.
 */
export function externalChannel(prepared: PreparedWorks, examination: GroupMeans): ExternalValues {
  const { groupCount, schoolOfGroup, schoolCount } = prepared
  const own = groupMeans(completedPoints(prepared), prepared.groupStart)
  const mean = new Float64Array(schoolCount)
  const works = new Int32Array(schoolCount)
  for (let g = 0; g < groupCount; g++) {
    if (own.n[g] === 0) continue
    mean[schoolOfGroup[g]] += own.n[g] * own.mean[g]
    works[schoolOfGroup[g]] += own.n[g]
  }
  for (let s = 0; s < schoolCount; s++) mean[s] /= works[s]
  const school = explainMeans({ mean, n: works, sdWithin: own.sdWithin }, examination)
  const of = (values: ArrayLike<number>) =>
    Float64Array.from(own.n, (n, g) => (n === 0 ? Number.NaN : values[schoolOfGroup[g]]))
  const value = of(school.value)
  const variance = of(school.variance)
  const n = Int32Array.from(value, (v, g) => (Number.isNaN(v) ? 0 : works[schoolOfGroup[g]]))
  return { channel: 'external', value, variance, n, slope: school.slope }
}
