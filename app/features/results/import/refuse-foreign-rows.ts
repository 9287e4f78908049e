import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { ReadingBatch } from './begin-reading.ts'
import type { SchoolCounts } from './school-counts.ts'

/** So many foreign logins are named; a file of a whole region has hundreds, and the first tell what it is. */
const MOST_NAMED = 20

interface Found {
  readonly schools: readonly SchoolCounts[]
  /** Units of the logins, as far as the sender knows them. */
  readonly units: ReadonlyMap<string, number>
  /** Rows whose login cannot be read. */
  readonly rowsOfNobody: number
}

/**
 * A school answers for its own rows alone, a municipality for those of its schools: a file with any other is refused whole.
 * A login that nobody knows is as foreign as a neighbour's, and nothing tells the two apart. Throws ProblemError.
 */
export async function refuseForeignRows(
  tx: Tx,
  { unitId, file }: Pick<ReadingBatch, 'unitId' | 'file'>,
  { schools, units, rowsOfNobody }: Found,
): Promise<void> {
  const { kind, path } = await tx
    .selectFrom('unit')
    .select(['kind', 'path'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  if (kind === 'region') return
  const own = await unitsAt(tx, path, [...units.values()])
  const foreign = schools.filter(({ digits }) => !own.has(units.get(digits) ?? 0))
  const problems: Problem[] = []
  if (foreign.length > 0)
    problems.push({
      code: kind === 'school' ? 'import-foreign-schools' : 'import-foreign-territory',
      params: { logins: foreign.length, rows: foreign.reduce((sum, { rows }) => sum + rows, 0) },
      place: { file },
    })
  // A school knows its own login. Whoever has many schools is told which rows are meant.
  if (kind === 'municipality')
    problems.push(
      ...foreign.slice(0, MOST_NAMED).map(({ login, rows }) => ({
        code: 'import-foreign-login',
        params: { rows },
        place: { file, value: login },
      })),
    )
  if (rowsOfNobody > 0)
    problems.push({ code: 'import-rows-of-nobody', params: { rows: rowsOfNobody }, place: { file } })
  if (problems.length > 0) throw new ProblemError(problems)
}

/** Which of the units stand at this path or below it. */
async function unitsAt(tx: Tx, path: string, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('unit')
    .select('id')
    .where(sql<boolean>`id = any (${ids}::integer[])`)
    .where(sql<boolean>`starts_with(path, ${path})`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
