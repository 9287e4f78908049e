import type { Selectable } from 'kysely'
import type { Schema } from '../../../platform/database/index.ts'
import type { FieldChange, OfferedMeasure } from '../tables.ts'

/** Columns that the plan above decides on, and what their fields are called. */
const FIELDS = {
  number: 'number',
  section: 'section',
  year: 'year',
  text: 'text',
  term_words: 'term',
  planned_start: 'plannedStart',
  planned_finish: 'plannedFinish',
  participants: 'participants',
  expected_result: 'expectedResult',
  by_plan: 'byPlan',
} as const satisfies Partial<Record<keyof OfferedMeasure, string>>

/** Field by field, what taking over would change. */
export function compareOffered(
  row: Selectable<Schema['plan_measure']>,
  offered: OfferedMeasure,
): FieldChange[] {
  return (Object.keys(FIELDS) as (keyof typeof FIELDS)[])
    .filter(column => (row[column] ?? null) !== (offered[column] ?? null))
    .map(column => ({ field: FIELDS[column], before: row[column], after: offered[column] }))
}
