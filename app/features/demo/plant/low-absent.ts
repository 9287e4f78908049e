import { clearWork } from '../edit-work.ts'
import type { Random } from '../random.ts'
import type { PlantOutcome } from '../types.ts'
import { meanTotal, type PlantTarget, rounded } from './target.ts'

/** Low performers absent: of the lowest `part` of the works (0…1) each pupil stays at home with the chance `share`. */
export function lowAbsent(
  target: PlantTarget,
  random: Random,
  { part = 0.4, share = 0.95 }: { part?: number; share?: number } = {},
): PlantOutcome {
  const { works, rows } = target
  const before = meanTotal(target)
  const lowest = [...rows]
    .sort((a, b) => works.total[a] - works.total[b])
    .slice(0, Math.round(part * rows.length))
  const away = new Set(lowest.filter(() => random.uniform() < share))
  for (const row of away) clearWork(works, row)
  const wrote = rows.filter(row => !away.has(row))
  return { works: away.size, size: rounded(meanTotal({ works, rows: wrote }) - before), measure: 'points' }
}
