import { type SelectQueryBuilder, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Parts } from '../../territory/index.ts'
import {
  GUARDED_BY_ROW,
  GUARDS,
  heldRights,
  LISTS_READ,
  type May,
  mayReadSubject,
  readableSubjects,
} from '../guards.ts'

export interface AuditFilters {
  /** Account that acted. */
  readonly who?: string | undefined
  /** The words that `anyOf` was found by; kept for the record of what was asked. */
  readonly person?: string | undefined
  /** Accounts of which any may have acted: those that a search for a person found. */
  readonly anyOf?: readonly string[] | undefined
  readonly role?: string | undefined
  /** This unit and everything below it. */
  readonly unit?: number | undefined
  readonly subject?: string | undefined
  readonly subjectId?: string | undefined
  /** Records read together with the one asked for. */
  readonly parts?: readonly Parts[] | undefined
  readonly action?: string | undefined
  /** Local dates, both inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * Lines of the log in the actor's reach, about what the actor may read, that the filters let through; the one definition
 * behind list, history and export.
 */
export async function chooseEntries(
  tx: Tx,
  may: May,
  filters: AuditFilters,
): Promise<SelectQueryBuilder<Schema, 'audit', object>> {
  const { who, anyOf, role, unit, subject, subjectId, parts = [], action, from, to } = filters
  // Said rather than answered with nothing: an empty log would mean that nobody did anything.
  if (subject !== undefined && Object.hasOwn(GUARDS, subject) && !mayReadSubject(may, subject))
    throw new ProblemError({ code: 'right-missing' })
  let query = tx
    .selectFrom('audit')
    .where(sql<boolean>`subject = any (${readableSubjects(may)}::text[])`)
    .where(isRecordSeen(may))
  if (who !== undefined) query = query.where('account_id', '=', who)
  if (anyOf !== undefined) query = query.where(sql<boolean>`account_id = any (${anyOf}::text[])`)
  if (role !== undefined) query = query.where('role', '=', role)
  if (subject !== undefined && subjectId !== undefined)
    query = query.where(({ eb, or, and }) =>
      or([
        and([
          eb('subject', '=', subject),
          eb('subject_id', '=', subjectId),
          // What was read of a list stands under the number of a unit or a year, not of this record.
          ...(LISTS_READ.has(subject) ? [eb('action', '<>', 'read')] : []),
        ]),
        ...parts
          .filter(({ ids }) => ids.length > 0)
          .map(part => and([eb('subject', '=', part.subject), eb('subject_id', 'in', [...part.ids])])),
      ]),
    )
  else if (subject !== undefined) query = query.where('subject', '=', subject)
  if (action !== undefined) query = query.where('action', '=', action)
  if (from !== undefined) query = query.where('at', '>=', startOf(from, 0))
  if (to !== undefined) query = query.where('at', '<', startOf(to, 1))
  if (unit !== undefined) {
    const root = await tx.selectFrom('unit').select('path').where('id', '=', unit).executeTakeFirst()
    if (!root) throw new ProblemError({ code: 'not-found' })
    query = query.where('unit_path', '>=', root.path).where('unit_path', '<', `${root.path.slice(0, -1)}/`)
  }
  return query
}

/**
 * Whether the record of a line is itself seen, where the right alone does not say it; the tables' own rules answer. The
 * number of a record is one only where the subject says so: `case` keeps the order.
 */
function isRecordSeen(may: May) {
  const ofFile = sql`when subject = 'stored_file' then exists (select from stored_file f
    where f.id = audit.subject_id::integer and (f.read_access is null or f.read_access = any (${heldRights(may)}::text[])))`
  const ofRows = GUARDED_BY_ROW.map(
    table => sql`when subject = ${sql.lit(table)} and action <> 'read' then exists (select from ${sql.table(table)} r
      where r.id = audit.subject_id::integer)`,
  )
  return sql<boolean>`case ${sql.join([ofFile, ...ofRows], sql` `)} else true end`
}

/** Midnight of a local date, or of a day after it, in the time zone of the installation. */
function startOf(day: string, later: number): Date {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later)
}
