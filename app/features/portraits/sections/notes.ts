import { COVERAGE_FACTOR, SMALL_SAMPLE } from '@objektiv/forensics'
import type { Block } from '../../../documents/report/index.ts'
import { noteText, presentDefinitions } from '../../screening/threads.ts'
import type { Asked } from '../asked.ts'
import { heading, sentence } from '../blocks.ts'
import { LEAST_IN_FIFTHS } from '../context.ts'
import { LEAST_SCHOOLS } from '../small-cells.ts'
import { RECOMMENDATIONS_2026 } from '../thresholds.ts'
import type { PortraitSchool, PortraitSign } from '../types.ts'
import { usedDefinitions } from '../used-definitions.ts'

/** What stands beside the numbers: groups, small n, kept-back cells, sources, and the definitions of the product. */
export function notesSection(asked: Asked): Block[] {
  const { say, sight, level, context, locale } = asked
  return [
    heading(say('portrait.notes.groups')),
    sentence(say(`portrait.notes.groups-${level === 'school' ? 'school' : 'territory'}`), 'note'),
    sentence(say('portrait.notes.interval', { factor: COVERAGE_FACTOR }), 'note'),
    ...(level === 'school'
      ? [sentence(say('portrait.notes.fifths', { least: LEAST_IN_FIFTHS }), 'note')]
      : []),
    heading(say('portrait.notes.small')),
    sentence(say('portrait.notes.small-sample', { least: SMALL_SAMPLE }), 'note'),
    sentence(
      sight.own
        ? say('portrait.notes.own-cells', { schools: LEAST_SCHOOLS, least: sight.least })
        : say('portrait.notes.hidden-cells', { schools: LEAST_SCHOOLS, least: sight.least }),
      'note',
    ),
    heading(say('portrait.notes.source')),
    sentence(say('portrait.notes.recommendations', { year: String(RECOMMENDATIONS_2026.year) }), 'note'),
    ...context.run.summary.notes
      .filter(({ id }) => id === 'run-note.examinations')
      .map(note => sentence(noteText(locale, note), 'note')),
    ...glossarySection(asked),
  ]
}

/** The definitions of what this very portrait shows: others would only be leafed through. */
function glossarySection(asked: Asked): Block[] {
  const { say, locale } = asked
  const { lead, items, channels } = presentDefinitions(locale)
  const used = usedDefinitions(asked)
  const chosen = [...items.filter(({ id }) => used.has(id)), ...(hasSign(asked, 'own') ? channels : [])]
  if (chosen.length === 0) return []
  return [
    heading(say('portrait.notes.glossary')),
    ...(hasSign(asked, 'own') || hasSign(asked, 'official') ? lead.map(one => sentence(one, 'note')) : []),
    ...chosen.map(({ title, text }) => sentence(say('portrait.notes.definition', { title, text }), 'note')),
  ]
}

/** What the single channels look at is told where one of them has something to say. */
function hasSign(asked: Asked, wanted: PortraitSign['source']): boolean {
  const has = ({ signs }: PortraitSchool) => signs.some(({ source }) => source === wanted)
  return (
    asked.sight.audience !== 'public' &&
    (asked.level === 'school' ? has(asked.school) : asked.schools.some(has))
  )
}
