import { funnelLimits } from '@objektiv/forensics'
import { drawDistribution } from '../../../documents/charts/distribution.ts'
import { drawFunnel } from '../../../documents/charts/funnel.ts'
import { drawTaskProfile } from '../../../documents/charts/task-profile.ts'
import { html, type Markup, trusted } from '../../../documents/html/html.ts'
import type { ScreenedMarker, ScreenedSet } from '../types.ts'
import { schoolName, type Wording } from './wording.ts'

/** A figure whose caption is the finding, then what is drawn. */
export function figure(svg: string, title: string, description: string): Markup {
  return html`<figure><figcaption><b>${title}</b></figcaption><div class="scroll">${trusted(svg)}</div><p class="note">${description}</p></figure>`
}

/** Funnel of school means: where the ordinary differences between schools end. */
export function funnelFigure(
  set: ScreenedSet,
  means: readonly ScreenedMarker[],
  id: string,
  words: Wording,
): Markup {
  const { say, locale } = words
  const { mean, within, tau2 } = set
  const known = within !== null && tau2 !== null
  const halfWidth = (n: number, coverage: 95 | 99.8) => {
    const limits = funnelLimits({ mean, within, tau2 }, n, coverage)
    return limits ? limits.upper - mean! : 0
  }
  const isOutside = ({ n, value }: ScreenedMarker, coverage: 95 | 99.8) =>
    known && Math.abs(value! - mean!) > halfWidth(n, coverage)
  const marked = means.filter(one => one.marked)
  const title = say('report.funnel.title', {
    outside: means.filter(one => isOutside(one, 99.8)).length,
    schools: means.length,
  })
  const description = known
    ? say('report.funnel.description', {
        tau: Math.sqrt(tau2),
        marked: marked.length,
        inside: marked.filter(one => !isOutside(one, 95)).length,
      })
    : say('report.funnel.description-plain', { marked: marked.length })
  const svg = drawFunnel({
    id,
    title,
    description,
    locale,
    points: means.map(one => ({
      n: one.n,
      mean: one.value!,
      asks: one.marked === true,
      ...(one.marked
        ? { label: say('report.funnel.point', { name: schoolName(one), mean: one.value!, n: one.n }) }
        : {}),
    })),
    mean: mean!,
    limits: known
      ? ([95, 99.8] as const).map(coverage => ({ coverage, halfWidth: n => halfWidth(n, coverage) }))
      : [],
    maxScore: set.maxScore,
    words: {
      x: say('report.funnel.x'),
      y: say('report.funnel.y'),
      territory: say('report.funnel.territory'),
    },
  })
  return figure(svg, title, description)
}

/** A jump this large between neighbouring scores is worth a headline about the region. */
const STRIKING = 1.5

/** Distribution of primary scores; the title is the region's own bunching where it is striking. */
export function distributionFigure(set: ScreenedSet, id: string, { say, locale }: Wording): Markup {
  const [strongest] = set.bunching
    .filter(({ below }) => below > 0)
    .map(({ score, below, at }) => ({ score, below: score - 1, ratio: at / below }))
    .sort((a, b) => b.ratio - a.ratio)
  const scale = set.boundaries !== null
  const title = !scale
    ? say('report.distribution.title-no-scale')
    : strongest && strongest.ratio >= STRIKING
      ? say('report.distribution.title-bunching', strongest)
      : say('report.distribution.title-plain')
  const description = say(
    scale ? 'report.distribution.description' : 'report.distribution.description-no-scale',
    {
      n: set.works,
    },
  )
  const svg = drawDistribution({
    id,
    title,
    description,
    locale,
    reference: set.distribution,
    boundaries: set.boundaries,
    words: { x: say('report.distribution.x'), y: say('report.distribution.y') },
  })
  return figure(svg, title, description)
}

/** The region's tasks by difficulty; nothing where the set has no tasks. */
export function tasksFigure(set: ScreenedSet, id: string, { say, locale }: Wording): Markup | null {
  const tasks = set.tasks
    .flatMap(({ name, level, share }) => (share === null ? [] : [{ name, level, share }]))
    .sort((a, b) => b.share - a.share)
  if (tasks.length === 0) return null
  const [easiest, hardest] = [tasks[0], tasks[tasks.length - 1]]
  const title = say('report.tasks.title', {
    easy: easiest.name,
    easyShare: easiest.share,
    hard: hardest.name,
    hardShare: hardest.share,
  })
  const description = say('report.tasks.description', { n: set.works })
  const words = { x: say('report.tasks.x'), y: say('report.tasks.y') }
  return figure(drawTaskProfile({ id, title, description, locale, tasks, words }), title, description)
}
