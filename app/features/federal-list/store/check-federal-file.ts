import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { FederalFile } from '../read-federal-file.ts'
import { checkList } from '../rules.ts'
import { takeKnown } from './known-lists.ts'

/** Keeps an uploaded list with everything that is wrong with it; nothing counts yet. Returns its id. */
export async function checkFederalFile(tx: Tx, file: FederalFile, year: number | null): Promise<number> {
  // A file that could not be read at all has nothing else to be told about it.
  const unread = file.rows.length === 0 && file.problems.length > 0
  const { problems } = unread
    ? { problems: [] }
    : checkList(file.name, file.rows, await takeKnown(tx, file.rows, year))
  const { rows } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  if (rows.length === 0) throw new ProblemError({ code: 'not-found' })
  const { id } = await tx
    .insertInto('federal_list')
    .values({
      unit_id: rows[0].id,
      file_name: file.name,
      sha256: file.sha256,
      year,
      rows: JSON.stringify(file.rows),
      problems: JSON.stringify(inOrder([...file.problems, ...problems])),
      decided_at: null,
      undone_at: null,
      reason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** As one goes through the file: what is wrong with the whole first, then row by row. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0))
}
