import type { Problem } from '../problem.ts'

/** HTTP statuses of problems; one that is not listed is something a person can put right in what they sent (422). */
const STATUSES: Readonly<Record<string, number>> = {
  'request-unreadable': 400,
  'request-value': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'session-elsewhere': 401,
  'second-factor-wrong': 401,
  'second-factor-needed': 403,
  'right-missing': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'already-there': 409,
  'changed-by-another': 409,
  'link-used': 410,
  'link-expired': 410,
  'too-large': 413,
  'too-many-requests': 429,
  fault: 500,
  'service-stopping': 503,
}

export function statusOf({ code }: Problem): number {
  return STATUSES[code] ?? 422
}
