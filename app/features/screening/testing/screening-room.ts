import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { vi } from 'vitest'
import type { Database, Scope } from '../../../platform/database/index.ts'
import { openLocalStore } from '../../../platform/files/index.ts'
import { type Actor, createServer } from '../../../platform/http/index.ts'
import { createJobRunner } from '../../../platform/jobs/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { allows, type Right, type Role } from '../../accounts/index.ts'
import {
  type DemoFiles,
  type DemoRegion,
  generateRegion,
  plantDemoTerritory,
  writeRegion,
} from '../../demo/index.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import {
  acceptedBatches,
  type BatchManifest,
  importBatch,
  openStore,
  readProtocol,
} from '../../results/index.ts'
import { runJob, type ScreeningService, screeningRoutes } from '../index.ts'
import type { AlikeReplies, FinishedRun, ReplyToSign } from '../signals-port.ts'
import { markDataUndone } from '../store/mark-data-undone.ts'

/** A small region whose files have been read into a store. */
export interface StoredRegion {
  readonly folder: string
  readonly region: DemoRegion
  readonly files: DemoFiles
  readonly batches: readonly BatchManifest[]
  remove(): void
}

/** Writes the demo region as files and reads them, once for tests on several databases. */
export async function storeDemoRegion(): Promise<StoredRegion> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-screening-'))
  const region = generateRegion({ seed: 7, schools: 40 })
  const files = await writeRegion(region, join(folder, 'files'))
  const store = await openStore(folder)
  const specifications = await loadSpecifications(files.specifications)
  const batches: BatchManifest[] = []
  for (const file of files.protocols) {
    const protocol = await readProtocol(file, { specifications })
    batches.push((await importBatch(store, protocol, { by: 'test', now: new Date() })).manifest)
  }
  return { folder, region, files, batches, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The room alone, over HTTP, on a stored region: its territory, its papers, every batch accepted, jobs at work. */
export async function openScreeningRoom(database: Database, stored: StoredRegion) {
  await plantDemoTerritory(database, stored.region)
  const campaignId = await plantCampaign(database, stored)
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-screening-room-'))
  const opened: FinishedRun[] = []
  const published: number[] = []
  /** Of every run, but for those that name theirs. */
  const replies: (ReplyToSign & { readonly runId?: number })[] = []
  const alike: AlikeReplies[] = []
  const faults = { opening: false, keeping: false, isRemote: false }
  const local = openLocalStore(folder)
  const service: ScreeningService = {
    database,
    results: { folder: join(stored.folder, 'batches') },
    files: {
      ...local,
      get isRemote() {
        return faults.isRemote
      },
      async put(...asked) {
        if (faults.keeping) throw new ProblemError({ code: 'file-store-away' })
        return await local.put(...asked)
      },
    },
    clock: () => new Date(),
    namePeople: async (_, ids) => new Map(ids.map(id => [id, `Имя ${id}`])),
    acceptedBatches,
    onBatchUndone: markDataUndone,
    async openSignals(_, run) {
      if (faults.opening) throw new Error('no signals today')
      opened.push(run)
    },
    publishSignals: async (_, { runId }) => void published.push(runId),
    repliesOf: async (_, { runId, unitIds }) =>
      replies.filter(one => unitIds.includes(one.unitId) && (one.runId ?? runId) === runId),
    countReplies: async () => alike,
  }
  const jobs = createJobRunner(database, [runJob(service)], { poll: 50 })
  const app = await createServer()
  const identify = async ({ headers }: { headers: Record<string, unknown> }): Promise<Actor> => {
    const scope = JSON.parse(Buffer.from(String(headers['x-test']), 'base64url').toString()) as Scope
    const may = (right: string) => allows(scope.role as Role, scope.unitPath, right as Right)
    return { personId: scope.accountId, locale: 'ru', scope, byToken: false, may }
  }
  screeningRoutes(app, { database, identify }, service, jobs)
  await app.ready()
  await jobs.start()

  async function call(who: Scope, method: 'GET' | 'POST', url: string, payload?: object) {
    const answer = await app.inject({
      method,
      url: encodeURI(url),
      headers: { 'x-objektiv': '1', 'x-test': Buffer.from(JSON.stringify(who)).toString('base64url') },
      ...(payload ? { payload } : {}),
    })
    const isJson = answer.headers['content-type']?.includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload }
  }

  const analyst: Scope = { accountId: 'anna', role: 'analyst', grantId: 1, unitPath: '1.' }
  return {
    database,
    service,
    jobs,
    campaignId,
    opened,
    published,
    replies,
    alike,
    faults,
    analyst,
    call,
    /** Somebody in this role at a unit of the territory. */
    async at(role: Role, unitId: number): Promise<Scope> {
      const { path } = await database.asSystem('system:test', tx =>
        tx.selectFrom('unit').select('path').where('id', '=', unitId).executeTakeFirstOrThrow(),
      )
      return { accountId: `${role}-${unitId}`, role, grantId: 1, unitPath: path }
    },
    async start(asked: object = {}): Promise<number> {
      const { status, body } = await call(analyst, 'POST', '/api/runs', {
        ...RUN,
        campaign: campaignId,
        ...asked,
      })
      if (status !== 200) throw new Error(JSON.stringify(body))
      return body.id
    },
    /** The run once it has ended and its job too. */
    ended(id: number) {
      return vi.waitFor(
        async () => {
          const { body } = await call(analyst, 'GET', `/api/runs/${id}`)
          const job = await database.asSystem('system:test', tx =>
            tx.selectFrom('job').select('state').orderBy('id', 'desc').limit(1).executeTakeFirst(),
          )
          if (body.progress || job?.state === 'queued' || job?.state === 'running')
            throw new Error('going on')
          return body
        },
        { timeout: 120_000, interval: 100 },
      )
    },
    async close() {
      await jobs.stop()
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ScreeningRoom = Awaited<ReturnType<typeof openScreeningRoom>>

const RUN = {
  title: 'Анализ весны',
  settings: { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 5 },
}

/** A campaign with every batch of ВПР accepted, examinations accepted beside it, and the region's own papers. */
function plantCampaign(database: Database, { batches, files }: StoredRegion): Promise<number> {
  return database.asSystem('system:test', async tx => {
    const { id } = await tx
      .insertInto('campaign')
      .values({
        unit_id: 1,
        procedure: 'ВПР',
        title: 'ВПР, весна',
        starts_on: '2021-03-01',
        ends_on: '2022-05-31',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const batch of batches) {
      const { procedure, version, year, grade, subject } = batch.assessment
      await tx
        .insertInto('import_batch')
        .values({
          unit_id: 1,
          campaign_id: procedure === 'ВПР' ? id : null,
          file_name: batch.source.file,
          sha256: batch.source.sha256,
          bytes: batch.source.bytes,
          assume: '{}',
          state: 'accepted',
          part: batch.part ?? 0,
          store_id: batch.id,
          manifest: JSON.stringify(batch),
          ...{ procedure, paper_version: version, year, grade, subject },
          works: batch.counts.works,
          sent_by: 'anna',
        })
        .execute()
    }
    for (const entry of JSON.parse(readFileSync(files.specifications, 'utf8')))
      await sql`insert into specification (unit_id, procedure, year, grade, subject, revision, content, source, created_by)
        values (1, 'ВПР', ${entry.year}, ${entry.grade}, ${entry.subject}, 1, ${JSON.stringify(entry)}, 'приказ', 'anna')`.execute(
        tx,
      )
    return id
  })
}
