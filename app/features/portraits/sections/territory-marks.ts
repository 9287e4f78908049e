import { quantileType7 } from '@objektiv/forensics'
import type { Block, Cell } from '../../../documents/report/index.ts'
import { setName } from '../../screening/threads.ts'
import type { OfTerritory } from '../asked.ts'
import { FEW, heading, left, number, right, sentence, table, text } from '../blocks.ts'
import type { Group } from '../context.ts'
import { markerOf } from '../details.ts'
import { addedJournal } from '../sentences/territory-facts.ts'
import { isFew } from '../small-cells.ts'
import { countCells, journalTable } from './marks.ts'

/** Marks of the works beside the journal over a territory, and how the two agree inside its schools. */
export function territoryMarks(asked: OfTerritory): Block[] {
  const { say } = asked
  return [
    heading(say('portrait.journal.title')),
    ...journalTable(say, journalRows(asked), []),
    heading(say('portrait.agreement.title')),
    ...agreement(asked),
  ]
}

function journalRows({ sets, sight, locale, level, name }: OfTerritory): Cell[][] {
  return sets.flatMap(({ set, group, shown }) => {
    const journal = addedJournal(group)
    if (journal === null) return []
    const seen = sight.ofSet(set)
    const counts = [journal.lowered, journal.confirmed, journal.raised]
    const fars = [journal.far, journal.n - journal.far]
    const whole = (parts: readonly number[]) => !parts.some(count => isFew(count, sight.least))
    const region = level === 'region'
    return [
      [
        text(setName(locale, set.set)),
        ...countCells(journal, {
          works: shown,
          counts: shown && (region ? whole(counts) : seen.journals.municipalities.has(name)),
          far: shown && (region ? whole(fars) : seen.far.municipalities.has(name)),
        }),
      ],
    ]
  })
}

/** A summary over fewer schools would be that of single ones. */
const LEAST_SUMMARISED = 5

/**
 * Spearman's r_s between journal mark and primary score inside each school (method B of 2019), summed up: no school is named, and
 * the least and the greatest value are left out.
 */
function agreement({ sets, say, locale, sight, level }: OfTerritory): Block[] {
  const rows = sets.flatMap(({ set, group, beside }) => {
    const own = valuesOf(group, sight.least)
    if (own.length === 0) return []
    const region = valuesOf(set.region, sight.least)
    const few = own.length < LEAST_SUMMARISED
    return [
      [
        text(setName(locale, set.set)),
        number(own.length),
        ...(few
          ? [FEW, FEW, FEW, FEW]
          : [
              number(quantileType7(own, 0.25), 2),
              number(quantileType7(own, 0.5), 2),
              number(quantileType7(own, 0.75), 2),
              number(own.filter(value => value < 0).length),
            ]),
        ...(level === 'region'
          ? []
          : [region.length < LEAST_SUMMARISED || !beside ? FEW : number(quantileType7(region, 0.5), 2)]),
      ],
    ]
  })
  if (rows.length === 0) return [sentence(say('portrait.journal.none'), 'quiet')]
  return [
    table(
      'agreement',
      say('portrait.agreement.title'),
      [
        left(say('portrait.column.set'), 2.6),
        right(say('portrait.column.schools')),
        right(say('portrait.column.quarter')),
        right(say('portrait.column.median')),
        right(say('portrait.column.three-quarters')),
        right(say('portrait.column.negative')),
        ...(level === 'region' ? [] : [right(say('portrait.column.region-median'))]),
      ],
      rows,
    ),
    sentence(say('portrait.agreement.explained', { least: sight.least }), 'note'),
  ]
}

/** Ascending; schools with few pairs are left out, as their coefficients are. */
function valuesOf({ members }: Pick<Group, 'members'>, least: number): number[] {
  return members
    .flatMap(({ row }) => {
      const found = markerOf(row, 'journal-mismatch')
      return found?.value == null || found.n < least ? [] : [found.value]
    })
    .sort((a, b) => a - b)
}
