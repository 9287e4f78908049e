import { type Cell, type MergedCells, openWorkbook } from '../../../documents/spreadsheet/index.ts'
import { type Block, cell, type DocumentCell, type SourceDocument } from '../reading/document.ts'

const NO_NAME = /^(?:лист|sheet|таблица)\s*\d*$/i

interface Row {
  /** As the program shows it. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/** Reads the sheets of a workbook as tables, each under its name where somebody gave it one. */
export async function readWorkbook(path: string): Promise<SourceDocument> {
  const workbook = await openWorkbook(path)
  try {
    const blocks: Block[] = []
    for (const name of workbook.sheetNames) {
      const rows: Row[] = []
      const { merged = [] } = await workbook.readSheet(name, (number, cells) => {
        rows.push({ number, cells: [...cells] })
        return undefined
      })
      if (rows.length === 0) continue
      if (workbook.sheetNames.length > 1 && !NO_NAME.test(name))
        blocks.push({ type: 'paragraph', text: name })
      blocks.push({ type: 'table', merges: merged.length > 0, rows: tableRows(rows, merged) })
    }
    return { blocks }
  } finally {
    workbook.close()
  }
}

/** Every row gets the same width; of merged cells the first takes the places of the others. */
function tableRows(rows: readonly Row[], merged: readonly MergedCells[]): DocumentCell[][] {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const places = new Map(rows.map(({ number }, at) => [number, at]))
  const spans = new Map<string, { colspan: number; rowspan: number }>()
  const taken = new Map<string, 'first' | 'other'>()
  for (const { top, bottom, left, right: end } of merged) {
    const [first, right] = [places.get(top), Math.min(end, width - 1)]
    if (first === undefined || left >= width) continue
    const last = rows.findLastIndex(({ number }) => number <= bottom)
    const area = { first, last, left, right }
    // No program merges what is merged already; a hostile file might, a million times.
    if (!isFree(area, taken)) continue
    spans.set(`${first} ${left}`, { colspan: right - left + 1, rowspan: last - first + 1 })
    for (const place of placesOf(area)) taken.set(place, place === `${first} ${left}` ? 'first' : 'other')
  }
  return rows.map(({ cells }, row) =>
    Array.from({ length: width }, (_, column) => ({
      ...cellOf(cells[column] ?? null),
      ...spans.get(`${row} ${column}`),
    })).filter((_, column) => taken.get(`${row} ${column}`) !== 'other'),
  )
}

interface Area {
  readonly first: number
  readonly last: number
  readonly left: number
  readonly right: number
}

function* placesOf({ first, last, left, right }: Area): Generator<string> {
  for (let row = first; row <= last; row++)
    for (let column = left; column <= right; column++) yield `${row} ${column}`
}

function isFree(area: Area, taken: ReadonlyMap<string, unknown>): boolean {
  for (const place of placesOf(area)) if (taken.has(place)) return false
  return true
}

function cellOf(value: Cell): DocumentCell {
  if (typeof value === 'number') return { ...cell(String(value)), counted: true }
  return cell(value === null ? '' : String(value))
}
