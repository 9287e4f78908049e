import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { HeaderRow } from '../layouts/layout.ts'

/** Which column of an attachment means what; indexes from 0. */
export interface JournalColumns {
  /** Null in a school's own list, which need not name it. */
  readonly school: number | null
  readonly code: number
  readonly mark: number
}

/** Headers as people know them, for the message about an unknown layout. */
export const JOURNAL_SIGNATURE = 'Логин ОО · Код участника · Отметка по журналу'

/** Columns of the header row of a list of journal marks, or null where the row is none. */
export function recogniseJournal(cells: readonly Cell[]): JournalColumns | null {
  const header = new HeaderRow(cells)
  const code = header.find('код участника', 'код обучающегося', 'код')
  const mark =
    header.find('отметка по журналу', 'отметка в журнале', 'отметка', 'журнал') ??
    header.findStart('отметка за предыдущ')
  if (code === null || mark === null) return null
  return {
    school: header.find('логин оо', 'логин школы', 'логин', 'школа', 'оо'),
    code,
    mark,
  }
}
