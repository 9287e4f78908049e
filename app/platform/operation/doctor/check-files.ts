import type { ObjectStore } from '../../files/object-store.ts'
import { ProblemError } from '../../problem.ts'
import { type Finding, fine, trouble } from './finding.ts'

const SAMPLE = 50

/** Attached files: every content that a row names is there, and a sample of them is what its hash says. */
export async function checkFiles(store: ObjectStore, named: ReadonlySet<string>): Promise<Finding[]> {
  const kept = new Set<string>()
  for await (const { hash } of store.list()) kept.add(hash)
  const lost = [...named].filter(hash => !kept.has(hash))
  const orphans = [...kept].filter(hash => !named.has(hash)).length
  const sample = spread([...kept], SAMPLE)
  const damaged: string[] = []
  for (const hash of sample) if (await isDamaged(store, hash)) damaged.push(hash)
  return [
    lost.length > 0
      ? trouble('files-lost', { count: lost.length, hash: lost[0].slice(0, 12) })
      : fine('files', { count: named.size, orphans }),
    damaged.length > 0
      ? trouble('files-damaged', {
          count: damaged.length,
          sample: sample.length,
          hash: damaged[0].slice(0, 12),
        })
      : fine('files-sample', { sample: sample.length }),
  ]
}

/** The store hashes what it gives, and breaks off what is not what its hash says. */
async function isDamaged(store: ObjectStore, hash: string): Promise<boolean> {
  try {
    for await (const _ of await store.get(hash));
    return false
  } catch (error) {
    if (error instanceof ProblemError && error.problems[0].code === 'file-content-damaged') return true
    throw error
  }
}

/** Some of a list, evenly spread: hashes are in no meaningful order, so this is as good as drawing lots. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count)
  return Array.from({ length: Math.min(count, list.length) }, (_, index) => list[Math.floor(index * step)])
}
