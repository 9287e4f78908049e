import { sayDate } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { columnsOf, type PlanColumn } from './plan-columns.ts'
import type { DocumentMeasure, EvidenceDocument, MeasureProgress, PlanDocument } from './plan-document.ts'
import { dayInDigits } from './words-of-measure.ts'

/** What the plan says that the report repeats: the rest is in the plan. */
const OF_PLAN: ReadonlySet<string> = new Set([
  'number',
  'text',
  'level',
  'term',
  'start',
  'finish',
  'responsible',
])

/** Columns of the report: what was to be done, by when and by whom, and what came of it. */
export function reportColumns(locale: Locale, plan: PlanDocument): PlanColumn[] {
  const { measures } = plan
  const column = (id: string, words: (progress: MeasureProgress) => string | null): PlanColumn => ({
    ...{ id, title: say(locale, `plan-document.column.${id}`), centred: false },
    words: ({ progress }) => (progress ? words(progress) : null),
  })
  const own = columnsOf(locale, plan).filter(({ id }) => OF_PLAN.has(id) || id.startsWith('text-'))
  const filled = (one: PlanColumn) => measures.some(measure => one.words(measure) !== null)
  return [
    ...own.filter(({ id, ...one }) => id !== 'responsible' || filled({ id, ...one })),
    column('state', ({ state, times }) =>
      times ? `${state}\n${say(locale, 'plan-document.report.times', { ...times })}` : state,
    ),
    ...[
      column('accepted', ({ acceptedOn }) => acceptedOn && dayInDigits(acceptedOn)),
      column('evidence', ({ evidence }) =>
        evidence.length === 0 ? null : evidence.map(one => evidenceWords(locale, one)).join(';\n'),
      ),
      column('reason', ({ reason }) => reason),
    ].filter(filled),
    ...columnsOf(locale, plan).filter(({ id }) => id === 'completion'),
  ]
}

/** «Приказ о наблюдателях от 12 марта 2021 г. № 45». */
export function evidenceWords(locale: Locale, { name, number, date }: EvidenceDocument): string {
  const dated =
    date === null ? name : say(locale, 'plan-document.dated', { name, day: sayDate(locale, date) })
  return number === null ? dated : say(locale, 'plan-document.numbered', { name: dated, number })
}

/** How many measures there are, and how many in each state, in the order in which the states are met. */
export function stateCounts(locale: Locale, measures: readonly DocumentMeasure[]): string[] {
  const counts = new Map<string, number>()
  for (const { progress } of measures)
    if (progress) counts.set(progress.state, (counts.get(progress.state) ?? 0) + 1)
  const all = say(locale, 'plan-document.report.count', { count: measures.length })
  const states = [...counts].map(([state, count]) =>
    say(locale, 'plan-document.report.state', { state: lowerFirst(state), count }),
  )
  return [states.length === 0 ? `${all}.` : `${all}: ${states.join(', ')}.`]
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
