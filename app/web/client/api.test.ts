import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '../messages/say.ts'
import { api, fileName } from './api.ts'
import type { ApiError } from './api-error.ts'

const sent = vi.fn<(url: string, init: RequestInit) => Promise<Response>>()
const kept = new Map<string, string>()
const storage = { getItem: (key: string) => kept.get(key) ?? null }

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('ru')
})
beforeEach(() => {
  vi.stubGlobal('fetch', sent)
  vi.stubGlobal('sessionStorage', storage)
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => {
  sent.mockReset()
  kept.clear()
})

const answer = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init)
const refused = async (): Promise<ApiError> =>
  api('GET /api/units/:id', { params: { id: 5 } }).then(
    () => expect.unreachable(),
    error => error,
  )

describe('calling the API', () => {
  it('puts parameters in the path safely, leaves out empty filters, and says as whom', async () => {
    kept.set('objektiv-grant', '7')
    sent.mockResolvedValue(answer({ items: [], next: null }))
    await api('GET /api/history/:subject/:id', {
      params: { subject: 'unit', id: '../x?y' },
      query: { limit: 5, cursor: undefined },
    })
    const [url, init] = sent.mock.calls[0]
    expect(url).toBe('/api/history/unit/..%2Fx%3Fy?limit=5')
    expect(Object.fromEntries(init.headers as Headers)).toMatchObject({
      'x-objektiv': '1',
      'x-objektiv-grant': '7',
      'accept-language': 'ru',
    })
  })

  it('turns problem details into an error that keeps the words and the id', async () => {
    const body = {
      id: 'K7P2QM',
      problems: [{ code: 'not-found', text: 'Нет такого.', advice: 'Проверьте.' }],
    }
    sent.mockResolvedValue(
      answer(body, { status: 404, headers: { 'content-type': 'application/problem+json; charset=utf-8' } }),
    )
    expect(await refused()).toMatchObject({
      status: 404,
      code: 'not-found',
      id: 'K7P2QM',
      message: 'Нет такого.',
    })
  })

  it('has words of its own for the page of a proxy and for a lost network', async () => {
    sent.mockResolvedValue(new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(await refused()).toMatchObject({ status: 502, code: 'no-answer' })
    sent.mockResolvedValue(new Response('<html>Too large</html>', { status: 413 }))
    expect(await refused()).toMatchObject({ status: 413, code: 'refused-on-the-way' })
    sent.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await refused()).toMatchObject({
      status: 0,
      code: 'no-connection',
      message: 'Нет связи с сервером.',
    })
  })
})

describe('the name of a downloaded file', () => {
  it('is the Russian one where the server gives both', () => {
    const both = `attachment; filename="registry.xlsx"; filename*=UTF-8''${encodeURIComponent('Реестр школ.xlsx')}`
    expect(fileName(both)).toBe('Реестр школ.xlsx')
    expect(fileName('attachment; filename="registry.xlsx"')).toBe('registry.xlsx')
    expect(fileName(null)).toBeNull()
  })
})
