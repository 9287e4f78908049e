import { setPoints } from '../edit-work.ts'
import type { Random } from '../random.ts'
import type { PlantOutcome } from '../types.ts'
import { inPoints, type PlantTarget } from './target.ts'

/**
 * A whole class nearly alike and high: one work is copied by all. It has full points on the easiest tasks, the part
 * `height` of them (0…1), and one point less on the others; a pupil keeps the own answer to a task with the chance
 * `slips`.
 */
export function alike(
  target: PlantTarget,
  random: Random,
  { height = 0.8, slips = 0.06 }: { height?: number; slips?: number } = {},
): PlantOutcome {
  const { works, rows, maxima, shares } = target
  const full = new Set(
    shares
      .map((ease, task) => ({ ease, task }))
      .sort((a, b) => b.ease - a.ease)
      .slice(0, Math.round(height * shares.length))
      .map(({ task }) => task),
  )
  return inPoints(target, () => {
    for (const row of rows)
      for (let task = 0; task < maxima.length; task++)
        if (random.uniform() >= slips)
          setPoints(works, row, task, full.has(task) ? maxima[task] : maxima[task] - 1)
  })
}
