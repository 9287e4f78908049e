import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestEmbedded } from '../../../platform/database/testing/index.ts'
import { type DemoRegion, generateRegion, writeRegion } from '../../demo/index.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import { importBatch, openStore, readProtocol } from '../../results/index.ts'
import { protocolFile, row2021 } from '../../results/testing/results-room.ts'
import { openScreeningRoom, type ScreeningRoom, type StoredRegion } from '../testing/screening-room.ts'

const PARTS = ['/scope', '/figures?set=0', '/schools', '/index', '/schools/export.xlsx', '/index/export.xlsx']

/** One school alone, with fourteen works of математика 4 of 2021. */
async function oneSchool(folder: string): Promise<Given> {
  const whole = generateRegion({ seed: 7, schools: 40 })
  const schools = whole.schools.slice(0, 1)
  const rows = Array.from({ length: 14 }, (_, i) => {
    const lost = i % 6
    const scores = Object.fromEntries(Array.from({ length: lost }, (_, task) => [task, 0]))
    const total = 20 - [0, 1, 2, 4, 5, 6][lost]
    const journal = String(5 - Math.floor(lost / 2))
    return row2021({ login: `sch${schools[0].digits}`, code: i, journal, scores, total })
  })
  const path = join(folder, '2021 Математика, 4 класс.xlsx')
  writeFileSync(path, await protocolFile(rows))
  return { region: { ...whole, schools, sets: [] }, path }
}

/** A year of which no scale is known: the protocols of 2022 say themselves how many points a task gives. */
async function withoutScales(folder: string): Promise<Given> {
  const whole = generateRegion({ seed: 7, schools: 40 })
  const region = { ...whole, sets: whole.sets.slice(-1) }
  const { protocols } = await writeRegion(region, join(folder, 'files'))
  return { region, path: protocols[0] }
}

interface Given {
  readonly region: DemoRegion
  readonly path: string
}

async function store({ region, path }: Given, folder: string): Promise<StoredRegion> {
  const specifications = join(folder, 'specifications.json')
  writeFileSync(specifications, '[]')
  const opened = await openStore(folder)
  const protocol = await readProtocol(path, { specifications: await loadSpecifications() })
  const { manifest } = await importBatch(opened, protocol, { by: 'test', now: new Date() })
  return {
    ...{ folder, region, batches: [manifest] },
    files: { protocols: [path], registry: '', specifications, truth: '' },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

describe.each([
  ['a region of one school', oneSchool, 1, true],
  ['a campaign without scales', withoutScales, 40, false],
] as const)('an analysis of %s', (_, given, schools, hasScale) => {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-odd-region-'))
  let room: ScreeningRoom
  beforeAll(async () => {
    room = await openScreeningRoom(await openTestEmbedded(), await store(await given(folder), folder))
  }, 240_000)
  afterAll(async () => {
    await room?.close()
    await room?.database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is done, says what it could not count, and every page of it is answered', async () => {
    const id = await room.start()
    const run = await room.ended(id)
    expect([run.state, run.problems]).toEqual(['done', []])
    expect(run.counts.schools).toBe(schools)
    // Nobody stands out of a region that is oneself.
    if (schools === 1) expect(run.counts.marked).toBe(0)
    for (const part of PARTS) {
      const { status, body } = await room.call(room.analyst, 'GET', `/api/runs/${id}${part}`)
      expect(status, `${part} ${JSON.stringify(body).slice(0, 300)}`).toBe(200)
    }
    const { boundaries, figures } = (await room.call(room.analyst, 'GET', `/api/runs/${id}/figures?set=0`))
      .body
    // Without a scale there are no marks, hence no boundaries and nothing to hold the journal against.
    expect(boundaries.length > 0).toBe(hasScale)
    const titles = figures.map(({ name }: { name: string }) => name.split('-').at(-1))
    expect(titles).toContain('funnel')
    expect(titles.includes('journal')).toBe(hasScale)
    const { items } = (await room.call(room.analyst, 'GET', `/api/runs/${id}/schools?limit=200`)).body
    expect(items).toHaveLength(schools)
    for (const { mean } of items) expect(Number.isFinite(mean)).toBe(true)
  })
})
