import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseOptions } from './parse-options.ts'
import { power } from './power.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-power-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = async (...words: string[]) =>
  await power.run({ ...parseOptions(words, power.options), locale: 'ru' })

test.each([
  [['a.xlsx'], 'option-missing', { option: 'out' }],
  [['a.xlsx', '--out', 'x', '--seeds', '0'], 'option-value', { option: 'seeds', allowed: '1…20' }],
  [['a.xlsx', '--out', 'x', '--seeds', '21'], 'option-value', { given: '21' }],
  [['a.xlsx', '--out', 'x', '--budget', '50'], 'option-value', { option: 'budget', allowed: '1…49' }],
])('%j is refused before anything is read', async (words, code, params) => {
  await expect(run(...words)).rejects.toMatchObject({ problems: [{ code, params }] })
})

test('a file in place of the folder is refused and stays; no files at all are refused and leave nothing', async () => {
  const taken = join(folder, 'занято')
  writeFileSync(taken, 'файл')
  const problems = [{ code: 'out-not-writable', params: { reason: 'EEXIST' } }]
  await expect(run('a.xlsx', '--out', taken)).rejects.toMatchObject({ problems })
  expect(readFileSync(taken, 'utf8')).toBe('файл')
  const out = join(folder, 'нет')
  await expect(run(join(folder, 'нет.xlsx'), '--out', out)).rejects.toMatchObject({ problems: [{}] })
  expect(existsSync(out)).toBe(false)
})
