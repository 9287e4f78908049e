import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import {
  addPerson,
  addRegion,
  type Browser,
  type House,
  openHouse,
  PASSWORD,
  type Region,
  requireSecondFactor,
} from './testing/index.ts'

forEachDatabase('a token that fell into other hands', open => {
  let database: Database
  let house: House
  let region: Region
  let boss: Browser
  let officer: Browser
  let officerId: string
  const next = 'новые слова у причала'

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, [])
    house = await openHouse(database)
    await addPerson(database, 'boss', 'administrator', region.region)
    await addPerson(database, 'neighbour', 'municipality', region.east)
    officerId = await addPerson(database, 'officer', 'municipality', region.west)
    boss = await house.signedIn('boss')
    officer = await house.signedIn('officer')
  })

  const make = async (browser: Browser, name = 'выгрузка') => {
    const expiresAt = new Date(house.accounts.clock().getTime() + 30 * 24 * 3600 * 1000).toISOString()
    const made = await browser.post('/api/me/tokens', { name, rights: ['person.read'], expiresAt })
    return made.body as { id: number; token: string }
  }
  const works = async ({ token }: { token: string }) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await house.app.inject({ method: 'GET', url: '/api/people', headers })).statusCode === 200
  }

  it('says what may be done with it, and as whom; a token makes no tokens', async () => {
    const { id } = await make(officer, 'справка')
    const { items } = (await officer.get('/api/me/tokens')).body
    expect(items.find((one: { id: number }) => one.id === id)).toMatchObject({
      may: ['видеть людей своей территории'],
      sentence: expect.stringContaining('Западный район'),
    })
    const expiresAt = new Date(house.accounts.clock().getTime() + 24 * 3600 * 1000).toISOString()
    const greedy = await officer.post('/api/me/tokens', { name: 'ещё', rights: ['token.make'], expiresAt })
    expect(greedy.body.code).toBe('token-rights')
  })

  it('ends when its owner’s password is reset', async () => {
    const token = await make(officer)
    expect(await works(token)).toBe(true)
    const link = (await boss.post(`/api/people/${officerId}/reset-link`)).body
    expect(await works(token)).toBe(true)
    const done = await house.browser().post('/api/password-reset', { token: link.token, password: PASSWORD })
    expect(done.status).toBe(200)
    expect(await works(token)).toBe(false)
    officer = await house.signedIn('officer')
    const { rows } = await database.asSystem('system:test', tx =>
      sql`select account_id, action from audit where subject = 'api_token' and subject_id = ${String(token.id)}
        order by id desc limit 1`.execute(tx),
    )
    expect(rows).toEqual([{ account_id: officerId, action: 'token.revoked' }])
  })

  it('ends when its owner changes the password and says so, and only then', async () => {
    const token = await make(officer)
    const change = (current: string, wish: string, revokeTokens?: boolean) =>
      officer.post('/api/me/password', { current, next: wish, ...(revokeTokens ? { revokeTokens } : {}) })
    expect((await change(PASSWORD, next)).status).toBe(204)
    expect(await works(token)).toBe(true)
    expect((await change(next, PASSWORD, true)).status).toBe(204)
    expect(await works(token)).toBe(false)
  })

  it('is seen and ended by whoever answers for its owner, with the reason in the log', async () => {
    const token = await make(officer, 'хранилище')
    const [seen] = (await boss.get(`/api/people/${officerId}/tokens`)).body.items
    expect(seen).toMatchObject({ id: token.id, name: 'хранилище', mayRevoke: true, revokedAt: null })
    expect(JSON.stringify(seen)).not.toContain(token.token)
    const revoked = await boss.post(`/api/tokens/${token.id}/revoke`, { reason: 'ноутбук украден' })
    expect(revoked).toMatchObject({ status: 200, body: { id: token.id } })
    expect(revoked.body.revokedAt).not.toBeNull()
    expect(await works(token)).toBe(false)
    const { rows } = await database.asSystem('system:test', tx =>
      sql`select action, reason from audit where subject = 'api_token' and subject_id = ${String(token.id)}
        order by id desc limit 1`.execute(tx),
    )
    expect(rows).toEqual([{ action: 'token.revoked', reason: 'ноутбук украден' }])
  })

  it('is not seen from another territory, nor ended there', async () => {
    const token = await make(officer)
    const neighbour = await house.signedIn('neighbour')
    expect((await neighbour.get(`/api/people/${officerId}/tokens`)).status).toBe(404)
    expect((await neighbour.post(`/api/tokens/${token.id}/revoke`)).status).toBe(404)
    expect(await works(token)).toBe(true)
  })

  it('is not ended by somebody below its owner’s role', async () => {
    const branchId = await addPerson(database, 'branch', 'administrator', region.west)
    const token = await make(await house.signedIn('branch'))
    expect((await officer.get(`/api/people/${branchId}/tokens`)).body.items).toMatchObject([
      { id: token.id, mayRevoke: false },
    ])
    const refused = await officer.post(`/api/tokens/${token.id}/revoke`)
    expect(refused).toMatchObject({ status: 403, body: { code: 'person-not-yours' } })
    expect(await works(token)).toBe(true)
  })

  it('of a person with a role elsewhere shows only what acts here', async () => {
    const bothId = await addPerson(database, 'both', 'municipality', region.west)
    await boss.post(`/api/people/${bothId}/grants`, { role: 'municipality', unitId: region.east })
    const both = await house.signedIn('both')
    const west = await make(both, 'запад')
    both.grant = (await boss.get(`/api/people/${bothId}`)).body.grants[1].id
    const east = await make(both, 'восток')
    const seen = (await officer.get(`/api/people/${bothId}/tokens`)).body.items
    expect(seen.map(({ id }: { id: number }) => id)).toEqual([west.id])
    expect((await officer.post(`/api/tokens/${east.id}/revoke`)).status).toBe(404)
  })
})
