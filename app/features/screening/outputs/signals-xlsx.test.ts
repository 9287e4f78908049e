import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cell, openWorkbook } from '../../../documents/spreadsheet/index.ts'
import { say } from '../../../messages/format.ts'
import { demoScreening } from '../testing/demo-screening.ts'
import type { Screening } from '../types.ts'
import { writeSignalsXlsx } from './write-signals-xlsx.ts'

type Line = Record<string, Cell>

describe('signals.xlsx', () => {
  let folder: string
  let screening: Screening
  let sheets: Map<string, Line[]>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'objektiv-xlsx-'))
    const demo = await demoScreening()
    const warning = { id: 'problem.tasks-unknown', params: { set: 'Физика, 7', file: '/tmp/физика.xlsx' } }
    const [first, second, ...schools] = demo.detection!.schools
    const silent = { ...first, fdr: Number.NaN, readings: [] }
    const whole = { ...second, readings: second.readings.map(reading => ({ ...reading, class: null })) }
    const detection = { ...demo.detection!, schools: [silent, whole, ...schools] }
    screening = {
      ...demo,
      detection,
      notes: [warning, { id: 'run-note.unregistered-schools', params: { count: 2 } }],
    }
    const path = join(folder, 'signals.xlsx')
    await writeSignalsXlsx(screening, path, 'ru')
    sheets = await readBack(path)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has a sheet for each view of the run', () => {
    expect([...sheets.keys()]).toEqual([
      'Признаки',
      'Собственные признаки',
      'Обычный разброс',
      'Не считалось',
      'Параметры',
      'Наборы',
      'Исключено',
      'Индекс',
      'Загрязнения',
      'Примечания',
    ])
  })

  it('has a row per finding, its numbers under their own headers', () => {
    const rows = sheets.get('Признаки')!
    expect(rows).toHaveLength(screening.markers.length)
    for (const [at, marker] of screening.markers.entries()) {
      expect(rows[at]).toMatchObject({
        'Логин школы': marker.school,
        Муниципалитет: marker.municipality,
        n: marker.n,
        Значение: marker.value,
        'r с поправкой на одинаковые значения': marker.details.tieCorrected ?? null,
        'Нижняя граница': marker.lower,
        'Верхняя граница': marker.upper,
        'С чем сравнивается': marker.reference,
        p: marker.p,
        q: marker.q,
        Отмечен: marker.marked === null ? 'не откалиброван' : marker.marked ? 'да' : 'нет',
        'Входит в 14 признаков': marker.official ? 'да' : 'нет',
      })
    }
  })

  it('has a row per school and reading of our own signals, and one where no channel tells anything', () => {
    const rows = sheets.get('Собственные признаки')!
    const { schools } = screening.detection!
    expect(rows).toHaveLength(schools.reduce((sum, { readings }) => sum + Math.max(1, readings.length), 0))
    expect(rows[0]).toMatchObject({
      'Логин школы': schools[0].school,
      'Степень (z)': schools[0].degree,
      'Вероятность, что сигнал ложный': null,
      Канал: null,
      Набор: null,
      n: null,
    })
    const lines = schools.flatMap(school => school.readings.map(reading => ({ school, reading })))
    const told = rows.filter(row => row.Канал !== null)
    expect(told).toHaveLength(lines.length)
    for (const [at, { school, reading }] of lines.entries()) {
      const { year, grade, subject } = screening.sets[reading.set]
      expect(told[at]).toMatchObject({
        'Логин школы': school.school,
        'Степень (z)': school.degree,
        'Вероятность, что сигнал ложный': school.fdr,
        Выделена: school.flagged ? 'да' : 'нет',
        Канал: say('ru', `channel.${reading.channel}.title`),
        Набор: `${subject}, ${grade} класс, ${year}`,
        Класс: reading.class ?? 'неизвестен',
        n: reading.n,
        z: reading.z,
        p: reading.p,
      })
    }
  })

  it('says in words how the ordinary spread of every channel was learnt', () => {
    const rows = sheets.get('Обычный разброс')!
    const { noise } = screening.detection!
    expect(rows).toHaveLength(noise.length)
    const model = noise.findIndex(({ source }) => source === 'model')
    expect(rows[model]).toMatchObject({
      Канал: say('ru', `channel.${noise[model].channel}.title`),
      'Откуда известен обычный разброс': 'по модели, без проверки на классах',
      'Почему не так, как хотелось бы': expect.stringMatching(/^классов слишком мало/),
      'Классов с величиной': noise[model].groups,
    })
  })

  it('leaves the sheets of our own signals out where they were not asked for', async () => {
    const path = join(folder, 'without.xlsx')
    await writeSignalsXlsx({ ...screening, detection: null }, path, 'ru')
    expect((await readBack(path)).size).toBe(7)
  })

  it('puts a cohort under its second year and names both sets', () => {
    const cohort = sheets.get('Признаки')!.find(row => String(row.Признак).startsWith('Резкий рост'))
    expect(cohort).toMatchObject({ Процедура: 'ВПР', Год: 2022, Класс: 5, Предмет: 'Математика' })
    expect(cohort?.Наборы).toBe('Математика, 4 класс, 2021 → Математика, 5 класс, 2022')
  })

  it('words what to know of a school beside the number', () => {
    const gymnasium = sheets.get('Признаки')!.find(row => row['Вид школы'] === 'гимназия')
    expect(gymnasium?.Примечания).toContain('Вид школы: гимназия')
  })

  it('lists every excluded row with the reason in words', () => {
    const rows = sheets.get('Исключено')!
    expect(rows).toHaveLength(screening.excluded.length)
    const above = screening.excluded.findIndex(({ reason }) => reason === 'total-above-maximum')
    expect(rows[above]).toEqual({
      Файл: screening.excluded[above].file,
      Строка: screening.excluded[above].row,
      'Логин школы': screening.excluded[above].school,
      Причина: 'итоговый балл выше максимума работы',
    })
  })

  it('gives the run record and the numbers of every set', () => {
    const settings = new Map(sheets.get('Параметры')!.map(row => [row.Параметр, row.Значение]))
    expect([...settings.values()]).toContain(screening.run.dataHash)
    expect(settings.get('«X» (не приступал)')).toBe('ноль баллов')
    expect([...settings.keys()].filter(name => /^[a-z]/i.test(String(name)))).toEqual([])
    const [set] = screening.sets
    expect(sheets.get('Наборы')![0]).toMatchObject({
      Работ: set.works,
      Максимум: set.maxScore,
      '«4» от': set.boundaries![1],
      'Разброс между школами (τ), баллов': Math.sqrt(set.tau2!),
    })
  })

  it('says what was met, what was done, and where, five examples at most', () => {
    const rows = sheets.get('Загрязнения')!
    expect(rows).toHaveLength(screening.files.flatMap(({ dirt }) => dirt).length)
    const examples = rows.map(row => String(row.Примеры ?? '').split('; лист').length)
    expect(Math.max(...examples)).toBe(5)
  })

  it('leads a warning of reading with its file and says what to do', () => {
    const [warning, unregistered] = sheets.get('Примечания')!
    expect(warning.Примечание).toMatch(/^физика\.xlsx: Для работы/)
    expect(warning['Что сделать']).toMatch(/--specifications/)
    expect(unregistered.Примечание).toMatch(/^2 школ из протоколов нет в реестре/)
  })
})

async function readBack(path: string): Promise<Map<string, Line[]>> {
  const workbook = await openWorkbook(path)
  const sheets = new Map<string, Line[]>()
  for (const name of workbook.sheetNames) {
    const lines: (readonly Cell[])[] = []
    await workbook.readSheet(name, (_, cells) => {
      lines.push(cells)
      return undefined
    })
    const [header, ...rows] = lines
    sheets.set(
      name,
      rows.map(row => Object.fromEntries(header.map((title, at) => [title, row[at] ?? null]))),
    )
  }
  workbook.close()
  return sheets
}
