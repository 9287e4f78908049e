import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { className, normaliseLetter } from '../rules.ts'
import { classRow } from './create-unit.ts'

export interface ClassKey {
  readonly grade: number
  readonly letter: string
}

/** Makes those classes of a school year that a school does not have yet. A class is school × year × grade × letter. */
export async function addClasses(
  tx: Tx,
  schoolId: number,
  schoolYear: number,
  classes: readonly ClassKey[],
): Promise<{ added: number; alreadyThere: number }> {
  const school = await tx
    .selectFrom('unit')
    .select('id')
    .where('id', '=', schoolId)
    .where('kind', '=', 'school')
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`app.in_scope(path)`)
    .executeTakeFirst()
  if (!school) throw new ProblemError({ code: 'not-found' })
  const wanted = new Map(classes.map(one => [className(one.grade, normaliseLetter(one.letter)), one]))
  await nameAct(tx, 'unit.created')
  const made = await tx
    .insertInto('unit')
    .values([...wanted.values()].map(one => classRow(schoolId, { schoolYear, ...one })))
    .onConflict(conflict =>
      conflict
        .columns(['parent_id', 'school_year', 'grade', 'letter'])
        .where('kind', '=', 'class')
        .where('withdrawn_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .execute()
  return { added: made.length, alreadyThere: wanted.size - made.length }
}
