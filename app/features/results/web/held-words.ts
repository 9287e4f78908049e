import type { Item } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'

/** What files hold, «26 410 работ, 40 отметок»: marks of a journal that came by themselves are no works. */
export function wordHeld({ works, marks }: { readonly works: number; readonly marks: number }): string {
  const words = [
    ...(works > 0 || marks === 0 ? [say('imports.held-works', { count: works })] : []),
    ...(marks > 0 ? [say('imports.held-marks', { count: marks })] : []),
  ]
  return words.join(', ')
}

type Counted = Pick<Item<'GET /api/imports'>, 'kind' | 'works'>

export function heldBy(batches: readonly Counted[]): { works: number; marks: number } {
  const countOf = (wanted: Counted['kind']) =>
    batches.reduce((sum, { kind, works }) => sum + (kind === wanted ? (works ?? 0) : 0), 0)
  return { works: countOf('protocol'), marks: countOf('journal') }
}
