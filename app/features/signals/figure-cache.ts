import type { Locale } from '../../messages/format.ts'
import type { DrawnFigure } from '../screening/index.ts'
import type { Sight } from './shown-findings.ts'

/** Passports that people look at on one day; some twenty kilobytes each. */
const KEPT = 400

/**
 * Drawn pictures of passports. Evidence is frozen, so what was drawn once for a language, a sight and a screen never changes; the one
 * looked at longest ago goes first. Whether the reader may see the signal is asked before this.
 */
export function figureCache(kept: number = KEPT) {
  const drawn = new Map<string, readonly DrawnFigure[]>()
  return {
    async get(
      id: number,
      locale: Locale,
      { small, others, narrow }: Sight & { readonly narrow: boolean },
      draw: () => Promise<readonly DrawnFigure[]>,
    ): Promise<readonly DrawnFigure[]> {
      const key = `${id} ${locale} ${small} ${others} ${narrow}`
      const figures = drawn.get(key) ?? (await draw())
      drawn.delete(key)
      drawn.set(key, figures)
      if (drawn.size > kept) drawn.delete(drawn.keys().next().value!)
      return figures
    },
  }
}
