import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cell, type SheetToWrite, writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import { sayDate } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { frontWords } from './front-words.ts'
import { yearWords } from './heading-rows.ts'
import type { PaperOptions } from './lay-out-plan.ts'
import { columnsOf, numberWords, type PlanColumn } from './plan-columns.ts'
import type { DocumentMeasure, PlanDocument } from './plan-document.ts'
import { reportColumns, stateCounts } from './report-columns.ts'

const DATE = 'dd.mm.yyyy'
/** Spreadsheets count days from 30 December 1899. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const MILLISECONDS_A_DAY = 86_400_000

/**
 * The plan, or the report on its progress, as a workbook: what stands before the table, then one row a measure with year,
 * section and level in columns of their own, so that it can be sorted and filtered. Dates are dates; a term stands there in
 * its words and by its first and last day. Throws what `writeWorkbook` of spreadsheets throws.
 */
export async function writePlanWorkbook(plan: PlanDocument, options: PaperOptions): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'objektiv-plan-'))
  try {
    const path = join(folder, 'plan.xlsx')
    await writeWorkbook(path, [frontSheet(plan, options), measuresSheet(plan, options)])
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function frontSheet(plan: PlanDocument, { locale, date, paper = 'plan' }: PaperOptions): SheetToWrite {
  const { owner, approval, title, period, legend, legendTitle } = frontWords(locale, plan)
  const isReport = paper === 'report'
  const lines = [
    owner,
    ...(isReport ? [say(locale, 'plan-document.report')] : []),
    // One cell, so that who reads it knows where the block ends.
    ...(isReport || approval.length === 0 ? [] : [approval.join('\n')]),
    ...[title, period],
    ...(isReport
      ? [
          say(locale, 'plan-document.report.date', { day: sayDate(locale, date) }),
          ...stateCounts(locale, plan.measures),
          ...(plan.result ? [say(locale, 'plan-document.report.result', { text: plan.result })] : []),
        ]
      : []),
    ...(legend.length === 0 ? [] : [legendTitle, ...legend]),
  ]
  const rows = lines.flatMap(line => (line === null ? [] : [[line]]))
  const header = say(locale, `plan-document.sheet.${isReport ? 'report' : 'front'}.header`)
  return {
    name: say(locale, 'plan-document.sheet.front'),
    columns: [{ header, width: 110, wrap: true }],
    ...{ rows, selected: rows.length },
  }
}

interface SheetColumn {
  readonly header: string
  readonly width: number
  readonly format?: string
  readonly wrap?: boolean
  readonly cell: (measure: DocumentMeasure) => Cell
}

function measuresSheet(plan: PlanDocument, { locale, paper = 'plan' }: PaperOptions): SheetToWrite {
  const { measures } = plan
  const columns = [...sheetColumns(locale, plan, paper)]
  const rows = measures.map(measure => withoutGaps(columns.map(({ cell }) => cell(measure))))
  return {
    name: say(locale, 'plan-document.sheet.measures'),
    columns: columns.map(({ cell: _, ...column }) => column),
    ...{ rows, selected: rows.length },
  }
}

function* sheetColumns(locale: Locale, plan: PlanDocument, paper: 'plan' | 'report'): Generator<SheetColumn> {
  const { measures } = plan
  const title = (id: string) => say(locale, `plan-document.column.${id}`)
  const some = (has: (measure: DocumentMeasure) => unknown) => measures.some(measure => has(measure) !== null)
  yield { header: title('number'), width: 8, cell: ({ number }) => numberCell(number) }
  if (some(({ year }) => year))
    yield { header: title('year'), width: 12, cell: measure => yearCell(locale, measure) }
  if (some(({ section }) => section)) yield words(title('section'), 24, ({ section }) => section)
  if (some(({ level }) => level))
    yield words(title('level'), 16, ({ level }) =>
      level === null ? DASH : say(locale, `plan-document.level.${level}`),
    )
  yield words(title('text'), 60, ({ text }) => text)
  for (const column of paper === 'plan' ? columnsOf(locale, plan) : reportColumns(locale, plan)) {
    if (column.id === 'term') {
      yield words(column.title, 24, column.words)
      yield dates(title('first-day'), ({ term }) => term?.start ?? null)
      yield dates(title('last-day'), ({ term }) => term?.end ?? null)
    } else if (column.id in DATED) yield dates(column.title, DATED[column.id])
    else if (!OWN.has(column.id) && !column.id.startsWith('text')) yield words(column.title, 28, column.words)
  }
}

/** What stands in columns of its own here. */
const OWN: ReadonlySet<string> = new Set(['number', 'level'])
const DATED: Readonly<Record<string, (measure: DocumentMeasure) => string | null>> = {
  start: ({ plannedStart }) => plannedStart,
  finish: ({ plannedFinish }) => plannedFinish,
  accepted: ({ progress }) => progress?.acceptedOn ?? null,
}
const DASH = '–'

function words(header: string, width: number, cell: PlanColumn['words']): SheetColumn {
  return { ...{ header, width, cell }, wrap: true }
}

function dates(header: string, of: (measure: DocumentMeasure) => string | null): SheetColumn {
  return {
    ...{ header, width: 14, format: DATE },
    cell: measure => {
      const day = of(measure)
      return day !== null && /^\d{4}-\d\d-\d\d$/.test(day)
        ? Math.round((Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / MILLISECONDS_A_DAY)
        : day
    },
  }
}

/** «1.10» as a number would be 1.1, so only whole numbers are numbers; a dash says that there is none. */
function numberCell(number: string | null): Cell {
  const written = numberWords(number)
  return written !== null && /^[1-9]\d{0,2}$/.test(written) ? Number(written) : (written ?? DASH)
}

function yearCell(locale: Locale, measure: DocumentMeasure): Cell {
  return measure.year !== null && !measure.schoolYear ? measure.year : (yearWords(locale, measure) ?? DASH)
}

/** A row of two cells looks like a title: the rest of it is dashed. */
function withoutGaps(cells: readonly Cell[]): readonly Cell[] {
  const filled = cells.filter(cell => cell !== null && cell !== '').length
  return filled > 2 ? cells : cells.map(cell => (cell === null || cell === '' ? DASH : cell))
}
