/** One real file into the store, and all six: seconds and peak memory of the whole process. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSpecifications } from '../app/features/procedures/index.ts'
import { importBatch, openStore, readProtocol } from '../app/features/results/index.ts'
import { measureStep, reportStep } from './measure.ts'

const [first, second] = process.argv.slice(2)
if (first.startsWith('--step='))
  await reportStep(() => importFiles(first === '--step=one' ? [bigFile(second)] : all(second)))
else {
  measureStep(import.meta.filename, 'one', [first])
  measureStep(import.meta.filename, 'six', [first])
}

function all(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => /^\d{4} .*\.xlsx$/.test(name))
    .map(name => join(folder, name))
}

function bigFile(folder: string): string {
  return join(folder, '2021 Русский язык, 4 класс.xlsx')
}

async function importFiles(files: readonly string[]): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    const store = await openStore(data)
    const specifications = await loadSpecifications()
    let rows = 0
    for (const file of files) {
      const protocol = await readProtocol(file, { specifications })
      rows += (await importBatch(store, protocol, { by: 'bench', now: new Date() })).manifest.counts.rows
    }
    return rows
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
