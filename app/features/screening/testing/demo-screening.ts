import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { oncePerRun } from '../../../platform/testing/once-per-run.ts'
import { generateRegion, writeRegion } from '../../demo/index.ts'
import type { Screening } from '../types.ts'
import { screenFiles } from './screen-files.ts'

/**
 * A small demo region screened as a person would screen it, with a budget of 5; its files are gone afterwards. It takes
 * seconds, so it is done once for all the tests that look at what comes of a screening.
 */
export function demoScreening(): Promise<Screening> {
  return oncePerRun('demo-screening', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'objektiv-demo-'))
    try {
      const files = await writeRegion(generateRegion({ seed: 7, schools: 40 }), folder)
      return await screenFiles({ ...files, settings: { budget: 5 } })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
