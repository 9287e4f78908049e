import { COVERAGE_FACTOR, SMALL_SAMPLE } from '@objektiv/forensics'
import type { Block } from '../../../documents/report/index.ts'
import { noteText, presentDefinitions } from '../../screening/threads.ts'
import type { Asked } from '../asked.ts'
import { heading, sentence } from '../blocks.ts'
import { LEAST_IN_FIFTHS } from '../context.ts'
import { LEAST_SCHOOLS } from '../small-cells.ts'
import { RECOMMENDATIONS_2026 } from '../thresholds.ts'
import type { PortraitSchool } from '../types.ts'

/** What stands beside the numbers: groups, small n, kept-back cells, sources, and the definitions of the product. */
export function notesSection(asked: Asked): Block[] {
  const { say, sight, level, context, locale } = asked
  const glossary = presentDefinitions(locale)
  return [
    heading(say('portrait.notes.groups')),
    sentence(say(`portrait.notes.groups-${level === 'school' ? 'school' : 'territory'}`)),
    sentence(say('portrait.notes.interval', { factor: COVERAGE_FACTOR })),
    ...(level === 'school' ? [sentence(say('portrait.notes.fifths', { least: LEAST_IN_FIFTHS }))] : []),
    heading(say('portrait.notes.small')),
    sentence(say('portrait.notes.small-sample', { least: SMALL_SAMPLE })),
    sentence(
      sight.own
        ? say('portrait.notes.own-cells', { schools: LEAST_SCHOOLS, least: sight.least })
        : say('portrait.notes.hidden-cells', { schools: LEAST_SCHOOLS, least: sight.least }),
    ),
    heading(say('portrait.notes.source')),
    sentence(say('portrait.notes.recommendations', { year: String(RECOMMENDATIONS_2026.year) })),
    ...context.run.summary.notes
      .filter(({ id }) => id === 'run-note.examinations')
      .map(note => sentence(noteText(locale, note))),
    heading(say('portrait.notes.glossary')),
    ...glossary.lead.map(one => sentence(one)),
    ...[...glossary.items, ...(hasOwnSign(asked) ? glossary.channels : [])].map(({ title, text }) =>
      sentence(say('portrait.notes.definition', { title, text }), 'note'),
    ),
  ]
}

/** What the single channels look at is told where one of them has something to say. */
function hasOwnSign(asked: Asked): boolean {
  const isOwn = ({ signs }: PortraitSchool) => signs.some(({ source }) => source === 'own')
  return (
    asked.sight.audience !== 'public' &&
    (asked.level === 'school' ? isOwn(asked.school) : asked.schools.some(isOwn))
  )
}
