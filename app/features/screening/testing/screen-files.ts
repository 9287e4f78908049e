import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSpecifications } from '../../procedures/index.ts'
import { type BatchManifest, importBatch, openStore, readResults } from '../../results/index.ts'
import { readRegistry } from '../../territory/index.ts'
import { runScreening } from '../run-screening.ts'
import { DEFAULT_SETTINGS, type ScreeningSettings } from '../settings.ts'
import type { Screening } from '../types.ts'

export interface FilesToScreen {
  readonly protocols: readonly string[]
  readonly registry?: string
  readonly specifications?: string
  /** Our own signals are left out (budget 0) unless asked for: they take seconds, and most tests are not about them. */
  readonly settings?: Partial<ScreeningSettings>
}

/** Reads, stores and screens files in a folder of its own, which is gone afterwards. */
export async function screenFiles({
  protocols,
  registry,
  specifications,
  settings = {},
}: FilesToScreen): Promise<Screening> {
  const folder = await mkdtemp(join(tmpdir(), 'objektiv-test-'))
  try {
    const store = await openStore(folder)
    const papers = await loadSpecifications(specifications)
    const now = new Date('2026-01-15T09:00:00Z')
    const schools = registry === undefined ? null : await readRegistry(registry)
    const options = { specifications: papers, ...(schools ? { examCodes: schools.examCodes } : {}) }
    const batches: BatchManifest[] = []
    for (const file of protocols)
      for (const protocol of await readResults(file, options))
        batches.push((await importBatch(store, protocol, { by: 'test', now })).manifest)
    return await runScreening({
      store,
      batches,
      registry: schools,
      specifications: papers,
      settings: { ...DEFAULT_SETTINGS, budget: 0, ...settings },
      now,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
