import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import type { Right } from '../../app/features/accounts/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import type { Endpoint } from '../../app/platform/http/index.ts'
import { BROWSER, startWorld, type World } from '../world/start-world.ts'

const endpoints = Object.entries(contract) as [string, Endpoint][]
const own = endpoints.filter(([, { access }]) => access === 'signed-in')
const guarded = endpoints.filter(([, { access }]) => access !== 'public' && access !== 'signed-in')
const isOf =
  (right: Right) =>
  ([, { access }]: [string, Endpoint]) =>
    access === right

/** A token opens what its rights name, and nothing that a person has merely by being signed in. */
forEachDatabase('a token of an integration', open => {
  let world: World
  let token = ''
  beforeAll(async () => {
    world = await startWorld(open)
    const made = await world.send('POST', '/api/me/tokens', world.cookies.administrator, {
      name: 'проверка',
      rights: ['unit.read'],
      expiresAt: new Date(Date.now() + 24 * 3600 * 1000).toISOString(),
    })
    token = ((await made.json()) as { token: string }).token
  })
  afterAll(() => world?.stop())

  /** The code of the refusal; null for anything else. */
  async function knock(name: string): Promise<string | null> {
    const [method, path] = name.split(' ')
    const answer = await fetch(`${world.address}${path.replaceAll(/:\w+/g, '0')}?limit=none`, {
      method,
      headers: {
        ...BROWSER,
        authorization: `Bearer ${token}`,
        ...(method === 'GET' || method === 'DELETE' ? {} : { 'content-type': 'application/json' }),
      },
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{"nothing":"of use"}' }),
    })
    expect(answer.status).toBeLessThan(500)
    if (answer.status !== 403) return null
    return ((await answer.json()) as { code: string }).code
  }

  it('opens what its right names', async () => {
    for (const [name] of guarded.filter(isOf('unit.read')))
      expect([name, await knock(name)]).toEqual([name, null])
  })

  it.each(guarded.filter(endpoint => !isOf('unit.read')(endpoint)).map(([name]) => name))(
    'does not open %s, which it has no right to',
    async name => {
      expect(await knock(name)).toBe('right-missing')
    },
  )

  it.each(own)('does not open %s, which is a person’s own', async (name, { byToken }) => {
    expect(await knock(name)).toBe(byToken ? null : 'not-by-token')
  })

  it('does not say whose it is', async () => {
    const headers = { ...BROWSER, authorization: `Bearer ${token}` }
    const answer = await fetch(`${world.address}/api/session`, { headers })
    expect(await answer.json()).toMatchObject({ me: null })
    expect(own.filter(([, { byToken }]) => byToken).map(([name]) => name)).toEqual(['GET /api/access'])
  })
})
