import { type Selectable, sql } from 'kysely'
import type { Locale } from '../../../messages/format.ts'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import type { Jobs } from '../../../platform/jobs/index.ts'
import type { Problem } from '../../../platform/problem.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { readDoneRun } from '../../screening/index.ts'
import type { PortraitFormat } from '../formats.ts'
import { readTemplate } from '../store/templates.ts'
import type { ArchiveLevel } from '../tables.ts'
import { ARCHIVE_JOB } from './archive-job-name.ts'

export type ArchiveRow = Selectable<Schema['portrait_archive']>

/** An archive with its run, and how far its job is as far as the reader may know. */
export interface ListedArchive extends ArchiveRow {
  readonly runTitle: string
  readonly stage: string | null
  readonly detail: string | null
  readonly done: number | null
  readonly total: number | null
}

/** More than these are not asked for in one life of an installation's week. */
const MOST = 100

/** Archives, the latest first: of one run, one by its number, or all. */
export async function listArchives(
  tx: Tx,
  { run, id }: { readonly run?: number | undefined; readonly id?: number } = {},
): Promise<ListedArchive[]> {
  const { rows } = await sql<ListedArchive>`
    select a.*, a.day::text as day, r.title as "runTitle", j.stage, j.detail, j.done, j.total
    from portrait_archive a join screening_run r on r.id = a.run_id left join job j on j.id = a.job_id
    where ${run === undefined ? sql`true` : sql`a.run_id = ${run}`}
      and ${id === undefined ? sql`true` : sql`a.id = ${id}`}
    order by a.id desc limit ${MOST}`.execute(tx)
  return [...rows]
}

/** One archive in reach. Throws `not-found`. */
export async function readArchive(tx: Tx, id: number): Promise<ListedArchive> {
  const [row] = await listArchives(tx, { id })
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row
}

export interface ArchiveAsked {
  readonly run: number
  readonly formats: readonly PortraitFormat[]
  readonly levels: readonly ArchiveLevel[]
  readonly locale: Locale
  readonly day: string
}

/** Asks for the portraits of a run: the row and its job, in the caller's transaction. Throws `not-found`, `run-not-done`. */
export async function startArchive(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { run, formats, levels, locale, day }: ArchiveAsked,
): Promise<number> {
  await readDoneRun(tx, run)
  const { number } = await readTemplate(tx)
  await nameAct(tx, 'portrait.archived')
  const { id } = await tx
    .insertInto('portrait_archive')
    .values({
      unit_id: sql<number>`(select id from unit where path = app.scope())`,
      run_id: run,
      template: number,
      formats: [...new Set(formats)],
      levels: [...new Set(levels)],
      ...{ locale, day },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const jobId = await jobs.enqueue(tx, ARCHIVE_JOB, { archive: id })
  await tx.updateTable('portrait_archive').set({ job_id: jobId }).where('id', '=', id).execute()
  return id
}

/** Ends an archive that goes on; false where it had ended. */
export async function endArchive(
  tx: Tx,
  id: number,
  state: 'failed' | 'cancelled',
  problems: readonly Problem[],
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('portrait_archive')
    .set({ state, problems: JSON.stringify(problems), finished_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Calls an archive off; the job to be told, if the reader asked for it. Throws `not-found`, `portrait-archive-ended`. */
export async function cancelArchive(tx: Tx, id: number, now: Date): Promise<number | null> {
  const { job_id: jobId } = await readArchive(tx, id)
  if (!(await endArchive(tx, id, 'cancelled', [], now)))
    throw new ProblemError({ code: 'portrait-archive-ended' })
  if (jobId === null) return null
  await tx.updateTable('job').set({ cancel_requested_at: now }).where('id', '=', jobId).execute()
  return jobId
}
