import { sayDate } from '../../../messages/dates.ts'
import { say } from '../../../messages/format.ts'
import type { MeasureTemplate } from '../library/templates.ts'
import type { LocalDate } from '../rules.ts'
import type { NewMeasure } from '../store/insert-measures.ts'

/** Words of an addressed measure: plans are written in Russian, whoever reads the page. */
export function addressedFields(
  { id, body }: MeasureTemplate,
  {
    text,
    dueOn,
    school,
  }: {
    readonly text?: string | undefined
    readonly dueOn: LocalDate
    /** Named where the measure stands in the plan of another unit. */
    readonly school: string | null
  },
): NewMeasure {
  const own = text ?? say('ru', `measure-library.${id}.text`)
  return {
    number: null,
    section: say('ru', 'measure.addressed-section'),
    year: null,
    level: null,
    text: school === null ? own : say('ru', 'measure.addressed-text', { text: own, school }),
    term: say('ru', 'measure.addressed-term', { due: sayDate('ru', dueOn) }),
    plannedStart: null,
    plannedFinish: null,
    place: null,
    participants: null,
    responsible: [
      {
        original: say('ru', `measure.addressed-by-${school === null ? 'school' : 'municipality'}`),
        body: school === null ? 'ОО' : body === 'ММС' ? 'ММС' : 'ОМСУ',
        person: null,
        post: null,
      },
    ],
    performer: null,
    expectedResult: null,
    note: null,
    completion: null,
  }
}
