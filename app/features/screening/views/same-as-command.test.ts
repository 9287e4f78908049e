import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { officialMethods, SMALL_SAMPLE, wilson } from '@objektiv/forensics'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import type { SignalsJson } from '../outputs/to-signals-json.ts'
import {
  openScreeningRoom,
  type ScreeningRoom,
  type StoredRegion,
  storeDemoRegion,
} from '../testing/screening-room.ts'
import { SMALL_TERRITORY } from './present-index.ts'

const CLI = join(import.meta.dirname, '../../../cli.ts')
const OFFICIAL: ReadonlySet<string> = new Set(officialMethods.map(({ id }) => id))

let stored: StoredRegion
/** What the command itself, started as a person starts it, wrote of the same files. */
let command: SignalsJson
beforeAll(async () => {
  stored = await storeDemoRegion()
  const { protocols, registry, specifications } = stored.files
  const out = join(stored.folder, 'out')
  const options = ['--registry', registry, '--specifications', specifications, '--budget', '5', '--out', out]
  await promisify(execFile)(process.execPath, [CLI, 'screen', ...protocols, ...options])
  command = JSON.parse(readFileSync(join(out, 'signals.json'), 'utf8'))
}, 240_000)
afterAll(() => stored.remove())

/** What pages ask for, answered in full, holds the numbers of the command's own file: every row, to the last digit. */
forEachDatabase('answers about a run', open => {
  let room: ScreeningRoom
  let id: number
  beforeAll(async () => {
    room = await openScreeningRoom(await open(), stored)
    id = await room.start()
    await room.ended(id)
  }, 240_000)
  afterAll(() => room.close())

  const get = async (path: string) => (await room.call(room.analyst, 'GET', `/api/runs/${id}${path}`)).body

  it('are made of the same files, and count as much in each set', async () => {
    const { files, sets } = await get('')
    expect(files).toEqual(
      command.files.map(({ file, works }) => ({ file: expect.stringContaining(file), works })),
    )
    const counted = command.sets.map(({ year, works, schools }) => ({ year, works, schools }))
    expect(sets).toMatchObject(counted)
    expect(sets).toHaveLength(counted.length)
  })

  it('give each school in each set as the command does', async () => {
    const found: Record<string, unknown>[] = []
    let total: number | undefined
    for (let cursor = ''; ; ) {
      const page = await get(`/schools?limit=200${cursor}`)
      total ??= page.total
      found.push(...page.items)
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    const units = await unitsByLogin()
    const expected = expectedSchools(units)
    expect(expected.length).toBeGreaterThan(200)
    expect(total).toBe(expected.length)
    // The registry of the files spells a login as of an earlier year; six digits say whose it is.
    const byKey = (rows: readonly Record<string, unknown>[]) =>
      Object.fromEntries(
        rows.map(({ key, login, ...row }) => [
          String(key).slice(3),
          { ...row, login: String(login).slice(3) },
        ]),
      )
    expect(byKey(found)).toEqual(byKey(expected))
    expect(found).toHaveLength(expected.length)
  })

  it('give the index of each territory and year as the command does', async () => {
    const { items } = await get('/index')
    const found = items.map(({ unit, replies: _, ...numbers }: Record<string, { name: string }>) => ({
      unit: unit.name,
      ...numbers,
    }))
    const expected = command.index.map(({ unit, level, ...counted }) => {
      const { schools, marked, index } = counted
      const share = index === null || schools === 0 ? null : wilson(marked, schools)
      return {
        unit: level === 'region' ? stored.region.name : unit,
        level,
        ...counted,
        interval: share && { lower: 100 * (1 - share.upper), upper: 100 * (1 - share.lower) },
        smallSample: schools < SMALL_TERRITORY,
      }
    })
    const ordered = (rows: { unit: string; year: number }[]) =>
      rows.toSorted((a, b) => (`${a.year} ${a.unit}` < `${b.year} ${b.unit}` ? -1 : 1))
    expect(expected.length).toBeGreaterThan(5)
    expect(ordered(found)).toEqual(ordered(expected))
  })

  async function unitsByLogin(): Promise<ReadonlyMap<string, number>> {
    const units = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('unit').select(['id', 'digits']).where('kind', '=', 'school').execute(),
    )
    return new Map(units.map(unit => [String(unit.digits), unit.id]))
  }

  /** Rows of the list as they follow from signals.json alone, with the number of each school's unit. */
  function expectedSchools(units: ReadonlyMap<string, number>) {
    const degrees = new Map(command.detection!.schools.map(one => [one.school, one]))
    const schools = new Map(command.schools.map(one => [one.school, one]))
    const ofSet = Map.groupBy(command.markers, one => `${one.school} ${positionOf(one)}`)
    return [...ofSet].map(([key, markers]) => {
      const { school: login } = markers[0]
      const position = positionOf(markers[0])
      const { name, municipality, kind } = schools.get(login)!
      const set = command.sets[position]
      const mean = markers.find(({ marker }) => marker === 'high-mean')
      const n = mean?.n ?? 0
      const bounds = mean && mean.lower !== null && mean.upper !== null
      return {
        key,
        school: { id: units.get(login.slice(-6)), name },
        ...{ name, login, municipality, kind, position },
        set: `${set.subject}, ${set.grade} класс, ${set.year}`,
        n,
        mean: mean?.value ?? null,
        interval: bounds ? { lower: mean.lower, upper: mean.upper } : null,
        regionMean: set.mean,
        hidden: false,
        smallSample: n < SMALL_SAMPLE,
        markers: markers
          .filter(({ marker, marked }) => marked === true && OFFICIAL.has(marker))
          .map(({ marker }) => ({ id: marker, text: expect.any(String) })),
        degree: degrees.get(login)?.degree ?? null,
        flagged: degrees.get(login)?.flagged ?? false,
        replies: [],
      }
    })
  }

  /** The later set of a pair, where a marker compares two. */
  function positionOf({ sets, version }: SignalsJson['markers'][number]): number {
    const { year, grade, subject } = sets[sets.length - 1]
    return command.sets.findIndex(
      one => one.year === year && one.grade === grade && one.subject === subject && one.version === version,
    )
  }
})
