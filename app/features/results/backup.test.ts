import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  dataFolder,
  openSource,
  programVersion,
  restoreBackup,
  writeBackup,
} from '../../platform/operation/index.ts'
import { silentProgress } from '../../platform/progress.ts'
import { type RunningApp, startApp } from '../../start-app.ts'
import { createPeople } from '../accounts/index.ts'
import { acceptedBatches, examineBatches, openStore, readSchools, worksSource } from './index.ts'
import { MATHEMATICS, protocolFile, row2021 } from './testing/results-room.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-results-backup-'))
const at = (name: string) => join(root, name)
const PASSWORD = 'лодка-у-причала-38'
const analyst = { accountId: 'a', role: 'analyst', grantId: null, unitPath: '1.' }
const now = new Date()

let app: RunningApp
let cookie = ''
let accepted: number
let waiting: number

const open = (data: string) =>
  startApp({
    ...{ dataFolder: at(data), host: '127.0.0.1', port: 0, web: false },
    configuration: { trustProxy: false },
    prepare: async database => {
      await database.ownerPool.query(`update setting set value = '[]' where id = 'second-factor-roles'`)
    },
  })
const call = async (method: string, path: string, body?: object | FormData) => {
  const isForm = body instanceof FormData
  const answer = await fetch(app.address + path, {
    method,
    headers: {
      'x-objektiv': '1',
      cookie,
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  })
  return answer
}
const send = async (name: string, content: Buffer) => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), name)
  const { id } = (await (await call('POST', '/api/imports', form)).json()) as { id: number }
  return settled(id)
}
const settled = (id: number) =>
  vi.waitFor(
    async () => {
      const batch = (await (await call('GET', `/api/imports/${id}`)).json()) as {
        id: number
        state: string
        version: number
        problems: { code: string }[]
      }
      if (batch.state === 'waiting' || batch.state === 'reading') throw new Error(batch.state)
      return batch
    },
    { timeout: 120_000, interval: 100 },
  )
const signIn = async () => {
  const answer = await call('POST', '/api/sign-in', { email: 'a@demo.local', password: PASSWORD })
  cookie = answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}
const examined = async (data: string) => {
  const client = await app.database.ownerPool.connect()
  try {
    return await examineBatches(client, await openStore(at(data)))
  } finally {
    client.release()
  }
}

beforeAll(async () => {
  app = await open('data')
  await createPeople(app.database, [
    { name: 'А', email: 'a@demo.local', password: PASSWORD, grants: [{ role: 'analyst', unitId: 1 }] },
  ])
  await signIn()
  const batch = await send(
    MATHEMATICS,
    await protocolFile([row2021({ code: 1, scores: { 0: 'X' }, total: 19 })]),
  )
  await call('POST', `/api/imports/${batch.id}/accept`, { version: batch.version })
  accepted = batch.id
  await send(`ещё ${MATHEMATICS}`, await protocolFile([row2021({ code: 2 })]))
  // One that waits for its turn far away: what was sent is in no backup.
  waiting = await app.database.as(analyst, async tx => {
    const [{ id: job }] = await tx
      .insertInto('job')
      .values({ kind: 'results.read', unit_id: 1, params: '{}', not_before: new Date('2100-01-01') })
      .returning('id')
      .execute()
    const [{ id }] = await tx
      .insertInto('import_batch')
      .values({
        ...{ unit_id: 1, file_name: 'ждёт.xlsx', sha256: 'f'.repeat(64), bytes: 5, assume: '{}' },
        ...{ store_id: 'waiting-still', job_id: job },
      })
      .returning('id')
      .execute()
    return id
  })
  await app.database.asSystem('system:test', tx =>
    tx
      .updateTable('job')
      .set({ params: JSON.stringify({ batch: waiting }) })
      .where('not_before', 'is not', null)
      .where('kind', '=', 'results.read')
      .execute(),
  )
})
afterAll(async () => {
  await app.stop()
  rmSync(root, { recursive: true, force: true })
})

it('a backup of the running service brings batches back with every remark; what waited is told to be lost', async () => {
  expect(await examined('data')).toEqual({ count: 2, lost: [], orphaned: [] })
  const source = await openSource({ folder: dataFolder(at('data')), env: {}, programVersion, now })
  await writeBackup(at('copy.tar.gz'), source, { now, progress: silentProgress })
  await source.close()
  await app.stop()
  const options = { root: at('again'), env: {}, programVersion, now, progress: silentProgress }
  await restoreBackup(at('copy.tar.gz'), options)
  expect(readdirSync(at('again'))).not.toContain('incoming')

  app = await open('again')
  await signIn()
  const { items, total } = (await (await call('GET', `/api/imports/remarks?batch=${accepted}`)).json()) as {
    items: { kind: string; row: number }[]
    total: number
  }
  expect(items.filter(({ kind }) => kind === 'cross-latin')).toMatchObject([{ row: 2 }])
  expect(items).toHaveLength(total)
  const [batch] = await app.database.as(analyst, tx => acceptedBatches(tx))
  expect(batch.id).toBe(accepted)
  const works = worksSource(await openStore(at('again')), batch.manifest)
  expect(await readSchools([works])).toMatchObject([{ school: '990001', works: 1 }])
  expect(await examined('again')).toEqual({ count: 2, lost: [], orphaned: [] })

  await app.database.asSystem('system:test', tx =>
    tx.updateTable('job').set({ not_before: null }).where('kind', '=', 'results.read').execute(),
  )
  expect(await settled(waiting)).toMatchObject({ state: 'failed', problems: [{ code: 'import-file-lost' }] })
})

it('the doctor finds a row without its folder and a folder without its row', async () => {
  const store = await openStore(at('again'))
  const [first] = readdirSync(store.folder)
  cpSync(join(store.folder, first), join(store.folder, `${first}-copy`), { recursive: true })
  const manifest = join(store.folder, `${first}-copy`, 'manifest.json')
  const { readFileSync, writeFileSync } = await import('node:fs')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(first, `${first}-copy`))
  expect((await examined('again')).orphaned).toEqual([`${first}-copy`])
  rmSync(join(store.folder, first, 'works.parquet'))
  expect(await examined('again')).toMatchObject({ count: 2, lost: [first], orphaned: [`${first}-copy`] })
})
