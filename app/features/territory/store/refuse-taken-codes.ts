import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'

export interface ExamCodeColumns {
  readonly oge_code?: string | null | undefined
  readonly ege_code?: string | null | undefined
}

const EXAMS = [
  { column: 'oge_code', field: 'ogeCode', exam: 'oge' },
  { column: 'ege_code', field: 'egeCode', exam: 'ege' },
] as const

/**
 * Protocols of ОГЭ and ЕГЭ are joined by these codes, so one code is of one school that works; a closed one gives it up.
 * Names the school that bears the code where it lies in reach.
 */
export async function refuseTakenCodes(
  tx: Tx,
  codes: ExamCodeColumns,
  exceptUnit: number | null,
): Promise<void> {
  const problems: Problem[] = []
  for (const { column, field, exam } of EXAMS) {
    const code = codes[column]
    if (!code) continue
    const bearer = await tx
      .selectFrom('unit')
      .select('name')
      .where('withdrawn_at', 'is', null)
      .where('valid_to', 'is', null)
      .where('id', '<>', exceptUnit ?? 0)
      .where(sql<boolean>`ltrim(${sql.ref(column)}, '0') = ltrim(${code}, '0')`)
      .executeTakeFirst()
    if (bearer)
      problems.push({
        code: 'exam-code-taken',
        params: { exam, code, name: bearer.name },
        place: { column: field },
      })
  }
  if (problems.length > 0) throw new ProblemError(problems)
}

/**
 * After many schools were written at once: a code that another school bears by now is told with both names, as `problem`.
 * The tree is locked, so nobody writes another meanwhile.
 */
export async function settleCodesOfMany(
  tx: Tx,
  ids: readonly number[],
  problem: 'registry-code-taken-since' | 'registry-undo-code-taken',
): Promise<void> {
  const problems: Problem[] = []
  const written = new Set(ids)
  for (const { column, exam } of EXAMS) {
    // Counted in one pass: a join of the schools with themselves takes seconds for a region.
    const code = sql.ref(column)
    const { rows } = await sql<{ id: number; name: string; code: string; key: string }>`
      select id, name, code, key from (
        select id, name, ${code} as code, ltrim(${code}, '0') as key, count(*) over (partition by ltrim(${code}, '0')) as n
        from unit where ${code} is not null and withdrawn_at is null and valid_to is null) borne
      where n > 1 order by name, id`.execute(tx)
    for (const own of rows.filter(({ id }) => written.has(id))) {
      const bearer = rows.find(({ id, key }) => key === own.key && id !== own.id)?.name ?? ''
      problems.push({ code: problem, params: { exam, code: own.code, name: own.name, bearer } })
    }
  }
  if (problems.length > 0) throw new ProblemError(problems)
  await settleExamCodes(tx)
}

/**
 * What is written stands against every school of the region now, not at the end of the transaction: one that the actor
 * does not see is told of without its name, beside the same field.
 */
export async function settleExamCodes(tx: Tx): Promise<void> {
  await sql`set constraints unit_oge_code, unit_ege_code immediate`.execute(tx).catch((error: unknown) => {
    const { code, constraint } = error as { code?: string; constraint?: string }
    const taken = EXAMS.find(({ column }) => constraint === `unit_${column}`)
    if (code !== '23P01' || !taken) throw error
    const place = { column: taken.field }
    throw new ProblemError({ code: 'exam-code-taken-elsewhere', params: { exam: taken.exam }, place })
  })
}
