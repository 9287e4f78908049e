import { ProblemError } from '../../../platform/problem.ts'
import type { BatchManifest } from '../types.ts'
import { readManifest, writeManifest } from './manifest.ts'
import type { Store } from './open-store.ts'

/** Marks a batch as undone; its file stays. Undoing twice keeps the first mark. */
export async function undoBatch(
  store: Store,
  id: string,
  { by, now }: { by: string; now: Date },
): Promise<BatchManifest> {
  // An id comes from a person: it may name a batch, never a path.
  const manifest = /^[\w-]+$/.test(id) ? await readManifest(store, id) : null
  if (!manifest || manifest.service) throw new ProblemError({ code: 'batch-unknown', params: { id } })
  if (manifest.undone) return manifest
  const undone = { ...manifest, undone: { at: now.toISOString(), by } }
  await writeManifest(store, undone)
  return undone
}
