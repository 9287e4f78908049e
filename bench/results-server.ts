/**
 * `npm run bench -- results-server`: signals of 700 schools in eight assessments over five years, on PostgreSQL, under an
 * open loop of what the pages «Признаки», the passport and «Картина территории» ask for, by an analyst, by municipalities
 * and by schools. Requests come from this process, the service runs in another one: on two cores they share them with the
 * database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../app/platform/database/index.ts'
import { postgresPrograms, startCluster } from '../app/platform/database/testing/postgres-cluster.ts'
import { type FilledResults, fillResults } from './server/fill-results.ts'
import { findHighestRate, percentiles, printLoad } from './server/find-highest-rate.ts'
import { forkService } from './server/fork-service.ts'
import { openLoop } from './server/open-loop.ts'
import { pageRequests } from './server/page-requests.ts'
import { signEverybodyIn } from './server/sign-everybody-in.ts'

const GOAL = { rate: 100, p95: 100 }
const SECONDS = 15
const WARM_UP = { rate: 20, seconds: 10 }

const programs = postgresPrograms()
if (programs) await onServer()
else console.log('PostgreSQL is not installed: skipped')

async function onServer(): Promise<void> {
  const cluster = await startCluster(programs!, ['shared_buffers=512MB'])
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    const place = { folder: join(folder, 'database'), url: cluster.url, appPassword: 'bench' }
    const filled = await fill(place)
    const service = await forkService(place, folder)
    try {
      await measure(service.port, filled)
    } finally {
      service.stop()
    }
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(place: Parameters<typeof openDatabase>[0]): Promise<FilledResults> {
  const started = performance.now()
  const database = await openDatabase(place)
  const filled = await fillResults(database)
  const { rows } = await database.ownerPool.query(
    'select pg_database_size(current_database())::float8 as bytes',
  )
  await database.close()
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${filled.signals} signals, ${(rows[0].bytes / 1e6).toFixed(0)} MB, filled in ${seconds} s`)
  return filled
}

async function measure(port: number, { visitors, runs }: FilledResults): Promise<void> {
  const next = pageRequests(await signEverybodyIn(port, visitors), runs)
  const load = (rate: number) => openLoop(port, rate, SECONDS, next)
  await openLoop(port, WARM_UP.rate, WARM_UP.seconds, next)
  const result = await load(GOAL.rate)
  console.log(`goal p95 ≤ ${GOAL.p95} ms at ${GOAL.rate} a second:`)
  printLoad(result)
  for (const [kind, latencies] of [...result.byKind].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`  ${kind.padEnd(36)} ${percentiles(latencies)}  (${latencies.length})`)
  const highest = await findHighestRate({ first: GOAL.rate, p95: GOAL.p95 }, load)
  console.log(`highest rate with p95 ≤ ${GOAL.p95} ms and no failure: ${highest} a second`)
}
