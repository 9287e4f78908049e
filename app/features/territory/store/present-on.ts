import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '../tables.ts'

/** isPresent of rules.ts as a condition on the rows of `alias`; a test holds the two together. */
export function presentOn(alias: string, day: LocalDate): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<boolean>`(${column('withdrawn_at')} is null
    and (${column('valid_from')} is null or ${column('valid_from')} <= ${day}::date)
    and (${column('valid_to')} is null or ${column('valid_to')} >= ${day}::date))`
}
