import type { Problem } from '../problem.ts'

/** HTTP statuses of problems; one that is not listed is something a person can put right in what they sent (422). */
const STATUSES: Readonly<Record<string, number>> = {
  'request-unreadable': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'session-elsewhere': 401,
  'second-factor-wrong': 401,
  'sign-in-again': 401,
  'second-factor-needed': 403,
  'right-missing': 403,
  'not-by-token': 403,
  'foreign-origin': 403,
  'person-blocked': 403,
  'person-not-yours': 403,
  'not-found': 404,
  'link-unknown': 404,
  'already-there': 409,
  'changed-by-another': 409,
  'backup-running': 409,
  'file-attached': 409,
  'grant-ended': 409,
  'grant-stands': 409,
  'invited-already': 409,
  'last-administrator': 409,
  'run-ended': 409,
  'run-not-done': 409,
  'run-published-already': 409,
  'run-older-than-published': 409,
  'link-used': 410,
  'link-expired': 410,
  'link-revoked': 410,
  'too-large': 413,
  'too-many-requests': 429,
  'sign-in-locked': 429,
  'second-factor-locked': 429,
  fault: 500,
  'file-content-lost': 500,
  'sign-in-busy': 503,
  'provider-away': 503,
  'service-stopping': 503,
}

export function statusOf({ code }: Problem): number {
  return STATUSES[code] ?? (code.startsWith('request-value-') ? 400 : 422)
}
