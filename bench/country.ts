/**
 * A synthetic country, one set of 20 tasks: 0.1, 1 and 10 million works screened with every method from Parquet.
 * Batches of half a million works, as regions would send them; 250 works a school.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateWorks, type WorksChunk } from '../app/features/demo/index.ts'
import { loadSpecifications } from '../app/features/procedures/index.ts'
import {
  importBatch,
  listBatches,
  openStore,
  type ProtocolBatch,
  type Store,
} from '../app/features/results/index.ts'
import { DEFAULT_SETTINGS, runScreening } from '../app/features/screening/index.ts'
import { measureStep, reportStep } from './measure.ts'

const WORKS_PER_SCHOOL = 250
const BATCH = 500_000

const [first, data] = process.argv.slice(2)
if (first === '--step=import') await reportStep(() => importCountry(data, Number(process.argv[4])))
else if (first === '--step=screen') await reportStep(() => screenCountry(data))
else
  for (const works of [100_000, 1_000_000, 10_000_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
    console.log(
      `${works.toLocaleString('en')} works, ${(works / WORKS_PER_SCHOOL).toLocaleString('en')} schools`,
    )
    try {
      measureStep(import.meta.filename, 'import', [folder, String(works)], 1)
      measureStep(import.meta.filename, 'screen', [folder], 3)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

async function importCountry(folder: string, works: number): Promise<number> {
  const store = await openStore(folder)
  const paper = await russianPaper()
  const taskMaxima = paper.tasks.map(({ max }) => max)
  const options = { schools: works / WORKS_PER_SCHOOL, works, taskMaxima, seed: 1, chunkWorks: BATCH }
  let stored = 0
  for (const chunk of generateWorks(options)) stored += await storeChunk(store, chunk, paper)
  return stored
}

async function russianPaper(): Promise<Pick<ProtocolBatch, 'tasks' | 'maxScore'>> {
  const { bundled } = await loadSpecifications()
  for (const { year, grade, subject, tasks, maxPrimary } of bundled.values())
    if (year === 2021 && grade === 4 && subject === 'Русский язык' && tasks)
      return {
        maxScore: maxPrimary,
        tasks: tasks.map(({ task, max, level }) => ({ name: task, max, level })),
      }
  throw new Error('The bundled specifications have no Russian 4 of 2021')
}

async function storeChunk(
  store: Store,
  chunk: WorksChunk,
  paper: Pick<ProtocolBatch, 'tasks' | 'maxScore'>,
): Promise<number> {
  const { count, school, total, journal, scores } = chunk
  const rowMajor = new Uint8Array(count * scores.length)
  for (const [task, column] of scores.entries())
    for (let i = 0; i < count; i++) rowMajor[i * scores.length + task] = column[i]
  const batch: ProtocolBatch = {
    source: { file: `country-${chunk.first}.xlsx`, sha256: String(chunk.first).padStart(64, '0'), bytes: 0 },
    layout: 'vpr2021',
    assessment: { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Русский язык' },
    region: null,
    ...paper,
    packing: 4,
    counts: {
      rows: count,
      works: count,
      absent: 0,
      absentInPart: 0,
      noTotal: 0,
      totalAboveMaximum: 0,
      noSchool: 0,
      schools: 0,
    },
    dirt: [],
    excluded: [],
    warnings: [],
    columns: {
      count,
      school: Uint32Array.from(school),
      login: new Uint32Array(count),
      logins: ['edu'],
      class: chunk.class.map(number => number % 4) as unknown as Uint32Array,
      classes: ['А', 'Б', 'В', 'Г'],
      code: new Array(count).fill(''),
      variant: new Uint32Array(count),
      variants: ['1'],
      total: Int16Array.from(total),
      mark: new Uint8Array(count),
      journal,
      flags: new Uint16Array(count),
      row: Uint32Array.from({ length: count }, (_, i) => i + 2),
      sheet: new Uint8Array(count),
      scores: rowMajor,
    },
  }
  await importBatch(store, batch, { by: 'bench', now: new Date() })
  return count
}

async function screenCountry(folder: string): Promise<number> {
  const store = await openStore(folder)
  const screening = await runScreening({
    store,
    batches: await listBatches(store),
    registry: null,
    specifications: await loadSpecifications(),
    settings: DEFAULT_SETTINGS,
    now: new Date(),
  })
  return screening.markers.length
}
