import { DEPTH } from '../level-depth.ts'
import type { Level } from '../reading/plan.ts'
import type { OfferedMeasure } from '../tables.ts'
import type { NewMeasure } from './insert-measures.ts'
import type { MeasureRow } from './plan-rows.ts'

/**
 * Whether a measure goes down to a unit of this level: a mandatory one, meant for that level or for those below it. What a
 * municipality is to pass on to its schools reaches the municipality first. What is done because of a sign is between those
 * whom it concerns: it names a school, and no other one is to read of it.
 */
export function goesDown(
  {
    mandatory,
    level,
    removed_at,
    signal_id,
  }: Pick<MeasureRow, 'mandatory' | 'level' | 'removed_at' | 'signal_id'>,
  to: Level,
): boolean {
  if (removed_at !== null || signal_id !== null) return false
  return mandatory && (level === null || DEPTH[level] >= DEPTH[to])
}

/** The fields of a measure that the plan above decides on. */
export function offeredOf(row: MeasureRow): OfferedMeasure {
  return {
    ...{ number: row.number, section: row.section, year: row.year, text: row.text },
    ...{ term_words: row.term_words, term: row.term },
    ...{ planned_start: row.planned_start, planned_finish: row.planned_finish },
    ...{ participants: row.participants, expected_result: row.expected_result, by_plan: row.by_plan },
  }
}

/** The copy of a measure for a plan below. Who did it above, and what they noted, stays above. */
export function copyOf(row: MeasureRow): NewMeasure {
  return {
    ...{ number: row.number, section: row.section, year: row.year, level: row.level, text: row.text },
    ...{ term: row.term_words, readTerm: row.term },
    ...{ plannedStart: row.planned_start, plannedFinish: row.planned_finish },
    ...{ place: row.place, participants: row.participants, responsible: row.responsible },
    ...{ performer: row.performer, expectedResult: row.expected_result, note: null, completion: null },
    ...{ mandatory: true, byPlan: row.by_plan, template: row.template },
    ...{ aboveId: row.id, rootId: row.root_id ?? row.id },
  }
}

/** The same in every field that the plan above decides on; dates of a term follow from its words and the period. */
export function isSame(copy: MeasureRow, offered: OfferedMeasure): boolean {
  const { term: _, ...own } = offeredOf(copy)
  return (Object.keys(own) as (keyof typeof own)[]).every(key => own[key] === offered[key])
}
