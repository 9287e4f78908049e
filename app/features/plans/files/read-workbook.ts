import { openWorkbook } from '../../../documents/spreadsheet/index.ts'
import { type Block, cell, type DocumentCell, type SourceDocument } from '../reading/document.ts'

const NO_NAME = /^(?:лист|sheet|таблица)\s*\d*$/i

/** Reads the sheets of a workbook as tables, each under its name where somebody gave it one. */
export async function readWorkbook(path: string): Promise<SourceDocument> {
  const workbook = await openWorkbook(path)
  try {
    const blocks: Block[] = []
    for (const name of workbook.sheetNames) {
      const rows: DocumentCell[][] = []
      await workbook.readSheet(name, (_, cells) => {
        rows.push(
          cells.map(value =>
            typeof value === 'number'
              ? { ...cell(String(value)), counted: true }
              : cell(value === null ? '' : String(value)),
          ),
        )
        return undefined
      })
      if (rows.length === 0) continue
      const width = Math.max(...rows.map(row => row.length))
      if (workbook.sheetNames.length > 1 && !NO_NAME.test(name))
        blocks.push({ type: 'paragraph', text: name })
      blocks.push({
        ...{ type: 'table', merges: false },
        rows: rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => cell(''))]),
      })
    }
    return { blocks }
  } finally {
    workbook.close()
  }
}
