import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Cell, writeWorkbook } from '../documents/spreadsheet/index.ts'
import { listBatches, openStore, type Store } from '../features/results/index.ts'
import { ProblemError } from '../platform/problem.ts'
import { silentProgress } from '../platform/progress.ts'
import { type ConflictScope, loadProtocols } from './load-protocols.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'objektiv-load-'))
  store = await openStore(join(folder, 'data'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A file of 2022, whose headers state the tasks: two works of one school. */
async function file2022(name: string, { school = 'edu990001', maximum = 2, points = 1 } = {}) {
  const headers = ['Муниципалитет', 'Школа', 'Код', 'Вариант', `1 (${maximum}б)`, '2 (1б)', 'Итого баллов']
  const rows: Cell[][] = [1, 2].map(code => ['reg99_m001', school, code, '1', points, 1, points + 1])
  return await writeFile(name, headers, rows)
}

/** The same paper as «Аналитика» gives it. */
async function fileOfAnalytics(name: string) {
  const headers = ['ОО', 'Код участника', 'Вариант', '1 (2б)', '2 (1б)', 'Первичный балл', 'Отметка']
  return await writeFile(name, headers, [['edu990002', 1, '1', 1, 1, 2, '4']])
}

async function writeFile(name: string, headers: readonly string[], rows: readonly (readonly Cell[])[]) {
  const path = join(folder, name)
  const columns = headers.map(header => ({ header }))
  await writeWorkbook(path, [{ name: 'Протокол', columns, rows, selected: rows.length }])
  return path
}

const load = (scope: ConflictScope, files: string[], values: Record<string, string> = {}) =>
  loadProtocols(store, files, values, silentProgress, scope)

async function codesOf(loading: Promise<unknown>): Promise<string[]> {
  const error = await loading.catch(thrown => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  return (error as ProblemError).problems.map(({ code }) => code)
}

const stored = async () => (await listBatches(store)).map(({ source }) => source.file)

test('what cannot be stored as a whole leaves nothing, and what stood before stays', async () => {
  const known = await file2022('работа.xlsx')
  const values = { subject: 'Физика', grade: '7', year: '2022' }
  await load('store', [known], values)
  // The second file had been read as another paper: the first must not stay behind.
  const other = await file2022('2022 Химия, 8 класс.xlsx', { points: 2 })
  const loading = load('store', [other, known], { ...values, grade: '8' })
  expect(await codesOf(loading)).toEqual(['imported-otherwise'])
  expect(await stored()).toEqual(['работа.xlsx'])
  expect(readdirSync(store.folder)).toHaveLength(1)
})

test('files that contradict each other are not stored', async () => {
  const files = [
    await file2022('2022 Физика, 7 класс.xlsx'),
    await file2022('2022 Физика, 7 класс, ещё.xlsx', { maximum: 3 }),
  ]
  for (const scope of ['run', 'store'] as const)
    expect(await codesOf(load(scope, files))).toEqual(['set-tasks-differ'])
  expect(readdirSync(store.folder)).toEqual([])
})

test('an import is held against the stored files of its own sets only', async () => {
  const first = await file2022('2022 Физика, 7 класс.xlsx')
  await load('store', [first])
  const twin = await fileOfAnalytics('2022 Физика, 7 класс, аналитика.xlsx')
  expect(await codesOf(load('store', [twin]))).toEqual(['set-in-two-layouts'])
  expect(await stored()).toEqual(['2022 Физика, 7 класс.xlsx'])

  // A run that screens the twin alone counts nothing twice; from then on the store holds both.
  expect((await load('run', [twin])).outcomes).toHaveLength(1)
  const chemistry = await file2022('2022 Химия, 8 класс.xlsx', { points: 2 })
  expect((await load('store', [chemistry])).outcomes).toMatchObject([{ duplicate: false }])
  expect(await stored()).toHaveLength(3)
})

test('a school in a stored file that this run does not count is not told as counted twice', async () => {
  await load('store', [await file2022('2022 Физика, 7 класс.xlsx')])
  const more = await file2022('2022 Физика, 7 класс, ещё.xlsx', { points: 2 })
  expect((await load('run', [more])).warnings).toEqual([])
  expect((await load('store', [more])).warnings).toMatchObject([{ code: 'school-in-two-files' }])
})

test('the same file named twice is one batch', async () => {
  const file = await file2022('2022 Физика, 7 класс.xlsx')
  const { outcomes, warnings } = await load('run', [file, file])
  expect(outcomes.map(({ duplicate }) => duplicate)).toEqual([false, true])
  expect(warnings).toEqual([])
})

/** ОГЭ in two subjects: one sheet, whose first row is the title of its first block. */
function fileOfExams(name: string) {
  const header = ['Код ОО', 'Класс', 'Код участника', 'Фамилия', 'Ответы в краткой форме', 'Первичный балл']
  const work = (code: number, primary: number) => [1001, '9А', code, 'Образцова', '++-', primary, 3]
  return writeFile(
    name,
    ['01 - Русский язык 2025.05.30'],
    [[...header, 'Оценка'], work(1, 2), ['02 - Математика 2025.06.06'], work(2, 2), work(3, 2)],
  )
}

test('a registry among the files tells whose the codes of examinations are, wherever it stands', async () => {
  const exams = await fileOfExams('ОГЭ.xlsx')
  expect(await codesOf(load('run', [exams]))).toEqual(['exam-codes-missing'])
  const registry = await writeFile('школы.xlsx', ['Логин ОО', 'Код ОГЭ'], [['sch990001', '1001']])
  const { outcomes } = await load('run', [exams, registry])
  expect(outcomes.map(({ manifest: { assessment, counts } }) => [assessment.subject, counts.works])).toEqual([
    ['Русский язык', 1],
    ['Математика', 2],
  ])
  expect(await stored()).toHaveLength(2)
  const again = await load('run', [registry, exams])
  expect(again.outcomes.map(({ duplicate }) => duplicate)).toEqual([true, true])
  expect(await stored()).toHaveLength(2)
})
