import { statSync } from 'node:fs'
import { openStore, type Store } from '../features/results/index.ts'
import { ProblemError } from '../platform/problem.ts'

/** Opens a data folder that is to be read: a slip of the finger makes no new one. Throws ProblemError `data-missing`. */
export async function openExisting(data: string): Promise<Store> {
  if (!statSync(data, { throwIfNoEntry: false })?.isDirectory())
    throw new ProblemError({ code: 'data-missing', place: { file: data } })
  return await openStore(data)
}
