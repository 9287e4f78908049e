/**
 * All six real files after import: the 2019 method and the descriptive measures, the same with the three outputs
 * written, and with our own signals over all channels.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSpecifications } from '../app/features/procedures/index.ts'
import { importBatch, listBatches, openStore, readProtocol } from '../app/features/results/index.ts'
import {
  DEFAULT_SETTINGS,
  renderReport,
  runScreening,
  writeOutputs,
} from '../app/features/screening/index.ts'
import { readRegistry } from '../app/features/territory/index.ts'
import { measureStep, reportStep } from './measure.ts'

const [first, ...rest] = process.argv.slice(2)
if (first.startsWith('--step=')) {
  const [data, folder] = rest
  await reportStep(() => screen(data, folder, first.slice('--step='.length)))
} else {
  const data = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    await importAll(data, first)
    measureStep(import.meta.filename, 'screen', [data, first], 5)
    measureStep(import.meta.filename, 'screen-and-report', [data, first], 5)
    measureStep(import.meta.filename, 'screen-own-signals', [data, first], 3)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function importAll(data: string, folder: string): Promise<void> {
  const store = await openStore(data)
  const specifications = await loadSpecifications()
  for (const name of readdirSync(folder).filter(name => /^\d{4} .*\.xlsx$/.test(name)))
    await importBatch(store, await readProtocol(join(folder, name), { specifications }), {
      by: 'bench',
      now: new Date(),
    })
}

async function screen(data: string, folder: string, step: string): Promise<number> {
  const store = await openStore(data)
  const screening = await runScreening({
    store,
    batches: await listBatches(store),
    registry: await readRegistry(join(folder, 'school-registry.xlsx')),
    specifications: await loadSpecifications(),
    settings: { ...DEFAULT_SETTINGS, budget: step === 'screen-own-signals' ? 1 : 0 },
    now: new Date(),
  })
  if (step === 'screen-and-report') await writeOutputs(screening, join(data, 'report'), 'ru', renderReport)
  return screening.markers.length
}
