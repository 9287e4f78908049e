import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { generateRegion, writeRegion } from '../../app/features/demo/index.ts'
import { sheetFile } from '../../app/features/results/testing/results-room.ts'

export interface WayFile {
  readonly name: string
  readonly buffer: Buffer
  readonly mimeType: string
}

/** Two assessments of spring 2021 in a fictional region; two of its forty schools are those of the small region. */
export interface WayFiles {
  readonly russian: WayFile
  readonly mathematics: WayFile
}

/** Planted by the generator: a class whose works are alike, and one that was dictated to. */
const OURS = '987159'
const THEIRS = '983771'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Protocols with everything that real ones hold, in which «Школа № 1» and «Школа № 2» stand out. */
export async function makeWayFiles(): Promise<WayFiles> {
  const whole = generateRegion({ seed: 7, schools: 40 })
  const named: Readonly<Record<string, string>> = { [OURS]: '990001', [THEIRS]: '990002' }
  const schools = whole.schools.map(school => ({
    ...school,
    digits: named[school.digits] ?? school.digits,
  }))
  const sets = whole.sets.filter(({ year, grade }) => year === 2021 && grade === 4)
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-way-'))
  try {
    const { protocols } = await writeRegion({ ...whole, schools, sets }, folder)
    const [russian, mathematics] = protocols.map(path => fileOf(basename(path), readFileSync(path)))
    return { russian, mathematics }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** «Форма сбора результатов» of 2026, as a school fills it in; it does not say whose it is. */
export async function makeSchoolForm(): Promise<WayFile> {
  const tasks = ['1 (5б)', '2 (3б)', '3 (2б)', '4 (3б)', '5 (2б)', '6 (3б)', '7 (3б)', '8 (3б)']
  const header = [
    'Код участника',
    'Вариант',
    ...tasks,
    'Порядковый номер класса',
    'Отметка за предыдущий триместр/ четверть/полугодие',
    'Итого баллов',
  ]
  const rows = [
    ['1001', '1', 4, 3, 2, 2, 1, 3, 2, 1, '1', 4, 18],
    ['1002', '2', 2, 'X', 1, 2, 0, 1, 2, 1, '1', 3, 9],
    ['1003', 'отсутствовал', ...tasks.map(() => ''), '1', 'нет отметки', ''],
  ]
  return fileOf('2026 Русский язык, 4 класс.xlsx', await sheetFile('Протокол', [header, ...rows]))
}

/** «Индивидуальные результаты» as «Аналитика» gives them back to a school. */
export async function makeAnalytics(): Promise<WayFile> {
  const tasks = ['1 (1б)', '2 (1б)', '3 (2б)', '4 (1б)']
  const rows = [
    ['Индивидуальные результаты'],
    [],
    ['ВПР 2025 Математика 4 класс'],
    ['Предмет:', 'Математика'],
    ['Максимальный первичный балл:', 5],
    ['Дата:', '15.04.2025'],
    ['Уровень сложности задания', '', '', '', '', '', 'Б', 'Б', 'П', 'В'],
    [
      'ОО',
      'Муниципалитет',
      'Название ОО',
      'Код участника',
      'Класс',
      'Вариант',
      ...tasks,
      'Первичный балл',
      'Отметка',
      'Отметка по журналу',
    ],
    ['Школа № 1(edu990001) | Кол-во участников: 2'],
    ['edu990001', 'Западный район', 'Школа № 1', '40001', '4А', '1', 1, 1, 2, 0, 4, '4', '4'],
    ['edu990001', 'Западный район', 'Школа № 1', '40002', '4А', '2', 1, 0, 'X', 0, 1, '2', '3'],
  ]
  return fileOf('аналитика.xlsx', await sheetFile('Лист1', rows))
}

export function fileOf(name: string, buffer: Buffer): WayFile {
  return { name, buffer, mimeType: XLSX }
}
