import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber, formatPercent } from '../../../messages/numbers.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Bar, LEAST_SHOWN, mergeSmallBars, suppressSmallCells } from '../../territory/index.ts'
import { presentFigure } from '../figures/draw-figure.ts'
import type { DrawnFigure, FigureData, MarksFigure, ScoresFigure } from '../figures/figure-data.ts'
import { distributionOf, funnelOf, funnelOfSchool, tasksOf } from '../figures/set-figures.ts'
import { noteText } from '../outputs/words.ts'
import { readDetails, readPoints, type SchoolDetails, type SetChoice } from '../store/read-school-sets.ts'
import type { ScreenedSet } from '../types.ts'
import { addJournals, addProfiles, addScores, meanOf } from './add-schools.ts'
import type { View } from './reader.ts'

/** Works at a boundary of marks and just below it. */
export interface BoundaryCounts {
  readonly mark: number
  readonly score: number
  readonly own: { readonly below: number; readonly at: number } | null
  readonly region: { readonly below: number; readonly at: number }
}

export interface SetFigures {
  readonly figures: readonly DrawnFigure[]
  readonly boundaries: readonly BoundaryCounts[]
  readonly notes: readonly string[]
}

/**
 * The pictures of one set for one territory, drawn by the functions of the report: the region as it is, a municipality or
 * school before the region. Points are the reader's own schools alone; limits and the region's mean are of all.
 */
export async function figuresOfSet(
  tx: Tx,
  locale: Locale,
  set: ScreenedSet,
  choice: SetChoice & { readonly view: View; readonly narrow?: boolean | undefined },
): Promise<SetFigures> {
  const { view, kind, narrow } = choice
  const name = `run-${choice.run}-${choice.position}`
  const draw = (data: FigureData | null, part: string) =>
    data ? [presentFigure(data, `${name}-${part}`, locale, narrow)] : []
  if (set.mean === null) return { figures: [], boundaries: [], notes: [say(locale, 'report.set.empty')] }
  const all = await readPoints(tx, choice)
  const points = all.filter(({ n, mean }) => mean !== null && (view.small || n >= LEAST_SHOWN))
  const whole = view.level === 'region' && kind === undefined
  const own = whole ? null : await readDetails(tx, choice)
  const means = points.map(point => ({ ...point, value: point.mean, school: point.login }))
  const [only] = means
  const funnel = only && (view.level === 'school' ? funnelOfSchool(set, only) : funnelOf(set, means))
  const scores = own && addScores(own, set.maxScore)
  const figures = [
    ...draw(funnel ?? null, 'funnel'),
    ...drawScores(set, scores, view, locale, name, narrow),
    ...draw(own ? addProfiles(set, own) : tasksOf(set), 'tasks'),
    ...draw(marksOf(set, own, view), 'journal'),
  ]
  const hidden = all.length - points.length
  return {
    figures,
    boundaries: boundariesOf(set, scores, view),
    notes: [
      ...set.notes.map(note => noteText(locale, note)),
      ...(hidden > 0 ? [say(locale, 'run.figure.hidden', { count: hidden, least: LEAST_SHOWN })] : []),
      ...(own && own.length === 0 ? [say(locale, 'run.figure.nothing')] : []),
    ],
  }
}

/** Outside the school a distribution is shown with neighbouring scores taken together. */
function drawScores(
  set: ScreenedSet,
  own: readonly number[] | null,
  { small, level }: View,
  locale: Locale,
  name: string,
  narrow: boolean | undefined,
): DrawnFigure[] {
  const counts = own ?? set.distribution
  const mean = own ? meanOf(own) : set.mean
  const bars = small ? null : mergeSmallBars(counts)
  if (mean === null || (!small && bars === null)) return []
  const spread = bars ? spreadOver(bars) : counts
  const data = own
    ? scoresBefore(set, { scores: spread, n: sum(own), mean, merged: bars !== null }, level)
    : { ...distributionOf(set), reference: spread }
  const drawn = presentFigure(data, `${name}-scores`, locale, narrow)
  return [bars ? { ...drawn, table: tableOfBars(bars, locale) } : drawn]
}

function scoresBefore(
  set: ScreenedSet,
  own: { scores: readonly number[]; n: number; mean: number; merged: boolean },
  level: View['level'],
): ScoresFigure {
  const said = { scale: set.boundaries ? 'yes' : 'no', merged: own.merged ? 'yes' : 'no' }
  return {
    kind: 'scores',
    title: { id: `run.figure.scores-${level}`, params: { own: own.mean, region: set.mean! } },
    description: { id: 'run.figure.scores-description', params: { n: own.n, region: set.works, ...said } },
    reference: set.distribution,
    own: own.scores,
    boundaries: set.boundaries,
  }
}

/** Works of a bar, evenly over its scores. */
function spreadOver(bars: readonly Bar[]): number[] {
  return bars.flatMap(({ from, to, n }) => Array.from({ length: to - from + 1 }, () => n / (to - from + 1)))
}

function tableOfBars(bars: readonly Bar[], locale: Locale): DrawnFigure['table'] {
  const all = sum(bars.map(({ n }) => n))
  return {
    head: ['scores', 'works', 'share'].map(id => say(locale, `figure.table.${id}`)),
    rows: bars.map(({ from, to, n }) => [
      from === to ? String(from) : `${from}–${to}`,
      formatNumber(locale, n),
      formatPercent(locale, n / all, 1),
    ]),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** Marks of the work against the journal: of the region, or of the schools at hand. */
function marksOf(
  set: ScreenedSet,
  own: readonly SchoolDetails[] | null,
  { small }: View,
): MarksFigure | null {
  const table = own ? addJournals(own) : (set.journal?.table ?? null)
  if (table === null) return null
  const cells = new Map(table.flatMap((row, j) => row.map((works, w) => [`${j} ${w}`, works] as const)))
  const n = [...cells.values()].reduce((sum, works) => sum + works, 0)
  if (n === 0 || (!small && n < LEAST_SHOWN)) return null
  const shown = small ? null : suppressSmallCells(cells, n)
  const share = (is: (j: number, w: number) => boolean) =>
    table.reduce((sum, row, j) => sum + row.reduce((part, works, w) => part + (is(j, w) ? works : 0), 0), 0) /
    n
  return {
    kind: 'marks',
    title: {
      id: 'run.figure.journal',
      params: { lowered: share((j, w) => w < j), raised: share((j, w) => w > j) },
    },
    description: { id: 'run.figure.journal-description', params: { n, hidden: shown ? 'yes' : 'no' } },
    table: table.map((row, j) => row.map((works, w) => (shown && !shown.has(`${j} ${w}`) ? null : works))),
    n,
  }
}

/** Outside the school a boundary with fewer than five works at either side says nothing of the territory. */
function boundariesOf(
  { bunching }: ScreenedSet,
  own: readonly number[] | null,
  { small }: View,
): BoundaryCounts[] {
  return bunching.map(({ mark, score, below, at }) => {
    const counts = own && { below: own[score - 1] ?? 0, at: own[score] ?? 0 }
    const few = counts !== null && [counts.below, counts.at].some(works => works > 0 && works < LEAST_SHOWN)
    return { mark, score, own: small || !few ? counts : null, region: { below, at } }
  })
}
