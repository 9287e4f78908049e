/** Each holds a region's works in memory and keeps every core busy: one at a time is also the quickest for two. */
let last: Promise<unknown> = Promise.resolve()

/** Does the work when the screenings asked for before have ended; throws `signal.reason` when called off meanwhile. */
export async function inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const before = last
  const turn = Promise.withResolvers<void>()
  last = turn.promise
  try {
    await Promise.race([before, aborted(signal)])
    signal.throwIfAborted()
    return await work()
  } finally {
    // Called off while waiting: the next one still waits for those before.
    void before.then(() => turn.resolve())
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
