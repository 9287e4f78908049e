import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cell, openWorkbook } from '../../../documents/spreadsheet/index.ts'
import { type DemoRegion, generateRegion, writeRegion } from '../../demo/index.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import { type BatchManifest, importBatch, openStore, readProtocol, type Store } from '../../results/index.ts'
import { toSignalsJson } from '../outputs/to-signals-json.ts'
import { writeOutputs } from '../outputs/write-outputs.ts'
import { renderReport } from '../report/render-report.ts'
import { runScreening } from '../run-screening.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { buildCase } from './build-case.ts'
import type { Case } from './types.ts'
import { writeCase } from './write-case.ts'

describe('the case of a school', () => {
  let folder: string
  let region: DemoRegion
  let input: {
    store: Store
    batches: BatchManifest[]
    registry: null
    specifications: Awaited<ReturnType<typeof loadSpecifications>>
  }
  let about: Case
  let digits: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'objektiv-case-'))
    const whole = generateRegion({ seed: 7, schools: 40 })
    region = { ...whole, sets: whole.sets.slice(-2) }
    const files = await writeRegion(region, join(folder, 'files'))
    const specifications = await loadSpecifications(files.specifications)
    const store = await openStore(join(folder, 'data'))
    const batches: BatchManifest[] = []
    for (const file of files.protocols) {
      const protocol = await readProtocol(file, { specifications })
      batches.push((await importBatch(store, protocol, { by: 'test', now: new Date(0) })).manifest)
    }
    input = { store, batches, registry: null, specifications }
    digits = region.schools[3].digits
    about = await buildCase(input, digits)
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('holds every counted work of the school and nobody else’s, by class and code', async () => {
    expect(about.key).toBe(digits)
    expect(about.sets.length).toBeGreaterThan(0)
    for (const { pupils } of about.sets) {
      expect(pupils.length).toBeGreaterThan(5)
      expect(new Set(pupils.map(({ code }) => code)).size).toBe(pupils.length)
      const places = pupils.map(pupil => pupil.class)
      expect(places).toEqual(places.toSorted((a, b) => a.localeCompare(b, 'ru', { numeric: true })))
    }
    const works = region.sets.flatMap(({ works }) => [...works.school]).filter(school => school === 3).length
    const pupils = about.sets.reduce((sum, set) => sum + set.pupils.length, 0)
    expect(pupils).toBeGreaterThan(0.7 * works)
    expect(pupils).toBeLessThanOrEqual(works)
  })

  it('measures against the region: shares are shares, and spread over 0 … 1', () => {
    const shares = about.sets.flatMap(({ pupils }) =>
      pupils.flatMap(({ guttmanShare }) => guttmanShare ?? []),
    )
    expect(Math.min(...shares)).toBeGreaterThan(0)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    expect(mean).toBeGreaterThan(0.3)
    expect(mean).toBeLessThan(0.7)
    for (const { lz, lzP } of about.sets.flatMap(({ pupils }) => pupils))
      if (lz !== null && lzP !== null) expect(lzP < 0.5).toBe(lz < 0)
  })

  it('lists pairs of one class beyond the cut, with what chance explains', async () => {
    // A school in which a class was made alike has them for certain.
    const plant = region.truth.plants.find(({ kind }) => kind === 'alike' || kind === 'dictate')
    const school = plant ? await buildCase(input, plant.school) : about
    for (const { pupils, pairs } of school.sets) {
      const classOf = new Map(pupils.map(pupil => [pupil.code, pupil.class]))
      for (const pair of pairs) {
        expect(pair.omega).toBeGreaterThanOrEqual(3.09)
        expect([classOf.get(pair.first), classOf.get(pair.second)]).toEqual([pair.class, pair.class])
        expect(pair.byChance).toBeCloseTo(pair.compared / 1000, 9)
      }
    }
  }, 60_000)

  it('is written with who asked and when, and a code in every row', async () => {
    const path = await writeCase(about, folder, { by: 'аналитик', now: new Date(0), dataHash: 'abc' }, 'ru')
    expect(path).toBe(join(folder, `case-${digits}.xlsx`))
    const sheets = await read(path)
    expect([...sheets.keys()]).toEqual(['О деле', 'Ученики', 'Похожие пары'])
    expect(sheets.get('О деле')!.flat()).toEqual(
      expect.arrayContaining(['аналитик', '1970-01-01T00:00:00.000Z', 'abc']),
    )
    const [head, ...rows] = sheets.get('Ученики')!
    expect(rows.map(row => String(row[head.indexOf('Код участника')]))).toEqual(
      about.sets.flatMap(({ pupils }) => pupils.map(({ code }) => code)),
    )
    expect(head.filter(title => String(title).includes('Выделен'))).toEqual([])
  })

  it('never finds its way into the outputs of the region', async () => {
    const now = new Date(0)
    const screening = await runScreening({ ...input, settings: { ...DEFAULT_SETTINGS, budget: 1 }, now })
    const out = join(folder, 'out')
    await writeOutputs(screening, out, 'ru', renderReport)
    const codes = about.sets.flatMap(({ pupils }) => pupils.map(({ code }) => code))
    expect(codes.every(code => code.length >= 4)).toBe(true)
    const json = JSON.stringify(toSignalsJson(screening, 'ru'))
    // Words around a code; the digits alone may stand in a hash or a number.
    const stray = (text: string) =>
      codes.filter(code => text.includes(`"${code}"`) || text.includes(`>${code}<`))
    expect(stray(json)).toEqual([])
    expect(stray(await readFile(join(out, 'report.html'), 'utf8'))).toEqual([])
    const cells = new Set([...(await read(join(out, 'signals.xlsx'))).values()].flat(2).map(String))
    expect(codes.filter(code => cells.has(code))).toEqual([])
  }, 60_000)

  it('is refused for a school that is not there', async () => {
    await expect(buildCase(input, 'sch999999')).rejects.toMatchObject({
      problems: [{ code: 'case-school-unknown' }],
    })
    await expect(buildCase(input, 'школа')).rejects.toMatchObject({
      problems: [{ code: 'case-school-unknown' }],
    })
  })
})

async function read(path: string): Promise<Map<string, Cell[][]>> {
  const workbook = await openWorkbook(path)
  const sheets = new Map<string, Cell[][]>()
  for (const name of workbook.sheetNames) {
    const rows: Cell[][] = []
    await workbook.readSheet(name, (_, cells) => {
      rows.push([...cells])
      return undefined
    })
    sheets.set(name, rows)
  }
  workbook.close()
  return sheets
}
