import { type Cell, parametersSheet, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import type { LocalDate } from '../territory/index.ts'
import type { Paper, PaperFilters } from './list-papers.ts'
import { nameOfAssessment } from './name-assessment.ts'

const MARKS = ['2', '3', '4', '5'] as const
const COLUMNS: readonly (readonly [string, number])[] = [
  ['assessment', 36],
  ['procedure', 12],
  ['year', 8],
  ['grade', 8],
  ['subject', 28],
  ['version', 14],
  ['maximum', 12],
  ['tasks', 12],
  ['mark-2', 12],
  ['mark-3', 12],
  ['mark-4', 12],
  ['mark-5', 12],
  ['paper', 20],
  ['revision', 12],
  ['source', 60],
]

interface Asked {
  readonly filters: PaperFilters
  readonly today: LocalDate
}

/** Papers as a spreadsheet with what they were chosen by. */
export async function writePapersWorkbook(
  path: string,
  locale: Locale,
  papers: readonly Paper[],
  { filters, today }: Asked,
): Promise<void> {
  const given = Object.entries(filters).filter((pair): pair is [string, string | number] => {
    return pair[1] !== undefined
  })
  const parameters = [
    [say(locale, 'export.what'), say(locale, 'specification.file')] as const,
    [say(locale, 'export.day'), sayDate(locale, today)] as const,
    ...given.map(([name, value]) => {
      return [say(locale, `specification.filter.${name}`), wordFilter(locale, name, value)] as const
    }),
  ]
  await writeWorkbook(path, [
    parametersSheet(locale, parameters, papers.length),
    {
      name: say(locale, 'specification.file'),
      columns: COLUMNS.map(([column, width]) => ({
        header: say(locale, `campaign.column.${column}`),
        width,
      })),
      rows: papers.map(paper => toRow(locale, paper)),
      selected: papers.length,
    },
  ])
}

function toRow(locale: Locale, { specification, state, revision }: Paper): Cell[] {
  const { procedure, version, year, grade, subject, maxPrimary, bands, tasks, source } = specification
  return [
    nameOfAssessment(locale, specification),
    ...[procedure, year, grade, subject, version],
    maxPrimary,
    tasks?.length ?? null,
    ...MARKS.map(mark => (bands ? bands[mark].join('–') : null)),
    say(locale, `campaign.export.paper.${state}`),
    revision,
    source,
  ]
}

function wordFilter(locale: Locale, name: string, value: string | number): string | number {
  if (name === 'origin') return say(locale, `specification.filter.origin.${value}`)
  return name === 'state' ? say(locale, `campaign.export.paper.${value}`) : value
}
