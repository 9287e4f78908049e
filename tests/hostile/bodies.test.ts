import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWorkbook } from '../../app/documents/spreadsheet/testing/build-workbook.ts'
import { packRepeated } from '../../app/documents/spreadsheet/testing/pack-repeated.ts'
import { onEmbedded } from '../../app/platform/database/testing/index.ts'
import { PDF } from '../../app/platform/files/testing/contents.ts'
import { BROWSER, startWorld, type World } from '../world/start-world.ts'

const MEGABYTE = 2 ** 20
/** Less than a body kept whole would take; what lies here besides is garbage of both sides, not collected yet. */
const MOST_GROWTH = 250 * MEGABYTE
const open = onEmbedded()
let world: World
beforeAll(async () => {
  world = await startWorld(open)
})
afterAll(() => world?.stop())

interface Outcome {
  readonly status: number
  readonly code: string
  /** Bytes that left us before the answer, or the cut, stopped us. */
  readonly sent: number
  /** How much the memory of this process, the server's too, had grown at most. */
  readonly growth: number
}

/** Sends `total` bytes of zeros as fast as they are taken, and stops when told so. */
function pour(url: string, cookie: string | null, total: number, headers: Record<string, string>) {
  return new Promise<Outcome>((resolve, reject) => {
    const zeros = Buffer.alloc(64 * 1024)
    const before = process.memoryUsage().rss
    let growth = 0
    let sent = 0
    const watch = setInterval(() => {
      growth = Math.max(growth, process.memoryUsage().rss - before)
    }, 10)
    const outgoing = request(world.address + url, {
      method: 'POST',
      headers: { ...BROWSER, ...(cookie ? { cookie } : {}), ...headers },
    })
    let status = 0
    let text = ''
    outgoing.on('response', answer => {
      status = answer.statusCode ?? 0
      answer.setEncoding('utf8').on('data', part => {
        text += part
      })
      // The cut comes while we still send; the answer was whole before it.
      answer.on('error', () => {})
    })
    outgoing.on('close', () => {
      clearInterval(watch)
      if (text === '') reject(new Error('cut without an answer'))
      else resolve({ status, code: JSON.parse(text).code, sent, growth })
    })
    outgoing.on('error', () => {})
    const more = () => {
      if (outgoing.destroyed) return
      if (sent >= total) return void outgoing.end()
      sent += zeros.length
      outgoing.write(zeros, error => (error ? undefined : setImmediate(more)))
    }
    if (headers['content-type'].startsWith('multipart/'))
      outgoing.write(
        '--edge\r\ncontent-disposition: form-data; name="file"; filename="zeros.pdf"\r\ncontent-type: application/pdf\r\n\r\n',
      )
    more()
  })
}

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=edge' }
const declared = (length: number) => ({ 'content-length': String(length) })

describe('300 MB', () => {
  const total = 300 * MEGABYTE
  it.each([
    ['said beforehand', '/api/files', { ...MULTIPART, ...declared(total) }],
    ['not said beforehand', '/api/files', MULTIPART],
    ['sent as a registry', '/api/registry/imports', MULTIPART],
    ['sent as JSON', '/api/units', { 'content-type': 'application/json' }],
    [
      'sent as JSON, said beforehand',
      '/api/units',
      { 'content-type': 'application/json', ...declared(total) },
    ],
  ])('%s are stopped early, with 413 and without filling the memory', async (_, url, headers) => {
    const { status, code, sent, growth } = await pour(url, world.cookies.administrator, total, headers)
    expect({ status, code }).toEqual({ status: 413, code: 'too-large' })
    expect(sent).toBeLessThan(60 * MEGABYTE)
    expect(growth).toBeLessThan(MOST_GROWTH)
  })

  it.each([
    ['a stranger', null, {}, 401],
    ['a role without the right', 'observer', {}, 403],
    ['a foreign page', 'administrator', { origin: 'https://evil.example' }, 403],
  ] as const)('of %s are refused before they are read', async (_, role, headers, status) => {
    const cookie = role && world.cookies[role]
    const outcome = await pour('/api/files', cookie, total, { ...MULTIPART, ...headers })
    expect(outcome.status).toBe(status)
    expect(outcome.sent).toBeLessThan(40 * MEGABYTE)
    expect(outcome.growth).toBeLessThan(MOST_GROWTH)
  })
})

describe('an answer before the body was read', () => {
  it('leaves the connection of a short one open', async () => {
    const small = () => world.send('POST', '/api/units', null, { name: 'х'.repeat(1000) })
    for (let i = 0; i < 5; i++) expect((await small()).status).toBe(401)
  })
})

const send = (url: string, type: string, body: string | Blob | FormData) =>
  fetch(world.address + url, {
    method: 'POST',
    headers: { ...BROWSER, cookie: world.cookies.administrator, ...(type ? { 'content-type': type } : {}) },
    body,
  })

describe('JSON that is made to harm', () => {
  const school = '"kind":"school","parentId":2'
  it.each([
    ['200 000 levels deep', `{${school},"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 400],
    [
      'deep beside what is asked',
      `{${school},"name":"","x":${'{"a":'.repeat(80_000)}1${'}'.repeat(80_000)}}`,
      400,
    ],
    [
      'of ninety thousand keys',
      `{${Array.from({ length: 90_000 }, (_, i) => `"k${i}":1`).join()},"kind":"x"}`,
      400,
    ],
    ['with __proto__', '{"__proto__":{"admin":true},"kind":"school"}', 400],
    ['with a constructor', '{"constructor":{"prototype":{"admin":true}},"kind":"school"}', 400],
    ['with a number beyond numbers', `{"kind":"school","parentId":1e999,"name":"Школа"}`, 400],
    ['of a million digits', `{"kind":"school","parentId":${'9'.repeat(900_000)},"name":"Школа"}`, 400],
    ['that is no object', '"школа"', 400],
    ['that is nothing', 'null', 400],
  ])('%s is refused at once', async (_, body, status) => {
    const started = performance.now()
    const answer = await send('/api/units', 'application/json', body)
    expect(answer.status).toBe(status)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  it('with a key twice means the last, as every reader of JSON takes it', async () => {
    const answer = await send(
      '/api/units',
      'application/json',
      `{"kind":"region","kind":"school","parentId":${world.units.west},"name":"а","name":"Школа двух имён"}`,
    )
    expect((await answer.json()) as object).toMatchObject({ kind: 'school', name: 'Школа двух имён' })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', ''])(
    'called %j is not read: a form of another site can send that',
    async type => {
      const answer = await send('/api/units', type, new Blob(['{"kind":"school"}']))
      expect(answer.status).toBe(400)
    },
  )
})

describe('a file name', () => {
  const NAMES = [
    '../../../../etc/cron.d/evil.pdf',
    '..\\..\\evil.pdf',
    'C:\\Windows\\System32\\evil.pdf',
    '/etc/passwd.pdf',
    'con.pdf',
    'a%00b.pdf',
    'акт\u202efdp.pdf',
    `${'ж'.repeat(400)}.pdf`,
    "'; drop table stored_file; --.pdf",
    '<script>.pdf',
  ]
  it.each(NAMES)('%j is shown and nothing more', async sent => {
    const form = new FormData()
    form.set('file', new Blob([PDF]), sent)
    const answer = await send('/api/files', '', form)
    expect(answer.status).toBe(200)
    const { id, name } = (await answer.json()) as { id: number; name: string }
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]/u)
    const content = await world.send('GET', `/api/files/${id}/content`, world.cookies.administrator)
    expect(content.headers.get('content-disposition')).toMatch(/^attachment; filename="[\x20-\x7e]*"; /)
    expect(content.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(Buffer.from(await content.arrayBuffer()).equals(PDF)).toBe(true)
  })

  it('never reaches the disk', async () => {
    const { readdir } = await import('node:fs/promises')
    const kept = await readdir(world.folder, { recursive: true })
    expect(kept.filter(path => /evil|passwd|con\.|акт|ж|script|drop/.test(path))).toEqual([])
    expect(kept.some(path => /[0-9a-f]{60}/.test(path))).toBe(true)
  })

  it('with a line of headers in it adds none', async () => {
    const body = `--edge\r\ncontent-disposition: form-data; name="file"; filename="a%0d%0aset-cookie: x=1.pdf"\r\n\r\n${PDF.toString('latin1')}\r\n--edge--\r\n`
    const answer = await send('/api/files', 'multipart/form-data; boundary=edge', body)
    const { id } = (await answer.json()) as { id: number }
    const content = await world.send('GET', `/api/files/${id}/content`, world.cookies.administrator)
    expect(content.headers.get('set-cookie')).toBe(null)
  })
})

describe('a registry that is a bomb', () => {
  const sheet = (times: number) =>
    packRepeated(
      'xl/worksheets/sheet1.xml',
      '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
      `<row><c t="inlineStr"><is><t>${'а'.repeat(1000)}</t></is></c></row>`.repeat(1000),
      times,
      '</sheetData></worksheet>',
    )
  const bombs: [string, () => Buffer][] = [
    ['of a gigabyte', () => buildWorkbook({ sheets: { а: '' }, parts: [sheet(500)] })],
    [
      'that says it is small',
      () => buildWorkbook({ sheets: { а: '' }, parts: [{ ...sheet(500), declaredSize: 1000 }] }),
    ],
    [
      'with entities that multiply',
      () =>
        buildWorkbook({
          sheets: {
            а: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
          },
        }),
    ],
    ['of noise', () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(MEGABYTE)])],
    ['of ten million lines of text', () => Buffer.from('a\n'.repeat(9.5 * MEGABYTE))],
    ['of one line of ten million fields', () => Buffer.from('a;'.repeat(9.5 * MEGABYTE))],
  ]
  it.each(bombs)('%s is a problem in the table of problems', async (_, make) => {
    const form = new FormData()
    form.set('file', new Blob([make()]), 'registry.xlsx')
    const before = process.memoryUsage().rss
    const started = performance.now()
    const answer = await send('/api/registry/imports', '', form)
    expect(answer.status).toBe(200)
    const { problems, added } = (await answer.json()) as { problems: number; added: number }
    expect(problems).toBeGreaterThan(0)
    expect(added).toBe(0)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * MEGABYTE)
  })
})
