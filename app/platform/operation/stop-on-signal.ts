/** A graceful stop takes no longer than this, ms; systemd and containers wait longer before they kill. */
const STOP_WITHIN = 10_000
/**
 * Ctrl+C reaches the launcher and the service both, and the launcher passes it on: signals that come together are one.
 */
const ONE_PRESS = 500
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Ended in vain: the stop took too long, or the person asked again. */
const EXIT_CUT_OFF = 130

export interface StopOptions {
  readonly stop: () => Promise<void>
  /** The first signal has come. */
  readonly stopping?: () => void
  readonly within?: number
}

/**
 * Waits for a signal, then stops in good order: requests are finished, work is put back into its queue, the database is
 * closed. A second signal, or a stop that takes too long, ends the process at once: what was acknowledged is safe
 * either way, the next start picks up the rest.
 */
export async function stopOnSignal({ stop, stopping, within = STOP_WITHIN }: StopOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let first: number | null = null
    const onSignal = () => {
      if (first !== null) {
        if (performance.now() - first > ONE_PRESS) process.exit(EXIT_CUT_OFF)
        return
      }
      first = performance.now()
      stopping?.()
      setTimeout(() => process.exit(EXIT_CUT_OFF), within).unref()
      stop().then(resolve, reject)
    }
    for (const signal of SIGNALS) process.on(signal, onSignal)
  })
}
