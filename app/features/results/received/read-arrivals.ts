import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Assessment } from '../../procedures/index.ts'
import type { LocalDate } from '../../territory/index.ts'
import type { Arrival } from './received-rules.ts'

/** What has come, by `keyOf` of assessment and school. */
export type Arrivals = ReadonlyMap<string, readonly Arrival[]>

export function keyOf(assessmentId: number, schoolId: number): string {
  return `${assessmentId} ${schoolId}`
}

/** Everything that has come for these assessments, of files that are checked or count. */
export async function readArrivals(
  tx: Tx,
  assessments: readonly Assessment[],
  timeZone: string,
): Promise<Arrivals> {
  const ids = new Map(assessments.map(one => [setOf(one), one.id]))
  const years = [...new Set(assessments.map(({ year }) => year))]
  const { rows } = await sql<Row>`
    select unit_id, procedure, paper_version, year, grade, subject, works, accepted,
      coalesce(last_day, (sent_at at time zone ${timeZone})::date) as day
    from batch_school
    where known and year = any (${years}::integer[]) and app.in_scope(unit_path)`.execute(tx)
  const arrivals = new Map<string, Arrival[]>()
  for (const { unit_id, day, works, accepted, ...row } of rows) {
    const assessment = ids.get(setOf({ ...row, paperVersion: row.paper_version }))
    if (assessment === undefined) continue
    const key = keyOf(assessment, unit_id)
    const known = arrivals.get(key)
    if (known) known.push({ day, works, accepted })
    else arrivals.set(key, [{ day, works, accepted }])
  }
  return arrivals
}

interface Row {
  readonly unit_id: number
  readonly procedure: string
  readonly paper_version: string | null
  readonly year: number
  readonly grade: number
  readonly subject: string
  readonly works: number
  readonly accepted: boolean
  readonly day: LocalDate
}

function setOf(set: Pick<Assessment, 'procedure' | 'paperVersion' | 'year' | 'grade' | 'subject'>): string {
  const { procedure, paperVersion, year, grade, subject } = set
  return [procedure, paperVersion ?? '', year, grade, subject].join('\n')
}
