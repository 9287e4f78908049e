import { Agent, request } from 'node:http'

export interface Shot {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** What is asked for, to be counted apart. */
  readonly kind?: string
}

export interface LoadResult {
  readonly rate: number
  readonly sent: number
  readonly failed: number
  /** Milliseconds from the moment a request was due to its last byte, ascending. */
  readonly latencies: readonly number[]
  /** The same of each kind of request. */
  readonly byKind: ReadonlyMap<string, readonly number[]>
}

/**
 * Sends requests at a fixed rate whether or not earlier ones have been answered (an open loop: a slow server is not
 * spared), and measures each from the moment it was due, so that waiting in line counts.
 *
 * @param next gives the request to send; called once for each.
 */
export async function openLoop(
  port: number,
  rate: number,
  seconds: number,
  next: () => Shot,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const answered: { kind: string; took: number }[] = []
  let failed = 0
  const pending: Promise<void>[] = []
  const start = performance.now()
  const total = Math.round(rate * seconds)
  for (let index = 0; index < total; ) {
    const now = performance.now() - start
    while (index < total && (index / rate) * 1000 <= now) {
      const due = start + (index / rate) * 1000
      const shot = next()
      pending.push(
        send(agent, port, shot).then(good => {
          if (good) answered.push({ kind: shot.kind ?? '', took: performance.now() - due })
          else failed++
        }),
      )
      index++
    }
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await Promise.all(pending)
  agent.destroy()
  const ascending = (some: typeof answered) => some.map(({ took }) => took).sort((a, b) => a - b)
  const kinds = [...Map.groupBy(answered, ({ kind }) => kind)]
  return {
    ...{ rate, sent: total, failed, latencies: ascending(answered) },
    byKind: new Map(kinds.map(([kind, some]) => [kind, ascending(some)] as const)),
  }
}

/** @param latencies ascending */
export function percentile(latencies: readonly number[], share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? Number.NaN
}

function send(agent: Agent, port: number, { path, headers }: Shot): Promise<boolean> {
  return new Promise(resolve => {
    request({ agent, port, host: '127.0.0.1', path, headers }, response => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    })
      .on('error', () => resolve(false))
      .end()
  })
}
