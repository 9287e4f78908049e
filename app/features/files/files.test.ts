import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database, Scope } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { type ObjectStore, openLocalStore } from '../../platform/files/index.ts'
import { ooxml, PDF } from '../../platform/files/testing/contents.ts'
import { createServer } from '../../platform/http/index.ts'
import { attachFile, fileRoutes, listAttached, removeAttached } from './index.ts'
import { sweepFiles } from './sweep-files.ts'

const LIMIT = 2 ** 20
const DAY = 86_400_000

forEachDatabase('files', open => {
  let folder: string
  let database: Database
  let store: ObjectStore
  let app: FastifyInstance
  let url: string
  const scopes: Record<string, Scope> = {}

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'objektiv-files-'))
    database = await open()
    store = openLocalStore(folder)
    const schools = await database.asSystem('system:test', tx =>
      tx
        .insertInto('unit')
        .values(['Школа № 1', 'Школа № 2'].map(name => ({ parent_id: 1, kind: 'school', name })) as never)
        .returning(['id', 'path'])
        .execute(),
    )
    const scope = (accountId: string, role: string, unitPath: string) => ({
      accountId,
      role,
      grantId: 1,
      unitPath,
    })
    scopes.anna = scope('anna', 'coordinator', schools[0].path)
    scopes.vera = scope('vera', 'coordinator', schools[0].path)
    scopes.boris = scope('boris', 'coordinator', schools[1].path)
    scopes.chief = scope('chief', 'analyst', '1.')
    scopes.observer = scope('observer', 'observer', '1.')

    app = await createServer()
    const identify = async ({ headers }: { headers: Record<string, unknown> }) => {
      const found = scopes[String(headers['x-test'])]
      return found
        ? {
            personId: found.accountId,
            locale: 'ru' as const,
            scope: found,
            byToken: false,
            may: (right: string) => right === 'file.read' || found.role !== 'observer',
          }
        : null
    }
    fileRoutes(app, { database, identify }, { database, store, fileLimit: LIMIT, notHandedOut: ['raw'] })
    await app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })

  const as = (person: string) => ({ 'x-objektiv': '1', 'x-test': person })
  async function send(person: string, name: string, content: Buffer | string, query = '') {
    const form = new FormData()
    form.append('file', new Blob([content]), name)
    const response = await fetch(`${url}/api/files${query}`, {
      method: 'POST',
      headers: as(person),
      body: form,
    })
    const answer = (await response.json()) as Record<string, unknown>
    return { status: response.status, answer, id: answer.id as number }
  }
  const get = (person: string, path: string, method = 'GET') =>
    fetch(`${url}/api/files/${path}`, { method, headers: as(person) })
  const statuses = (paths: readonly (readonly [string, string, string?])[]) =>
    Promise.all(paths.map(async ([person, path, method]) => (await get(person, path, method)).status))
  const contents = async () => {
    const hashes: string[] = []
    for await (const { hash } of store.list()) hashes.push(hash)
    return hashes
  }
  const unfinished = () => readdir(join(folder, 'incoming'))

  it('come back as they were sent, for saving only', async () => {
    const { status, answer, id } = await send('anna', 'Приказ «О плане».pdf', PDF)
    expect([status, answer]).toEqual([
      200,
      {
        id,
        unitId: expect.any(Number),
        name: 'Приказ «О плане».pdf',
        size: PDF.length,
        mediaType: 'application/pdf',
        createdAt: expect.any(String),
        attachedTo: null,
      },
    ])
    const response = await get('anna', `${id}/content`)
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="______ __ ______.pdf"; filename*=UTF-8''%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%C2%AB%D0%9E%20%D0%BF%D0%BB%D0%B0%D0%BD%D0%B5%C2%BB.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-length': String(PDF.length),
    })
    const log = await database.as(scopes.chief, tx =>
      tx
        .selectFrom('audit' as never)
        .select(['action', 'account_id'] as never)
        .where('subject' as never, '=', 'stored_file' as never)
        .where('subject_id' as never, '=', String(id) as never)
        .orderBy('id' as never)
        .execute(),
    )
    expect(log).toEqual([
      { action: 'created', account_id: 'anna' },
      { action: 'read', account_id: 'anna' },
    ])
  })

  it('are a secret of their sender until a record takes them', async () => {
    const { id } = await send('anna', 'план.pdf', PDF)
    const everywhere = (person: string) => [
      [person, `${id}`] as const,
      [person, `${id}/content`] as const,
      [person, `${id}`, 'DELETE'] as const,
    ]
    expect(await statuses(everywhere('vera'))).toEqual([404, 404, 404])
    expect(await statuses(everywhere('boris'))).toEqual([404, 404, 404])
    expect(await statuses(everywhere('chief'))).toEqual([404, 404, 404])
    expect(await statuses([['nobody', `${id}`]])).toEqual([401])
    expect(await statuses([['observer', `${id}`, 'DELETE']])).toEqual([403])
    await expect(
      database.as(scopes.vera, tx =>
        attachFile(tx, id, 1, { subject: 'plan', subjectId: '5', access: 'file.read' }),
      ),
    ).rejects.toThrow('not-found')
  })

  it('are read by whoever may read their record, within reach, and removed through it alone', async () => {
    const { id, answer } = await send('anna', 'план.pdf', PDF)
    const record = { subject: 'plan', subjectId: String(id), access: 'history.read' as const }
    await database.as(scopes.anna, tx => attachFile(tx, id, answer.unitId as number, record))
    expect(
      await statuses([
        ['vera', `${id}`],
        ['chief', `${id}/content`],
        ['boris', `${id}`],
        ['boris', `${id}/content`],
        // An observer stands over the whole region, but without the right to the record.
        ['observer', `${id}/content`],
      ]),
    ).toEqual([200, 200, 404, 404, 404])
    const refusal = await get('anna', `${id}`, 'DELETE')
    expect([refusal.status, ((await refusal.json()) as { code: string }).code]).toEqual([
      409,
      'file-attached',
    ])
    await expect(
      database.as(scopes.anna, tx => attachFile(tx, id, answer.unitId as number, record)),
    ).rejects.toThrow('not-found')
    await expect(database.as(scopes.anna, tx => removeAttached(tx, id, 'plan', 'other'))).rejects.toThrow()
    await database.as(scopes.anna, async tx => {
      expect(await listAttached(tx, 'plan', String(id))).toHaveLength(1)
      await removeAttached(tx, id, 'plan', String(id))
      expect(await listAttached(tx, 'plan', String(id))).toEqual([])
    })
    expect(await statuses([['vera', `${id}`]])).toEqual([404])
  })

  it('of a record whose own room hands them out are known here, and not given', async () => {
    const { id, answer } = await send('anna', 'сырой.pdf', PDF)
    const record = { subject: 'raw', subjectId: '1', access: 'history.read' as const }
    await database.as(scopes.anna, tx => attachFile(tx, id, answer.unitId as number, record))
    expect(
      await statuses([
        ['chief', `${id}`],
        ['chief', `${id}/content`],
      ]),
    ).toEqual([200, 404])
  })

  it('are removed by their sender while they are drafts', async () => {
    const { id } = await send('anna', 'лишний.pdf', PDF)
    expect(await statuses([['anna', `${id}`, 'DELETE']])).toEqual([204])
    expect(
      await statuses([
        ['anna', `${id}`],
        ['anna', `${id}`, 'DELETE'],
      ]),
    ).toEqual([404, 404])
  })

  it('are kept at a unit in reach, never at another or above', async () => {
    const other = Number(scopes.boris.unitPath.split('.')[1])
    expect((await send('anna', 'a.pdf', PDF, `?unitId=${other}`)).status).toBe(404)
    const before = await contents()
    expect((await send('anna', 'a.txt', 'for the region', '?unitId=1')).status).toBe(404)
    expect(await contents()).toEqual(before)
    expect((await send('chief', 'a.pdf', PDF, `?unitId=${other}`)).answer.unitId).toBe(other)
    expect((await send('observer', 'a.pdf', PDF)).status).toBe(403)
    expect((await send('nobody', 'a.pdf', PDF)).status).toBe(401)
  })

  it('are refused in words, and leave nothing', async () => {
    const before = await contents()
    const macros = await send('anna', '../../план.docx', ooxml('word', { 'word/vbaProject.bin': 'x' }))
    expect(macros.status).toBe(422)
    expect(macros.answer).toMatchObject({
      code: 'file-kind-refused',
      title: 'Файл «план.docx» не принят: в документе есть макросы, или он берёт шаблон из сети.',
    })
    expect((await send('anna', 'a.pdf', '')).answer.code).toBe('file-empty')
    expect((await send('anna', 'a.html', '<p>')).answer.code).toBe('file-kind-refused')
    expect((await send('anna', 'a.docx', PDF)).answer).toMatchObject({
      code: 'file-extension-differs',
      title: 'Файл «a.docx» назван «.docx», а внутри — «.pdf».',
    })
    const bare = await fetch(`${url}/api/files`, {
      method: 'POST',
      headers: { ...as('anna'), 'content-type': 'application/json' },
      body: '{}',
    })
    expect(((await bare.json()) as { code: string }).code).toBe('file-not-sent')
    expect(await contents()).toEqual(before)
    expect(await unfinished()).toEqual([])
  })

  it('up to the limit are taken, one byte more is not', async () => {
    const text = (size: number) => Buffer.alloc(size, 'word ')
    expect((await send('anna', 'a.txt', text(LIMIT))).status).toBe(200)
    const { status, answer } = await send('anna', 'a.txt', Buffer.alloc(LIMIT + 1, 'x'))
    expect([status, answer.code]).toEqual([413, 'too-large'])
    expect(await unfinished()).toEqual([])
  })

  it('of any size are stopped early: by what they declare, and by what comes', async () => {
    // Both at a time: a line is cut seconds after the refusal, so that it is read.
    const [declared, undeclared] = await Promise.all([
      pour({ 'content-length': String(300 * LIMIT) }),
      pour({}),
    ])
    expect(declared.status).toBe(413)
    expect(declared.sent).toBeLessThan(20 * LIMIT)
    expect(undeclared.status).toBe(413)
    expect(undeclared.sent).toBeLessThan(60 * LIMIT)
    expect(process.memoryUsage().rss - undeclared.memory).toBeLessThan(100 * LIMIT)
    expect(await unfinished()).toEqual([])
  })

  /** Sends for ever, as fast as it is taken, until the other side cuts the line. */
  function pour(headers: Record<string, string>): Promise<{ status: number; sent: number; memory: number }> {
    const memory = process.memoryUsage().rss
    const head = Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n')
    const chunk = Buffer.alloc(64 * 1024, 'x')
    let sent = 0
    let status = 0
    const body = Readable.from(
      (function* () {
        yield head
        for (; sent < 300 * LIMIT; sent += chunk.length) yield chunk
      })(),
    )
    return new Promise(resolve => {
      const request = httpRequest(
        `${url}/api/files`,
        {
          method: 'POST',
          headers: { ...as('anna'), 'content-type': 'multipart/form-data; boundary=b', ...headers },
        },
        response => {
          status = response.statusCode ?? 0
          response.resume()
        },
      )
      request.on('error', () => {})
      request.on('close', () => {
        body.destroy()
        resolve({ status, sent, memory })
      })
      body.pipe(request)
    })
  }

  it('cut off in the middle leave nothing, and the next one is taken', async () => {
    const request = httpRequest(`${url}/api/files`, {
      method: 'POST',
      headers: { ...as('anna'), 'content-type': 'multipart/form-data; boundary=b', 'content-length': '9000' },
    })
    request.on('error', () => {})
    request.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf a')
    await vi.waitFor(async () => expect(await unfinished()).toHaveLength(1), { timeout: 5000 })
    request.destroy()
    await vi.waitFor(async () => expect(await unfinished()).toEqual([]), { timeout: 5000 })
    expect((await send('anna', 'a.txt', 'a whole one')).status).toBe(200)
  })

  it('whose content was lost are said to be lost', async () => {
    const { id } = await send('anna', 'a.txt', 'to be lost')
    const row = await database.asSystem('system:test', tx =>
      tx.selectFrom('stored_file').select('hash').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    await store.remove(row.hash)
    const answer = (await (await get('anna', `${id}/content`)).json()) as { code: string }
    expect(answer.code).toBe('file-content-lost')
  })

  describe('are swept', () => {
    const put = (text: string) => store.put(Readable.from([Buffer.from(text)]))
    const later = (days: number) => new Date(Date.now() + days * DAY)

    it('when no row names them for a day; two rows of one content are two reasons to keep it', async () => {
      const orphan = await put('an orphan')
      const first = await send('anna', 'a.txt', 'kept twice')
      const second = await send('vera', 'b.txt', 'kept twice')
      const { hash } = await put('kept twice')
      for (const { id, answer } of [first, second])
        await database.as(scopes[id === first.id ? 'anna' : 'vera'], tx =>
          attachFile(tx, id, answer.unitId as number, {
            subject: 'plan',
            subjectId: '7',
            access: 'file.read',
          }),
        )
      await sweepFiles(database, store, later(0.9))
      expect(await store.has(orphan.hash)).toBe(true)
      await sweepFiles(database, store, later(1.1))
      expect(await store.has(orphan.hash)).toBe(false)
      const remove = (person: string, id: number) =>
        database.as(scopes[person], tx => removeAttached(tx, id, 'plan', '7'))
      await remove('anna', first.id)
      await sweepFiles(database, store, later(40))
      expect(await store.has(hash)).toBe(true)
      await remove('vera', second.id)
      await sweepFiles(database, store, later(20))
      expect(await store.has(hash)).toBe(true)
      await sweepFiles(database, store, later(40))
      expect(await store.has(hash)).toBe(false)
    })

    it('when a draft was forgotten for a week', async () => {
      const { id } = await send('anna', 'a.txt', 'forgotten')
      await sweepFiles(database, store, later(6))
      expect(await statuses([['anna', `${id}`]])).toEqual([200])
      await sweepFiles(database, store, later(8))
      expect(await statuses([['anna', `${id}`]])).toEqual([404])
    })

    it('never while somebody sends the same content again', async () => {
      const { hash } = await put('sent again')
      const old = new Date(Date.now() - 2 * DAY)
      await utimes(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), old, old)
      const results = await Promise.all([
        sweepFiles(database, store, new Date()),
        send('anna', 'a.txt', 'sent again'),
        sweepFiles(database, store, new Date()),
      ])
      // Either it was taken and is there, or the sender was told; never a row without its content.
      const { status, answer } = results[1]
      if (status === 200) expect(await store.has(hash)).toBe(true)
      else expect(answer.code).toBe('file-content-lost')
    })
  })
})
