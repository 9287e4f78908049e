import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { vi } from 'vitest'
import { writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import type { Cell } from '../../../documents/spreadsheet/types.ts'
import type { Database, Scope } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { createServer } from '../../../platform/http/index.ts'
import { createJobRunner } from '../../../platform/jobs/index.ts'
import { allows, type Right, type Role } from '../../accounts/index.ts'
import { createUnit } from '../../territory/index.ts'
import { openResultsStore, resultsJobs, resultsRoutes } from '../index.ts'
import { header2021, row2021 } from './fake-workbook.ts'

export { header2021, row2021 }

export interface Units {
  readonly west: number
  readonly east: number
  /** 990001 of the west, 990002 of the east. */
  readonly first: number
  readonly second: number
}

/** The room alone, over HTTP: two municipalities with a school each, jobs at work, files in a folder of its own. */
export async function openResultsRoom(database: Database, clock: () => Date = () => new Date()) {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-results-'))
  const units = await plantUnits(database)
  const undone: number[] = []
  const worksTold: number[] = []
  const state = { held: false }
  const service = await openResultsStore({
    database,
    dataFolder: folder,
    clock,
    timeZone: 'Europe/Moscow',
    namePeople: async (_, ids) => new Map(ids.map(id => [id, `Имя ${id}`])),
    onBatchUndone: async (_, id) => void undone.push(id),
    onWorks: works => void worksTold.push(works),
    removalsHeld: () => state.held,
  })
  const jobs = createJobRunner(database, resultsJobs(service), {
    poll: 50,
    log: { error: (facts, message) => console.error(message, facts) },
  })
  const app = await createServer()
  const identify = async ({ headers }: { headers: Record<string, unknown> }): Promise<Actor | null> => {
    const scope = JSON.parse(Buffer.from(String(headers['x-test']), 'base64url').toString()) as Scope
    return {
      personId: scope.accountId,
      locale: 'ru',
      scope,
      byToken: false,
      may: right => allows(scope.role as Role, scope.unitPath, right as Right),
    }
  }
  resultsRoutes(app, { database, identify }, service, jobs)
  await app.ready()
  await jobs.start()

  const scopes = {
    analyst: { accountId: 'anna', role: 'analyst', grantId: 1, unitPath: '1.' },
    colleague: { accountId: 'boris', role: 'analyst', grantId: 1, unitPath: '1.' },
    head: { accountId: 'head', role: 'head', grantId: 1, unitPath: `1.${units.west}.${units.first}.` },
    otherHead: { accountId: 'other', role: 'head', grantId: 1, unitPath: `1.${units.east}.${units.second}.` },
    municipality: { accountId: 'mun', role: 'municipality', grantId: 1, unitPath: `1.${units.west}.` },
    westCoordinator: { accountId: 'coo', role: 'coordinator', grantId: 1, unitPath: `1.${units.west}.` },
    eastCoordinator: { accountId: 'coe', role: 'coordinator', grantId: 1, unitPath: `1.${units.east}.` },
    ministry: { accountId: 'min', role: 'ministry', grantId: 1, unitPath: '1.' },
  } as const satisfies Record<string, Scope>

  const headersOf = (who: Scope) => ({
    'x-objektiv': '1',
    'x-test': Buffer.from(JSON.stringify(who)).toString('base64url'),
  })

  /** Everything a former test left. */
  async function clear(): Promise<void> {
    await database.asSystem('system:test', async tx => {
      await tx.deleteFrom('batch_school').execute()
      await tx.updateTable('import_batch').set({ state: 'failed', duplicate_of: null }).execute()
      await sql`delete from run_batch`.execute(tx)
      await tx.deleteFrom('import_batch').execute()
      await tx.deleteFrom('job').execute()
    })
    for (const name of ['batches', 'incoming'])
      for (const entry of readdirSync(join(folder, name)))
        rmSync(join(folder, name, entry), { recursive: true, force: true })
  }

  async function call(who: Scope, method: 'GET' | 'POST', url: string, payload?: object) {
    const answer = await app.inject({
      method,
      url: encodeURI(url),
      headers: headersOf(who),
      ...(payload ? { payload } : {}),
    })
    return {
      status: answer.statusCode,
      body: answer.headers['content-type']?.includes('json') ? answer.json() : answer.rawPayload,
    }
  }

  async function send(who: Scope, name: string, content: Buffer, query = '') {
    const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    const answer = await app.inject({
      method: 'POST',
      url: encodeURI(`/api/imports${query}`),
      headers: { ...headersOf(who), 'content-type': 'multipart/form-data; boundary=b' },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]),
    })
    return { status: answer.statusCode, body: answer.json() }
  }

  /** The batch once it is neither waiting nor being read. */
  function settled(id: number, who: Scope = scopes.analyst) {
    return vi.waitFor(
      async () => {
        const { body } = await call(who, 'GET', `/api/imports/${id}`)
        if (body.state === 'waiting' || body.state === 'reading') throw new Error(`still ${body.state}`)
        return body
      },
      { timeout: 150_000, interval: 50 },
    )
  }

  return {
    database,
    folder,
    units,
    service,
    jobs,
    app,
    scopes,
    undone,
    worksTold,
    state,
    headersOf,
    sheetFile,
    call,
    send,
    settled,
    clear,
    plantCampaign: (options?: { dueOn?: string }) => plantCampaign(database, options),
    async sendAndRead(who: Scope, name: string, content: Buffer, query = '') {
      const { body } = await send(who, name, content, query)
      return settled(body.id, who)
    },
    async close() {
      await jobs.stop()
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ResultsRoom = Awaited<ReturnType<typeof openResultsRoom>>

function plantUnits(database: Database): Promise<Units> {
  const scope = { accountId: 'system:test', role: 'administrator', grantId: null, unitPath: '1.' }
  return database.as(scope, async tx => {
    const municipality = (name: string, code: string) =>
      createUnit(tx, { kind: 'municipality', parentId: 1, name, code })
    const west = await municipality('Западный район', 'reg99_m001')
    const east = await municipality('Восточный район', 'reg99_m002')
    const school = (parentId: number, name: string, login: string) =>
      createUnit(tx, { kind: 'school', parentId, name, login })
    return {
      west,
      east,
      first: await school(west, 'Школа № 1', 'sch990001'),
      second: await school(east, 'Школа № 2', 'sch990002'),
    }
  })
}

/** «ВПР весна 2021» with математика of grades 4 and 5, written in April. */
function plantCampaign(database: Database, { dueOn }: { dueOn?: string } = {}) {
  return database.asSystem('system:test', async tx => {
    const { id: campaign } = await tx
      .insertInto('campaign')
      .values({
        ...{ unit_id: 1, procedure: 'ВПР', title: 'ВПР весна 2021' },
        ...{ starts_on: '2021-04-12', ends_on: '2021-04-30', due_on: dueOn ?? null, closed_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const one = { campaign_id: campaign, unit_id: 1, procedure: 'ВПР', year: 2021, subject: 'Математика' }
    const [fourth, fifth] = await tx
      .insertInto('assessment')
      .values([4, 5].map(grade => ({ ...one, grade })))
      .returning('id')
      .execute()
    return { campaign, assessments: { fourth: fourth.id, fifth: fifth.id } }
  })
}

/** A file of математика 4 of 2021 with these rows. */
export function protocolFile(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  return sheetFile('Sheet', [header2021(15), ...rows])
}

/** A workbook of one sheet; the first row is its header. */
export async function sheetFile(
  name: string,
  [header, ...rows]: readonly (readonly Cell[])[],
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-protocol-'))
  try {
    const path = join(folder, 'file.xlsx')
    const columns = header.map(cell => ({ header: String(cell) }))
    await writeWorkbook(path, [{ name, columns, rows, selected: rows.length }])
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const MATHEMATICS = '2021 Математика, 4 класс.xlsx'
