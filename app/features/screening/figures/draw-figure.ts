import type { ChartText } from '../../../documents/charts/chart.ts'
import { drawCohortStrip } from '../../../documents/charts/cohort-strip.ts'
import { drawDistribution } from '../../../documents/charts/distribution.ts'
import { drawFunnel } from '../../../documents/charts/funnel.ts'
import { drawJournalCrosstab } from '../../../documents/charts/journal-crosstab.ts'
import { drawMarksCrosstab } from '../../../documents/charts/marks-crosstab.ts'
import { drawSmallDistribution } from '../../../documents/charts/small-distribution.ts'
import { drawSmallProfile } from '../../../documents/charts/small-profile.ts'
import { drawTaskProfile } from '../../../documents/charts/task-profile.ts'
import { type Locale, say } from '../../../messages/format.ts'
import type { DrawnFigure, FigureData, FunnelFigure } from './figure-data.ts'
import { tableOfFigure } from './figure-table.ts'
import { halfWidth } from './set-figures.ts'

/** Room for a picture on a phone, px: two margins less than the narrowest screen that is usual. */
const NARROW = 336

/** Draws a figure in a language; `name` must be unique on the page, title and description are referred to by it. */
export function drawFigure(
  data: FigureData,
  name: string,
  locale: Locale,
  narrow = false,
): Omit<DrawnFigure, 'table'> {
  const title = say(locale, data.title.id, data.title.params)
  const description = say(locale, data.description.id, data.description.params)
  return {
    name,
    title,
    description,
    svg: svgOf(data, { id: name, title, description, width: narrow ? NARROW : undefined }, locale),
  }
}

/** The figure with its numbers as a table. */
export function presentFigure(data: FigureData, name: string, locale: Locale, narrow = false): DrawnFigure {
  return { ...drawFigure(data, name, locale, narrow), table: tableOfFigure(data, locale) }
}

function svgOf(data: FigureData, text: ChartText, locale: Locale): string {
  const chart = { ...text, locale }
  const words = (ids: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, id && say(locale, id)])) as never
  switch (data.kind) {
    case 'funnel':
      return drawFunnel({ ...chart, ...funnelChart(data, locale), words: words(FUNNEL_WORDS) })
    case 'distribution':
      return drawDistribution({
        ...chart,
        reference: data.reference,
        boundaries: data.boundaries,
        words: words(SCORE_WORDS),
      })
    case 'scores':
      return drawSmallDistribution({
        ...chart,
        reference: data.reference,
        school: data.own,
        boundaries: data.boundaries,
        words: words(SCORE_WORDS),
      })
    case 'tasks':
      return drawTaskProfile({ ...chart, tasks: data.tasks, words: words(TASK_WORDS) })
    case 'profile':
      return drawSmallProfile({ ...chart, tasks: data.tasks, words: words({ x: 'report.figure.profile-x' }) })
    case 'crosstab':
      return drawJournalCrosstab({ ...chart, table: data.table, words: words(CROSSTAB_WORDS) })
    case 'marks':
      return drawMarksCrosstab({ ...chart, table: data.table, n: data.n, words: words(MARKS_WORDS) })
    case 'strip':
      return drawCohortStrip({
        ...chart,
        ratios: data.others,
        own: data.own,
        fences: data.usual,
        words: words(data.axis === 'cohort' ? COHORT_WORDS : DEVIATION_WORDS),
      })
  }
}

const FUNNEL_WORDS = {
  x: 'report.funnel.x',
  y: 'report.funnel.y',
  territory: 'report.funnel.territory',
}
const SCORE_WORDS = { x: 'report.distribution.x', y: 'report.distribution.y' }
const TASK_WORDS = { x: 'report.tasks.x', y: 'report.tasks.y' }
const CROSSTAB_WORDS = { x: 'report.distribution.x', y: 'report.figure.crosstab-y' }
const MARKS_WORDS = { x: 'figure.marks.x', y: 'figure.marks.y', few: 'figure.marks.few' }
const COHORT_WORDS = {
  x: 'report.figure.cohort-x',
  lower: 'report.figure.cohort-rise',
  upper: 'report.figure.cohort-fall',
}
const DEVIATION_WORDS = { x: 'detection.figure.strip-x', lower: '', upper: '' }

function funnelChart(data: FunnelFigure, locale: Locale) {
  const { points, mean, within, tau2, maxScore } = data
  return {
    points: points.map(({ name, ...point }) => ({
      ...point,
      ...(point.asks && name !== null
        ? { label: say(locale, 'report.funnel.point', { name, mean: point.mean, n: point.n }) }
        : {}),
    })),
    mean,
    limits:
      within === null || tau2 === null
        ? []
        : ([95, 99.8] as const).map(coverage => ({
            coverage,
            halfWidth: (n: number) => halfWidth(data, n, coverage),
          })),
    maxScore,
  }
}
