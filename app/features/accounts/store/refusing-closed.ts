import { ProblemError } from '../../../platform/problem.ts'

/** Raised by the trigger app.refuse_grant_to_closed. */
const CLOSED = 'OB002'

/** Writes a role; the refusal of the database to give one to a closed account, in words (`person-closed`). */
export async function refusingClosed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code === CLOSED) throw new ProblemError({ code: 'person-closed' })
    throw error
  }
}
