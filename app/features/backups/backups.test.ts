import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import { verifyBackup } from '../../platform/operation/index.ts'
import { type RunningApp, startApp } from '../../start-app.ts'
import { createPeople } from '../accounts/index.ts'
import type { backupsContract } from './contract.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-backups-'))
const PASSWORD = 'лодка-у-причала-38'
type Listed = z.infer<(typeof backupsContract)['GET /api/backups']['response']>

let app: RunningApp
let cookie = ''

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(app.address + path, {
    method,
    headers: {
      'x-objektiv': '1',
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response
}

const signIn = async (email: string) => {
  cookie = ''
  const response = await call('POST', '/api/sign-in', { email, password: PASSWORD })
  expect(response.status).toBe(200)
  cookie = response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}

const list = async () => (await (await call('GET', '/api/backups')).json()) as Listed

beforeAll(async () => {
  app = await startApp({
    ...{ dataFolder: join(root, 'data'), host: '127.0.0.1', port: 0, web: false },
    configuration: { trustProxy: false },
    prepare: async database => {
      await database.ownerPool.query(`update setting set value = '[]' where id = 'second-factor-roles'`)
      await createPeople(database, [
        {
          name: 'А',
          email: 'a@demo.local',
          password: PASSWORD,
          grants: [{ role: 'administrator', unitId: 1 }],
        },
        { name: 'Б', email: 'b@demo.local', password: PASSWORD, grants: [{ role: 'analyst', unitId: 1 }] },
      ])
    },
  })
})
afterAll(async () => {
  await app.stop()
  rmSync(root, { recursive: true, force: true })
})

it('are for the administrator alone', async () => {
  expect((await call('GET', '/api/backups')).status).toBe(401)
  await signIn('b@demo.local')
  for (const [method, path] of [
    ['GET', '/api/backups'],
    ['POST', '/api/backups'],
    ['GET', '/api/backups/objektiv-2026-11-22-090000.tar.gz/content'],
  ])
    expect((await call(method, path)).status, `${method} ${path}`).toBe(403)
})

it('are made while people work, one at a time, taken away, removed; all of it in the log', async () => {
  await signIn('a@demo.local')
  // Three asked at one moment: one is made, the others are told so.
  const answers = await Promise.all([1, 2, 3].map(async () => (await call('POST', '/api/backups')).json()))
  const begun = answers.filter(answer => !(answer as { code?: string }).code)
  expect(begun).toEqual([{ jobId: expect.any(Number) }])
  expect(await list()).toEqual({ items: [], making: true })
  expect(answers.filter(answer => (answer as { code?: string }).code === 'backup-running')).toHaveLength(2)
  const [item] = await vi.waitFor(
    async () => {
      const { items, making } = await list()
      expect(making).toBe(false)
      return items
    },
    { timeout: 60_000, interval: 200 },
  )
  const job = (await (await call('GET', '/api/jobs')).json()) as {
    items: { state: string; result: object }[]
  }
  expect(job.items[0]).toMatchObject({ state: 'done', result: { link: '/backups' } })
  const path = join(root, 'data', 'backups', item.name)
  const manifest = await verifyBackup(path)
  expect(manifest.tables.find(({ name }) => name === 'public.person')?.rows).toBe(2)
  const content = await call('GET', `/api/backups/${item.name}/content`)
  expect((await content.arrayBuffer()).byteLength).toBe(statSync(path).size)
  expect(content.headers.get('content-disposition')).toContain(item.name)
  await call('DELETE', `/api/backups/${item.name}`)
  expect((await list()).items).toEqual([])
  const { rows } = await app.database.ownerPool.query(
    `select after ->> 'act' as act from audit where subject = 'backup' order by id`,
  )
  expect(rows.map(({ act }) => act)).toEqual(['made', 'downloaded', 'removed'])
})

it('are never found by a path', async () => {
  for (const name of ['..%2Fsecrets.json', '%2e%2e/secrets.json', 'objektiv-2026-11-22-090000.tar.gz%00'])
    expect((await call('GET', `/api/backups/${name}/content`)).status, name).toBeGreaterThanOrEqual(400)
})

it('are called off like any long work, and leave nothing half-made', async () => {
  const { jobId } = (await (await call('POST', '/api/backups')).json()) as { jobId: number }
  await call('POST', `/api/jobs/${jobId}/cancel`, {})
  await vi.waitFor(async () => expect((await list()).making).toBe(false), { timeout: 60_000, interval: 100 })
  expect(readdirSync(join(root, 'data', 'backups'))).toEqual((await list()).items.map(({ name }) => name))
  expect((await call('POST', '/api/backups')).status).toBe(200)
})
