import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateRegion, writeRegion } from '../../../demo/index.ts'
import { screenFiles } from '../../testing/screen-files.ts'
import type { Screening } from '../../types.ts'

/** A small demo region screened as a person would screen it; its files are gone afterwards. */
export async function demoScreening(budget = 1): Promise<Screening> {
  const folder = await mkdtemp(join(tmpdir(), 'objektiv-demo-'))
  try {
    const files = await writeRegion(generateRegion({ seed: 7, schools: 40 }), folder)
    return await screenFiles({ ...files, settings: { budget } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
