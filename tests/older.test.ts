import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { readMigrations } from '../app/platform/database/migrate.ts'
import { createTestDatabase } from '../app/platform/database/testing/index.ts'
import { restoreBackup, verifyBackup } from '../app/platform/operation/index.ts'
import { silentProgress } from '../app/platform/progress.ts'
import { startApp } from '../app/start-app.ts'
import { PASSWORD, sendTo } from './world/start-world.ts'

const folder = join(import.meta.dirname, 'older')
const kept = readdirSync(folder).filter(name => name.endsWith('.tar.gz'))
const root = mkdtempSync(join(tmpdir(), 'objektiv-older-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const kinds = [
  ['embedded', async () => undefined],
  ...(inject('postgresUrl')
    ? ([['PostgreSQL server', () => createTestDatabase(inject('postgresUrl') ?? '', 'template0')]] as const)
    : []),
] as const

/** Installations of earlier versions, kept as backups: each is brought back, brought up to this version, and opened. */
describe.each(kept)('the installation kept in %s', name => {
  const file = join(folder, name)

  it('is of migrations that nobody has edited since', async () => {
    const today = new Map((await readMigrations()).map(({ name, hash }) => [name, hash]))
    const edited = (await verifyBackup(file)).migrations.filter(({ name, hash }) => today.get(name) !== hash)
    // Whoever has such an installation could not start this version on it: put it back, add another migration.
    expect(edited).toEqual([])
  })

  it.each(kinds)('is there whole · %s', async (kind, database) => {
    const databaseUrl = await database()
    const data = join(root, `${name}-${kind}`)
    await restoreBackup(file, {
      ...{ root: data, databaseUrl, env: {}, programVersion: '9.0.0', now: new Date() },
      progress: silentProgress,
    })
    const app = await startApp({
      ...{ dataFolder: data, host: '127.0.0.1', port: 0, web: false },
      configuration: { trustProxy: false, ...(databaseUrl ? { databaseUrl } : {}) },
    })
    try {
      const send = sendTo(app.address)
      const signIn = async (email: string) => {
        const answer = await send('POST', '/api/sign-in', null, { email, password: PASSWORD })
        expect(answer.status).toBe(200)
        const lines = answer.headers.getSetCookie()
        return lines.map(line => line.split(';')[0]).join('; ')
      }
      const [administrator, analyst] = [
        await signIn('administrator@example.org'),
        await signIn('analyst@example.org'),
      ]
      // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
      const read = async (path: string, who = administrator): Promise<any> => {
        const answer = await send('GET', encodeURI(path), who)
        expect({ path, status: answer.status }).toEqual({ path, status: 200 })
        return answer.headers.get('content-type')?.includes('json') ? answer.json() : answer.text()
      }
      const [unit] = (await read('/api/units/search?q=Школа № 1')).items
      expect(unit).toMatchObject({ name: 'Гимназия № 1', login: 'edu990001' })
      expect((await read(`/api/units/${unit.id}`)).formerNames).toMatchObject([{ name: 'Школа № 1' }])
      const history = (await read(`/api/history/unit/${unit.id}`)).items
      const [order] = history.flatMap((entry: { files: { id: number }[] }) => entry.files)
      expect(await read(`/api/files/${order.id}/content`)).toBe('о переименовании')
      expect((await read('/api/people?limit=200')).total).toBe(12)

      const [batch] = (await read('/api/imports?state=accepted', analyst)).items
      expect(batch).toMatchObject({ set: 'Математика, 4 класс, 2021', works: 3, schools: 1 })
      const options = await read('/api/runs/options', analyst)
      expect(options.batches).toMatchObject([{ id: batch.id, works: 3 }])
      const runs = (await read('/api/runs', analyst)).items
      expect(runs.map(({ title }: { title: string }) => title)).toContain('Анализ весны')
      // And work goes on: numbers stand behind the rows, the log is written.
      const made = await send('POST', '/api/units', administrator, {
        ...{ kind: 'school', parentId: 1, name: 'Новая школа' },
      })
      expect(made.status).toBe(200)
      expect((await read('/api/audit?limit=1')).items[0].sentence).toContain('Новая школа')
    } finally {
      await app.stop()
    }
  })
})

it('there is at least one', () => expect(kept.length).toBeGreaterThan(0))
