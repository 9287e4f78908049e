import { type Insertable, sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { className, daysOfSchoolYear, holds, normaliseLetter } from '../rules.ts'
import { toColumns, type UnitFields } from './edit-unit.ts'
import { refuseTakenLogin } from './keep-alias.ts'
import { lockTree } from './lock-tree.ts'
import { refuseTakenCodes, settleExamCodes } from './refuse-taken-codes.ts'

export interface NewUnit extends UnitFields {
  readonly kind: 'municipality' | 'school' | 'class'
  readonly parentId: number
  readonly name?: string | undefined
  readonly schoolYear?: number | undefined
  readonly grade?: number | undefined
  readonly letter?: string | undefined
}

/** Which kind may stand below which; the database holds the same (app.place_unit). */
const PARENTS: Readonly<Record<NewUnit['kind'], readonly string[]>> = {
  municipality: ['region'],
  school: ['region', 'municipality'],
  class: ['school'],
}

/** Makes a unit below one in the actor's reach; returns its id. */
export async function createUnit(tx: Tx, unit: NewUnit): Promise<number> {
  const { kind, parentId, name, schoolYear, grade, letter, ...fields } = unit
  await lockTree(tx)
  const parent = await tx
    .selectFrom('unit')
    .select(['kind', 'name', 'valid_to', 'withdrawn_at'])
    .where('id', '=', parentId)
    .where(sql<boolean>`app.in_scope(path)`)
    .executeTakeFirst()
  if (!parent || parent.withdrawn_at !== null) throw new ProblemError({ code: 'not-found' })
  if (!PARENTS[kind].includes(parent.kind))
    throw new ProblemError({ code: 'unit-cannot-stand-there', params: { kind, parent: parent.kind } })
  const first = kind === 'class' && schoolYear !== undefined ? daysOfSchoolYear(schoolYear).first : null
  if (!holds(parent.valid_to, first))
    throw new ProblemError({ code: 'unit-parent-closed', params: { name: parent.name } })
  const columns = toColumns(fields, kind)
  if (columns.digits) await refuseTakenLogin(tx, columns.digits, null)
  await refuseTakenCodes(tx, columns, null)
  await nameAct(tx, 'unit.created')
  if (kind === 'class') {
    if (schoolYear === undefined || grade === undefined) throw new ProblemError({ code: 'class-needs-grade' })
    return insert(tx, classRow(parentId, { schoolYear, grade, letter: letter ?? '' }))
  }
  if (name === undefined) throw new ProblemError({ code: 'unit-needs-name' })
  const id = await insert(tx, { parent_id: parentId, kind, name, ...columns })
  await settleExamCodes(tx)
  return id
}

export function classRow(
  schoolId: number,
  {
    schoolYear,
    grade,
    letter,
  }: { readonly schoolYear: number; readonly grade: number; readonly letter: string },
) {
  const { first, last } = daysOfSchoolYear(schoolYear)
  const kept = normaliseLetter(letter)
  return {
    parent_id: schoolId,
    kind: 'class' as const,
    name: className(grade, kept),
    school_year: schoolYear,
    grade,
    letter: kept,
    valid_from: first,
    valid_to: last,
  }
}

async function insert(tx: Tx, row: Insertable<Schema['unit']>): Promise<number> {
  const { id } = await tx.insertInto('unit').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}
