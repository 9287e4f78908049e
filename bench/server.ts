/**
 * `npm run bench -- server`: the service of a large region (700 schools, 15 400 classes, 2 500 accounts, a log of two
 * million lines) under an open loop of unit pages, lists, searches and the log, on PostgreSQL and on the embedded
 * database. Requests come from this process, the service runs in another one: on two cores they share them with the
 * database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../app/platform/database/index.ts'
import { postgresPrograms, startCluster } from '../app/platform/database/testing/postgres-cluster.ts'
import { fillInstallation, REGION, type Visitor } from './server/fill-installation.ts'
import { type Bound, findHighestRate } from './server/find-highest-rate.ts'
import { forkService } from './server/fork-service.ts'
import { openLoop, type Shot } from './server/open-loop.ts'
import { signEverybodyIn } from './server/sign-everybody-in.ts'

const WARM_UP = { rate: 20, seconds: 5 }
const SECONDS = 15

const only = process.argv[2]
if (only !== 'embedded') await onServer()
if (only !== 'postgres') await onEmbedded()

async function onServer(): Promise<void> {
  const programs = postgresPrograms()
  if (!programs) return console.log('PostgreSQL is not installed: skipped')
  const cluster = await startCluster(programs, ['shared_buffers=512MB'])
  try {
    await measure('PostgreSQL', cluster.url, { first: 50, p95: 100 })
  } finally {
    await cluster.stop()
  }
}

function onEmbedded(): Promise<void> {
  return measure('embedded', undefined, { first: 10, p95: 150 })
}

async function measure(name: string, url: string | undefined, bound: Bound): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  const appPassword = 'bench'
  const place = { folder: join(folder, 'database'), ...(url ? { url, appPassword } : {}) }
  const started = performance.now()
  const database = await openDatabase(place)
  const visitors = await fillInstallation(database, REGION)
  await database.close()
  console.log(`\n== ${name}: filled in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  const service = await forkService(place, folder)
  try {
    const { port } = service
    const shots = await shotsOf(port, visitors)
    await openLoop(port, WARM_UP.rate, WARM_UP.seconds, shots)
    const highest = await findHighestRate(bound, rate => openLoop(port, rate, SECONDS, shots))
    console.log(`highest rate with p95 ≤ ${bound.p95} ms and no failure: ${highest} a second`)
  } finally {
    service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Signs the visitors in, then gives endless requests in the proportions of a working day. */
async function shotsOf(port: number, visitors: readonly Visitor[]): Promise<() => Shot> {
  const known = await signEverybodyIn(port, visitors)
  let count = 0
  return () => {
    const { visitor, headers } = known[count % known.length]
    const kind = count % 5
    count++
    const region = visitor.unitPath === '1.'
    const school = region ? 42 + (count % 700) : visitor.unitId
    if (kind < 2) return { path: `/api/units/${school}`, headers }
    if (kind === 2) return { path: '/api/units?limit=50', headers }
    if (kind === 3)
      return { path: `/api/units/search?q=${encodeURIComponent(`школа ${count % 700}`)}`, headers }
    return { path: `/api/history/unit/${school}?limit=20`, headers }
  }
}
