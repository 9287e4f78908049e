import type { Cell } from '../../documents/spreadsheet/index.ts'
import { type ProtocolSheet, rowWords } from './layout.ts'
import { REGION_CODE } from './names.ts'
import type { DemoRegion, DemoSet } from './types.ts'

/**
 * A protocol as collected in 2022 (DOMAIN §3.1): the maximum of each task stands in its header, bodies are written
 * as «код | название», numbers are numbers. The first sheet lists the classes.
 */
export function layOut2022(region: DemoRegion, set: DemoSet): ProtocolSheet[] {
  const { works, grade } = set
  const headers = [
    'Пользователь',
    'Код региона',
    'Муниципалитет',
    'Школа',
    'Дата загрузки',
    'Код',
    'Вариант',
    ...set.paper.tasks.map(({ task, max }) => `${taskHeader(task)} (${max}б)`),
    'Наименование класса',
    'Пол',
    'Отметка за предыдущий триместр/ четверть/полугодие',
    'Итого баллов',
  ]
  const rows: Cell[][] = []
  const classes = new Map<string, Cell[]>()
  for (const words of rowWords(region, set)) {
    const row = rows.length
    const school = region.schools[works.school[row]]
    const municipality = region.municipalities[school.municipality]
    rows.push([
      words.login,
      `reg${REGION_CODE}0000 | ${region.name}`,
      `${municipality.code} | ${municipality.name}`,
      `${words.login.trim()} | ${school.name}`,
      `${String(11 + (Number(school.digits) % 15)).padStart(2, '0')}.04.2022`,
      10_000 * grade + works.pupil[row],
      asNumber(words.variant),
      ...words.tasks.map(asNumber),
      words.class,
      works.gender[row] === 1 ? 'ж' : 'м',
      asNumber(words.journal),
      asNumber(words.total),
    ])
    if (words.class !== null) classes.set(`${words.login} ${words.class}`, [words.login, words.class])
  }
  return [
    { name: 'Классы', headers: ['Пользователь', 'Наименование класса'], rows: [...classes.values()] },
    { name: 'Протокол', headers, rows },
  ]
}

/** «5.1» of the paper is «5(1)» in the header; criteria have a Cyrillic К. */
function taskHeader(task: string): string {
  return task.replace(/\.(\d+)$/, '($1)').replace('K', 'К')
}

function asNumber(words: string | null): Cell {
  return words !== null && /^-?\d+$/.test(words) ? Number(words) : words
}
