import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { logRead } from '../../platform/audit/index.ts'
import { attachmentHeader } from '../../platform/files/index.ts'
import { type Actor, type Doorkeeper, implement } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { BackupMaker } from './backup-maker.ts'
import { backupsContract } from './contract.ts'

export interface BackupOptions {
  /** Root of the data folder. */
  readonly dataFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock?: () => Date
}

/** Backups over HTTP, for the administrator of the region. Bringing one back is a command: it replaces everything. */
export function backupRoutes(app: FastifyInstance, doorkeeper: Doorkeeper, options: BackupOptions): void {
  const { database } = doorkeeper
  const maker = new BackupMaker({ ...options, folder: join(options.dataFolder, 'backups') })
  app.addHook('onReady', () => maker.discardUnfinished())
  app.addHook('preClose', () => maker.stop())

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
    'GET /api/backups': () => view(maker),
    async 'POST /api/backups'({ actor }) {
      await maker.start(actor.locale)
      await record(actor, 'made', '')
      return view(maker)
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

async function view(maker: BackupMaker) {
  const [items, making] = [await maker.list(), await maker.current()]
  const failure = maker.failure()
  return {
    items: items.map(({ createdAt, ...file }) => ({ ...file, createdAt: createdAt.toISOString() })),
    making: making && { since: making.since.toISOString(), size: making.size },
    failure: failure && { at: failure.at.toISOString(), text: failure.text },
  }
}
