import { addPoints } from '../edit-work.ts'
import type { Random } from '../random.ts'
import type { PlantOutcome } from '../types.ts'
import { inPoints, type PlantTarget } from './target.ts'

/**
 * Borderline works lifted over a boundary: a work at most `reach` points below the first score of a mark is given
 * the missing points with the chance `share`.
 */
export function lift(
  target: PlantTarget,
  random: Random,
  { reach = 3, share = 0.95 }: { reach?: number; share?: number } = {},
): PlantOutcome {
  const { works, rows, maxima, boundaries } = target
  return inPoints(target, () => {
    for (const row of rows) {
      const next = boundaries.find(boundary => boundary > works.total[row])
      if (next === undefined || next - works.total[row] > reach) continue
      if (random.uniform() < share) addPoints(works, row, next - works.total[row], maxima, random)
    }
  })
}
