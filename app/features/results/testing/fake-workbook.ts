import type { Cell, Workbook } from '../../../documents/spreadsheet/types.ts'
import { loadSpecifications, type Specifications } from '../../procedures/index.ts'
import { type Assumed, readWorkbook } from '../read-protocol.ts'
import type { DirtCount, ProtocolBatch } from '../types.ts'

/** Rows of a sheet; the first is row 1. */
export type Rows = readonly (readonly Cell[])[]

let bundled: Promise<Specifications> | undefined

/** Reads sheets given as arrays through the whole reader, as if they were a file of this name. */
export async function readRows(
  file: string,
  sheets: Readonly<Record<string, Rows>>,
  { assume, formulas = 0 }: { assume?: Assumed; formulas?: number } = {},
): Promise<ProtocolBatch> {
  bundled ??= loadSpecifications()
  const workbook: Pick<Workbook, 'sheetNames' | 'readSheet'> = {
    sheetNames: Object.keys(sheets),
    async readSheet(name, onRow) {
      for (const [index, cells] of sheets[name].entries()) if (onRow(index + 1, cells) === false) break
      return { rows: sheets[name].length, cachedFormulas: formulas }
    },
  }
  const source = { file, sha256: 'a'.repeat(64), bytes: 1 }
  return readWorkbook(workbook, source, { specifications: await bundled, ...(assume ? { assume } : {}) })
}

/** Codes of the problems that reading these sheets throws. */
export async function problemsOf(...args: Parameters<typeof readRows>) {
  const error = await readRows(...args).catch(thrown => thrown)
  if (!('problems' in error)) throw new Error('No problems were thrown')
  return error.problems as {
    code: string
    params?: Record<string, unknown>
    place?: Record<string, unknown>
  }[]
}

/** Dirt as {kind: count}. */
export function dirtOf({ dirt }: { dirt: readonly DirtCount[] }): Record<string, number> {
  return Object.fromEntries(dirt.map(({ kind, count }) => [kind, count]))
}

/** Header of the region-wide protocol of 2021 with so many tasks. */
export function header2021(tasks: number): Cell[] {
  return [
    'логин школы',
    'регион',
    'номер обучающегося',
    'код обучающегося',
    'отметка за предыдущую четверть/триместр',
    'пол',
    'класс',
    'вариант',
    'всего баллов',
    ...Array.from({ length: tasks }, (_, i) => `балл за ${i + 1}`),
  ]
}

/** A work of математика 4 (15 tasks, maxima 1 1 2 1 1 1 1 1 1 2 1 1 2 2 2) with every task done: 20 points. */
export const FULL = [1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2]

export interface RowChanges {
  login?: Cell
  code?: Cell
  journal?: Cell
  class?: Cell
  variant?: Cell
  total?: Cell
  /** Scores by index from 0, laid over FULL. */
  scores?: Readonly<Record<number, Cell>>
  /** Cells to the right of the tasks. */
  extra?: readonly Cell[]
}

/** A row of 2021, математика 4, of a fictional school; clean unless changed. */
export function row2021(changes: RowChanges = {}): Cell[] {
  const { login = 'sch990001', code = 40_001, journal = '4', variant = '1', total = 20 } = changes
  const scores: Cell[] = FULL.map((points, task) => changes.scores?.[task] ?? points)
  for (const [task, cell] of Object.entries(changes.scores ?? {})) scores[Number(task)] = cell
  const letter = changes.class === undefined ? 'А' : changes.class
  return [
    login,
    'Регион 99',
    1,
    code,
    journal,
    'ж',
    letter,
    variant,
    total,
    ...scores,
    ...(changes.extra ?? []),
  ]
}
