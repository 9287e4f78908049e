import { type Cell, type SheetToWrite, writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'

/** A list as a spreadsheet takes it. */
export interface TableToExport {
  /** `run.sheet.<id>` names the sheet. */
  readonly id: string
  /** `run.column.<id>` is the header. */
  readonly columns: readonly { readonly id: string; readonly width: number; readonly format?: string }[]
  readonly rows: readonly (readonly Cell[])[]
  /** Counted apart from the rows. */
  readonly selected: number
  /** What the list was chosen by. */
  readonly parameters: readonly (readonly [name: string, value: string | number])[]
}

/** Writes parameters and rows; fails when the rows are not as many as were selected. */
export async function writeTable(path: string, locale: Locale, table: TableToExport): Promise<void> {
  await writeWorkbook(path, [parameters(locale, table), rows(locale, table)])
}

function parameters(locale: Locale, { parameters, selected }: TableToExport): SheetToWrite {
  const lines = [
    ...parameters,
    [say(locale, 'export.rows-chosen'), selected],
    [say(locale, 'export.rows-written'), selected],
  ]
  return {
    name: say(locale, 'export.parameters'),
    columns: [
      { header: say(locale, 'export.parameter'), width: 44 },
      { header: say(locale, 'export.value'), width: 70 },
    ],
    rows: lines,
    selected: lines.length,
  }
}

function rows(locale: Locale, { id, columns, rows, selected }: TableToExport): SheetToWrite {
  return {
    name: say(locale, `run.sheet.${id}`),
    columns: columns.map(({ id, ...rest }) => ({ header: say(locale, `run.column.${id}`), ...rest })),
    rows,
    selected,
  }
}
