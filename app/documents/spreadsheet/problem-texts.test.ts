import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogues, say } from '../../messages/format.ts'

const folder = new URL('.', import.meta.url)
const sources = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
/** Every code raised here, and the parameters that stand beside it. `xml-run` never leaves the room. */
const codes = new Set(
  sources
    .flatMap(name => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(
        /(?:Fault\(\s*|code: |\? |: )'([a-z]+(?:-[a-z]+)+)'/g,
      ),
    ])
    .map(([, code]) => code)
    .filter(code => !/^(xml-run|utf-)/.test(code)),
)

test('every problem has its text and advice in both languages, and says all its parameters', () => {
  expect(codes.size).toBeGreaterThan(20)
  const everything = {
    file: 'протокол.xlsx',
    sheet: 'Лист1',
    row: 3,
    column: 'B',
    value: 'Х',
    part: 'xl/workbook.xml',
    kind: 'xls',
    reason: 'EACCES',
    limit: 21,
    megabytes: 1024,
    count: 3,
    selected: 2,
    written: 1,
  }
  for (const locale of ['ru', 'en'] as const) {
    for (const code of codes) {
      for (const id of [`problem.${code}`, `problem.${code}.advice`]) {
        const words = say(locale, id, everything)
        expect(words, id).toMatch(/\.$/)
        expect(words, id).not.toMatch(/[{}]|undefined/)
      }
    }
  }
})

test('numbers and kinds are worded by the rules of the language', () => {
  const rows = (limit: number) => say('ru', 'problem.too-many-rows', { limit })
  expect(rows(1_048_576)).toBe('На листе больше 1\u00A0048\u00A0576 строк.')
  expect(rows(21)).toBe('На листе больше 21 строки.')
  expect(say('ru', 'problem.formulas-without-value-more', { count: 3 })).toContain('3 такие ячейки')
  expect(say('ru', 'problem.not-a-spreadsheet', { file: 'а.xls', kind: 'xls' })).toBe(
    'Файл «а.xls» — не таблица Excel: это книга старого образца (.xls).',
  )
})

test('the two catalogues have the same problems', () => {
  const problems = (locale: 'ru' | 'en') =>
    Object.keys(catalogues[locale]).filter(id => id.startsWith('problem.'))
  expect(problems('en').sort()).toEqual(problems('ru').sort())
})
