import { writeFile } from 'node:fs/promises'
import {
  type Report,
  renderReportDocx,
  renderReportHtml,
  renderReportPdf,
  writeReportXlsx,
} from '../../documents/report/index.ts'
import type { PortraitFormat } from './formats.ts'

/** Writes a portrait in one of its forms. */
export async function writePortrait(path: string, report: Report, format: PortraitFormat): Promise<void> {
  switch (format) {
    case 'pdf':
      return writeFile(path, renderReportPdf(report))
    case 'docx':
      return writeFile(path, await renderReportDocx(report))
    case 'xlsx':
      await writeReportXlsx(path, report)
      return
    case 'html':
      return writeFile(path, renderReportHtml(report))
  }
}

/** Rows of all its tables, those behind its figures too: what stands in the manifest of an archive. */
export function rowsOf({ sections }: Report): number {
  return sections
    .flatMap(({ blocks }) => blocks)
    .reduce(
      (sum, block) =>
        sum +
        (block.kind === 'table' ? block.rows.length : block.kind === 'figure' ? block.data.rows.length : 0),
      0,
    )
}
