import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cell, openWorkbook } from '../../documents/spreadsheet/index.ts'
import { findSpecification, loadSpecifications } from '../procedures/index.ts'
import { generateRegion } from './generate-region.ts'
import type { DemoFiles, DirtKind } from './types.ts'
import { writeRegion } from './write-region.ts'

const region = generateRegion({ seed: 5, schools: 60 })
let folder = ''
let files: DemoFiles

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objektiv-demo-'))
  files = await writeRegion(region, join(folder, 'region'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function readRows(path: string, sheet: string): Promise<(readonly Cell[])[]> {
  const workbook = await openWorkbook(path)
  const rows: (readonly Cell[])[] = []
  await workbook.readSheet(sheet, (_, cells) => {
    rows.push([...cells])
    return undefined
  })
  workbook.close()
  return rows
}

/** Rows of a protocol by header, and the set they come from. */
async function readProtocol(index: number, sheet: string) {
  const [headers, ...rows] = await readRows(files.protocols[index], sheet)
  const column = (name: string) => headers.indexOf(name)
  return { headers, rows, column, set: region.sets[index] }
}

describe('files of the demo region', () => {
  it('are eight protocols, a registry, specifications and the truth, named as in DOMAIN §3.1', async () => {
    expect((await readdir(join(folder, 'region'))).sort()).toEqual(
      [
        ...[2021, 2022].flatMap(year =>
          [4, 5].flatMap(grade => [
            `${year} Математика, ${grade} класс.xlsx`,
            `${year} Русский язык, ${grade} класс.xlsx`,
          ]),
        ),
        'scales-2022.json',
        'school-registry.xlsx',
        'truth.json',
      ].sort(),
    )
    expect(JSON.parse(await readFile(files.truth, 'utf8'))).toEqual(region.truth)
  })

  it('have every row of the set in the layout of 2021, numbers as text', async () => {
    const { headers, rows, column, set } = await readProtocol(0, 'Sheet')
    expect(headers.slice(0, 10)).toEqual([
      'логин школы',
      'регион',
      'номер обучающегося',
      'код обучающегося',
      'отметка за предыдущую четверть/триместр',
      'пол',
      'класс',
      'вариант',
      'всего баллов',
      'балл за 1',
    ])
    expect(headers).toHaveLength(9 + set.paper.tasks.length)
    expect(rows).toHaveLength(set.works.count)
    const dirty = new Set(set.dirt.map(edit => edit.row))
    rows.forEach((cells, row) => {
      if (dirty.has(row)) return
      const absent = set.works.variant[row] === 0
      expect(cells[column('вариант')]).toBe(absent ? 'отсутствовал' : String(set.works.variant[row]))
      expect(cells[column('всего баллов')] ?? null).toBe(absent ? null : String(set.works.total[row]))
    })
  })

  it('have the layout of 2022 with maxima in the headers, codes before names, numbers as numbers', async () => {
    const { headers, rows, column, set } = await readProtocol(5, 'Протокол')
    expect(nameOf(set)).toBe('2022 4 Математика')
    expect(headers.slice(0, 7)).toEqual([
      'Пользователь',
      'Код региона',
      'Муниципалитет',
      'Школа',
      'Дата загрузки',
      'Код',
      'Вариант',
    ])
    expect(headers).toContain('5(1) (1б)')
    expect(headers).toContain('3 (2б)')
    expect(headers.at(-1)).toBe('Итого баллов')
    const maxima = headers.flatMap(header => {
      const match = /^\d+(?:\(\d+\))?(?:К\d+)? \((\d+)б\)$/.exec(String(header))
      return match ? [Number(match[1])] : []
    })
    expect(maxima).toEqual(set.paper.tasks.map(task => task.max))
    expect(rows).toHaveLength(set.works.count)
    const clean = rows.find(
      (_, row) => set.works.variant[row] > 0 && !set.dirt.some(edit => edit.row === row),
    )!
    expect(clean[column('Школа')]).toMatch(/^edu98\d{4} \| \S/)
    expect(clean[column('Муниципалитет')]).toMatch(/^reg98_m0\d\d \| \S/)
    expect(clean[column('Итого баллов')]).toBeTypeOf('number')
    const criteria = await readProtocol(4, 'Протокол')
    expect(criteria.headers).toContain('1К1 (4б)')
    expect(criteria.headers).toContain('12(1) (1б)')
  })

  it('hold exactly the dirt that the truth declares', async () => {
    const { rows, column, set } = await readProtocol(2, 'Sheet')
    const declared = new Map(
      region.truth.dirt.filter(one => nameOf(one) === nameOf(set)).map(one => [one.kind, one.count]),
    )
    const tasks = rows.flatMap(cells => cells.slice(column('балл за 1')))
    const totals = rows.filter(cells => cells[column('вариант')] !== 'отсутствовал')
    const counted: Partial<Record<DirtKind, number>> = {
      'cyrillic-x': tasks.filter(cell => cell === 'Х').length,
      'lower-case-x': tasks.filter(cell => cell === 'x').length,
      'spaced-x': tasks.filter(cell => cell === 'X ').length,
      'latin-h': tasks.filter(cell => cell === 'H').length,
      negative: tasks.filter(cell => cell === '-1').length,
      'total-missing': totals.filter(cells => (cells[column('всего баллов')] ?? null) === null).length,
      'total-above-maximum': totals.filter(
        cells => Number(cells[column('всего баллов')]) > set.paper.maxPrimary,
      ).length,
      'variant-zero': rows.filter(cells => cells[column('вариант')] === '0').length,
      'gender-in-mark': rows.filter(cells => /^[жм]$/.test(String(cells[4]))).length,
      'login-upper-case': rows.filter(cells => /^SCH/.test(String(cells[0]))).length,
      'login-space': rows.filter(cells => / $/.test(String(cells[0]))).length,
    }
    for (const [kind, count] of Object.entries(counted)) {
      expect(count, kind).toBeGreaterThan(0)
      expect(declared.get(kind as DirtKind), kind).toBe(count)
    }
    const differs = rows.filter(cells => {
      const total = cells[column('всего баллов')] ?? null
      const cellsOfTasks = cells.slice(column('балл за 1'))
      const sum = cellsOfTasks.reduce<number>((points, cell) => points + (Number(cell) || 0), 0)
      return total !== null && Number(total) !== sum
    })
    const explained = ['total-differs', 'total-above-maximum', 'above-task-maximum', 'negative'] as const
    expect(differs).toHaveLength(explained.reduce((sum, kind) => sum + declared.get(kind)!, 0))
  })

  it('list every school in the registry, those under observers marked', async () => {
    const [headers, ...rows] = await readRows(files.registry, 'ОО')
    expect(headers).toEqual([
      'Логин ОО',
      'Наименование ОО',
      'Код муниципалитета',
      'Муниципалитет',
      'Вид ОО',
      'Тип населённого пункта',
      'Коррекционная',
      'Контроль объективности',
      'Код ОГЭ',
      'Код ЕГЭ',
    ])
    expect(rows).toHaveLength(region.schools.length)
    expect(rows.filter(cells => cells[7] === 'да')).toHaveLength(3)
  })

  it('come with specifications that the door of procedures accepts', async () => {
    const specifications = await loadSpecifications(files.specifications)
    for (const { year, grade, subject, paper } of region.sets.filter(set => set.year === 2022)) {
      const found = findSpecification(specifications, {
        procedure: 'ВПР',
        version: null,
        year,
        grade,
        subject,
      })
      expect(found?.problems).toEqual([])
      expect(found?.specification.tasks?.map(task => task.max)).toEqual(paper.tasks.map(task => task.max))
      expect(found?.specification.bands).toEqual(paper.bands)
    }
  })
})

function nameOf({ year, grade, subject }: { year: number; grade: number; subject: string }): string {
  return `${year} ${grade} ${subject}`
}
