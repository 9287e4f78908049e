import type { Measure } from './measure-page.tsx'

/** A measure as a form holds it: words alone; those who answer stand one to a line. */
export type Edited = Record<
  | 'text'
  | 'number'
  | 'section'
  | 'term'
  | 'responsible'
  | 'performer'
  | 'place'
  | 'participants'
  | 'expectedResult'
  | 'note'
  | 'completion'
  | YesOrNo,
  string
>

/** What a plan that is sent down says of a measure besides its words. */
type YesOrNo = 'mandatory' | 'byPlan'
const YES_OR_NO: ReadonlySet<string> = new Set<YesOrNo>(['mandatory', 'byPlan'])
export const YES = 'yes'
export const NO = 'no'

export const EDITED: readonly (keyof Edited)[] = [
  'text',
  'number',
  'section',
  'term',
  'responsible',
  'performer',
  'place',
  'participants',
  'expectedResult',
  'note',
  'completion',
]
/** Of a plan that may be sent down. */
export const EDITED_ABOVE: readonly (keyof Edited)[] = [...EDITED, 'mandatory', 'byPlan']
/** Of a measure from above its own unit says who does it, where, and how it went. */
export const OWN_OF_LOCKED: readonly (keyof Edited)[] = [
  'responsible',
  'performer',
  'place',
  'note',
  'completion',
]

export function editedOf({ fields, mandatory, byPlan }: Measure): Edited {
  return {
    text: fields.text,
    number: fields.number ?? '',
    section: fields.section ?? '',
    term: fields.term ?? '',
    responsible: fields.responsible.map(({ original }) => original).join('\n'),
    performer: fields.performer ?? '',
    place: fields.place ?? '',
    participants: fields.participants ?? '',
    expectedResult: fields.expectedResult ?? '',
    note: fields.note ?? '',
    completion: fields.completion ?? '',
    mandatory: mandatory ? YES : NO,
    byPlan: byPlan ? YES : NO,
  }
}

type Responsible = Measure['fields']['responsible'][number]
type Words = Partial<Record<Exclude<keyof Edited, 'responsible' | 'text' | YesOrNo>, string | null>>
type Changes = Words & { text?: string; responsible?: Responsible[] } & Partial<Record<YesOrNo, boolean>>

/** What the form says differently from the measure as it was read: the rest is not sent, so it cannot be overwritten. */
export function changesTo(measure: Measure, values: Edited, names: readonly (keyof Edited)[]): Changes {
  const before = editedOf(measure)
  const changed = names.filter(name => values[name] !== before[name])
  return Object.fromEntries(
    changed.map(name => {
      if (name === 'responsible') return [name, responsibleOf(measure.fields.responsible, values[name])]
      if (YES_OR_NO.has(name)) return [name, values[name] === YES]
      const words = values[name].trim()
      return [name, words === '' && name !== 'text' ? null : words]
    }),
  )
}

/** A line left as it was keeps the body and the person that were told apart in it; a new one is told apart by nobody yet. */
function responsibleOf(known: readonly Responsible[], lines: string): Responsible[] {
  return lines
    .split('\n')
    .map(words => words.trim())
    .filter(words => words !== '')
    .map(
      words =>
        known.find(({ original }) => original === words) ?? {
          original: words,
          body: null,
          person: null,
          post: null,
        },
    )
}
