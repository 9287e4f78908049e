import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber, formatPercent } from '../../../messages/numbers.ts'
import type { Boundaries, FigureData, FigureTable, FunnelFigure, StripFigure } from './figure-data.ts'
import { halfWidth } from './set-figures.ts'

/** The numbers of a figure: what the picture shows and nothing besides. */
export function tableOfFigure(data: FigureData, locale: Locale): FigureTable {
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const percent = (share: number) => formatPercent(locale, share, 1)
  const head = (...ids: string[]) => ids.map(id => say(locale, `figure.table.${id}`))
  switch (data.kind) {
    case 'funnel':
      return funnelTable(data, locale)
    case 'distribution': {
      const shares = sharesOf(data.reference)
      return {
        head: head('score', 'mark', 'works', 'share'),
        rows: data.reference.map((works, score) => [
          number(score),
          markOf(data.boundaries, score),
          number(works),
          percent(shares[score]),
        ]),
      }
    }
    case 'scores': {
      const own = sharesOf(data.own)
      const reference = sharesOf(data.reference)
      return {
        head: head('score', 'mark', 'own-works', 'own-share', 'region-share'),
        rows: data.reference.map((_, score) => [
          number(score),
          markOf(data.boundaries, score),
          number(data.own[score] ?? 0),
          percent(own[score] ?? 0),
          percent(reference[score]),
        ]),
      }
    }
    case 'tasks':
      return {
        head: head('task', 'level', 'points-share'),
        rows: data.tasks.map(({ name, level, share }) => [name, level ?? '—', percent(share)]),
      }
    case 'profile':
      return {
        head: head('task', 'difference', 'from', 'to'),
        rows: data.tasks.map(({ name, difference, lower, upper }) => [
          name,
          percent(difference),
          lower === null ? '—' : percent(lower),
          upper === null ? '—' : percent(upper),
        ]),
      }
    case 'crosstab':
      return {
        head: head('journal-mark', 'score', 'works'),
        rows: data.table.flatMap((row, mark) =>
          row.flatMap((works, score) =>
            works > 0 ? [[number(mark + 1), number(score), number(works)]] : [],
          ),
        ),
      }
    case 'marks':
      return {
        head: head('journal-mark', 'work-mark', 'works', 'share'),
        rows: data.table.flatMap((row, journal) =>
          row.map((works, work) => [
            `«${journal + 2}»`,
            `«${work + 2}»`,
            works === null ? say(locale, 'figure.marks.few') : number(works),
            works === null ? '—' : percent(data.n === 0 ? 0 : works / data.n),
          ]),
        ),
      }
    case 'strip':
      return stripTable(data, locale)
  }
}

function funnelTable(data: FunnelFigure, locale: Locale): FigureTable {
  const known = data.within !== null && data.tau2 !== null
  const number = (value: number, digits: number) => formatNumber(locale, value, digits)
  const names = known ? ['school', 'works', 'mean', 'from-998', 'to-998'] : ['school', 'works', 'mean']
  const named = data.points.filter(point => point.name !== null)
  return {
    head: names.map(id => say(locale, `figure.table.${id}`)),
    rows: named
      .toSorted((a, b) => a.name!.localeCompare(b.name!, 'ru', { numeric: true }))
      .map(({ name, n, mean }) => {
        const half = known ? halfWidth(data, n, 99.8) : 0
        const limits = known ? [number(data.mean - half, 2), number(data.mean + half, 2)] : []
        return [name!, number(n, 0), number(mean, 2), ...limits]
      }),
  }
}

/** A hundred strokes are told by what people take from them: the usual range, the extremes, the middle. */
function stripTable({ own, others, usual, axis }: StripFigure, locale: Locale): FigureTable {
  const digits = axis === 'cohort' ? 2 : 1
  const sorted = others.toSorted((a, b) => a - b)
  const lines: [string, number | undefined][] = [
    ['own', own],
    ['usual-from', usual[0]],
    ['usual-to', usual[1]],
    ['least', sorted[0]],
    ['median', sorted[Math.floor((sorted.length - 1) / 2)]],
    ['most', sorted.at(-1)],
  ]
  return {
    head: ['what', 'value'].map(id => say(locale, `figure.table.${id}`)),
    rows: lines.flatMap(([id, value]) =>
      value === undefined ? [] : [[say(locale, `figure.table.${id}`), formatNumber(locale, value, digits)]],
    ),
  }
}

function markOf(boundaries: Boundaries, score: number): string {
  return boundaries ? `«${2 + boundaries.filter(first => score >= first).length}»` : '—'
}

function sharesOf(works: readonly number[]): number[] {
  const all = works.reduce((sum, count) => sum + count, 0)
  return works.map(count => (all === 0 ? 0 : count / all))
}
