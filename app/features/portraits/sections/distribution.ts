import type { Block, Cell } from '../../../documents/report/index.ts'
import {
  distributionOf,
  drawFigure,
  type ScoresFigure,
  type ScreenedSet,
  setName,
} from '../../screening/threads.ts'
import type { Bar } from '../../territory/threads.ts'
import { barsOf, type CutScores, hasBar, isBar } from '../align-bars.ts'
import type { Asked, OfTerritory } from '../asked.ts'
import { FEW, figure, heading, left, number, right, sentence, share, table, text } from '../blocks.ts'
import { boundariesOf } from '../sentences/territory-facts.ts'
import type { BarSight } from '../sight.ts'
import { RECOMMENDATIONS_2026 } from '../thresholds.ts'

/** Primary scores with the boundaries of marks, the region behind; and how informative so many works are. */
export function distributionSection(asked: Asked): Block[] {
  const { say } = asked
  const drawn =
    asked.level === 'school'
      ? asked.sets.flatMap(one => (one.shown ? ofUnit(asked, one, one.row.distribution) : []))
      : asked.sets.flatMap(one => (one.shown ? ofUnit(asked, one, one.group.distribution) : []))
  if (drawn.length === 0) return [sentence(say('portrait.nothing-shown'), 'quiet')]
  return asked.level === 'school' ? drawn : [...drawn, ...bunchingTable(asked)]
}

function ofUnit(
  asked: Asked,
  { set, beside, readers }: Pick<Asked['sets'][number], 'set' | 'beside' | 'readers'>,
  scores: readonly number[],
): Block[] {
  const { locale, say, sight, level } = asked
  const seen = sight.ofSet(set).bars
  const cuts = sight.own ? null : cutsOf(asked, seen)
  if (!sight.own && !cuts) return []
  const bars = cuts ? barsOf(cuts) : null
  const region = sight.ofSet(set).regionBars(readers)
  const reference = region ? spreadOver(barsOf(region)) : set.set.distribution.map(() => 0)
  const n = sum(scores)
  const own = bars ? spreadOver(bars) : scores
  const id = `distribution-${set.position}`
  const mean = sumOfScores(scores) / n
  const data =
    level === 'region'
      ? { ...figureOfRegion(set.set, region), reference }
      : scoresFigure(set.set, { level, own, reference, n, mean, merged: bars !== null })
  const rows = rowsOfBars(
    bars ?? scores.map((works, score) => ({ from: score, to: score, n: works })),
    set.set,
    region,
  )
  const columns = [
    left(say('portrait.column.scores')),
    left(say('portrait.column.mark')),
    right(say('portrait.column.works')),
    right(say('portrait.column.share')),
    ...(level === 'region' ? [] : [right(say('portrait.column.region-share'))]),
  ]
  const shown = level === 'region' ? rows.map(row => row.slice(0, 4)) : rows
  const name = setName(locale, set.set)
  const notes = [
    ...(level === 'school' ? [say(`portrait.distribution.${informative(n)}`, { n, ...LIMITS })] : []),
    ...(set.set.boundaries === null ? [say('portrait.distribution.no-scale')] : []),
  ]
  // The picture has the region behind: where that would give a neighbour away, the numbers stand alone.
  if (beside) return [figure(id, drawFigure(data, id, locale, HALVED), columns, shown, name, notes)]
  return [
    heading(name),
    table(
      id,
      say('portrait.section.distribution'),
      columns,
      shown.map(row => [...row.slice(0, 4), FEW]),
    ),
    ...notes.map(note => sentence(note, 'note')),
  ]
}

/** Drawn so that two stand in a row. */
const HALVED = true

function cutsOf(asked: Asked, seen: BarSight): CutScores | null | undefined {
  if (asked.level === 'region') return seen.region
  return asked.level === 'school'
    ? seen.schools.get(asked.school.school.login)
    : seen.municipalities.get(asked.name)
}

/** The title tells how the works of two scores compare: of scores that are shown by themselves. */
function figureOfRegion(set: ScreenedSet, cuts: CutScores | null): ReturnType<typeof distributionOf> {
  const bunching = set.bunching.filter(({ score }) => isBar(cuts, score - 1) && isBar(cuts, score))
  return distributionOf({ ...set, bunching })
}

const { informative: ENOUGH, approximate: ROUGHLY } = RECOMMENDATIONS_2026.distribution
const LIMITS = { enough: ENOUGH, roughly: ROUGHLY }

function informative(n: number): 'enough' | 'roughly' | 'little' {
  return n >= ENOUGH ? 'enough' : n >= ROUGHLY ? 'roughly' : 'little'
}

function scoresFigure(
  set: ScreenedSet,
  one: {
    readonly level: 'school' | 'municipality'
    readonly own: readonly number[]
    readonly reference: readonly number[]
    readonly n: number
    readonly mean: number
    readonly merged: boolean
  },
): ScoresFigure {
  return {
    kind: 'scores',
    title: { id: `run.figure.scores-${one.level}`, params: { own: one.mean, region: set.mean! } },
    description: {
      id: `portrait.distribution.description-${one.level}`,
      params: {
        n: one.n,
        region: set.works,
        scale: set.boundaries ? 'yes' : 'no',
        merged: one.merged ? 'yes' : 'no',
      },
    },
    reference: one.reference,
    own: one.own,
    boundaries: set.boundaries,
  }
}

function rowsOfBars(
  bars: readonly Bar[],
  { boundaries, distribution, works }: ScreenedSet,
  cuts: CutScores | null,
): Cell[][] {
  const all = sum(bars.map(({ n }) => n))
  return bars.map(({ from, to, n }) => {
    const region = sum(distribution.slice(from, to + 1))
    return [
      text(from === to ? String(from) : `${from}–${to}`),
      text(boundaries === null ? null : marksOf(boundaries, from, to)),
      number(n),
      share(n / all),
      hasBar(cuts, from, to) ? share(works === 0 ? null : region / works) : FEW,
    ]
  })
}

/** «3», «2»–«4»: marks of neighbouring scores. */
function marksOf(boundaries: readonly number[], from: number, to: number): string {
  const mark = (score: number) => `«${2 + boundaries.filter(first => score >= first).length}»`
  return mark(from) === mark(to) ? mark(from) : `${mark(from)}–${mark(to)}`
}

/** Works of a bar, evenly over its scores. */
function spreadOver(bars: readonly Bar[]): number[] {
  return bars.flatMap(({ from, to, n }) => Array.from({ length: to - from + 1 }, () => n / (to - from + 1)))
}

/** Works that meet at a boundary of marks: a finding about the territory, not about a school. */
function bunchingTable(asked: OfTerritory): Block[] {
  const { say, locale, level } = asked
  const rows = asked.sets.flatMap(({ shown, ...one }) =>
    shown
      ? boundariesOf(asked, one).map(({ mark, score, own, region, told, beside }) => {
          return [
            text(setName(locale, one.set.set)),
            text(`«${mark}»`),
            number(score),
            ...(told ? [number(own.below), number(own.at), shareAt(own)] : [FEW, FEW, FEW]),
            ...(level === 'region'
              ? []
              : beside
                ? [shareAt(region), number(region.below + region.at)]
                : [FEW, FEW]),
          ]
        })
      : [],
  )
  if (rows.length === 0) return []
  return [
    heading(say('portrait.bunching.title')),
    table(
      'bunching',
      say('portrait.bunching.title'),
      [
        left(say('portrait.column.set'), 2.6),
        left(say('portrait.column.mark')),
        right(say('portrait.column.boundary')),
        right(say('portrait.column.works-below')),
        right(say('portrait.column.works-at')),
        right(say('portrait.column.share-at')),
        ...(level === 'region'
          ? []
          : [right(say('portrait.column.share-at-region')), right(say('portrait.column.region-works'))]),
      ],
      rows,
    ),
    sentence(say(`portrait.bunching.explained-${level}`), 'note'),
  ]
}

function shareAt({ below, at }: { readonly below: number; readonly at: number }): Cell {
  return share(below + at === 0 ? null : at / (below + at))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0)
}

function sumOfScores(scores: readonly number[]): number {
  return scores.reduce((total, works, score) => total + works * score, 0)
}
