import type { Store } from '../../results/index.ts'
import type { SetOfBatches } from '../group-sets.ts'
import type { Roster } from '../roster.ts'
import type { SetResult } from '../screen-set.ts'
import { type CollectedWorks, collectWorks } from './collect-works.ts'

/** The works of every set whose tasks are known: without tasks there is no measurement model to hold works against. */
export async function collectRegion(
  store: Store,
  groups: readonly SetOfBatches[],
  results: readonly SetResult[],
  roster: Roster,
): Promise<CollectedWorks[]> {
  const collected: CollectedWorks[] = []
  for (const [set, group] of groups.entries()) {
    if (group.tasks.length === 0 || results[set].set.works === 0) continue
    collected.push(await collectWorks(store, set, group, results[set].set.boundaries, roster))
  }
  return collected
}
