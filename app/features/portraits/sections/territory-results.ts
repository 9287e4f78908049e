import { signs as SIGNS } from '@objektiv/forensics'
import type { Block, Cell, Table } from '../../../documents/report/index.ts'
import { intervalOfIndex, setName } from '../../screening/threads.ts'
import type { OfTerritory } from '../asked.ts'
import {
  FEW,
  goingOn,
  heading,
  interval,
  left,
  number,
  right,
  sentence,
  share,
  table,
  text,
} from '../blocks.ts'
import { compareNames, type Group, type SetContext } from '../context.ts'
import { iccOf, outsideOf } from '../sentences/territory-facts.ts'
import { indexShown, LEAST_SCHOOLS_PUBLIC } from '../territory-rows.ts'
import { changesOverYears } from './changes.ts'
import { funnelOfSet } from './funnel.ts'

/** Results of a municipality or the region: sets, index, funnels, differences between schools, years. */
export function territoryResults(asked: OfTerritory): Block[] {
  const { say, sets } = asked
  if (sets.length === 0) return [sentence(say('portrait.nothing-territory'), 'quiet')]
  return [
    sentence(say('portrait.results.explained-territory'), 'note'),
    setsTable(asked),
    ...(asked.level === 'region' ? goingOn(sets.flatMap(({ set }) => municipalitiesTable(asked, set))) : []),
    heading(say('portrait.index.title')),
    indexTable(asked),
    sentence(say('portrait.index.explained'), 'note'),
    heading(say('portrait.between.title')),
    betweenTable(asked),
    sentence(say('portrait.between.explained'), 'note'),
    ...sets.flatMap(one => funnelOfSet(asked, one)),
    ...changesOverYears(asked),
  ]
}

function setsTable({ sets, say, locale, level }: OfTerritory): Block {
  const region = level === 'municipality'
  return table(
    'results',
    say('portrait.results.sets'),
    [
      left(say('portrait.column.set'), 2.6),
      right(say('portrait.column.schools')),
      right(say('portrait.column.works')),
      right(say('portrait.column.mean')),
      right(say('portrait.column.interval'), 1.4),
      right(say('portrait.column.share-of-max')),
      ...(region
        ? [right(say('portrait.column.region-mean')), right(say('portrait.column.region-works'))]
        : []),
    ],
    sets.map(({ set, group, shown, beside }) => [
      text(setName(locale, set.set)),
      ...(shown ? groupCells(set, group) : [FEW, FEW, FEW, FEW, FEW]),
      ...(region ? regionCells(set, beside) : []),
    ]),
  )
}

function regionCells({ set }: SetContext, beside: boolean): Cell[] {
  return beside ? [number(set.mean, 2), number(set.works)] : [FEW, FEW]
}

function groupCells({ set }: SetContext, { members, works, mean, lower, upper }: Group): Cell[] {
  return [
    number(members.length),
    number(works),
    number(mean, 2),
    interval(lower, upper, 2),
    share(mean === null ? null : mean / set.maxScore),
  ]
}

/** Municipalities by name; one or two schools stand for themselves and are kept back. */
function municipalitiesTable({ sight, say, locale }: OfTerritory, set: SetContext): Table[] {
  const shown = sight.ofSet(set).municipalityGroups
  const named = [...set.municipalities].flatMap(([name, group]) => (name === null ? [] : [{ name, group }]))
  if (named.length === 0) return []
  return [
    table(
      `municipalities-${set.position}`,
      say('portrait.results.municipalities', { set: setName(locale, set.set) }),
      [
        left(say('portrait.column.municipality'), 2.6),
        right(say('portrait.column.schools')),
        right(say('portrait.column.works')),
        right(say('portrait.column.mean')),
        right(say('portrait.column.interval'), 1.4),
        right(say('portrait.column.share-of-max')),
      ],
      named
        .sort((a, b) => compareNames(a.name, b.name))
        .map(({ name, group }) => [
          text(name),
          ...(shown.has(name) ? groupCells(set, group) : [FEW, FEW, FEW, FEW, FEW]),
        ]),
    ),
  ]
}

function indexTable(asked: OfTerritory): Block {
  const { context, level, name, say } = asked
  const lines = context.run.index.filter(
    line => level === 'region' || line.level === 'region' || line.unit === name,
  )
  return table(
    'index',
    say('portrait.index.title'),
    [
      right(say('portrait.column.year'), 0.7),
      left(say('portrait.column.territory'), 2.6),
      right(say('portrait.column.signs', { known: SIGNS.length })),
      right(say('portrait.column.schools')),
      right(say('portrait.column.marked')),
      right(say('portrait.column.index')),
      right(say('portrait.column.interval'), 1.4),
    ],
    lines.map(({ year, unit, signs, schools, marked, index }) => {
      const bounds = intervalOfIndex({ value: index, schools, marked })
      const head = [text(String(year)), text(unit), number(signs)]
      return indexShown(asked, year, unit)
        ? [
            ...head,
            number(schools),
            number(marked),
            number(index, 1),
            interval(bounds?.lower ?? null, bounds?.upper ?? null, 1),
          ]
        : [...head, FEW, FEW, FEW, FEW]
    }),
  )
}

/** How much schools differ beyond chance; the limits are the region's, also for the schools of a municipality. */
function betweenTable({ sets, say, locale, sight }: OfTerritory): Block {
  return table(
    'between',
    say('portrait.between.title'),
    [
      left(say('portrait.column.set'), 2.6),
      right(say('portrait.column.region-schools')),
      right(say('portrait.column.tau')),
      right(say('portrait.column.sd-within')),
      right(say('portrait.column.icc')),
      right(say('portrait.column.own-schools')),
      right(say('portrait.column.above')),
      right(say('portrait.column.below')),
    ],
    sets.map(({ set, group, shown, beside }) => {
      const { tau2, within } = set.set
      const seen = sight.ofSet(set).schools
      const outside = outsideOf(set, group, seen)
      const told =
        shown && beside && (sight.audience !== 'public' || group.members.length >= LEAST_SCHOOLS_PUBLIC)
      const spread = [
        number(tau2 === null ? null : Math.sqrt(tau2), 2),
        number(within === null ? null : Math.sqrt(within), 2),
        share(iccOf(set.set)),
      ]
      return [
        text(setName(locale, set.set)),
        number(set.set.schools),
        ...(beside ? spread : [FEW, FEW, FEW]),
        number(group.members.filter(({ school }) => seen.has(school.school.login)).length),
        told ? number(outside?.above ?? null) : FEW,
        told ? number(outside?.below ?? null) : FEW,
      ]
    }),
  )
}
