import { funnelLimits } from '@objektiv/forensics'
import type { ScreenedMarker, ScreenedSet } from '../types.ts'
import type { DistributionFigure, FunnelFigure, TasksFigure } from './figure-data.ts'

/** What a point of the funnel is made of. */
type Mean = Pick<ScreenedMarker, 'n' | 'value' | 'marked' | 'name' | 'school'>

/** Funnel of school means: where the ordinary differences between schools end. */
export function funnelOf(set: ScreenedSet, means: readonly Mean[]): FunnelFigure {
  const { mean, within, tau2, maxScore } = set
  const known = within !== null && tau2 !== null
  const isOutside = ({ n, value }: Mean, coverage: 95 | 99.8) =>
    known && Math.abs(value! - mean!) > halfWidth(set, n, coverage)
  const marked = means.filter(one => one.marked)
  const outside = means.filter(one => isOutside(one, 99.8)).length
  const params = { marked: marked.length }
  return {
    kind: 'funnel',
    title: { id: 'report.funnel.title', params: { outside, schools: means.length } },
    description: known
      ? {
          id: 'report.funnel.description',
          params: {
            ...params,
            tau: Math.sqrt(tau2),
            inside: marked.filter(one => !isOutside(one, 95)).length,
          },
        }
      : { id: 'report.funnel.description-plain', params },
    points: means.map(one => ({
      n: one.n,
      mean: one.value!,
      asks: one.marked === true,
      name: one.name ?? one.school,
    })),
    mean: mean!,
    within,
    tau2,
    maxScore,
  }
}

/** The funnel of one school: where it stands among ordinary differences. */
export function funnelOfSchool(set: ScreenedSet, school: Mean): FunnelFigure {
  const { points, ...figure } = funnelOf(set, [school])
  const away = school.value! - set.mean!
  const beyond = ([99.8, 95] as const).find(coverage => {
    const half = halfWidth(set, school.n, coverage)
    return half > 0 && Math.abs(away) > half
  })
  const place =
    figure.within === null || figure.tau2 === null
      ? 'unknown'
      : beyond === undefined
        ? 'inside'
        : `beyond${beyond === 95 ? 95 : 998}`
  return {
    ...figure,
    title: {
      id: 'run.figure.funnel-school',
      params: { mean: school.value!, n: school.n, place, side: away < 0 ? 'below' : 'above' },
    },
    description: {
      id: 'run.figure.funnel-school-description',
      params: { known: place === 'unknown' ? 'no' : 'yes', marked: school.marked ? 'yes' : 'no' },
    },
    points: points.map(point => ({ ...point, own: true })),
  }
}

/** From the region's mean to the limit of a school of n works; 0 where the funnel has none. */
export function halfWidth(
  { mean, within, tau2 }: Pick<ScreenedSet, 'mean' | 'within' | 'tau2'>,
  n: number,
  coverage: 95 | 99.8,
): number {
  const limits = funnelLimits({ mean, within, tau2 }, n, coverage)
  return limits ? limits.upper - mean! : 0
}

/** A jump this large between neighbouring scores is worth a headline about the region, and a finding about a territory. */
export const STRIKING = 1.5

/** Distribution of primary scores; the title is the region's own bunching where it is striking. */
export function distributionOf(set: ScreenedSet): DistributionFigure {
  const [strongest] = set.bunching
    .filter(({ below }) => below > 0)
    .map(({ score, below, at }) => ({ score, below: score - 1, ratio: at / below }))
    .sort((a, b) => b.ratio - a.ratio)
  const scale = set.boundaries !== null
  return {
    kind: 'distribution',
    title: !scale
      ? { id: 'report.distribution.title-no-scale', params: {} }
      : strongest && strongest.ratio >= STRIKING
        ? { id: 'report.distribution.title-bunching', params: strongest }
        : { id: 'report.distribution.title-plain', params: {} },
    description: {
      id: scale ? 'report.distribution.description' : 'report.distribution.description-no-scale',
      params: { n: set.works },
    },
    reference: set.distribution,
    boundaries: set.boundaries,
  }
}

/** The region's tasks by difficulty; null where the set has no tasks. */
export function tasksOf(set: ScreenedSet): TasksFigure | null {
  const tasks = set.tasks
    .flatMap(({ name, level, share }) => (share === null ? [] : [{ name, level, share }]))
    .sort((a, b) => b.share - a.share)
  if (tasks.length === 0) return null
  const [easiest, hardest] = [tasks[0], tasks[tasks.length - 1]]
  const params = {
    easy: easiest.name,
    easyShare: easiest.share,
    hard: hardest.name,
    hardShare: hardest.share,
  }
  return {
    kind: 'tasks',
    title: { id: 'report.tasks.title', params },
    description: { id: 'report.tasks.description', params: { n: set.works } },
    tasks,
  }
}
