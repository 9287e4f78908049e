import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSpecifications } from '../procedures/index.ts'
import { readProtocol } from './read-protocol.ts'
import { dirtOf } from './testing/fake-workbook.ts'
import { EXCLUDED, type ProtocolBatch } from './types.ts'

const folder = join(import.meta.dirname, '../../../../shared/real-region')

/**
 * Expected figures were counted apart from this code, from the cells as openpyxl 3.1 (Python 3.11) reads them:
 * works, absent, absent in part, no total, total above the maximum, Σ total, Σ total², then cells of written works
 * X (Latin), Х (Cyrillic), x/х, «не пройд.».
 */
const EXPECTED: Readonly<Record<string, readonly number[]>> = {
  '2020 Математика, 4 класс.xlsx': [23329, 3286, 0, 6, 5, 248376, 2995810, 15666, 85, 541, 194],
  '2020 Русский язык, 4 класс.xlsx': [22010, 3302, 1275, 0, 2, 483294, 12088264, 8850, 0, 154, 626],
  '2021 Математика, 4 класс.xlsx': [24917, 1732, 0, 1, 16, 299164, 3946258, 7682, 40, 126, 88],
  '2021 Математика, 5 класс.xlsx': [23704, 2433, 0, 1, 1, 228617, 2567255, 26960, 0, 1021, 13597],
  '2021 Русский язык, 4 класс.xlsx': [24967, 1626, 0, 0, 2, 616200, 16672098, 6378, 21, 207, 98],
  '2021 Русский язык, 5 класс.xlsx': [23785, 2716, 0, 0, 0, 621179, 18444137, 16243, 28, 911, 365],
}

function figuresOf(batch: ProtocolBatch): number[] {
  const { counts, columns } = batch
  let [sum, squares] = [0, 0]
  for (let i = 0; i < columns.count; i++) {
    if ((columns.flags[i] & EXCLUDED) !== 0) continue
    sum += columns.total[i]
    squares += columns.total[i] ** 2
  }
  const dirt = dirtOf(batch)
  const crosses = ['cross-latin', 'cross-cyrillic', 'cross-lower-case', 'not-taught'].map(
    kind => dirt[kind] ?? 0,
  )
  const { works, absent, absentInPart, noTotal, totalAboveMaximum } = counts
  return [works, absent, absentInPart, noTotal, totalAboveMaximum, sum, squares, ...crosses]
}

describe.skipIf(!existsSync(folder))('the real region (skipped where ../shared is absent)', () => {
  test('every file gives the figures counted independently; 159 116 rows in all', {
    timeout: 120_000,
  }, async () => {
    const specifications = await loadSpecifications()
    let rows = 0
    const other: Record<string, number> = {}
    for (const file of readdirSync(folder).filter(name => name in EXPECTED)) {
      const places = new Map<string, number>()
      const batch = await readProtocol(join(folder, file), {
        specifications,
        onRemark: ({ kind }) => places.set(kind, (places.get(kind) ?? 0) + 1),
      })
      expect({ [file]: figuresOf(batch) }).toEqual({ [file]: EXPECTED[file] })
      rows += batch.counts.rows
      // Every single one is told with its place, but for numbers kept as text: a line of the file.
      const told = batch.dirt.map(({ kind, count }) => [kind, kind === 'number-as-text' ? 1 : count])
      expect(Object.fromEntries(places)).toEqual(Object.fromEntries(told))
      for (const { kind, count } of batch.dirt) other[kind] = (other[kind] ?? 0) + count
    }
    expect(rows).toBe(159_116)
    expect(other).toMatchObject({
      'shifted-mark': 11,
      'letter-h': 35,
      'mark-one': 5,
      'cross-with-space': 1,
      'score-negative': 1,
      'variant-zero': 9,
      'scores-of-absent': 34,
    })
  })
})
