import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSpecifications, type Specifications } from '../../procedures/index.ts'
import { MATHEMATICS, protocolFile, row2021 } from '../testing/results-room.ts'
import { readInThread } from './read-in-thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-thread-'))
const store = join(folder, 'batches')
const path = join(folder, 'sent')
let specifications: Specifications

beforeAll(async () => {
  mkdirSync(store)
  specifications = await loadSpecifications()
  const rows = Array.from({ length: 9000 }, (_, code) => row2021({ code, scores: { 0: 'X' }, total: 19 }))
  writeFileSync(path, await protocolFile(rows))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NO_CODES = { ОГЭ: new Map<string, string>(), ЕГЭ: new Map<string, string>() }
const common = {
  ...({ kind: 'protocol', path, assume: {}, examCodes: NO_CODES, part: 0, store } as const),
  now: new Date(0),
}

async function read(id: string, onStep: (step: string, calling: AbortController) => void = () => {}) {
  const calling = new AbortController()
  const source = { file: MATHEMATICS, sha256: 'a'.repeat(64), bytes: 1 }
  const about = { ...common, source, specifications, id, by: 'anna' }
  const { parts } = await readInThread(about, {
    signal: calling.signal,
    onStep: step => onStep(step, calling),
  })
  expect(parts).toHaveLength(1)
  return parts[0]
}

it('reads file after file, each wholly', async () => {
  for (const id of ['one', 'two']) {
    const { manifest, schools } = await read(id)
    expect(manifest).toMatchObject({ id, createdBy: 'anna', service: { remarks: { 'cross-latin': 9000 } } })
    expect(schools).toMatchObject([{ digits: '990001', rows: 9000, works: 9000 }])
    expect(readdirSync(join(store, id)).sort()).toEqual(['manifest.json', 'remarks.parquet', 'works.parquet'])
  }
})

it.each(['rows', 'storing'])(
  'leaves off at «%s» when it is called off, and reads the next one',
  async step => {
    const seen: string[] = []
    const called = read('called-off', (at, calling) => {
      seen.push(at)
      if (at === step) calling.abort('cancelled')
    })
    await expect(called).rejects.toBe('cancelled')
    if (step === 'rows') expect(seen).not.toContain('storing')
    expect((await read('next')).schools).toHaveLength(1)
  },
)

it('does not begin what was called off before', async () => {
  const gone = AbortSignal.abort('cancelled')
  const source = { file: MATHEMATICS, sha256: 'a'.repeat(64), bytes: 1 }
  const never = readInThread(
    { ...common, source, specifications, id: 'never', by: 'x' },
    { signal: gone, onStep: () => {} },
  )
  await expect(never).rejects.toBe('cancelled')
  expect(readdirSync(store)).not.toContain('never')
})
