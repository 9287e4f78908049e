import type { Progress } from '../platform/progress.ts'

/** One step of progress, as a command tells the service that started it. */
export interface ProgressMessage {
  readonly stage: string
  readonly detail: string
  readonly done: number
  readonly total: number | null
}

/** At most this often is the parent told, ms. */
const INTERVAL = 200

/**
 * Progress told to the process that started this one; null where a person typed the command. With that process gone
 * nobody waits for what is being made, and a new one may already be at work: then this one ends too.
 */
export function parentProgress(): Progress | null {
  if (!process.send) return null
  process.once('disconnect', () => process.exit(1))
  process.channel?.unref()
  let last = 0
  return {
    report(stage, detail, done, total) {
      const now = performance.now()
      if (now - last < INTERVAL) return
      last = now
      process.send?.({ stage, detail, done, total } satisfies ProgressMessage)
    },
    finish() {},
  }
}
