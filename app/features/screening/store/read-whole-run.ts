import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { SchoolRow, SchoolSetRow } from '../runs/run-rows.ts'
import type { RunSummary } from '../tables.ts'
import type { RunRecord, ScreenedSet } from '../types.ts'
import { readDoneRun, readSets } from './read-run.ts'

/** A school of a run with all of its rows, and where it stands in the tree now. */
export interface SchoolOfRun {
  readonly unitId: number
  /** Null where it stands right below the region, or where the registry does not know it. */
  readonly municipality: { readonly id: number; readonly name: string; readonly code: string | null } | null
  readonly school: SchoolRow
  readonly rows: readonly SchoolSetRow[]
}

/** A frozen run, read whole. */
export interface WholeRun {
  readonly region: { readonly id: number; readonly name: string }
  readonly record: RunRecord
  readonly summary: RunSummary
  readonly sets: readonly ScreenedSet[]
  readonly schools: readonly SchoolOfRun[]
  readonly index: readonly {
    readonly unitId: number
    readonly name: string
    readonly code: string | null
    readonly level: 'region' | 'municipality'
    readonly year: number
    readonly signs: number
    readonly schools: number
    readonly marked: number
    readonly value: number | null
  }[]
}

/**
 * Everything a run keeps, for whoever computes from the whole of it. Rows follow the tree: a school that was moved stands in
 * its new municipality. Throws `not-found`, `run-not-done`.
 */
export async function readWholeRun(tx: Tx, runId: number): Promise<WholeRun> {
  const run = await readDoneRun(tx, runId)
  const { rows: regions } = await sql<WholeRun['region']>`
    select id, name from unit where id = ${run.unit_id}`.execute(tx)
  const { rows: index } = await sql<WholeRun['index'][number]>`
    select i.unit_id as "unitId", u.name, u.code, case u.kind when 'region' then 'region' else 'municipality' end as level,
      i.year, i.signs, i.schools, i.marked, i.value
    from run_index i join unit u on u.id = i.unit_id where i.run_id = ${runId} order by i.year, u.sort_key, i.id`.execute(
    tx,
  )
  const rows = await rowsByDigits(tx, runId)
  return {
    region: regions[0],
    record: run.record!,
    summary: run.summary!,
    sets: await readSets(tx, runId),
    schools: (await schoolsOf(tx, runId)).map(({ digits, ...school }) => ({
      ...school,
      rows: (rows.get(digits) ?? []).map(row => ({ ...row, login: school.school.login })),
    })),
    index,
  }
}

async function rowsByDigits(tx: Tx, runId: number) {
  const rows = await tx
    .selectFrom('run_school_set')
    .select(['digits', 'position', 'n', 'mean', 'marked', 'distribution', 'profile', 'markers'])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, ({ digits }) => digits)
}

type Row = SchoolRow & {
  readonly digits: string
  readonly unitId: number
  readonly municipalityId: number | null
  readonly municipalityName: string | null
  readonly municipalityCode: string | null
}

async function schoolsOf(tx: Tx, runId: number) {
  const { rows } = await sql<Row>`
    select c.digits, c.unit_id as "unitId", c.login, c.name, c.municipality, c.school_kind as kind, c.locality,
      c.registered, c.degree, c.p, c.fdr, c.flagged, c.facts, m.id as "municipalityId", m.name as "municipalityName",
      m.code as "municipalityCode"
    from run_school c
      left join unit m on m.id = nullif(split_part(c.unit_path, '.', 2), '')::integer and m.kind = 'municipality'
    where c.run_id = ${runId} order by c.sort_key`.execute(tx)
  return rows.map(({ digits, unitId, municipalityId, municipalityName, municipalityCode, ...school }) => ({
    digits,
    unitId,
    municipality:
      municipalityId === null || municipalityName === null
        ? null
        : { id: municipalityId, name: municipalityName, code: municipalityCode },
    school,
  }))
}

/** Changes when a school of the run is moved, a municipality or the region renamed: what was read before is not of today's tree. */
export async function treeOfRun(tx: Tx, runId: number): Promise<string> {
  const { rows } = await sql<{ tree: string | null }>`
    select md5(max(r.name) || ':' || string_agg(c.unit_path || ' ' || coalesce(m.name, '') || ' ' || coalesce(m.code, ''),
      ',' order by c.id)) as tree
    from run_school c join screening_run s on s.id = c.run_id join unit r on r.id = s.unit_id
      left join unit m on m.id = nullif(split_part(c.unit_path, '.', 2), '')::integer and m.kind = 'municipality'
    where c.run_id = ${runId}`.execute(tx)
  return rows[0].tree ?? ''
}
