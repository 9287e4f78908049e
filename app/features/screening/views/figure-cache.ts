import type { SetFigures } from './figures-of-set.ts'

/** Sets and territories that people look at on one day; a region's funnel is some hundred kilobytes. */
const KEPT = 120

/**
 * Drawn pictures of runs. A run is frozen, so what was drawn once for a set, a territory, a language and a sight never
 * changes; the one looked at longest ago goes first. Whether the reader may see it is asked before this.
 */
export function figureCache(kept: number = KEPT) {
  const drawn = new Map<string, SetFigures>()
  return {
    async get(key: string, draw: () => Promise<SetFigures>): Promise<SetFigures> {
      const figures = drawn.get(key) ?? (await draw())
      drawn.delete(key)
      drawn.set(key, figures)
      if (drawn.size > kept) drawn.delete(drawn.keys().next().value!)
      return figures
    },
  }
}
