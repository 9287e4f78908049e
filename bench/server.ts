/**
 * `npm run bench -- server`: the service of a large region (700 schools, 15 400 classes, 2 500 accounts, a log of two
 * million lines) under an open loop of unit pages, lists, searches and the log, on PostgreSQL and on the embedded
 * database. Requests come from this process, the service runs in another one: on two cores they share them with the
 * database.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../app/platform/database/index.ts'
import { postgresPrograms, startCluster } from '../app/platform/database/testing/postgres-cluster.ts'
import { fillInstallation, PASSWORD, REGION, type Visitor } from './server/fill-installation.ts'
import { type LoadResult, openLoop, percentile, type Shot } from './server/open-loop.ts'

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) bench', 'x-objektiv': '1' }
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
    await measure('PostgreSQL', cluster.url, [50, 100, 200, 300, 400, 500], 100)
  } finally {
    await cluster.stop()
  }
}

function onEmbedded(): Promise<void> {
  return measure('embedded', undefined, [10, 20, 40, 60, 80], 150)
}

async function measure(name: string, url: string | undefined, rates: number[], bound: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  const appPassword = 'bench'
  const place = { folder: join(folder, 'database'), ...(url ? { url, appPassword } : {}) }
  const started = performance.now()
  const database = await openDatabase(place)
  const visitors = await fillInstallation(database, REGION)
  await database.close()
  console.log(`\n== ${name}: filled in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  const service = fork(join(import.meta.dirname, 'server/service.ts'), [JSON.stringify(place), folder])
  try {
    const port = await portOf(service)
    const shots = await shotsOf(port, visitors)
    await openLoop(port, WARM_UP.rate, WARM_UP.seconds, shots)
    let kept = 0
    for (const rate of rates) {
      const result = await openLoop(port, rate, SECONDS, shots)
      print(result)
      if (result.failed > 0 || percentile(result, 0.95) > bound) break
      kept = rate
    }
    console.log(`highest rate tried with p95 ≤ ${bound} ms and no failure: ${kept} a second`)
  } finally {
    service.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(result: LoadResult): void {
  const ms = (share: number) => percentile(result, share).toFixed(0).padStart(5)
  console.log(
    `${String(result.rate).padStart(4)}/s  p50 ${ms(0.5)} ms  p95 ${ms(0.95)} ms  p99 ${ms(0.99)} ms  failed ${result.failed} of ${result.sent}`,
  )
}

function portOf(service: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    service.once('message', message => resolve((message as { port: number }).port))
    service.once('exit', code => reject(new Error(`the service ended with ${code}`)))
  })
}

/** Signs the visitors in, then gives endless requests in the proportions of a working day. */
async function shotsOf(port: number, visitors: readonly Visitor[]): Promise<() => Shot> {
  const known: { visitor: Visitor; headers: Record<string, string> }[] = []
  for (const visitor of visitors) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/sign-in`, {
      method: 'POST',
      headers: { ...BROWSER, 'content-type': 'application/json' },
      body: JSON.stringify({ email: visitor.email, password: PASSWORD }),
    })
    if (answer.status !== 200) throw new Error(await answer.text())
    const cookie = answer.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    known.push({ visitor, headers: { ...BROWSER, cookie } })
  }
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
