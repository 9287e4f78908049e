/** How patient a door is: what is counted under one key (an account, a browser, an address). */
export interface LockRule {
  /** Failures that cost nothing. */
  readonly free: number
  /** Seconds of the first delay; each further failure doubles it. */
  readonly first: number
  /** Seconds of the longest delay: long enough to make guessing hopeless, short enough not to keep the owner out. */
  readonly longest: number
  /** Seconds of quiet after which failures are forgotten. */
  readonly forget: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE

export const LOCK_RULES = {
  // At most ~100 guesses a day at one account, whatever the number of machines that guess.
  account: { free: 5, first: 30, longest: 15 * MINUTE, forget: 24 * HOUR },
  // A browser that signed in before is counted apart, so that a stranger's guesses do not lock the owner out.
  browser: { free: 5, first: 30, longest: 15 * MINUTE, forget: 24 * HOUR },
  // A whole school sits behind one address on Monday morning: many failures are ordinary, delays stay short.
  address: { free: 100, first: 5, longest: MINUTE, forget: 15 * MINUTE },
  code: { free: 5, first: 30, longest: 15 * MINUTE, forget: 24 * HOUR },
} as const satisfies Readonly<Record<string, LockRule>>

export interface Attempts {
  readonly failures: number
  readonly lastAt: Date
  readonly lockedUntil: Date | null
}

/** Seconds to wait before the next attempt; 0 when it may be made now. */
export function secondsLocked(attempts: Attempts | null, now: Date): number {
  if (!attempts?.lockedUntil) return 0
  return Math.max(0, Math.ceil((attempts.lockedUntil.getTime() - now.getTime()) / 1000))
}

/**
 * The count after one more attempt. It is counted as a failure before the password is looked at, so that a thousand
 * attempts at one moment are not all the first; success takes it back.
 */
export function countAttempt(rule: LockRule, attempts: Attempts | null, now: Date): Attempts {
  const quiet = attempts ? (now.getTime() - attempts.lastAt.getTime()) / 1000 : Number.POSITIVE_INFINITY
  const failures = quiet > rule.forget ? 1 : (attempts?.failures ?? 0) + 1
  const seconds = delayAfter(rule, failures)
  return { failures, lastAt: now, lockedUntil: seconds > 0 ? new Date(now.getTime() + seconds * 1000) : null }
}

/** Seconds of delay that follow the n-th failure. */
export function delayAfter({ free, first, longest }: LockRule, failures: number): number {
  if (failures < free) return 0
  return Math.min(longest, first * 2 ** Math.min(failures - free, 30))
}
