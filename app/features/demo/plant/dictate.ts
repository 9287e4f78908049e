import { setPoints } from '../edit-work.ts'
import type { Random } from '../random.ts'
import type { PlantOutcome } from '../types.ts'
import { inPoints, type PlantTarget } from './target.ts'

/**
 * Right answers dictated on a part of the tasks, chosen at random (`part`, 0…1): there a pupil has full points with
 * the chance `share`, elsewhere the work stays the pupil's own. The class is high as a whole but not alike.
 */
export function dictate(
  target: PlantTarget,
  random: Random,
  { part = 0.6, share = 0.95 }: { part?: number; share?: number } = {},
): PlantOutcome {
  const all = target.maxima.map((_, task) => task)
  const dictated = random.shuffled(all).slice(0, Math.round(part * all.length))
  return inPoints(target, () => {
    for (const row of target.rows)
      for (const task of dictated)
        if (random.uniform() < share) setPoints(target.works, row, task, target.maxima[task])
  })
}
