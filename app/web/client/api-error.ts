import type { Problem } from '../../platform/problem.ts'
import { say } from '../messages/say.ts'

/** A problem in the words of the server: what is wrong, and what to do. */
export interface Trouble extends Problem {
  readonly text: string
  readonly advice: string
}

/** What the app reads of an answer of type application/problem+json (RFC 9457). */
interface Refusal {
  readonly id: string
  readonly problems: readonly Trouble[]
}

/** An answer that is not what was asked for, in words for the person, with the id they can read over the phone. */
export class ApiError extends Error {
  /** HTTP status; 0 when the server was not reached. */
  readonly status: number
  /** Code of the first problem, e.g. 'changed-by-another'. */
  readonly code: string
  /** Six characters that find the request in the server's log; null when it never got there. */
  readonly id: string | null
  readonly problems: readonly Trouble[]

  constructor(status: number, id: string | null, problems: readonly Trouble[]) {
    super(problems[0].text)
    this.name = 'ApiError'
    this.status = status
    this.code = problems[0].code
    this.id = id
    this.problems = problems
  }
}

/** No such thing, or an address that names none: «/units/none». */
export function isNowhere({ code, status }: Pick<ApiError, 'code' | 'status'>): boolean {
  return code === 'not-found' || status === 404 || status === 400
}

/** The server did not answer: the network, or a restart. */
export function unreachable(): ApiError {
  return ownError(0, null, 'no-connection')
}

/** Reads a refused answer; a proxy's own error page has no problem details and is told apart by its status. */
export async function readRefusal(response: Response): Promise<ApiError> {
  const id = response.headers.get('x-request-id')
  if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
    return ownError(response.status, id, response.status === 413 ? 'refused-on-the-way' : 'no-answer')
  const refusal = (await response.json()) as Refusal
  return new ApiError(response.status, refusal.id, refusal.problems)
}

function ownError(
  status: number,
  id: string | null,
  code: 'no-connection' | 'no-answer' | 'refused-on-the-way',
): ApiError {
  return new ApiError(status, id, [
    { code, text: say(`problem.${code}`), advice: say(`problem.${code}.advice`) },
  ])
}
