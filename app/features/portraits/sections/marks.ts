import { COVERAGE_FACTOR, type JournalComparison } from '@objektiv/forensics'
import type { Block, Cell, Column } from '../../../documents/report/index.ts'
import { isExamination, setName } from '../../screening/threads.ts'
import type { Asked, OfSchool } from '../asked.ts'
import { FEW, heading, interval, left, number, part, right, sentence, share, table, text } from '../blocks.ts'
import type { SetContext } from '../context.ts'
import { cohortOf, journalOf } from '../details.ts'

type Counts = Pick<JournalComparison, 'n' | 'lowered' | 'confirmed' | 'raised' | 'far'>
type Say = Asked['say']

/** Marks of the works beside the journal, one cohort in two years, ВПР beside ОГЭ and ЕГЭ: a school. */
export function marksSection(asked: OfSchool): Block[] {
  const { say } = asked
  return [
    heading(say('portrait.journal.title')),
    ...journalOfSchool(asked),
    heading(say('portrait.cohort.title')),
    ...cohorts(asked),
    heading(say('portrait.external.title')),
    ...external(asked),
  ]
}

function journalOfSchool({ sets, sight, school, say, locale }: OfSchool): Block[] {
  const rows = sets.flatMap(({ set, row, shown, beside, readers }) => {
    const journal = journalOf(row)
    if (journal === null) return []
    const seen = sight.ofSet(set)
    const { login } = school.school
    return [
      [
        text(setName(locale, set.set)),
        ...countCells(journal, {
          counts: shown && (sight.own || seen.journals.schools.has(login)),
          far: shown && (sight.own || seen.far.schools.has(login)),
          works: shown,
        }),
        beside && seen.journalBeside(readers) ? regionLowered(set) : FEW,
      ],
    ]
  })
  return journalTable(say, rows, [right(say('portrait.column.region-lowered'), 1.2)])
}

function regionLowered({ set }: SetContext): Cell {
  return share(set.journal === null || set.journal.n === 0 ? null : set.journal.lowered / set.journal.n)
}

export function journalTable(say: Say, rows: readonly (readonly Cell[])[], last: readonly Column[]): Block[] {
  if (rows.length === 0) return [sentence(say('portrait.journal.none'), 'quiet')]
  return [
    table(
      'journal',
      say('portrait.journal.title'),
      [
        left(say('portrait.column.set'), 2.6),
        right(say('portrait.column.works'), 0.7),
        right(say('portrait.column.lowered'), 1.3),
        right(say('portrait.column.confirmed'), 1.4),
        right(say('portrait.column.raised'), 1.3),
        right(say('portrait.column.far'), 1.1),
        ...last,
      ],
      rows,
    ),
    sentence(say('portrait.journal.explained'), 'note'),
  ]
}

/** Counts with their shares; what may not be shown says so. */
export function countCells(
  { n, lowered, confirmed, raised, far }: Counts,
  shown: { readonly works: boolean; readonly counts: boolean; readonly far: boolean },
): Cell[] {
  const counted = (count: number, seen: boolean): Cell => (seen ? part(count, n) : FEW)
  return [
    shown.works ? number(n) : FEW,
    counted(lowered, shown.counts),
    counted(confirmed, shown.counts),
    counted(raised, shown.counts),
    counted(far, shown.far),
  ]
}

function cohorts({ sets, say, locale, context, sight }: OfSchool): Block[] {
  const shown = new Set(sets.flatMap(one => (one.shown ? [one.set.position] : [])))
  const rows = sets.flatMap(({ row, beside }) => {
    const found = cohortOf(row)
    if (!found) return []
    const { cohort, at, value, lower, upper } = found
    const seen = sight.own || at.every(position => shown.has(position))
    return [
      [
        text(at.map(position => setName(locale, context.run.sets[position])).join(' → ')),
        ...(seen
          ? [
              number(cohort.worksBefore),
              number(cohort.worksAfter),
              share(cohort.before),
              share(cohort.after),
              number(value, 2),
            ]
          : [FEW, FEW, FEW, FEW, FEW]),
        // What is usual is what the other schools of the region have.
        beside ? interval(lower, upper, 2) : FEW,
      ],
    ]
  })
  if (rows.length === 0) return [sentence(say('portrait.cohort.none'), 'quiet')]
  return [
    table(
      'cohorts',
      say('portrait.cohort.title'),
      [
        left(say('portrait.column.sets'), 3),
        right(say('portrait.column.works-before')),
        right(say('portrait.column.works-after')),
        right(say('portrait.column.share-before')),
        right(say('portrait.column.share-after')),
        right(say('portrait.column.ratio')),
        right(say('portrait.column.fences'), 1.4),
      ],
      rows,
    ),
    sentence(say('portrait.cohort.explained'), 'note'),
  ]
}

/** Of 95 in 100 honest schools the deviation lies within. */
const USUAL = COVERAGE_FACTOR

/** Every set that was held against an examination, or those alone that lie beyond what is usual. */
function external(asked: OfSchool): Block[] {
  const { say, locale, school, context, sets, request } = asked
  const shown = new Set(sets.flatMap(one => (one.shown ? [one.set.position] : [])))
  const all = externalsOf(school)
  const found = request.notableOnly ? all.filter(({ z }) => Math.abs(z) > USUAL) : all
  if (found.length === 0)
    return [
      sentence(
        say(
          `portrait.external.${all.length > 0 ? 'usual' : hasExaminations(context.run) ? 'not-compared' : 'none'}`,
        ),
        'quiet',
      ),
    ]
  return [
    table(
      'external',
      say('portrait.external.title'),
      [
        left(say('portrait.column.set'), 3),
        right(say('portrait.column.works')),
        right(say('portrait.column.deviation')),
        right(say('portrait.column.fences'), 1.4),
      ],
      found.map(({ set, n, z }) => [
        text(setName(locale, context.run.sets[set])),
        ...(shown.has(set) ? [number(n), number(z, 1)] : [FEW, FEW]),
        interval(-USUAL, USUAL, 1),
      ]),
    ),
    sentence(say('portrait.external.explained'), 'note'),
  ]
}

/** Runs of before every set was kept have the oddest ones alone. */
function externalsOf({ school: { facts } }: OfSchool['school']) {
  if (!('readings' in facts)) return []
  const found = facts.externals ?? facts.readings.filter(({ channel }) => channel === 'external')
  return found.toSorted((a, b) => a.set - b.set)
}

/** Whether ОГЭ or ЕГЭ stood beside the run, as sets of their own or as what others were held against. */
function hasExaminations({ sets, summary }: OfSchool['context']['run']): boolean {
  return (
    sets.some(set => isExamination(set)) || summary.notes.some(({ id }) => id === 'run-note.examinations')
  )
}
