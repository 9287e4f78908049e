import { setPoints } from '../edit-work.ts'
import type { Random } from '../random.ts'
import type { PlantOutcome } from '../types.ts'
import { inPoints, type PlantTarget } from './target.ts'

/** Answers given for the `tasks` hardest tasks: each pupil has full points there with the chance `share`. */
export function hardestGiven(
  target: PlantTarget,
  random: Random,
  { tasks = 4, share = 0.9 }: { tasks?: number; share?: number } = {},
): PlantOutcome {
  const hardest = target.shares
    .map((ease, task) => ({ ease, task }))
    .sort((a, b) => a.ease - b.ease)
    .slice(0, tasks)
  return inPoints(target, () => {
    for (const row of target.rows)
      for (const { task } of hardest)
        if (random.uniform() < share) setPoints(target.works, row, task, target.maxima[task])
  })
}
