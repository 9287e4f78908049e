import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { ComparedSchool } from '../rules.ts'
import { below, type View } from '../views/reader.ts'

/** Schools of a run at and below a unit, with the sets in which they are marked ('ВПР 2021 04 Математика'). */
export async function readComparedSchools(
  tx: Tx,
  run: number,
  { unit }: Pick<View, 'unit'>,
): Promise<ComparedSchool[]> {
  const [from, end] = below(unit)
  const { rows } = await sql<ComparedSchool>`
    with marked as (
      select t.digits, array_agg(s.procedure || ' ' || s.year || ' ' || lpad(s.grade::text, 2, '0') || ' '
          || s.subject || ' ' || coalesce(s.paper_version, '') order by t.position) as sets
      from run_school_set t join run_set s on s.run_id = t.run_id and s.position = t.position
      where t.run_id = ${run} and t.marked and t.unit_path >= ${from} and t.unit_path < ${end}
      group by t.digits
    )
    select c.digits, c.unit_id as "unitId", c.registered, coalesce(c.name, c.login) as name, c.municipality,
      c.sort_key as "sortKey", c.flagged, c.degree, coalesce(m.sets, '{}') as marked
    from run_school c left join marked m on m.digits = c.digits
    where c.run_id = ${run} and c.unit_path >= ${from} and c.unit_path < ${end}
    order by c.sort_key`.execute(tx)
  return rows
}

/** How many schools of the unit each set of a run marks, by position. */
export async function countMarked(
  tx: Tx,
  run: number,
  { unit }: Pick<View, 'unit'>,
): Promise<ReadonlyMap<number, number>> {
  const [from, end] = below(unit)
  const { rows } = await sql<{ position: number; marked: number }>`
    select position, count(*) filter (where marked) as marked from run_school_set
    where run_id = ${run} and unit_path >= ${from} and unit_path < ${end} group by position`.execute(tx)
  return new Map(rows.map(({ position, marked }) => [position, marked]))
}

export interface RunFile {
  readonly batchId: number
  /** Null where the reader may not see the files of the region. */
  readonly file: string | null
  readonly undone: boolean
}

/** The batches that went into a run, by name of file. */
export async function readFiles(tx: Tx, run: number): Promise<RunFile[]> {
  const { rows } = await sql<RunFile>`
    select r.batch_id as "batchId", b.file_name as file, coalesce(b.state = 'undone', false) as undone
    from run_batch r left join import_batch b on b.id = r.batch_id
    where r.run_id = ${run} order by b.file_name, r.batch_id`.execute(tx)
  return rows
}
