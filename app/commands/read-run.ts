import { loadSpecifications, type Specifications } from '../features/procedures/index.ts'
import {
  type BatchManifest,
  findConflicts,
  listBatches,
  openStore,
  type Store,
} from '../features/results/index.ts'
import { type Registry, readRegistry } from '../features/territory/index.ts'
import { type Problem, ProblemError } from '../platform/problem.ts'
import type { Progress } from '../platform/progress.ts'
import { findFiles } from './find-files.ts'
import { loadProtocols, READING_OPTIONS } from './load-protocols.ts'
import { openExisting } from './open-existing.ts'
import type { ParsedOptions } from './parse-options.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** Options of every command that works on a region: its files, or a folder where they are kept. */
export const RUN_OPTIONS = { ...READING_OPTIONS, out: 'text', data: 'text', registry: 'text' } as const

/** What a command works on. */
export interface Run {
  readonly store: Store
  readonly batches: readonly BatchManifest[]
  readonly registry: Registry | null
  readonly specifications: Specifications
  /** What a person should know though nothing was refused. */
  readonly warnings: readonly Problem[]
}

/** Does the work with the folder of data that was named, or with a temporary one that is gone afterwards. */
export async function withDataFolder<T>(
  { data }: ParsedOptions['values'],
  work: (data: string) => Promise<T>,
): Promise<T> {
  return data === undefined ? await withTemporaryFolder(work) : await work(data)
}

/** Reads the files into the folder of data or, without files, takes everything it holds. Throws ProblemError. */
export async function readRun(
  data: string,
  { files, values }: ParsedOptions,
  progress: Progress,
): Promise<Run> {
  const stored = files.length === 0 && values.data !== undefined
  const store = stored ? await openExisting(data) : await openStore(data)
  // The registry is small: whatever is wrong with it is said before the long reading begins.
  const registry = values.registry === undefined ? null : await readRegistry(values.registry)
  if (stored)
    return {
      store,
      registry,
      ...(await everythingStored(store)),
      specifications: await loadSpecifications(values.specifications),
    }
  const loaded = await loadProtocols(store, findFiles(files), values, progress, 'run', registry)
  const batches = loaded.outcomes.map(({ manifest }) => manifest)
  return {
    store,
    registry: registry ?? loaded.registry,
    // The same file named twice is one batch.
    batches: [...new Map(batches.map(batch => [batch.id, batch])).values()],
    specifications: loaded.specifications,
    warnings: loaded.warnings,
  }
}

/** All batches of the store, which may have been brought together by runs that each were in order. */
async function everythingStored(store: Store): Promise<Pick<Run, 'batches' | 'warnings'>> {
  const batches = (await listBatches(store)).filter(({ undone }) => !undone)
  if (batches.length === 0) throw new ProblemError({ code: 'nothing-to-screen' })
  const { problems, warnings } = await findConflicts(store, batches)
  if (problems.length > 0) throw new ProblemError(problems)
  return { batches, warnings }
}
