import { sayDate } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { frontWords } from './front-words.ts'
import { headingsBefore } from './heading-rows.ts'
import { columnWidths, isWhole, type Layout, type LayoutRow, sizeFor } from './layout.ts'
import { columnsOf, type PlanColumn, rowsOf } from './plan-columns.ts'
import type { DocumentMeasure, PlanDocument } from './plan-document.ts'
import { reportColumns, stateCounts } from './report-columns.ts'

/** Which paper is made of a plan: itself, or how far it has come on a day. */
export type PlanPaper = 'plan' | 'report'

export interface PaperOptions {
  readonly locale: Locale
  /** Local date of the paper, YYYY-MM-DD: an argument, so that the same plan gives the same bytes. */
  readonly date: string
  readonly paper?: PlanPaper
}

/** An empty cell is dashed, so that nobody takes it for one that was forgotten; marks are made by hand. */
const DASH = '–'
const BY_HAND: ReadonlySet<string> = new Set(['completion'])

/** The plan, or the report on it, in words. */
export function layOutPlan(plan: PlanDocument, { locale, date, paper = 'plan' }: PaperOptions): Layout {
  const front = frontWords(locale, plan)
  const titles = front.title === null ? [] : [front.title]
  const lines = front.period === null ? [] : [front.period]
  const shared = {
    ...{ locale, owner: front.owner },
    ...{ legendTitle: front.legendTitle, legend: front.legend, closing: [] as string[] },
  }
  if (paper === 'plan')
    return {
      ...{ ...shared, titles, subtitles: lines, approval: front.approval },
      name: front.title ?? say(locale, 'plan-document.untitled'),
      ...tableOf(locale, columnsOf(locale, plan), plan.measures),
    }
  const title = say(locale, 'plan-document.report')
  return {
    ...{ ...shared, titles: [title, ...titles], approval: [] },
    name: [title, ...titles].join('. '),
    subtitles: [
      ...lines,
      say(locale, 'plan-document.report.date', { day: sayDate(locale, date) }),
      ...stateCounts(locale, plan.measures),
    ],
    closing: plan.result ? [say(locale, 'plan-document.report.result', { text: plan.result })] : [],
    ...tableOf(locale, reportColumns(locale, plan), plan.measures),
  }
}

function tableOf(
  locale: Locale,
  columns: readonly PlanColumn[],
  measures: readonly DocumentMeasure[],
): Pick<Layout, 'columns' | 'rows' | 'size'> {
  const size = sizeFor(columns.length)
  const rows = rowsOf(
    measures,
    columns.some(({ level }) => level),
  ).map(row => ({
    row,
    cells: columns.map(column => cellOf(column, row)),
  }))
  const titles = columns.map(({ title }) => title)
  const widths = columnWidths(
    titles,
    rows.map(({ cells }) => cells),
    size,
  )
  let before: DocumentMeasure | undefined
  const laid = rows.flatMap(({ row, cells }): LayoutRow[] => {
    const headings = headingsBefore(locale, row[0], before)
    before = row[0]
    return [...headings, { kind: 'cells', cells, whole: isWhole(cells, widths, size) }]
  })
  return {
    size,
    columns: columns.map(({ title, centred }, at) => ({ title, centred, width: widths[at] })),
    rows: laid,
  }
}

function cellOf({ id, level, words }: PlanColumn, row: readonly DocumentMeasure[]): string {
  const measure = level === undefined ? row[0] : row.find(one => one.level === level)
  const text = measure ? words(measure) : null
  return text === null || text.trim() === '' ? (BY_HAND.has(id) ? '' : DASH) : text
}
