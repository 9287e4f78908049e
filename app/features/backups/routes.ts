import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { logRead } from '../../platform/audit/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { attachmentHeader } from '../../platform/files/index.ts'
import { type Actor, type Doorkeeper, implement } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { backupJob } from './backup-job.ts'
import { BackupMaker } from './backup-maker.ts'
import { backupsContract } from './contract.ts'

export interface BackupOptions {
  /** Root of the data folder. */
  readonly dataFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock?: () => Date
}

/** What makes backups, for the routes and the runner of jobs. */
export function openBackups(options: BackupOptions): {
  readonly maker: BackupMaker
  readonly job: BackupJob
} {
  const maker = new BackupMaker({ ...options, folder: join(options.dataFolder, 'backups') })
  return { maker, job: backupJob(maker) }
}

type BackupJob = ReturnType<typeof backupJob>

/** Backups over HTTP, for the administrator of the region. Bringing one back is a command: it replaces everything. */
export function backupRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  { maker, job }: ReturnType<typeof openBackups>,
  jobs: Jobs,
): void {
  const { database } = doorkeeper
  let asking: Promise<unknown> = Promise.resolve()
  app.addHook('onReady', () => maker.discardUnfinished())

  /** Who took, made or removed a copy of everything stands in the log of the region. */
  const record = (actor: Actor, act: string, name: string) =>
    database.as(actor.scope, tx =>
      logRead(tx, 'backup', name, Number.parseInt(actor.scope.unitPath, 10), { act }),
    )
  const find = async (name: string) => {
    const file = (await maker.list()).find(one => one.name === name)
    if (!file) throw new ProblemError({ code: 'not-found' })
    return file
  }

  implement(app, doorkeeper, backupsContract, {
    'GET /api/backups': () => view(database, maker),
    async 'POST /api/backups'({ actor }) {
      // One at a time, whoever asks; of those who ask at one moment, in turn.
      const asked = asking.then(async () => {
        if (await isBeingMade(database)) throw new ProblemError({ code: 'backup-running' })
        return database.as(actor.scope, async tx => {
          await logRead(tx, 'backup', '', Number.parseInt(actor.scope.unitPath, 10), { act: 'made' })
          return jobs.enqueue(tx, job, {})
        })
      })
      asking = asked.catch(() => null)
      return { jobId: (await asked)! }
    },
    async 'GET /api/backups/:name/content'({ actor, params, reply }) {
      const { name, size } = await find(params.name)
      await record(actor, 'downloaded', name)
      return reply
        .headers({
          'content-type': 'application/gzip',
          'content-length': size,
          'content-disposition': attachmentHeader(name),
        })
        .send(createReadStream(maker.pathOf(name)))
    },
    async 'DELETE /api/backups/:name'({ actor, params }) {
      const { name } = await find(params.name)
      await record(actor, 'removed', name)
      await maker.remove(name)
    },
  })
}

/** Is one queued or running, whoever asked for it? Jobs are their person's own, so the system looks. */
async function isBeingMade(database: Database): Promise<boolean> {
  const found = await database.asSystem('system:backups', tx =>
    tx
      .selectFrom('job')
      .select('id')
      .where('kind', '=', 'backups.make')
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst(),
  )
  return found !== undefined
}

async function view(database: Database, maker: BackupMaker) {
  const items = await maker.list()
  return {
    items: items.map(({ createdAt, ...file }) => ({ ...file, createdAt: createdAt.toISOString() })),
    making: await isBeingMade(database),
  }
}
