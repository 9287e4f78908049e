import type { Answer, Request } from '../../../web/client/contract-types.ts'
import { type HeadingValues, headingValues, NO_HEADING } from './heading-values.ts'

type Read = Answer<'POST /api/plans/read'>
type Body = Request<'POST /api/plans'>['body']
export type Original = Read['original']
export type Doubt = Read['measures'][number]['doubtful'][number]
type Responsible = Read['measures'][number]['responsible'][number]
type Template = Answer<'GET /api/measure-templates'>['items'][number]

/** A measure while it is being looked at: words in every field, so that any of them can be corrected. */
export interface DraftMeasure {
  readonly key: number
  readonly number: string
  readonly section: string
  readonly year: string
  readonly level: string
  readonly text: string
  readonly term: string
  readonly plannedStart: string
  readonly plannedFinish: string
  readonly place: string
  readonly participants: string
  /** One a line. */
  readonly responsible: string
  readonly performer: string
  readonly expectedResult: string
  readonly note: string
  readonly completion: string
  /** Id in the library of measures, of what was taken from it. */
  readonly template: string
  /** What the document was understood to say of those who answer; kept for the lines that stay as they were. */
  readonly bodies: readonly Responsible[]
  readonly doubtful: readonly Doubt[]
  readonly source: { readonly block: number; readonly rows: readonly number[] } | null
}

export type DraftValues = HeadingValues & { readonly measures: readonly DraftMeasure[] }

/** All that is on the page of a draft, as it is kept until it is saved. */
export interface Draft {
  readonly values: DraftValues
  readonly periodWords: string | null
  readonly source: number | null
  readonly original: Original
  readonly notes: readonly string[]
  /** Points of the document that were not taken for measures. */
  readonly leftOut: readonly string[]
}

export const EMPTY_DRAFT: Draft = {
  values: { ...NO_HEADING, measures: [] },
  ...{ periodWords: null, source: null, original: [], notes: [], leftOut: [] },
}

let lastKey = Date.now()

export function emptyMeasure(more: Partial<DraftMeasure> = {}): DraftMeasure {
  lastKey += 1
  return {
    key: lastKey,
    ...{
      number: '',
      section: '',
      year: '',
      level: '',
      text: '',
      term: '',
      plannedStart: '',
      plannedFinish: '',
    },
    ...{ place: '', participants: '', responsible: '', performer: '', expectedResult: '', note: '' },
    ...{ completion: '', template: '', bodies: [], doubtful: [], source: null },
    ...more,
  }
}

/** A measure of the library: its words to begin with; of another level than the plan's it says so. */
export function measureFromLibrary(
  { id, text, term, responsible, evidence, level }: Template,
  planLevel: Template['level'],
): DraftMeasure {
  return emptyMeasure({
    ...{ text, term: term ?? '', expectedResult: evidence ?? '', template: id },
    level: level === planLevel ? '' : level,
    responsible: responsible.map(({ original }) => original).join('\n'),
    bodies: responsible,
  })
}

/** Points that are no measures yet: what was taken by hand is gone from them, and back when it is taken away. */
export function pointsLeft(leftOut: readonly string[], measures: readonly DraftMeasure[]): string[] {
  const taken = new Set(measures.map(({ text }) => text))
  return [...new Set(leftOut)].filter(point => !taken.has(textOfPoint(point)))
}

/** A point of an order as the words of a measure: without the stop of its list. */
export function textOfPoint(point: string): string {
  return /\d\s?г\.$/.test(point) ? point : point.replace(/[.;]$/, '')
}

/** What was read of a document, laid open for correcting. */
export function draftOf(read: Read, source: number | null): Draft {
  const { title, period, approval, abbreviations, measures, original, notes, leftOut } = read
  const heading = headingValues({
    title: title ?? '',
    period: period ?? { start: '', end: '', school: true, original: null },
    approval: approval ?? { post: null, person: null, date: null, number: null },
    abbreviations,
  })
  return {
    values: { ...heading, measures: measures.map(measureOf) },
    periodWords: period?.original ?? null,
    ...{ source, original, notes, leftOut },
  }
}

function measureOf(read: Read['measures'][number]): DraftMeasure {
  return emptyMeasure({
    number: read.number ?? '',
    section: read.section ?? '',
    year: read.year === null ? '' : String(read.year),
    level: read.level ?? '',
    text: read.text,
    term: read.term?.original ?? '',
    plannedStart: read.plannedStart ?? '',
    plannedFinish: read.plannedFinish ?? '',
    place: read.place ?? '',
    participants: read.participants ?? '',
    responsible: read.responsible.map(({ original }) => original).join('\n'),
    performer: read.performer ?? '',
    expectedResult: read.expectedResult ?? '',
    note: read.note ?? '',
    completion: read.completion ?? '',
    bodies: read.responsible,
    doubtful: read.doubtful,
    source: read.source,
  })
}

/** As the API takes a measure; empty words are no words. */
export function bodyOf(measure: DraftMeasure): Body['measures'][number] {
  const { bodies, doubtful, year, level, responsible } = measure
  const words = (text: string) => text.trim() || null
  return {
    number: words(measure.number),
    section: words(measure.section),
    year: /^\d{4}$/.test(year.trim()) ? Number(year) : null,
    level: (level || null) as Body['measures'][number]['level'],
    text: measure.text.trim(),
    term: words(measure.term),
    plannedStart: words(measure.plannedStart),
    plannedFinish: words(measure.plannedFinish),
    place: words(measure.place),
    participants: words(measure.participants),
    responsible: responsible
      .split('\n')
      .map(line => line.trim())
      .filter(line => line)
      .map(
        original =>
          bodies.find(known => known.original.trim() === original) ?? {
            ...{ original, body: null, person: null, post: null },
          },
      ),
    performer: words(measure.performer),
    expectedResult: words(measure.expectedResult),
    note: words(measure.note),
    completion: words(measure.completion),
    doubtful: doubtful.map(({ field, reason }) => ({ field, reason })),
    template: measure.template || null,
  }
}

const JOINED = [
  'section',
  'year',
  'level',
  'term',
  'plannedStart',
  'plannedFinish',
  'place',
  'participants',
] as const
const REST = ['performer', 'expectedResult', 'note', 'completion', 'number'] as const

/** Two rows that were one measure: the words go on, and what the first lacks comes from the second. */
export function mergeMeasures(first: DraftMeasure, second: DraftMeasure): DraftMeasure {
  const taken = Object.fromEntries([...JOINED, ...REST].map(name => [name, first[name] || second[name]]))
  const same = first.source !== null && first.source.block === second.source?.block
  return {
    ...first,
    ...taken,
    text: [first.text.trim(), second.text.trim()].filter(Boolean).join(' '),
    responsible: [first.responsible, second.responsible].filter(Boolean).join('\n'),
    bodies: [...first.bodies, ...second.bodies],
    source: same
      ? { block: first.source!.block, rows: [...first.source!.rows, ...second.source!.rows] }
      : (first.source ?? second.source),
  }
}

/** Where one measure of words that hold two ends: at the cursor, else behind the first line, or the first whole phrase. */
function splitPlace(text: string, cursor: number | null): number {
  const parts = (at: number) => text.slice(0, at).trim() !== '' && text.slice(at).trim() !== ''
  if (cursor !== null && parts(cursor)) return cursor
  for (const border of [/\n+/, /;\s+/, /\.\s+(?=\p{Lu})/u]) {
    const found = border.exec(text)
    const at = found === null ? 0 : found.index + found[0].length
    if (parts(at)) return at
  }
  return text.length
}

/** One row that was two measures: the words are parted, the rest both have until somebody says otherwise. */
export function splitMeasure(measure: DraftMeasure, cursor: number | null): [DraftMeasure, DraftMeasure] {
  const { text } = measure
  const at = splitPlace(text, cursor)
  const doubtful = measure.doubtful.filter(({ field }) => field !== 'text')
  const { key: _, ...rest } = measure
  return [
    { ...measure, text: text.slice(0, at).replace(/[\s;]+$/, ''), doubtful },
    emptyMeasure({ ...rest, number: '', text: upperFirst(text.slice(at).trim()), doubtful }),
  ]
}

/** What was the middle of a sentence begins one now. */
function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
