/**
 * `npm run bench -- plans`: a plan of 500 measures read from pasted text, saved, sent to 40 municipalities and moved to another
 * period, lists of 700 plans with 30 000 measures under an open loop, and the coverage of 200 measures in 640 schools, on
 * PostgreSQL. Requests come from this process, the
 * service runs in another one: on two cores they share them with the database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../app/platform/database/index.ts'
import { postgresPrograms, startCluster } from '../app/platform/database/testing/postgres-cluster.ts'
import type { Visitor } from './server/fill-installation.ts'
import { fillCoverage, fillPlans } from './server/fill-plans.ts'
import { percentiles } from './server/find-highest-rate.ts'
import { forkService } from './server/fork-service.ts'
import { openLoop, type Shot } from './server/open-loop.ts'
import { type SignedIn, signEverybodyIn } from './server/sign-everybody-in.ts'

const RATE = 20
const SECONDS = 15
const TIMES = 5
const ASKED = [
  '/api/plans',
  '/api/plans?state=approved&q=школа',
  '/api/measures',
  '/api/measures?overdue=yes',
  '/api/measures?shelf=check&sort=-changed',
  '/api/measures/counts',
]

const programs = postgresPrograms()
if (programs) await onServer()
else console.log('PostgreSQL is not installed: skipped')

async function onServer(): Promise<void> {
  const cluster = await startCluster(programs!, ['shared_buffers=512MB'])
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    const place = { folder: join(folder, 'database'), url: cluster.url, appPassword: 'bench' }
    const database = await openDatabase(place)
    const visitors = await fillPlans(database)
    const service = await forkService(place, folder)
    try {
      const known = await signEverybodyIn(service.port, visitors.slice(0, 8))
      const [analyst] = known
      await lists(service.port, known)
      await sending(service.port, analyst, await imports(service.port, analyst))
      const plan = await fillCoverage(database)
      await timed('coverage of 200 measures × 640 schools', TIMES, () =>
        call(service.port, analyst, 'GET', `/api/plans/${plan}/coverage?level=school`),
      )
    } finally {
      service.stop()
      await database.close()
    }
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function lists(port: number, known: readonly SignedIn<Visitor>[]): Promise<void> {
  let count = 0
  const next = (): Shot => {
    const { headers } = known[count % known.length]
    const path = ASKED[Math.floor(count++ / known.length) % ASKED.length]
    return { kind: path, path: encodeURI(path), headers }
  }
  await openLoop(port, RATE, 5, next)
  const { latencies, failed, byKind } = await openLoop(port, RATE, SECONDS, next)
  console.log(`lists at ${RATE} a second: ${percentiles(latencies)}, ${failed} failed`)
  for (const [kind, some] of byKind) console.log(`  ${kind.padEnd(42)} ${percentiles(some)}`)
}

/** The number of a plan that was saved. */
async function imports(port: number, analyst: SignedIn<Visitor>): Promise<number> {
  const rows = Array.from({ length: 500 }, (_, n) =>
    [
      n + 1,
      `Провести совещание об итогах процедуры № ${n + 1}`,
      'до 12 марта',
      'РЦОКО, ИРО',
      'Протокол',
    ].join('\t'),
  )
  const head = ['№', 'Мероприятие', 'Срок', 'Ответственные', 'Ожидаемый результат'].join('\t')
  const text = ['План мероприятий на 2026-2027 учебный год', head, ...rows].join('\n')
  let read: { measures: { term: { original: string } | null; source: unknown }[] } = { measures: [] }
  await timed('reading 500 measures', TIMES, async () => {
    read = await call(port, analyst, 'POST', '/api/plans/read', { from: { text } })
  })
  const measures = read.measures.map(({ source: _, term, ...words }) => ({
    ...{ ...words, term: term?.original ?? null, doubtful: [] },
  }))
  const period = { start: '2026-09-01', end: '2027-08-31', school: true, original: null }
  const approval = { post: null, person: null, date: null, number: null }
  // Each is another: the very same plan is saved once.
  let saved = 0
  const body = () => ({
    title: `План № ${++saved}`,
    period,
    approval,
    abbreviations: [],
    unit: 1,
    source: null,
    measures,
  })
  let plan = { id: 0 }
  await timed(`saving ${measures.length} measures`, TIMES, async () => {
    plan = await call(port, analyst, 'POST', '/api/plans', body())
  })
  return plan.id
}

/** Down to every municipality, and what a new period of the plan above changes there. While it lasts, others ask for lists. */
async function sending(port: number, analyst: SignedIn<Visitor>, plan: number): Promise<void> {
  const approval = { post: null, person: null, date: null, number: null }
  await call(port, analyst, 'POST', `/api/plans/${plan}/approve`, { version: 1, approval })
  const beside = async (what: string, work: () => Promise<unknown>) => {
    let going = true
    const waited: number[] = []
    const asking = (async () => {
      while (going) {
        const begun = performance.now()
        await call(port, analyst, 'GET', '/api/plans')
        waited.push(performance.now() - begun)
      }
    })()
    await timed(what, 1, work)
    going = false
    await asking
    console.log(`  the list of plans meanwhile: ${percentiles(waited.sort((a, b) => a - b))}`)
  }
  await beside('sending them to 40 municipalities', () =>
    call(port, analyst, 'POST', `/api/plans/${plan}/send`, { version: 2 }),
  )
  const period = { start: '2027-09-01', end: '2028-08-31', school: true, original: null }
  await beside('moving them all to another year', () =>
    call(port, analyst, 'PATCH', `/api/plans/${plan}`, { version: 2, period }),
  )
}

async function timed(what: string, times: number, work: () => Promise<unknown>): Promise<void> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const begun = performance.now()
    await work()
    took.push(performance.now() - begun)
  }
  const seconds = took.sort((a, b) => a - b).map(ms => (ms / 1000).toFixed(2))
  console.log(
    `${what}: ${seconds[Math.floor(times / 2)]} s (${seconds.at(0)}–${seconds.at(-1)}, ${times} runs)`,
  )
}

async function call<T>(
  port: number,
  { headers }: SignedIn<Visitor>,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    ...{ method, headers: { ...headers, 'content-type': 'application/json' } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<T>
}
