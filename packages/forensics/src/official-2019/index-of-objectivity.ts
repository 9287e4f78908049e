import type { SchoolFinding } from '../method.ts'

/** Stage 1 over everything computed for one year: schools by their index. */
export interface StageOne {
  /** Schools that took part in at least one set. */
  readonly assessed: ReadonlySet<number>
  /** Schools that show at least one sign. */
  readonly marked: ReadonlySet<number>
}

/** Stage 1 of 2019: a school counts as marked when at least one of the available signs marks it. */
export function stageOne(results: Iterable<{ readonly findings: readonly SchoolFinding[] }>): StageOne {
  const assessed = new Set<number>()
  const marked = new Set<number>()
  for (const { findings } of results)
    for (const finding of findings) {
      assessed.add(finding.school)
      if (finding.marked) marked.add(finding.school)
    }
  return { assessed, marked }
}

/** Stages 2 and 3 for a territory; null where no school took part. */
export interface ObjectivityIndex {
  readonly schools: number
  readonly marked: number
  /** Stage 2: share of marked schools, 0 … 1. */
  readonly share: number | null
  /** Stage 3: 100 − the share in percent. */
  readonly index: number | null
}

/** Stages 2 and 3 of 2019 for a territory of `schools` assessed schools, `marked` of them with a sign. */
export function indexOfObjectivity(schools: number, marked: number): ObjectivityIndex {
  if (schools === 0) return { schools, marked, share: null, index: null }
  return { schools, marked, share: marked / schools, index: (100 * (schools - marked)) / schools }
}
