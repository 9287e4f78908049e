import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { SignalFacts } from '../rules.ts'
import type { LocalDate, SignalState } from '../terms.rules.ts'
import { findGoneSchools } from './find-gone-schools.ts'

/** Which assessment, as it is named to people. */
export interface SignalSet {
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly version: string | null
}

/** A signal held for the rest of the transaction, with all that its rules ask for. */
export interface LockedSignal {
  readonly id: number
  readonly version: number
  readonly facts: SignalFacts
  readonly school: { readonly id: number; readonly path: string; readonly name: string }
  readonly set: SignalSet
}

interface Row {
  readonly id: number
  readonly version: number
  readonly state: SignalState
  readonly due_on: LocalDate | null
  readonly published: boolean
  readonly undone: boolean
  readonly forwarded: boolean
  readonly replied: boolean
  readonly unit_id: number
  readonly unit_path: string
  readonly name: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly paper_version: string | null
}

/**
 * Takes hold of signals, always in the order of their ids, so that two people who ask many at once wait for each other
 * instead of stopping each other. Throws ProblemError `not-found` when one of them is out of reach.
 */
export async function lockSignals(tx: Tx, ids: readonly number[], today: LocalDate): Promise<LockedSignal[]> {
  const wanted = [...new Set(ids)]
  const { rows } = await sql<Row>`
    select s.id, s.version, s.state, s.due_on, s.published, s.data_undone_at is not null as undone,
      s.forwarded_at is not null as forwarded, s.replied_at is not null as replied, s.unit_id, s.unit_path,
      -- An heir does not have the school itself in reach.
      coalesce((select name from unit where id = s.unit_id),
        (select coalesce(e.evidence -> 'school' ->> 'name', e.evidence -> 'school' ->> 'login')
          from signal_evidence e where e.signal_id = s.id)) as name,
      s.subject, s.grade, s.year, s.paper_version
    from signal s where s.id = any (${wanted}::integer[]) order by s.id for update of s`.execute(tx)
  if (rows.length < wanted.length) throw new ProblemError({ code: 'not-found' })
  const gone = await findGoneSchools(
    tx,
    rows.map(({ unit_id }) => unit_id),
    today,
  )
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    facts: {
      state: row.state,
      dueOn: row.due_on,
      published: row.published,
      dataUndone: row.undone,
      forwarded: row.forwarded,
      replied: row.replied,
      school: gone.has(row.unit_id) ? 'gone' : 'present',
    },
    school: { id: row.unit_id, path: row.unit_path, name: row.name },
    set: { subject: row.subject, grade: row.grade, year: row.year, version: row.paper_version },
  }))
}
