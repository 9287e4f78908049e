import { sql } from 'kysely'
import { type Report, renderReportDocx } from '../../documents/report/index.ts'
import { parametersSheet, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { nameUnits } from '../territory/index.ts'
import { sectionTitle } from './present-portraits.ts'
import type { PortraitsService } from './service.ts'
import { countRemarks, listRemarks, type RemarkFilters, type RemarkLine } from './store/remarks.ts'

/** More would be a copy of the database, not a list for a meeting. */
const MOST_ROWS = 10_000

export interface RemarksToExport {
  readonly lines: readonly RemarkLine[]
  /** Counted apart from the lines. */
  readonly selected: number
  readonly people: ReadonlyMap<string, string>
  readonly parameters: readonly (readonly [name: string, value: string | number])[]
}

/**
 * The filtered remarks, with a line in the log that they were read. The transaction sees one moment (`asOfNow`). Throws
 * `portrait-remarks-too-long`.
 */
export async function readRemarksToExport(
  tx: Tx,
  { locale }: Pick<Actor, 'locale'>,
  { namePeople }: Pick<PortraitsService, 'namePeople'>,
  filters: RemarkFilters,
  today: string,
): Promise<RemarksToExport> {
  const selected = await countRemarks(tx, filters)
  if (selected > MOST_ROWS)
    throw new ProblemError({ code: 'portrait-remarks-too-long', params: { limit: MOST_ROWS } })
  const { items: lines } = await listRemarks(tx, { ...filters, limit: MOST_ROWS })
  const people = await namePeople(tx, [
    ...new Set(
      lines.flatMap(({ createdBy, answeredBy }) => [createdBy, ...(answeredBy ? [answeredBy] : [])]),
    ),
  ])
  const at = await tx
    .selectFrom('unit')
    .select('id')
    .where('path', '=', sql<string>`app.scope()`)
    .executeTakeFirstOrThrow()
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  await logRead(tx, 'portrait_remark', String(at.id), at.id, {
    rows: lines.length,
    ...Object.fromEntries(given),
  })
  const unit = filters.under ?? at.id
  return {
    ...{ lines, selected, people },
    parameters: [
      [say(locale, 'export.what'), say(locale, 'portraits.remarks.what')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), (await nameUnits(tx, [unit])).get(unit) ?? ''],
      ...given
        .filter(([name]) => name !== 'under')
        .map(
          ([name, value]) =>
            [say(locale, `portraits.remarks.filter.${name}`), wordFilter(locale, name, value)] as const,
        ),
    ],
  }
}

function wordFilter(locale: Locale, name: string, value: unknown): string {
  if (name === 'state') return say(locale, `portraits.remark.${value}`)
  if (name === 'about') return say(locale, `portraits.remarks.about.${value}`)
  if (name === 'section') return say(locale, `portrait.section.${value}`)
  return String(value)
}

const COLUMNS = [
  'number',
  'unit',
  'author',
  'day',
  'about',
  'section',
  'text',
  'state',
  'answer',
  'answered',
] as const
const WIDTHS: Readonly<Record<(typeof COLUMNS)[number], number>> = {
  ...{
    number: 8,
    unit: 36,
    author: 28,
    day: 18,
    about: 36,
    section: 28,
    text: 60,
    state: 18,
    answer: 60,
    answered: 18,
  },
}

/** One remark as words, in the order of the columns. */
function wordsOf(locale: Locale, line: RemarkLine, people: ReadonlyMap<string, string>) {
  return {
    number: line.id,
    unit: line.unitName,
    author: people.get(line.createdBy) ?? line.createdBy,
    day: sayInstant(locale, line.createdAt),
    about:
      line.portraitId === null
        ? say(locale, 'portraits.remarks.of-template', { version: line.template })
        : say(locale, 'portraits.remarks.of-portrait', {
            unit: line.aboutName ?? '',
            version: line.template,
          }),
    section: line.section ? sectionTitle(locale, line.section) : say(locale, 'portraits.remarks.whole'),
    text: line.text,
    state: say(locale, `portraits.remark.${line.state}`),
    answer: line.answer ?? '',
    answered: line.answeredAt ? sayInstant(locale, line.answeredAt) : '',
  }
}

/** Writes parameters and rows; fails when the rows are not as many as were selected. */
export async function writeRemarksWorkbook(
  path: string,
  locale: Locale,
  table: RemarksToExport,
): Promise<void> {
  await writeWorkbook(path, [
    parametersSheet(locale, table.parameters, table.selected),
    {
      name: say(locale, 'portraits.remarks.sheet'),
      columns: COLUMNS.map(id => ({
        header: say(locale, `portraits.remarks.column.${id}`),
        width: WIDTHS[id],
      })),
      rows: table.lines.map(line => {
        const words = wordsOf(locale, line, table.people)
        return COLUMNS.map(id => words[id])
      }),
      selected: table.selected,
    },
  ])
}

/** The summary for the meeting: who says what of which part, what is decided and why; room to write where nothing is yet. */
export function remarksReport(locale: Locale, table: RemarksToExport, today: string): Report {
  const { lines, selected, people, parameters } = table
  if (lines.length !== selected) throw new Error('not as many remarks read as were selected')
  const text = (words: string) => ({ kind: 'text', text: words }) as const
  const counts = (['open', 'accepted', 'partly', 'declined'] as const).map(
    state => [state, lines.filter(line => line.state === state).length] as const,
  )
  return {
    locale,
    kind: say(locale, 'portraits.summary.kind'),
    title: say(locale, 'portraits.summary.title'),
    lead: say(locale, 'portraits.summary.lead'),
    date: today,
    sections: [
      {
        id: 'summary',
        title: say(locale, 'portraits.summary.chosen'),
        blocks: [
          {
            kind: 'facts',
            rows: [
              ...parameters.map(([label, value]) => ({ label, value: text(String(value)) })),
              {
                label: say(locale, 'portraits.summary.all'),
                value: { kind: 'number', value: selected, digits: 0 },
              },
              ...counts.map(([state, count]) => ({
                label: say(locale, `portraits.summary.${state}`),
                value: { kind: 'number', value: count, digits: 0 } as const,
              })),
            ],
          },
        ],
      },
      {
        id: 'remarks',
        title: say(locale, 'portraits.remarks.sheet'),
        blocks: [
          lines.length === 0
            ? { kind: 'sentence', text: say(locale, 'portraits.summary.none'), tone: 'plain' }
            : {
                kind: 'table',
                id: 'remarks',
                caption: say(locale, 'portraits.remarks.sheet'),
                wide: true,
                columns: (
                  [
                    ['number', 1],
                    ['unit', 4],
                    ['about', 4],
                    ['text', 7],
                    ['state', 3],
                    ['answer', 7],
                  ] as const
                ).map(([id, width]) => ({
                  title: say(locale, `portraits.remarks.column.${id}`),
                  align: 'left',
                  width,
                })),
                rows: lines.map(line => {
                  const {
                    number,
                    unit,
                    author,
                    day,
                    about,
                    section,
                    text: said,
                    state,
                    answer,
                    answered,
                  } = wordsOf(locale, line, people)
                  return [
                    text(String(number)),
                    text(`${unit}. ${author}, ${day}`),
                    text(`${about}. ${section}`),
                    text(said),
                    text(state),
                    text(answered === '' ? answer : `${answer} (${answered})`),
                  ]
                }),
              },
        ],
      },
    ],
  }
}

export async function renderRemarks(locale: Locale, table: RemarksToExport, today: string): Promise<Buffer> {
  return renderReportDocx(remarksReport(locale, table, today))
}
