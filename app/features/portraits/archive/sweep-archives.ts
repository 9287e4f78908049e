import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import type { Schedule } from '../../../platform/jobs/index.ts'
import type { PortraitsService } from '../service.ts'
import { listArchiveFolders, removeArchiveFolder } from './archive-folder.ts'

/**
 * Every few minutes: an archive whose job was called off while it waited, or failed for good, ends as its job did; one whose
 * time is over goes, and so does every folder that no archive needs.
 */
export function sweepArchives({
  database,
  dataFolder,
  clock,
}: Pick<PortraitsService, 'database' | 'dataFolder' | 'clock'>): Schedule {
  return {
    everyMinutes: 5,
    params: {},
    job: {
      kind: 'portraits.sweep',
      internal: true,
      params: z.object({}).strict(),
      async run() {
        // Listed first: a folder that is made in the meantime belongs to somebody.
        const folders = await listArchiveFolders(dataFolder)
        const needed = await database.asSystem('system:portraits', async tx => {
          await settle(tx, clock())
          await expire(tx, clock())
          const rows = await tx
            .selectFrom('portrait_archive')
            .select('id')
            .where('state', 'in', ['queued', 'running', 'done'])
            .execute()
          return new Set(rows.map(({ id }) => id))
        })
        for (const id of folders) if (!needed.has(id)) await removeArchiveFolder(dataFolder, id)
        return undefined
      },
    },
  }
}

async function settle(tx: Tx, now: Date): Promise<void> {
  const lost = await tx
    .selectFrom('portrait_archive as a')
    .leftJoin('job as j', 'j.id', 'a.job_id')
    .select(['a.id', 'j.state', 'j.problems'])
    .where('a.state', 'in', ['queued', 'running'])
    .where(({ or, eb }) => or([eb('j.id', 'is', null), eb('j.state', 'not in', ['queued', 'running'])]))
    .forUpdate('a')
    .execute()
  for (const { id, state, problems } of lost)
    await tx
      .updateTable('portrait_archive')
      .set({
        state: state === 'cancelled' ? 'cancelled' : 'failed',
        problems: JSON.stringify(
          state === 'cancelled' ? [] : (problems ?? [{ code: 'job-fault', params: { id } }]),
        ),
        finished_at: now,
      })
      .where('id', '=', id)
      .execute()
}

async function expire(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('portrait_archive')
    .set({ state: 'expired' })
    .where('state', '=', 'done')
    .where('expires_at', '<', sql<Date>`${now}`)
    .execute()
}
