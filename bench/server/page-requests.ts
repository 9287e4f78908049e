import type { ResultsVisitor } from './fill-results.ts'
import type { Shot } from './open-loop.ts'
import { SETS } from './run-samples.ts'
import type { SignedIn } from './sign-everybody-in.ts'

/** Of those who look at the territory, so many look at the latest year; the rest anywhere in the past. */
const AT_LATEST = 0.6
const ROLES = ['analyst', 'municipality', 'school'] as const

/**
 * Endless requests of people who open, in turn, the list of signals, a passport and the page of the territory: all that
 * each page asks for when it is opened, in its order. The same requests at every start.
 */
export function pageRequests(
  known: readonly SignedIn<ResultsVisitor>[],
  runs: readonly number[],
): () => Shot {
  const random = generator(26)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]
  const byRole = Map.groupBy(known, ({ visitor }) => visitor.role)
  const pages = [listOfSignals, passport, territory]
  let waiting: Shot[] = []
  let count = 0
  return () => {
    while (waiting.length === 0) {
      const { visitor, headers } = pick(byRole.get(ROLES[count % ROLES.length]) ?? [])
      const page = pages[Math.floor(count / ROLES.length) % pages.length]
      count++
      waiting = page(visitor).map(([kind, path]) => ({ kind: `${visitor.role}: ${kind}`, path, headers }))
    }
    return waiting.shift()!
  }

  function listOfSignals(): Asked[] {
    const filter = pick(['', '?state=open', '?source=own', '?sort=due', '?sort=-degree'])
    return [
      ['list of signals', `/api/signals${filter}`],
      ['counts of signals', '/api/signals/counts'],
    ]
  }

  function passport({ signals }: ResultsVisitor): Asked[] {
    if (signals.length === 0) return []
    const id = pick(signals)
    return [
      ['passport', `/api/signals/${id}`],
      ['passport, pictures', `/api/signals/${id}/figures`],
    ]
  }

  function territory({ role }: ResultsVisitor): Asked[] {
    const run = random() < AT_LATEST ? runs[0] : pick(runs)
    const set = Math.floor(random() * SETS.length)
    const list = role === 'school' ? '' : `?set=${set}`
    return [
      ['territory, latest run', '/api/runs?state=done&limit=1'],
      ['territory, run', `/api/runs/${run}`],
      ['territory, scope', `/api/runs/${run}/scope`],
      ['territory, pictures', `/api/runs/${run}/figures?set=${set}`],
      ['territory, index', `/api/runs/${run}/index`],
      ['territory, schools', `/api/runs/${run}/schools${list}`],
    ]
  }
}

/** What a request is called, and its path. */
type Asked = readonly [kind: string, path: string]

/** Lehmer's generator: enough for taking turns. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
