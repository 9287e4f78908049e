import type { ObjectStore } from '../files/object-store.ts'
import type { RemovalHold } from './removal-hold.ts'

/** A file store that removes nothing while a backup copies it; the next sweep finds what was left. */
export function withHeldRemovals(store: ObjectStore, removals: RemovalHold): ObjectStore {
  return {
    ...store,
    remove: hash => (removals.held ? Promise.resolve() : store.remove(hash)),
  }
}
