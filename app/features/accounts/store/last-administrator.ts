import { ProblemError } from '../../../platform/problem.ts'

/** Raised by the trigger app.keep_an_administrator. */
const LAST_ADMINISTRATOR = 'OB001'

/** Runs a change that the database refuses when nobody would be left to let others in; the refusal in words. */
export async function keepingAnAdministrator<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code === LAST_ADMINISTRATOR)
      throw new ProblemError({ code: 'last-administrator' })
    throw error
  }
}
