import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type ExamCodes, examCodes } from '../exam-codes.ts'

/** Codes of the schools in the actor's reach, closed ones too: how protocols of ОГЭ and ЕГЭ are joined with them. */
export async function examCodesOf(tx: Tx): Promise<ExamCodes> {
  const schools = await tx
    .selectFrom('unit')
    .select(['login', 'digits', 'oge_code', 'ege_code'])
    .where(sql<boolean>`app.in_scope(path)`)
    .where('kind', '=', 'school')
    .where('withdrawn_at', 'is', null)
    .where('digits', 'is not', null)
    .where(({ or, eb }) => or([eb('oge_code', 'is not', null), eb('ege_code', 'is not', null)]))
    // A closed school gives its code up to one that works.
    .orderBy(sql`valid_to is not null`)
    .orderBy('id')
    .execute()
  return examCodes(
    schools.map(({ login, digits, oge_code, ege_code }) => ({
      login: login ?? `edu${digits}`,
      ogeCode: oge_code,
      egeCode: ege_code,
    })),
  )
}
