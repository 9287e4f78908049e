import { type Block, cell } from '../reading/document.ts'
import type { RecognisedPlan } from '../reading/plan.ts'
import { readPlan } from '../reading/read-plan.ts'
import { oneLine } from '../reading/words.ts'
import { layOutPlan } from '../writing/lay-out-plan.ts'
import type { Layout } from '../writing/layout.ts'
import type { PlanDocument } from '../writing/plan-document.ts'

/** What Word says is the layout: read from the layout itself, thousands of plans take seconds. */
export function throughLayout(plan: PlanDocument): RecognisedPlan {
  const reading = readPlan({ blocks: blocksOf(layOutPlan(plan, { locale: 'ru', date: '2026-11-22' })) })
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.plan
}

function blocksOf(layout: Layout): Block[] {
  const { owner, approval, titles, subtitles, legend, legendTitle, columns, rows } = layout
  const paragraphs = [...titles, ...subtitles, ...(legend.length > 0 ? [legendTitle, ...legend] : [])]
  return [
    { type: 'table', merges: true, rows: [[cell(owner ?? ''), cell(approval.join('\n'))]] },
    ...paragraphs.map((text): Block => ({ type: 'paragraph', text })),
    {
      type: 'table',
      merges: true,
      rows: [
        columns.map(({ title }) => cell(title)),
        columns.map((_, at) => cell(String(at + 1))),
        ...rows.map(row =>
          row.kind === 'heading' ? [cell(row.text, columns.length)] : row.cells.map(text => cell(text)),
        ),
      ],
    },
  ]
}

/** What a document carries of a plan that was read: doubts belong to the reading of one file. */
export function carried({ period, measures, ...plan }: RecognisedPlan) {
  return {
    ...plan,
    period: period && { ...period, source: period.source === 'given' ? 'document' : period.source },
    measures: measures.map(({ doubtful: _, ...measure }) => measure),
  }
}

const line = (text: string | null) => (text === null ? null : oneLine(text))

/** What the paper was given, in the form in which it is read. */
export function given({ title, approval, abbreviations, measures }: PlanDocument) {
  return {
    ...{ title, approval: approval?.original ?? null, abbreviations },
    measures: measures.map(one => ({
      ...{ number: one.number, section: one.section, year: one.year, level: one.level },
      ...{ text: line(one.text), term: line(one.term?.words ?? null) },
      ...{ plannedStart: one.plannedStart, plannedFinish: one.plannedFinish },
      ...{ place: line(one.place), participants: line(one.participants), performer: one.performer },
      ...{ expectedResult: line(one.expectedResult), note: line(one.note), completion: line(one.completion) },
      responsible: one.responsible,
    })),
  }
}

export function read({ title, approval, abbreviations, measures }: RecognisedPlan): ReturnType<typeof given> {
  return {
    ...{ title, approval: approval?.original ?? null, abbreviations },
    measures: measures.map(({ doubtful: _, term, ...one }) => ({ ...one, term: term?.original ?? null })),
  }
}

export function days({ period }: PlanDocument | RecognisedPlan) {
  return period && { start: period.start, end: period.end }
}
