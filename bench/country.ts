/**
 * A synthetic country, one set of 20 tasks, from Parquet. First 0.1, 1 and 10 million works screened with the official
 * method and its neighbours, which stream; then 0.1, 1 and 8 million with all channels as well, which hold the works of
 * a set in memory. Batches of half a million works, as regions would send them; 250 works a school, 25 a class.
 *
 *     node bench/country.ts [stream|channels]
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
import { DEFAULT_SETTINGS, runScreening, type Screening } from '../app/features/screening/index.ts'
import { measureStep, reportStep } from './measure.ts'

const WORKS_PER_SCHOOL = 250
const BATCH = 500_000

/** The first part tells no classes apart; a school has fewer than so many. */
const FEW_LABELS = 4
const LABELS = 120

const [first, data] = process.argv.slice(2)
if (first === '--step=import')
  await reportStep(() => importCountry(data, Number(process.argv[4]), Number(process.argv[5])))
else if (first === '--step=screen') await reportStep(() => screenCountry(data, 0))
else if (first === '--step=channels') await reportStep(() => screenCountry(data, 1))
else {
  if (first !== 'channels')
    for (const works of [100_000, 1_000_000, 10_000_000]) measureCountry(works, FEW_LABELS, 'screen', 3)
  if (first !== 'stream')
    for (const works of [100_000, 1_000_000, 8_000_000]) measureCountry(works, LABELS, 'channels', 1)
}

function measureCountry(works: number, labels: number, step: 'screen' | 'channels', runs: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  console.log(
    `${works.toLocaleString('en')} works, ${(works / WORKS_PER_SCHOOL).toLocaleString('en')} schools`,
  )
  try {
    measureStep(import.meta.filename, 'import', [folder, String(works), String(labels)], 1)
    const { result } = measureStep(import.meta.filename, step, [folder], runs)
    if (step === 'channels') {
      const { collecting, flagged, measured } = result as ReturnType<typeof describeChannels>
      console.log(`${''.padEnd(28)} ${collecting}; ${flagged} of ${measured} schools flagged at 1 in 100`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importCountry(folder: string, works: number, labels: number): Promise<number> {
  const store = await openStore(folder)
  const paper = await russianPaper()
  const taskMaxima = paper.tasks.map(({ max }) => max)
  const options = { schools: works / WORKS_PER_SCHOOL, works, taskMaxima, seed: 1, chunkWorks: BATCH }
  let stored = 0
  for (const chunk of generateWorks(options)) stored += await storeChunk(store, chunk, paper, labels)
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
  labels: number,
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
      class: Uint32Array.from(chunk.class, number => number % labels),
      classes: Array.from({ length: labels }, (_, label) => `4-${label + 1}`),
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

async function screenCountry(folder: string, budget: number) {
  const store = await openStore(folder)
  let detecting = Number.NaN
  const screening = await runScreening({
    store,
    batches: await listBatches(store),
    registry: null,
    specifications: await loadSpecifications(),
    settings: { ...DEFAULT_SETTINGS, budget },
    now: new Date(),
    progress: {
      report: stage => {
        if (stage === 'progress.detecting') detecting = performance.now()
      },
      // The works are read and the channels done when the line of progress ends.
      finish: () => {
        detecting = (performance.now() - detecting) / 1000
      },
    },
  })
  return describeChannels(detecting, screening)
}

function describeChannels(seconds: number, { detection }: Screening) {
  return {
    collecting: `of these ${seconds.toFixed(1)} s reading the works into memory and all channels`,
    flagged: detection?.flagged ?? 0,
    measured: detection?.schoolsMeasured ?? 0,
  }
}
