import type { SheetToWrite } from '../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../messages/format.ts'

/** A line of the first sheet: what the list was chosen by. */
export type Parameter = readonly [name: string, value: string | number]

/**
 * The first sheet of an export: what was asked for, and how many rows stand on the second. The file is not written
 * when the rows written differ from those chosen, so one number is true of both.
 */
export function parametersSheet(
  locale: Locale,
  parameters: readonly Parameter[],
  selected: number,
): SheetToWrite {
  const rows: Parameter[] = [
    ...parameters,
    [say(locale, 'export.rows-chosen'), selected],
    [say(locale, 'export.rows-written'), selected],
  ]
  return {
    name: say(locale, 'export.parameters'),
    columns: [
      { header: say(locale, 'export.parameter'), width: 36 },
      { header: say(locale, 'export.value'), width: 70 },
    ],
    rows,
    selected: rows.length,
  }
}
