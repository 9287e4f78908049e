import { workerData } from 'node:worker_threads'
import { type Cell, writeList } from '../../../documents/spreadsheet/index.ts'
import { say } from '../../../messages/format.ts'
import { closeDuckDb } from '../store/duckdb.ts'
import type { ExportQuestion } from './export-remarks.ts'
import { presentRemark, presentTold, type RemarkView } from './present-remarks.ts'
import { readRemarks } from './read-remarks.ts'

const { path, locale, parameters, sources, wanted }: ExportQuestion = workerData

const COLUMNS = [
  ['batchId', 10],
  ['file', 40],
  ['sheet', 18],
  ['row', 8],
  ['column', 30],
  ['value', 30],
  ['what', 50],
  ['done', 60],
] as const

const rows: Cell[][] = []
for (const source of sources) {
  rows.push(...source.told.map(one => toRow(presentTold(locale, source, one))))
  if (source.path === null) continue
  const remarks = await readRemarks(source.path, { ...wanted, from: 0, count: source.cells })
  for (const remark of remarks) rows.push(toRow(presentRemark(locale, source, remark)))
}
await closeDuckDb()
const selected = sources.reduce((sum, { told, cells }) => sum + told.length + cells, 0)
await writeList(path, locale, {
  sheet: say(locale, 'import.export.sheet'),
  parameters,
  columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `import.column.${id}`), width })),
  rows,
  selected,
})

function toRow(remark: RemarkView): Cell[] {
  return COLUMNS.map(([id]) => remark[id])
}
