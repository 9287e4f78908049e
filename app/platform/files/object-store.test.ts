import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openLocalStore } from './local-store.ts'
import type { ObjectStore } from './object-store.ts'
import { openObjectStore } from './open-object-store.ts'
import { openS3Store } from './s3-store.ts'
import { type S3Server, startS3Server } from './testing/s3-server.ts'

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of source) all.push(one)
  return all
}

async function read(store: ObjectStore, hash: string): Promise<Buffer> {
  return Buffer.concat(await collect(await store.get(hash)))
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('the first half')
  throw new Error('the line went dead')
}

let folder: string
let server: S3Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objektiv-store-'))
  server = await startS3Server()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const openS3 = (prefix = 'school/', patience = 20_000) =>
  openS3Store(
    {
      endpoint: server.endpoint,
      region: 'ru-1',
      bucket: 'files',
      prefix,
      patience,
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    },
    join(folder, 's3', 'incoming'),
  )

describe.each([
  ['a folder', 'local', () => openLocalStore(join(folder, 'local'))],
  ['a bucket', 's3', openS3],
])('a store in %s', (_, name, open) => {
  let store: ObjectStore
  beforeAll(() => {
    store = open()
  })
  afterAll(() => store.close())
  const unfinished = () => readdir(join(folder, name, 'incoming'))

  it('gives back what it was given, under its hash', async () => {
    const content = randomBytes(3_000_000)
    const { hash, size } = await store.put(Readable.from([content.subarray(0, 999), content.subarray(999)]))
    expect({ hash, size }).toEqual({
      hash: createHash('sha256').update(content).digest('hex'),
      size: 3_000_000,
    })
    expect((await read(store, hash)).equals(content)).toBe(true)
    expect(await unfinished()).toEqual([])
  })

  it('keeps an equal content once and lists everything, page after page', async () => {
    const put = (text: string) => store.put(Readable.from([Buffer.from(text)]))
    const kept = [await put('a'), await put('a'), await put('b'), await put('c'), await put('d')]
    const listed = (await collect(store.list())).filter(({ size }) => size === 1)
    expect(listed.map(({ hash }) => hash).sort()).toEqual([...new Set(kept.map(({ hash }) => hash))].sort())
    for (const { changedAt } of listed) expect(Date.now() - changedAt.getTime()).toBeLessThan(60_000)
  })

  it('removes, and says so of what is not there', async () => {
    const { hash } = await store.put(Readable.from([Buffer.from('to go')]))
    expect(await store.has(hash)).toBe(true)
    await store.remove(hash)
    await store.remove(hash)
    expect(await store.has(hash)).toBe(false)
    await expect(store.get(hash)).rejects.toThrow('file-content-lost')
  })

  it('keeps nothing of an upload that broke off or was refused', async () => {
    const before = (await collect(store.list())).length
    await expect(store.put(broken())).rejects.toThrow('the line went dead')
    let seen = ''
    const refused = store.put(Readable.from([Buffer.from('refused')]), async ({ path }) => {
      seen = await readFile(path, 'utf8')
      throw new Error('not this kind')
    })
    await expect(refused).rejects.toThrow('not this kind')
    expect(seen).toBe('refused')
    expect((await collect(store.list())).length).toBe(before)
    expect(await unfinished()).toEqual([])
  })

  it('clears away what a killed process left, not what is being received now', async () => {
    const path = (file: string) => join(folder, name, 'incoming', file)
    await writeFile(path('old'), 'x')
    await writeFile(path('now'), 'x')
    await utimes(path('old'), new Date(0), new Date(0))
    expect(await store.discardUnfinished(new Date(Date.now() - 60_000))).toBe(1)
    expect(await unfinished()).toEqual(['now'])
    await rm(path('now'))
  })

  it('never takes a path for a hash', async () => {
    for (const hash of ['../../etc/passwd', `${'a'.repeat(63)}/`, '', `${'a'.repeat(64)}\n`])
      await expect((async () => store.get(hash))()).rejects.toThrow('not a content hash')
  })
})

describe('a content that is not what its hash says', () => {
  it('of a folder breaks off before its end', async () => {
    const store = openLocalStore(join(folder, 'rotten'))
    const { hash } = await store.put(Readable.from([Buffer.from('as it was')]))
    await writeFile(join(folder, 'rotten', hash.slice(0, 2), hash.slice(2, 4), hash), 'as it wos')
    await expect(read(store, hash)).rejects.toThrow('file-content-damaged')
  })

  it('of a bucket too', async () => {
    const store = openS3('rotten/')
    const { hash } = await store.put(Readable.from([Buffer.from('as it was')]))
    server.objects.get(`files/rotten/${hash}`)!.content = Buffer.from('as it wos')
    await expect(read(store, hash)).rejects.toThrow('file-content-damaged')
    store.close()
  })
})

describe('a bucket', () => {
  const away = { problems: [{ code: 'file-store-away' }], cause: expect.anything() }
  const hash = createHash('sha256').update('x').digest('hex')
  const everyWay = (store: ObjectStore) =>
    Promise.allSettled([
      store.put(Readable.from([Buffer.from('x')])),
      store.get(hash),
      store.remove(hash),
      collect(store.list()),
    ])

  it('out of reach is told as such, whatever was asked, and nothing stays behind', async () => {
    const gone = await startS3Server()
    await gone.stop()
    const incoming = join(folder, 'away', 'incoming')
    const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' }
    const store = openS3Store(
      { endpoint: gone.endpoint, region: 'ru-1', bucket: 'files', credentials },
      incoming,
    )
    for (const result of await everyWay(store)) expect(result).toMatchObject({ reason: away })
    await expect(store.has(hash)).rejects.toMatchObject(away)
    expect(await readdir(incoming)).toEqual([])
  })

  it('that does not exist is no lost file', async () => {
    server.missing = 'files'
    const store = openS3('none/')
    for (const result of await everyWay(store)) expect(result).toMatchObject({ reason: away })
    server.missing = ''
    store.close()
  })

  it('that is silent is not waited for', async () => {
    server.silent = true
    const store = openS3('silent/', 100)
    for (const result of await everyWay(store)) expect(result).toMatchObject({ reason: away })
    server.silent = false
    store.close()
  })

  it('that closes the connection in the middle gets the content again', async () => {
    server.hangUps = 1
    const store = openS3('again/')
    const kept = await store.put(Readable.from([randomBytes(300_000)]))
    expect(await store.has(kept.hash)).toBe(true)
    store.close()
  })
})

it('keeps to its own prefix in a bucket it shares', async () => {
  const other = openS3('elsewhere/')
  await other.put(Readable.from([Buffer.from('of another installation')]))
  expect(await collect(other.list())).toHaveLength(1)
  expect([...server.objects.keys()].some(key => key.startsWith('files/elsewhere/'))).toBe(true)
  other.close()
})

it('opens a bucket where the environment names one, the data folder otherwise', async () => {
  const local = await openObjectStore(folder)
  await local.put(Readable.from([Buffer.from('at home')]))
  expect(await readdir(join(folder, 'files'))).toContain('incoming')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  const settings = { OBJEKTIV_S3_BUCKET: 'named', OBJEKTIV_S3_ENDPOINT: server.endpoint }
  const store = await openObjectStore(folder, settings)
  const { hash } = await store.put(Readable.from([Buffer.from('away')]))
  store.close()
  vi.unstubAllEnvs()
  expect([...server.objects.keys()]).toContain(`named/${hash}`)
})
