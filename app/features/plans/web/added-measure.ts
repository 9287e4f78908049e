import type { Request } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'
import type { OpenPlan } from './plan-page.tsx'

/** A measure that is being added to a saved plan, as its form holds it. */
export interface Added {
  readonly text: string
  readonly number: string
  readonly term: string
  /** Key of a part of the plan, or of a new one. */
  readonly place: string
  readonly section: string
  readonly responsible: string
  readonly expectedResult: string
  readonly mandatory: boolean
  readonly byPlan: boolean
  /** Of what was taken from the library; empty when the words are one's own. */
  readonly level: string
  readonly template: string
}

export const EMPTY_ADDED: Added = {
  ...{ text: '', number: '', term: '', place: '', section: '', responsible: '', expectedResult: '' },
  ...{ mandatory: true, byPlan: false, level: '', template: '' },
}

export const NEW_SECTION = 'new'

/** A part of the plan, and the measure that ends it. */
export interface Place {
  readonly key: string
  readonly title: string | null
  readonly section: string | null
  readonly year: number | null
  readonly last: number
}

/** Parts in the order of the paper; a section that comes again is a part of its own. */
export function placesOf({ measures }: Pick<OpenPlan, 'measures'>): Place[] {
  const places: Place[] = []
  for (const { id, section, year } of measures) {
    const before = places.at(-1)
    if (before && before.section === section && before.year === year)
      places[places.length - 1] = { ...before, last: id }
    else {
      const title = [section, year !== null && say('plan.year-of', { year: String(year) })]
        .filter(Boolean)
        .join(' · ')
      places.push({ key: String(places.length), title: title || null, section, year, last: id })
    }
  }
  return places
}

type Body = Request<'POST /api/plans/:id/measures'>['body']

/** As the API takes it: at the end of its part, under the part's section and year. */
export function addedBody(values: Added, places: readonly Place[], planLevel: OpenPlan['level']): Body {
  const part = places.find(({ key }) => key === values.place)
  const words = (text: string) => text.trim() || null
  return {
    number: words(values.number),
    section: values.place === NEW_SECTION ? words(values.section) : (part?.section ?? null),
    year: part?.year ?? null,
    level: (values.level || null) as Body['level'],
    text: values.text.trim(),
    term: words(values.term),
    ...{ plannedStart: null, plannedFinish: null, place: null, participants: null },
    responsible: values.responsible
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
      .map(original => ({ original, body: null, person: null, post: null })),
    performer: null,
    expectedResult: words(values.expectedResult),
    ...{ note: null, completion: null },
    template: values.template || null,
    mandatory: planLevel === 'school' || values.mandatory,
    byPlan: values.mandatory && values.byPlan,
    ...(part ? { after: part.last } : {}),
  }
}
