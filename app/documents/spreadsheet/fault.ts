import { type Place, ProblemError } from '../../platform/problem.ts'

/** A defect of the file found deep inside the reading, where the file's and the sheet's names are not known. */
export class Fault extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly place: Place

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}, place: Place = {}) {
    super(code)
    this.name = 'Fault'
    this.code = code
    this.params = params
    this.place = place
  }
}

/** Runs one step of the reading; a fault leaves it as a ProblemError with the place completed, other errors as they are. */
export async function namingPlace<T>(place: Place, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new ProblemError({ code: error.code, params: error.params, place: { ...place, ...error.place } })
  }
}
