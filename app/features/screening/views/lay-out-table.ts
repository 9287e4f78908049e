import type { ListToWrite } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'

interface Table extends Pick<ListToWrite, 'rows' | 'selected' | 'parameters'> {
  /** `run.sheet.<id>` names the sheet. */
  readonly id: string
  /** `run.column.<id>` is the header. */
  readonly columns: readonly { readonly id: string; readonly width: number; readonly format?: string }[]
}

/** A table of a run with its sheet and headers in words. */
export function layOutTable(locale: Locale, { id, columns, ...rest }: Table): ListToWrite {
  return {
    ...rest,
    sheet: say(locale, `run.sheet.${id}`),
    columns: columns.map(({ id, ...column }) => ({ header: say(locale, `run.column.${id}`), ...column })),
  }
}
