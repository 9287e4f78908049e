import type { FieldErrors } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

/** The heading of a plan as a form has it: words in every field, abbreviations one a line. */
export interface HeadingValues {
  readonly title: string
  readonly start: string
  readonly end: string
  readonly school: boolean
  readonly post: string
  readonly person: string
  readonly date: string
  readonly number: string
  readonly abbreviations: string
}

export interface Heading {
  readonly title: string
  readonly period: { start: string; end: string; school: boolean; original: string | null }
  readonly approval: {
    post: string | null
    person: string | null
    date: string | null
    number: string | null
  }
  readonly abbreviations: readonly { short: string; full: string }[]
}

export const NO_HEADING: HeadingValues = {
  ...{ title: '', start: '', end: '', school: true },
  ...{ post: '', person: '', date: '', number: '', abbreviations: '' },
}

export function headingValues({ title, period, approval, abbreviations }: Heading): HeadingValues {
  return {
    title,
    ...{ start: period.start, end: period.end, school: period.school },
    post: approval.post ?? '',
    person: approval.person ?? '',
    date: approval.date ?? '',
    number: approval.number ?? '',
    abbreviations: abbreviations.map(({ short, full }) => `${short} — ${full}`).join('\n'),
  }
}

/** As the API takes it; call it only for values without errors. */
export function headingOf(values: HeadingValues, original: string | null) {
  const { title, start, end, school, post, person, date, number, abbreviations } = values
  return {
    title: title.trim(),
    period: { start, end, school, original },
    approval: {
      post: post.trim() || null,
      person: person.trim() || null,
      date: date || null,
      number: number.trim() || null,
    },
    abbreviations: abbreviationLines(abbreviations).map(parts => ({ short: parts[1], full: parts[2] })),
  }
}

/** What is wrong with a title and a period. */
export function checkHeading({ title, start, end }: Pick<HeadingValues, 'title' | 'start' | 'end'>) {
  return {
    ...(title.trim() ? {} : { title: say('draft.plan-title-missing') }),
    ...(start ? {} : { start: say('draft.start-missing') }),
    ...(end
      ? start && end < start
        ? { end: say('draft.end-before') }
        : {}
      : { end: say('draft.end-missing') }),
  } satisfies FieldErrors<HeadingValues>
}

export function checkWholeHeading(values: HeadingValues): FieldErrors<HeadingValues> {
  const lines = values.abbreviations.split('\n').filter(line => line.trim())
  return {
    ...checkHeading(values),
    ...(lines.length === abbreviationLines(values.abbreviations).length
      ? {}
      : { abbreviations: say('draft.abbreviations-wrong') }),
  }
}

function abbreviationLines(text: string): RegExpExecArray[] {
  return text
    .split('\n')
    .map(line => /^\s*(\S.*?)\s+[-–—]\s+(\S.*?)\s*$/.exec(line))
    .filter(match => match !== null)
}
