import { type SheetWritten, writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import type { Locale } from '../../../messages/format.ts'
import type { Screening } from '../types.ts'
import { detectionSheet, noiseSheet, silentSheet } from './detection-sheets.ts'
import type { ReplyOf } from './reply-slots.ts'
import { indexSheet, parametersSheet, setsSheet } from './run-sheets.ts'
import { signalsSheet } from './signals-sheet.ts'
import { dirtSheet, excludedSheet, notesSheet } from './source-sheets.ts'

/**
 * Writes the screening as a spreadsheet: signs, our own signals and what honest classes were taken to be (where the run
 * has them), parameters, sets, excluded rows, index, dirt and notes, a sheet each. Throws a ProblemError when the rows
 * written are not as many as the screening has, or when the disk refuses.
 */
export async function writeSignalsXlsx(
  screening: Screening,
  path: string,
  locale: Locale,
  replyOf?: ReplyOf,
): Promise<readonly SheetWritten[]> {
  const { detection } = screening
  const own = detection
    ? [
        detectionSheet(screening, detection, locale, replyOf),
        ...[noiseSheet, silentSheet].map(sheet => sheet(screening, detection, locale)),
      ]
    : []
  const others = [setsSheet, excludedSheet, indexSheet, dirtSheet, notesSheet]
  return await writeWorkbook(path, [
    signalsSheet(screening, locale, replyOf),
    ...own,
    parametersSheet(screening, locale, replyOf),
    ...others.map(sheet => sheet(screening, locale)),
  ])
}
