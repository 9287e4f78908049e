import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { preparePortraits } from './context.ts'
import { FORMATS } from './formats.ts'
import { request, smallRun, spread } from './testing/small-run.ts'
import type { PortraitRequest } from './types.ts'
import { writePortraits } from './write-portraits.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-same-bytes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = smallRun(
  [
    { maxScore: 10, tasks: [{ name: '1', max: 1, level: 'Б', share: 0.9 }] },
    { maxScore: 10, year: 2022 },
  ],
  ['sch990001', 'sch990002', 'sch990003', 'sch990004'].map((login, i) => ({
    ...{ login, scores: { 0: spread(20 + i, 6), 1: spread(15, 5) }, tasks: { 0: [0.8] } },
    journal: { 0: [6, 10 + i, 3, 1] as const },
  })),
)
const asked: readonly PortraitRequest[] = [
  request(),
  request({ level: 'municipality', unit: 'Лесной район', audience: 'territory' }),
  request({ level: 'region', audience: 'territory' }),
]

/** Every file of a folder as it was written, the manifest with its sums among them. */
async function write(name: string): Promise<Map<string, string>> {
  const out = join(folder, name)
  await writePortraits({
    ...{ context: preparePortraits(run), requests: asked, formats: FORMATS, folder: out, locale: 'ru' },
  })
  return new Map(readdirSync(out).map(file => [file, readFileSync(join(out, file)).toString('base64')]))
}

it('the same run makes the same bytes in every form, whichever thread makes them and when', async () => {
  const [first, second] = [await write('one'), await write('two')]
  expect(first.size).toBe(asked.length * FORMATS.length + 1)
  expect([...first.keys()]).toContain('manifest.json')
  expect([...second.keys()].sort()).toEqual([...first.keys()].sort())
  expect([...first].filter(([file, bytes]) => second.get(file) !== bytes).map(([file]) => file)).toEqual([])
})
