import { setTimeout as sleep } from 'node:timers/promises'
import { protocolFile, row2021 } from '../../app/features/results/testing/results-room.ts'
import { answerOf, post, signIn } from './load.ts'

/** Works of one file, in schools of the small region: accepted together, undone together. */
export const WORKS = 3
const LOGINS = ['sch990001', 'sch990002', 'sch990010']
const PASSWORD = 'весенняя капель 2026'
const FILE = '2021 Математика, 4 класс.xlsx'

/** What the service said was done. */
export interface WayDone {
  readonly batches: Map<number, 'sent' | 'accepted' | 'undone'>
  readonly runs: Set<number>
  /** Numbers given to files, so that no two hold the same works. */
  files: number
  /** The latest version of the signal that somebody was told. */
  signal: number
  /** What the service refused, in its words: a load that is refused is none. */
  readonly refusals: string[]
}

interface Standing {
  readonly id: number
  readonly version: number
  readonly state: string
}

/** Analyst and head at work as fast as the service answers, until it is gone. */
export async function walkTheWay(address: string, done: WayDone): Promise<void> {
  const cookieOf = (name: string) => signIn(address, { email: `${name}@example.org`, password: PASSWORD })
  const [analyst, head] = [await cookieOf('analyst'), await cookieOf('head')]
  const works = [
    writeBatches(address, analyst, done),
    writeRuns(address, analyst, done),
    writeReplies(address, analyst, head, done),
  ]
  await Promise.allSettled(
    works.map(work =>
      work.catch(error => {
        if (error.refused) done.refusals.push(error.message)
      }),
    ),
  )
}

/** Sends a file, accepts it when it is read, and takes every second one back. */
async function writeBatches(address: string, cookie: string, done: WayDone): Promise<never> {
  while (true) {
    const n = ++done.files
    const rows = LOGINS.map((login, i) => row2021({ login, code: 10 * n + i }))
    const { id } = (await send(address, cookie, '/api/imports', FILE, await protocolFile(rows))) as Standing
    done.batches.set(id, 'sent')
    let batch = await until(address, cookie, `/api/imports/${id}`, ['waiting', 'reading'])
    const body = { version: batch.version }
    batch = (await answerOf(post(address, `/api/imports/${id}/accept`, cookie, body))) as Standing
    if (n % 2 === 1) {
      done.batches.set(id, 'accepted')
      continue
    }
    const undo = { version: batch.version, reason: 'прислан другой файл' }
    await answerOf(post(address, `/api/imports/${id}/undo`, cookie, undo))
    done.batches.set(id, 'undone')
  }
}

/** One analysis after another, as soon as something counts. */
async function writeRuns(address: string, cookie: string, done: WayDone): Promise<never> {
  while (true) {
    // One that stays: where all were taken back there is nothing to analyse.
    if ([...done.batches.values()].includes('accepted')) {
      const settings = { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 0 }
      const body = { campaign: null, title: 'Анализ', settings }
      const { id } = (await answerOf(post(address, '/api/runs', cookie, body))) as Standing
      done.runs.add(id)
      await until(address, cookie, `/api/runs/${id}`, ['queued', 'running'])
    } else {
      // Asked, not only waited for: a service that is gone ends this too.
      await answerOf(get(address, '/api/runs', cookie))
      await sleep(20)
    }
  }
}

/** Asks, replies with a file, gives back, and so on; where a former process was killed it goes on from there. */
async function writeReplies(address: string, analyst: string, head: string, done: WayDone): Promise<never> {
  const dueOn = new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('sv')
  const found = (await answerOf(get(address, '/api/signals', head))) as {
    items: (Standing & { school: { id: number } })[]
  }
  const [{ id, school }] = found.items
  let signal: Standing = found.items[0]
  while (true) {
    if (signal.state === 'open') {
      const body = { signals: [{ id, version: signal.version }], dueOn, text: 'Поясните.' }
      await answerOf(post(address, '/api/signals/ask', analyst, body))
    } else if (signal.state === 'asked') {
      const content = Buffer.from(`объяснение ${signal.version}`)
      const path = `/api/files?unitId=${school.id}`
      const file = (await send(address, head, path, 'объяснение.txt', content)) as { id: number }
      const body = { version: signal.version, causes: [], text: 'Вот почему.', files: [file.id] }
      await answerOf(post(address, `/api/signals/${id}/reply`, head, body))
    } else {
      const body = { version: signal.version, dueOn, text: 'Приложите журнал.' }
      await answerOf(post(address, `/api/signals/${id}/return`, analyst, body))
    }
    signal = (await answerOf(get(address, `/api/signals/${id}`, head))) as Standing
    done.signal = signal.version
  }
}

async function until(
  address: string,
  cookie: string,
  path: string,
  going: readonly string[],
): Promise<Standing> {
  for (;;) {
    const found = (await answerOf(get(address, path, cookie))) as Standing
    if (!going.includes(found.state)) return found
    await sleep(20)
  }
}

async function send(address: string, cookie: string, path: string, name: string, content: Buffer) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), name)
  const headers = { cookie, 'x-objektiv': '1' }
  return answerOf(fetch(address + path, { method: 'POST', headers, body: form }))
}

function get(address: string, path: string, cookie: string): Promise<Response> {
  return fetch(address + path, { headers: { cookie, 'x-objektiv': '1' } })
}
