import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { generateRegion, writeExams, writeRegion } from '../../demo/index.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import { type BatchManifest, importBatch, openStore, readResults } from '../../results/index.ts'
import { readRegistry } from '../../territory/index.ts'
import { runScreening } from '../index.ts'
import { openScreeningRoom, type ScreeningRoom, type StoredRegion } from '../testing/screening-room.ts'
import type { Screening } from '../types.ts'

let stored: StoredRegion
/** What the command finds with both kinds of files. */
let command: Screening
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-campaign-'))
  const whole = generateRegion({ seed: 7, schools: 40 })
  const region = { ...whole, sets: whole.sets.slice(-2) }
  const files = await writeRegion(region, join(folder, 'files'))
  const registry = await readRegistry(files.registry)
  const store = await openStore(folder)
  const specifications = await loadSpecifications(files.specifications)
  const batches: BatchManifest[] = []
  for (const file of [...files.protocols, ...(await writeExams(region, join(folder, 'files')))])
    for (const one of await readResults(file, { specifications, examCodes: registry.examCodes }))
      batches.push((await importBatch(store, one, { by: 'test', now: new Date() })).manifest)
  stored = { folder, region, files, batches, remove: () => rmSync(folder, { recursive: true, force: true }) }
  const settings = { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 5 } as const
  const now = new Date(0)
  command = await runScreening({ store, batches, registry, specifications, settings, now })
}, 60_000)
afterAll(() => stored.remove())

/** Only what was said of the schools by their examinations. */
const external = (readings: readonly { channel: string; z: number; n: number }[]) =>
  readings.filter(({ channel }) => channel === 'external').map(({ z, n }) => [z, n])

forEachDatabase('a run of a campaign', open => {
  let room: ScreeningRoom
  beforeAll(async () => {
    room = await openScreeningRoom(await open(), stored)
  }, 60_000)
  afterAll(() => room.close())

  it('is held against examinations accepted outside the campaign, as the command does, and names them', async () => {
    const id = await room.start()
    expect(await room.ended(id)).toMatchObject({ state: 'done' })
    const { sets, schools, batches } = await room.database.asSystem('system:test', async tx => ({
      sets: await tx.selectFrom('run_set').select('procedure').where('run_id', '=', id).execute(),
      schools: await tx
        .selectFrom('run_school')
        .select(['digits', 'degree', 'facts'])
        .where('run_id', '=', id)
        .where('degree', 'is not', null)
        .execute(),
      batches: await tx.selectFrom('run_batch').selectAll().where('run_id', '=', id).execute(),
    }))
    expect(sets).toEqual([{ procedure: 'ВПР' }, { procedure: 'ВПР' }])
    expect(batches).toHaveLength(stored.batches.length)
    const own = new Map(command.detection!.schools.map(one => [one.school.slice(-6), one]))
    let heard = 0
    for (const { digits, degree, facts } of schools) {
      const { degree: expected, readings } = own.get(digits)!
      expect(degree).toBe(expected)
      const found = external('readings' in facts ? facts.readings : [])
      expect(found).toEqual(external(readings))
      heard += found.length
    }
    expect(heard).toBeGreaterThan(0)
  }, 60_000)
})
