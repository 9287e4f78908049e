import type { Cell } from '../../documents/spreadsheet/index.ts'
import { type ProtocolSheet, rowWords } from './layout.ts'
import type { DemoRegion, DemoSet } from './types.ts'

/** A protocol as collected in 2021 (DOMAIN §3.1): one sheet, scored parts numbered through, numbers as text. */
export function layOut2021(region: DemoRegion, set: DemoSet): ProtocolSheet[] {
  const { works, grade } = set
  const headers = [
    'логин школы',
    'регион',
    'номер обучающегося',
    'код обучающегося',
    'отметка за предыдущую четверть/триместр',
    'пол',
    'класс',
    'вариант',
    'всего баллов',
    ...set.paper.tasks.map((_, i) => `балл за ${i + 1}`),
  ]
  const rows: Cell[][] = []
  for (const words of rowWords(region, set)) {
    const row = rows.length
    rows.push([
      words.login,
      region.name,
      row + 1,
      10_000 * grade + works.pupil[row],
      words.journal,
      works.gender[row] === 1 ? 'ж' : 'м',
      words.class,
      words.variant,
      words.total,
      ...words.tasks,
    ])
  }
  return [{ name: 'Sheet', headers, rows }]
}
