/**
 * `npm run bench -- portraits [FOLDER]`: portraits of all schools of the real region as PDF, by the threads that archives and
 * the command use, and one portrait after another in one thread. The run is analysed before and not counted.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { renderReportPdf } from '../app/documents/report/index.ts'
import {
  fromScreening,
  makePortrait,
  type PortraitRequest,
  preparePortraits,
  writePortraits,
} from '../app/features/portraits/index.ts'
import { loadSpecifications } from '../app/features/procedures/index.ts'
import { importBatch, listBatches, openStore, readProtocol } from '../app/features/results/index.ts'
import { DEFAULT_SETTINGS, runScreening } from '../app/features/screening/index.ts'
import { readRegistry } from '../app/features/territory/index.ts'
import { measureStep, reportStep } from './measure.ts'

const DATE = '2026-11-22'
const TEMPLATE = { version: '1', off: [] }

const [first, ...rest] = process.argv.slice(2)
if (first.startsWith('--step=')) {
  const [data] = rest
  // The run is read before the clock starts: the figures are of a run that is loaded.
  const context = preparePortraits(deserialize(readFileSync(join(data, 'run'))))
  const requests = [...context.byLogin.keys()].map(
    (unit): PortraitRequest => ({
      ...{
        level: 'school',
        unit,
        audience: 'school',
        template: TEMPLATE,
        notableOnly: false,
        date: DATE,
        repliesOn: null,
      },
    }),
  )
  if (first === '--step=all')
    await reportStep(async () => {
      const folder = mkdtempSync(join(data, 'out-'))
      const written = await writePortraits({ context, requests, formats: ['pdf'], folder, locale: 'ru' })
      const sizes = written.map(({ bytes }) => bytes)
      return { portraits: written.length, kb: Math.max(...sizes) / 1000 }
    })
  else
    await reportStep(async () => {
      const times = requests.map(request => {
        const start = performance.now()
        renderReportPdf(makePortrait(context, request, 'ru')!)
        return performance.now() - start
      })
      times.sort((a, b) => a - b)
      return {
        median: times[Math.floor(times.length / 2)],
        p99: times[Math.floor(times.length * 0.99)],
        worst: times.at(-1),
      }
    })
} else {
  const data = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    await analyse(data, first)
    console.log(measureStep(import.meta.filename, 'all', [data], 3).result)
    console.log(measureStep(import.meta.filename, 'one-by-one', [data], 1).result)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function analyse(data: string, folder: string): Promise<void> {
  const store = await openStore(data)
  const specifications = await loadSpecifications()
  for (const name of readdirSync(folder).filter(name => /^\d{4} .*\.xlsx$/.test(name)))
    await importBatch(store, await readProtocol(join(folder, name), { specifications }), {
      by: 'bench',
      now: new Date(),
    })
  const screening = await runScreening({
    store,
    batches: await listBatches(store),
    registry: await readRegistry(join(folder, 'school-registry.xlsx')),
    specifications,
    settings: DEFAULT_SETTINGS,
    now: new Date(),
  })
  writeFileSync(join(data, 'run'), serialize(fromScreening(screening, 'ru')))
}
