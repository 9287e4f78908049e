import { type Cell, parametersSheet, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { shorten } from './measures/name-measure.ts'
import type { Coverage } from './store/coverage.ts'
import type { LocalDate } from './task-state.rules.ts'

interface About {
  readonly title: string
  readonly today: LocalDate
  /** Units below, counted apart from the rows. */
  readonly selected: number
}

const LONGEST_HEADING = 60

/** Measure × territory as words, a row a unit. Fails when the rows are not as many units as were selected. */
export async function writeCoverage(
  path: string,
  locale: Locale,
  { level, measures, units, totals }: Coverage,
  { title, today, selected }: About,
): Promise<void> {
  await writeWorkbook(path, [
    parametersSheet(
      locale,
      [
        [say(locale, 'export.what'), say(locale, 'plans.coverage.what')],
        [say(locale, 'plans.column.title'), title],
        [say(locale, 'export.day'), sayDate(locale, today)],
        [say(locale, 'plans.column.level'), say(locale, `plan.level.${level}`)],
        [say(locale, 'plans.column.measures'), measures.length],
        ...totals.map(({ state, count }) => [wordCell(locale, state), count] as const),
      ],
      selected,
    ),
    {
      name: say(locale, 'plans.coverage.sheet'),
      columns: [
        { header: say(locale, 'plans.column.unit'), width: 44 },
        ...measures.map(({ number, text }) => ({
          header: shorten(number === null ? text : `${number}. ${text}`, LONGEST_HEADING),
          width: 16,
        })),
      ],
      rows: units.map((unit): Cell[] => [
        nameOf(locale, unit),
        ...[...unit.cells].map(cell => wordCell(locale, cell)),
      ]),
      selected,
    },
  ])
}

function nameOf(locale: Locale, { name, closed, approved, plan }: Coverage['units'][number]): string {
  if (closed) return say(locale, 'plans.coverage.closed', { name })
  return approved || plan === null ? name : say(locale, 'plans.coverage.draft', { name })
}

const WORDS: Readonly<Record<string, string>> = {
  ...{ '.': 'nothing', t: 'taken-over', w: 'in-progress', s: 'submitted' },
  ...{ p: 'proved', l: 'late', c: 'cancelled' },
}

function wordCell(locale: Locale, cell: string): string {
  return say(locale, `plans.cell.${WORDS[cell]}`)
}
