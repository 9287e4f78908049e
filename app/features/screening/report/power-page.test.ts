import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateRegion, writeRegion } from '../../demo/index.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import { type BatchManifest, importBatch, openStore, readProtocol } from '../../results/index.ts'
import { readRegistry } from '../../territory/index.ts'
import { collectForPower, measureRegionPower, type RegionPower } from '../detection/region-power.ts'
import { printPower, renderPower, serialisePower } from './power-page.ts'

test('a small demo region: what was planted is found, and page, table and figures agree', {
  timeout: 120_000,
}, async () => {
  const power = await powerOfDemo()
  const [dictate, lenient] = power.rows
  expect(power.rows.map(({ kind }) => kind)).toEqual(['dictate', 'lenient'])
  expect(dictate.combined.power).toBeGreaterThan(0.7)
  expect(dictate.before.power).toBeLessThan(0.2)
  expect(dictate.gain).toBeGreaterThan(lenient.gain)

  const whole = renderPower(power, 'ru')
  expect(whole).not.toMatch(/<script|https?:/)
  // The fonts before it may spell anything.
  const page = whole.slice(whole.indexOf('<body>'))
  for (const text of ['ответы даны всему классу', 'нижняя оценка', 'Необъяснённый уровень'])
    expect(page).toContain(text)
  expect(page).not.toMatch(/NaN|undefined|sch/)
  const percent = `${Math.round(100 * dictate.combined.power)}\u202F%`
  expect(page).toContain(percent)
  expect(printPower(power, 'ru')).toContain(percent)
  expect(JSON.parse(serialisePower(power)).rows[0]).toMatchObject({
    kind: 'dictate',
    meantFor: 'level',
    combined: dictate.combined,
  })
})

test('a power that does not exist is a dash on the page and null for programs', () => {
  const none = { power: Number.NaN, lower: Number.NaN, upper: Number.NaN }
  const channels = new Proxy({}, { get: () => none }) as RegionPower['rows'][number]['channels']
  const row = { kind: 'copy', size: 1, classes: 0, classesOf: 0, schools: 0, gain: 0 } as const
  const power: RegionPower = {
    ...{ region: 'Регион', files: [], assessments: [], schools: 0, works: 0 },
    ...{ seeds: 1, budget: 1, shareOfClasses: 0.05 },
    rows: [{ ...row, combined: none, channels, official: none, before: none }],
  }
  expect(renderPower(power, 'en')).toMatch(/<td class="number" data-title="[^"]+">—<\/td>/)
  expect(JSON.parse(serialisePower(power)).rows[0].combined.power).toBeNull()
})

async function powerOfDemo(): Promise<RegionPower> {
  const folder = await mkdtemp(join(tmpdir(), 'objektiv-power-'))
  try {
    const files = await writeRegion(
      generateRegion({ seed: 5, schools: 120, plants: false, dirt: false }),
      join(folder, 'files'),
    )
    const store = await openStore(join(folder, 'data'))
    const specifications = await loadSpecifications(files.specifications)
    const batches: BatchManifest[] = []
    // Two sets say what eight would.
    for (const file of files.protocols.slice(0, 2)) {
      const protocol = await readProtocol(file, { specifications })
      batches.push((await importBatch(store, protocol, { by: 'test', now: new Date(0) })).manifest)
    }
    const registry = await readRegistry(files.registry)
    const region = await collectForPower({ store, batches, registry, specifications })
    return measureRegionPower(region, { seeds: 1, budget: 5, kinds: ['dictate', 'lenient'] })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
