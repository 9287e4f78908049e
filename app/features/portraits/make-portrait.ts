import type { Block, Report } from '../../documents/report/index.ts'
import { type Locale, say } from '../../messages/format.ts'
import { type Asked, findAsked } from './asked.ts'
import { sentence } from './blocks.ts'
import type { PortraitContext } from './context.ts'
import { areasSection } from './sections/areas.ts'
import { distributionSection } from './sections/distribution.ts'
import { headerSection } from './sections/header.ts'
import { marksSection } from './sections/marks.ts'
import { measuresSection } from './sections/measures.ts'
import { notesSection } from './sections/notes.ts'
import { resultsSection } from './sections/results.ts'
import { schoolsSection } from './sections/schools.ts'
import { signalsSection } from './sections/signals.ts'
import { tasksSection } from './sections/tasks.ts'
import { territoryMarks } from './sections/territory-marks.ts'
import { territoryResults } from './sections/territory-results.ts'
import { type PortraitRequest, SECTIONS, type SectionId } from './types.ts'

/**
 * The portrait of one unit. Pure: the same context and request give the same report. Null where the run does not know the unit.
 */
export function makePortrait(
  context: PortraitContext,
  request: PortraitRequest,
  locale: Locale,
): Report | null {
  const asked = findAsked(context, request, locale)
  if (asked === null) return null
  return {
    locale,
    kind: say(locale, `portrait.kind.${request.level}`),
    title: asked.level === 'school' ? (asked.school.school.name ?? asked.school.school.login) : asked.name,
    lead: say(locale, `portrait.lead.${request.level}`),
    date: request.date,
    sections: SECTIONS.filter(id => !request.template.off.includes(id)).flatMap(id => {
      const blocks = blocksOf(asked, id)
      return blocks === null ? [] : [{ id, title: say(locale, `portrait.section.${id}`), blocks }]
    }),
  }
}

/** Null where a section has no place in a portrait of this level. */
function blocksOf(asked: Asked, id: SectionId): Block[] | null {
  const ofSchool = asked.level === 'school'
  switch (id) {
    case 'header':
      return headerSection(asked)
    case 'areas':
      return areasSection(asked)
    case 'results':
      return ofSchool ? resultsSection(asked) : territoryResults(asked)
    case 'schools':
      return ofSchool ? null : schoolsSection(asked)
    case 'distribution':
      return distributionSection(asked)
    case 'tasks':
      return tasksSection(asked)
    case 'marks':
      return ofSchool ? marksSection(asked) : territoryMarks(asked)
    case 'signals':
      return signalsSection(asked)
    // That part of the product is not there yet: the portrait says so instead of keeping quiet about it.
    case 'conduct':
      return [sentence(asked.say('portrait.conduct.none'), 'quiet')]
    case 'measures':
      return measuresSection(asked)
    case 'notes':
      return notesSection(asked)
  }
}
