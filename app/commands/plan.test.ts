import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect, test, vi } from 'vitest'
import { buildWord } from '../features/plans/testing/build-word.ts'
import { ProblemError } from '../platform/problem.ts'
import { plan } from './plan.ts'

const SCHEMA = join(import.meta.dirname, '../../docs/schemas/plan.schema.json')
const SOURCES = join(import.meta.dirname, '../../../shared/seeds')
const folder = mkdtempSync(join(tmpdir(), 'objektiv-plan-'))
const file = join(folder, 'план.docx')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
)

async function run(files: readonly string[], values: Record<string, string> = {}): Promise<string> {
  const said: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation(words => void said.push(String(words)))
  try {
    await plan.run({ files, values, locale: 'ru' })
  } finally {
    log.mockRestore()
  }
  return said.join('\n')
}

const written = buildWord([
  'УТВЕРЖДАЮ\nНачальник отдела\nЗ.И. Сова\n01.09.2021',
  'План мероприятий',
  [
    ['№', 'Мероприятие', 'Срок', 'Место', 'Участники', 'Ответственные', 'Примечание'],
    ['1', 'Совет', 'январь', 'Школа № 9', 'Учителя', 'Сова З.И., начальник отдела', 'Очно'],
    ['2', 'Проверка', 'по мере выявления', '', '', 'ОО', ''],
    ['3', 'Отчёт', 'ежемесячно до 5 числа', '', '', '', ''],
    ['4', 'Подвести итоги', 'как решит совет', '', '', 'ИРО', ''],
  ],
]).then(bytes => writeFileSync(file, bytes))

test('--json prints what the schema says; --period goes before the document', async () => {
  await written
  const printed = JSON.parse(await run(['read', file], { json: 'yes', period: '2022-2023' }))
  expect(validate(printed), JSON.stringify(validate.errors)).toBe(true)
  expect(printed.period).toEqual({
    original: '2022-2023',
    start: '2022-09-01',
    end: '2023-08-31',
    source: 'given',
  })
  expect(printed.measures[0].term).toMatchObject({ kind: 'months', start: '2023-01-01', end: '2023-01-31' })
  const own = JSON.parse(await run(['read', file], { json: 'yes' }))
  expect(validate(own), JSON.stringify(validate.errors)).toBe(true)
  expect(own.period.source).toBe('approval')
  expect(own.measures[0].term).toMatchObject({ start: '2022-01-01', confidence: 'medium' })
  expect(own.measures[3].term).toMatchObject({
    original: 'как решит совет',
    kind: 'unknown',
    confidence: 'low',
  })
})

test('the schema has the fields of a plan, and no others', () => {
  const { required, $defs } = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  expect(required).toEqual(['title', 'period', 'approval', 'abbreviations', 'measures'])
  expect($defs.measure.required.join(' ')).toBe(
    'number section year level text term plannedStart plannedFinish place participants responsible performer expectedResult note completion doubtful',
  )
  expect($defs.term.required).toEqual(['original', 'kind', 'start', 'end', 'rule', 'confidence'])
  expect($defs.measure.properties.responsible.items.required).toEqual(['original', 'body', 'person', 'post'])
  for (const { required: all, properties } of [$defs.measure, $defs.term])
    expect(Object.keys(properties)).toEqual(all)
})

test.skipIf(!readdirOrNone(SOURCES).length)('the five sources fit the schema', async () => {
  for (const name of readdirOrNone(SOURCES)) {
    const printed = JSON.parse(await run(['read', join(SOURCES, name)], { json: 'yes' }))
    expect(validate(printed), JSON.stringify(validate.errors)).toBe(true)
  }
})

test('a person reads the measures, their terms and what to check', async () => {
  await written
  const words = await run(['read', file])
  expect(words).toContain('Период: 2021-09-01 – 2022-08-31 (по дате утверждения)')
  expect(words).toContain('4 мероприятия, 3 требуют внимания')
  expect(words).toContain(
    '  1 Совет\n     Срок: январь (месяцы, 2022-01-01 – 2022-01-31)\n     Место: Школа № 9',
  )
  expect(words).toContain('Срок: по мере выявления (по событию)')
  expect(words).toContain('! ответственные: не указано')
})

test('what is wrong is said, with exit code 2', async () => {
  await expect(run([])).rejects.toThrow(ProblemError)
  await expect(run(['read'])).rejects.toThrow('plan-file-unnamed')
  await expect(run(['read', file], { period: 'скоро' })).rejects.toThrow('plan-period')
  const ended = await new Promise<{ code: unknown; complained: string }>(resolve => {
    const words = [join(import.meta.dirname, '../cli.ts'), 'plan', 'read', join(folder, 'нет.docx')]
    execFile(process.execPath, words, (error, _, complained) => resolve({ code: error?.code, complained }))
  })
  expect(ended).toMatchObject({ code: 2, complained: expect.stringContaining('нет.docx') })
})

test('convert writes the official layout, which reads as the file it was made of', async () => {
  await written
  const read = async (path: string) => {
    const { measures, ...rest } = JSON.parse(await run(['read', path], { json: 'yes' }))
    return { ...rest, measures: measures.map((measure: object) => ({ ...measure, doubtful: [] })) }
  }
  const original = await read(file)
  for (const name of ['план 2.docx', 'план 2.xlsx']) {
    expect(await run(['convert', file, join(folder, name)])).toContain('4 мероприятия. 3 требуют внимания')
    expect(await read(join(folder, name))).toEqual(original)
  }
  await run(['convert', file, join(folder, 'план 2.PDF')])
  expect(readFileSync(join(folder, 'план 2.PDF'), 'latin1')).toMatch(/^%PDF-/)
})

test('convert says what it cannot write, and writes over nothing', async () => {
  await written
  await expect(run(['convert', file])).rejects.toThrow('plan-out-unnamed')
  await expect(run(['convert', file, join(folder, 'план.odt')])).rejects.toThrow('plan-out-kind')
  await expect(run(['convert', file, file])).rejects.toThrow('plan-out-exists')
  await expect(run(['convert', file, join(folder, 'нет/план.docx')])).rejects.toThrow('file-not-writable')
})

function readdirOrNone(path: string): string[] {
  try {
    return readdirSync(path).filter(name => name.endsWith('.txt'))
  } catch {
    console.warn(`The five source documents are not at ${path}: skipped`)
    return []
  }
}
