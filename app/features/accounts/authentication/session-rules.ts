/** A session ends so long after it began, whatever its use (ASVS 5 §7.3): a working week and its weekend. */
export const SESSION_DAYS = 7
/** And so long after it was last used: a night passes, a school computer left open over the weekend is closed. */
export const IDLE_HOURS = 24
/** Use is written down this often: a write for every request would be one too many. */
const SEEN_EVERY_MINUTES = 5
export const INVITATION_DAYS = 14
export const RESET_HOURS = 24
export const SETUP_HOURS = 24
export const TOKEN_LONGEST_DAYS = 366

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export interface SessionTimes {
  readonly expiresAt: Date
  readonly lastSeenAt: Date
}

export function isOver({ expiresAt, lastSeenAt }: SessionTimes, now: Date): boolean {
  return now >= expiresAt || now.getTime() - lastSeenAt.getTime() > IDLE_HOURS * HOUR
}

export function seenIsStale(lastSeenAt: Date | null, now: Date): boolean {
  return lastSeenAt === null || now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MINUTES * MINUTE
}

export function after(now: Date, { days = 0, hours = 0 }: { days?: number; hours?: number }): Date {
  return new Date(now.getTime() + (days * 24 + hours) * HOUR)
}
