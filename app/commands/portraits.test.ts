import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseOptions, textsOf } from './parse-options.ts'
import { portraits } from './portraits.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-portraits-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...words: string[]) => portraits.run({ ...parseOptions(words, portraits.options), locale: 'ru' })

test.each([
  [['a.xlsx'], 'option-missing', { option: 'out' }],
  [['a.xlsx', '--out', 'x'], 'option-missing', { option: 'unit' }],
  [
    ['--unit', 'all', '--out', 'x', '--format', 'pdf,odt'],
    'option-value',
    { option: 'format', given: 'odt' },
  ],
  [
    ['--unit', 'all', '--out', 'x', '--date', '2026-02-30'],
    'option-value',
    { option: 'date', given: '2026-02-30' },
  ],
  [['--unit', 'all', '--out', 'x', '--without', 'areas,nothing'], 'option-value', { option: 'without' }],
])('%j is refused before anything is read', async (words, code, params) => {
  await expect(run(...words)).rejects.toMatchObject({ problems: [{ code, params }] })
})

test('units and files may be named several times', () => {
  const words = ['--unit', 'region', '--from', 'a.xlsx', '--unit', 'Лесной, район', 'b.xlsx']
  const { values, files } = parseOptions(words, portraits.options)
  expect(textsOf(values, 'unit')).toEqual(['region', 'Лесной, район'])
  expect(textsOf(values, 'from')).toEqual(['a.xlsx'])
  expect(files).toEqual(['b.xlsx'])
})

test('the folder of a finished report is refused with what to give instead', async () => {
  const report = join(folder, 'отчёт')
  mkdirSync(report)
  writeFileSync(join(report, 'signals.json'), '{}')
  for (const from of [report, join(report, 'signals.json')])
    await expect(run('--from', from, '--unit', 'all', '--out', join(folder, 'out'))).rejects.toMatchObject({
      problems: [{ code: 'portrait-from-report', place: { file: from } }],
    })
})

test('a file in place of the folder is refused and stays', async () => {
  const taken = join(folder, 'занято')
  writeFileSync(taken, 'файл')
  const problems = [{ code: 'out-not-writable', params: { reason: 'EEXIST' } }]
  await expect(run('a.xlsx', '--unit', 'all', '--out', taken)).rejects.toMatchObject({ problems })
  expect(readFileSync(taken, 'utf8')).toBe('файл')
})
