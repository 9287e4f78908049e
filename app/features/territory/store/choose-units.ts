import { type SelectQueryBuilder, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { examCodeIn, foldWords, patternsOf } from '../fold.ts'
import type { LocalDate, UnitKind } from '../tables.ts'
import { presentOn } from './present-on.ts'

export interface UnitFilters {
  readonly q?: string | undefined
  readonly kind?: UnitKind | undefined
  /** Only this unit and what is below it. */
  readonly under?: number | undefined
  readonly schoolKind?: string | undefined
  readonly locality?: string | undefined
  readonly tag?: string | undefined
  /** Present by default. */
  readonly state?: 'present' | 'gone' | 'future' | 'all' | undefined
  readonly schoolYear?: number | undefined
  readonly grade?: number | undefined
}

/** Units at the actor's own unit and below that the filters let through; the one definition behind list, count, export. */
export async function chooseUnits(
  tx: Tx,
  filters: UnitFilters & { readonly today: LocalDate },
): Promise<SelectQueryBuilder<Schema, 'unit', object>> {
  const { q, kind, under, schoolKind, locality, tag, state = 'present', schoolYear, grade, today } = filters
  // Said here besides the policy because the policy also shows the way up, and this one an index can serve.
  let query = tx
    .selectFrom('unit')
    .where(sql<boolean>`app.in_scope(unit.path)`)
    .where('unit.withdrawn_at', 'is', null)
  query = kind ? query.where('unit.kind', '=', kind) : query.where(sql<boolean>`unit.kind <> 'class'`)
  if (under !== undefined) {
    const path = await pathOf(tx, under)
    query = query.where('unit.path', '>=', path).where('unit.path', '<', `${path.slice(0, -1)}/`)
  }
  if (state === 'present') query = query.where(presentOn('unit', today))
  if (state === 'gone') query = query.where('unit.valid_to', '<', today)
  if (state === 'future') query = query.where('unit.valid_from', '>', today)
  if (schoolKind !== undefined) query = query.where('unit.school_kind', '=', schoolKind)
  if (locality !== undefined) query = query.where('unit.locality', '=', locality)
  if (tag !== undefined) query = query.where(sql<boolean>`unit.tags @> array[${tag}]::text[]`)
  if (schoolYear !== undefined) query = query.where('unit.school_year', '=', schoolYear)
  if (grade !== undefined) query = query.where('unit.grade', '=', grade)
  const words = foldWords(q ?? '').map(patternsOf)
  if (words.length === 0) return query
  const fits = sql.join(
    words.map(({ found }) => sql`unit.search_text like any (${[...found]}::text[])`),
    sql` and `,
  )
  const code = examCodeIn(q ?? '')
  if (code === null) return query.where(sql<boolean>`(${fits})`)
  return query.where(
    sql<boolean>`((${fits}) or ${code} in (ltrim(unit.oge_code, '0'), ltrim(unit.ege_code, '0')))`,
  )
}

async function pathOf(tx: Tx, id: number): Promise<string> {
  const row = await tx.selectFrom('unit').select('path').where('id', '=', id).executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row.path
}
