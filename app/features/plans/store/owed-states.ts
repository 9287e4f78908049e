import { sql } from 'kysely'
import { OWED_STATES } from '../task-state.rules.ts'

/** The same states in a statement: written out, because a partial index serves only words that it can compare. */
export const OWED_LIST = sql.raw(OWED_STATES.map(state => `'${state}'`).join(', '))
