import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cell, writeWorkbook } from '../documents/spreadsheet/index.ts'
import { buildWorkbook } from '../documents/spreadsheet/testing/build-workbook.ts'

const CLI = join(import.meta.dirname, '../cli.ts')
const PROTOCOL = '2021 Математика, 4 класс.xlsx'
const MAXIMA = [1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2]
const HEADERS = [
  'логин школы',
  'код обучающегося',
  'отметка за предыдущую четверть/триместр',
  'вариант',
  'всего баллов',
  ...MAXIMA.map((_, task) => `балл за ${task + 1}`),
]

const folder = mkdtempSync(join(tmpdir(), 'objektiv-cli-'))
/** The command's own temporary folder, so that what it leaves there can be seen. */
const temporary = join(folder, 'tmp')
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(...words: string[]): ChildProcess {
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  return spawn(process.execPath, [CLI, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function ended(
  child: ChildProcess,
): Promise<{ code: number | null; said: string; complained: string }> {
  let [said, complained] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', text => {
    said += text
  })
  child.stderr?.setEncoding('utf8').on('data', text => {
    complained += text
  })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, said, complained }
}

const objektiv = (...words: string[]) => ended(start(...words))

async function writeSheet(path: string, headers: readonly string[], rows: readonly (readonly Cell[])[]) {
  const columns = headers.map(header => ({ header }))
  await writeWorkbook(path, [{ name: 'Протокол', columns, rows, selected: rows.length }])
  return path
}

/** Works of fictional schools, six in each, better and better. */
const worksOf = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const scores = MAXIMA.map((max, task) => ((i + task) % 7 < 2 ? 0 : max))
    const total = scores.reduce((sum, score) => sum + score, 0)
    return [`sch99${String(1 + Math.floor(i / 6)).padStart(4, '0')}`, i, '4', '1', total, ...scores]
  })

beforeAll(async () => {
  for (const name of ['tmp', 'formula', 'unknown']) mkdirSync(at(name))
  await writeSheet(at(PROTOCOL), HEADERS, worksOf(60))
  writeFileSync(at('текст.xlsx'), 'это не таблица, а письмо\n')
  writeFileSync(at('обрыв.xlsx'), readFileSync(at(PROTOCOL)).subarray(0, 900))
  await writeSheet(at('пусто.xlsx'), [], [])
  await writeSheet(at('ведомость.xlsx'), ['Фамилия', 'Оценка'], [['А', 5]])
  writeFileSync(at(`formula/${PROTOCOL}`), withFormula(worksOf(1)[0]))
  await writeSheet(at('школы.xlsx'), ['Школа', 'Район'], [['СОШ № 1', 'Северный']])
  await writeSheet(at('реестр.xlsx'), ['Логин ОО', 'Наименование ОО'], [['sch990001', 'СОШ № 1']])
  writeFileSync(at('занято'), 'файл, а не папка')
  writeFileSync(at('шкала.json'), JSON.stringify([faultyScale()]))
})

function faultyScale() {
  const bands = { '2': [0, 5], '3': [6, 10], '4': [10, 14], '5': [15, 20] }
  const tasks = MAXIMA.map((max, i) => ({ index: i + 1, task: String(i + 1), max }))
  return { year: 2021, grade: 4, subject: 'Математика', max_primary: 20, bands, tasks }
}

/** A workbook whose total is a formula never computed. */
function withFormula(cells: readonly Cell[]): Buffer {
  const text = (value: Cell) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const row = cells.map((value, i) => (i === 4 ? '<c><f>SUM(F2:T2)</f></c>' : text(value))).join('')
  return buildWorkbook({
    sheets: { Протокол: `<row>${HEADERS.map(text).join('')}</row><row>${row}</row>` },
  })
}

/** [what is wrong, words after `screen`, what the message says; the folder for the report is `out`] */
const REFUSED: [string, (out: string) => string[], string[]][] = [
  ['a text file', out => [at('текст.xlsx'), '--out', out], ['файл «', 'текст.xlsx', 'не таблица Excel']],
  ['a truncated file', out => [at('обрыв.xlsx'), '--out', out], ['обрыв.xlsx', 'скачан не полностью']],
  ['an empty workbook', out => [at('пусто.xlsx'), '--out', out], ['пусто.xlsx', 'ни одного заполненного']],
  [
    'an unknown layout',
    out => [at('ведомость.xlsx'), '--out', out],
    ['ведомость.xlsx', 'лист «Протокол»', 'строка 1', 'Фамилия · Оценка', 'балл за 1'],
  ],
  [
    'a formula without a value',
    out => [at(`formula/${PROTOCOL}`), '--out', out],
    [PROTOCOL, 'лист «Протокол»', 'строка 2', 'столбец E', 'формула'],
  ],
  [
    'a registry without logins',
    out => [at(PROTOCOL), '--registry', at('школы.xlsx'), '--out', out],
    ['школы.xlsx', 'нет столбца с логинами', 'Логин ОО'],
  ],
  [
    'a faulty scale',
    out => [at(PROTOCOL), '--specifications', at('шкала.json'), '--out', out],
    ['шкала.json», запись 1.', 'балл 10 относится и к «3», и к «4»'],
  ],
  [
    'a data folder that is not there',
    out => ['--data', at('нет такой'), '--out', out],
    ['папка «', 'нет такой', 'Папки с данными'],
  ],
  [
    'a school that is not there',
    out => [at(PROTOCOL), '--case', 'sch999999', '--budget', '0', '--out', out],
    ['Школы «sch999999» нет'],
  ],
  ['a missing --out', () => [at(PROTOCOL)], ['Не хватает ключа --out']],
  ['an unknown option', out => [at(PROTOCOL), '--out', out, '--subjekt', '1'], ['Ключа --subjekt']],
  ['an option without a value', () => [at(PROTOCOL), '--out'], ['У ключа --out нет значения']],
]

describe('refused', () => {
  // Two at a time: as many processors as the smallest machine has.
  test('every kind of bad input: exit code 2, the place in Russian, nothing written', async () => {
    const cases = REFUSED.map(([what, words, texts], i) => ({ what, words, texts, out: at(`out-${i}`) }))
    for (let i = 0; i < cases.length; i += 2)
      await Promise.all(
        cases.slice(i, i + 2).map(async ({ what, words, texts, out }) => {
          const { code, said, complained } = await objektiv('screen', ...words(out))
          expect({ what, code, said, complained }).toMatchObject({ what, code: 2, said: '' })
          for (const text of texts) expect(complained, what).toContain(text)
          expect(complained, what).toContain('Что сделать: ')
          expect(existsSync(out), what).toBe(false)
        }),
      )
    expect(existsSync(at('нет такой'))).toBe(false)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('a file in place of the folder for the report stays as it is', async () => {
    const { code, complained } = await objektiv('screen', at(PROTOCOL), '--out', at('занято'))
    expect({ code, complained }).toMatchObject({ code: 2, complained: expect.stringContaining('занято') })
    expect(complained).toContain('это файл, а не папка')
    expect(readFileSync(at('занято'), 'utf8')).toBe('файл, а не папка')
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
  })
})

test('a good file gives the three outputs; what a killed run left behind goes', async () => {
  const gone = start('help')
  await ended(gone)
  mkdirSync(join(temporary, `objektiv-${gone.pid}-abcdef`, 'batches'), { recursive: true })
  const alive = join(temporary, `objektiv-${process.pid}-abcdef`)
  mkdirSync(alive)
  const out = at('отчёт')
  const { code, said, complained } = await objektiv(
    ...['screen', at(PROTOCOL), '--registry', at('реестр.xlsx'), '--out', out],
  )
  expect({ code, complained }).toMatchObject({ code: 0 })
  expect(readdirSync(out).sort()).toEqual(['report.html', 'signals.json', 'signals.xlsx'])
  expect(JSON.parse(readFileSync(join(out, 'signals.json'), 'utf8')).sets).toMatchObject([
    { year: 2021, grade: 4, subject: 'Математика', works: 60, schools: 10 },
  ])
  expect(said).toContain('Прочитано: 1 файл, 60 строк')
  expect(readdirSync(temporary)).toEqual([basename(alive)])
  rmSync(alive, { recursive: true })
})

test('stored data: imported, known again, listed, screened, undone', async () => {
  const data = at('данные')
  const first = await objektiv('import', at(PROTOCOL), '--data', data)
  expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/партия \S+, 60 работ/) })
  const [, batch] = /партия (\S+),/.exec(first.said)!
  const again = await objektiv('import', at(PROTOCOL), '--data', data)
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining(`уже загружен, партия ${batch}`) })

  // A faulty scale of one's own is refused for stored data as well.
  const faulty = await objektiv(
    ...['screen', '--data', data, '--specifications', at('шкала.json'), '--out', at('не будет')],
  )
  expect(faulty).toMatchObject({ code: 2, complained: expect.stringContaining('балл 10 относится') })
  expect(existsSync(at('не будет'))).toBe(false)

  const undone = await objektiv('undo', batch, '--data', data)
  expect(undone).toMatchObject({ code: 0, said: expect.stringContaining(`Партия ${batch} отменена`) })
  const listed = await objektiv('batches', '--data', data)
  expect(listed.said.trim().split('\n')).toEqual([expect.stringMatching(`^${batch} .*60 работ.*отменена$`)])
  const empty = await objektiv('screen', '--data', data, '--out', at('не будет'))
  expect(empty).toMatchObject({ code: 2, complained: expect.stringContaining('Нет ни одной партии') })
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the run with 130 and nothing left', async signal => {
  const path = at(`2021 Математика, 4 класс, ${signal}.xlsx`)
  await writeSheet(path, HEADERS, worksOf(6_000))
  const out = at(`out-${signal}`)
  const child = start('screen', path, '--out', out)
  child.stderr?.once('data', () => child.kill(signal))
  expect(await ended(child)).toMatchObject({ code: 130 })
  expect(existsSync(out)).toBe(false)
  expect(readdirSync(temporary)).toEqual([])
})
