import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { plainExamCode } from '../exam-codes.ts'
import { parseLogin } from '../login.ts'
import { normaliseTags } from '../rules.ts'
import type { LocalDate } from '../tables.ts'
import { changeUnit, readForChange } from './change-unit.ts'
import { keepLogin, refuseTakenLogin } from './keep-alias.ts'
import { lockTree } from './lock-tree.ts'
import { refuseTakenCodes, settleExamCodes } from './refuse-taken-codes.ts'

export interface UnitFields {
  readonly shortName?: string | null | undefined
  readonly code?: string | null | undefined
  readonly login?: string | null | undefined
  readonly schoolKind?: string | null | undefined
  readonly locality?: string | null | undefined
  readonly ogeCode?: string | null | undefined
  readonly egeCode?: string | null | undefined
  readonly tags?: readonly string[] | undefined
  readonly validFrom?: LocalDate | null | undefined
}

/** Corrects the given fields of a unit; a login that is replaced stays as another spelling of it. */
export async function editUnit(
  tx: Tx,
  id: number,
  {
    version,
    reason,
    ...fields
  }: UnitFields & { readonly version: number; readonly reason?: string | undefined },
): Promise<void> {
  const unit = await readForChange(tx, id, version)
  if (fields.validFrom && unit.valid_to !== null && fields.validFrom > unit.valid_to)
    throw new ProblemError({ code: 'unit-closed-before-opened' })
  const columns = toColumns(fields, unit.kind)
  if (columns.digits) await refuseTakenLogin(tx, columns.digits, id)
  if (columns.oge_code || columns.ege_code) await lockTree(tx)
  if (unit.valid_to === null) await refuseTakenCodes(tx, columns, id)
  await nameAct(tx, 'unit.edited', reason)
  await changeUnit(tx, id, version, columns)
  await settleExamCodes(tx)
  if (columns.login !== undefined && unit.login !== null && unit.login !== columns.login)
    await keepLogin(tx, id, unit.login)
}

/** Fields as columns; only those that were given. Throws what a kind of unit cannot have, all of it at once. */
export function toColumns(fields: UnitFields, kind: string) {
  const problems: Problem[] = []
  const schoolsOnly = ['login', 'schoolKind', 'locality', 'ogeCode', 'egeCode'] as const
  for (const field of schoolsOnly)
    if (kind !== 'school' && fields[field]) problems.push({ code: 'unit-field-of-school', params: { field } })
  const login = fields.login ? parseLogin(fields.login) : null
  if (fields.login && !login) problems.push({ code: 'unit-bad-login', params: { login: fields.login } })
  for (const [exam, code] of [
    ['oge', fields.ogeCode],
    ['ege', fields.egeCode],
  ] as const)
    if (code && plainExamCode(code) === '')
      problems.push({ code: 'unit-bad-exam-code', params: { exam, value: code } })
  if (problems.length > 0) throw new ProblemError(problems)
  return withoutUndefined({
    short_name: fields.shortName,
    code: fields.code,
    login: fields.login === undefined ? undefined : (login?.canonical ?? null),
    digits: fields.login === undefined ? undefined : (login?.key ?? null),
    school_kind: fields.schoolKind,
    locality: fields.locality,
    oge_code: fields.ogeCode,
    ege_code: fields.egeCode,
    tags: fields.tags && normaliseTags(fields.tags),
    valid_from: fields.validFrom,
  })
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(columns: T): Given<T> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Given<T>
}
