import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { type LocalProvider, localProvider } from '../testing/identity-provider.ts'
import {
  addPerson,
  addRegion,
  type Browser,
  type House,
  openHouse,
  type Region,
  requireSecondFactor,
} from '../testing/index.ts'

const PUBLIC = 'http://objektiv.test'

forEachDatabase('signing in through an identity provider', open => {
  let database: Database
  let region: Region
  let house: House
  let provider: LocalProvider

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, ['analyst'])
    provider = await localProvider(`${PUBLIC}/api/auth/callback/oidc`)
    house = await openHouse(database, { oidc: oidc() })
    await addPerson(database, 'anna', 'head', region.westSchool)
    await addPerson(database, 'boss', 'administrator', region.region)
  })
  beforeEach(() => provider.start())
  afterAll(() => provider.stop())

  const oidc = () => ({
    issuer: provider.issuer,
    clientId: 'objektiv',
    clientSecret: 'client secret',
    label: 'Портал',
  })

  /** The whole way of a browser; where it ends up. */
  async function comeIn(browser: Browser, returnTo = '/units/1?tab=people'): Promise<string> {
    const begun = await browser.post('/api/sign-in/provider', { returnTo })
    expect(begun.status).toBe(200)
    const back = new URL(await provider.visit(begun.body.url))
    return (await browser.get(back.pathname + back.search)).location ?? ''
  }

  async function accountsNow(): Promise<number> {
    const rows = await database.asSystem('system:test', tx =>
      tx.selectFrom('auth.user').select('id').execute(),
    )
    return rows.length
  }

  it('says that the provider is away, and finds it when it is back', async () => {
    await provider.stop()
    const browser = house.browser()
    expect((await browser.get('/api/session')).body.provider).toEqual({ label: 'Портал' })
    expect((await browser.post('/api/sign-in/provider', {})).body.code).toBe('provider-away')
    // Who has a password does not notice.
    await house.signedIn('anna')
    await provider.start()
    expect((await browser.post('/api/sign-in/provider', {})).status).toBe(200)
    await provider.stop()
  })

  it('lets a person in by their verified e-mail, and returns them to their page', async () => {
    provider.person = { subject: 's-anna', email: 'Anna@example.org', emailVerified: true }
    const browser = house.browser()
    expect(await comeIn(browser)).toBe('/units/1?tab=people')
    expect((await browser.get('/api/me')).body).toMatchObject({
      email: 'anna@example.org',
      hasPassword: true,
    })
    const again = house.browser()
    await provider.stop()
    await provider.start()
    expect(await comeIn(again, '//evil.example/')).toBe('/')
    expect((await again.get('/api/me')).status).toBe(200)
    await provider.stop()
  })

  it('lets nobody in whom the provider does not vouch for, or whom nobody invited', async () => {
    const before = await accountsNow()
    provider.person = { subject: 's-false', email: 'boss@example.org', emailVerified: false }
    const browser = house.browser()
    expect(await comeIn(browser)).toMatch(/^\/sign-in\?problem=provider-/)
    provider.person = { subject: 's-stranger', email: 'stranger@example.org', emailVerified: true }
    expect(await comeIn(browser)).toBe('/sign-in?problem=provider-unknown-person')
    provider.person = { subject: 's-maybe', email: 'maybe@example.org', emailVerified: false }
    expect(await comeIn(browser)).toBe('/sign-in?problem=provider-email')
    expect((await browser.get('/api/me')).status).toBe(401)
    expect(await accountsNow()).toBe(before)
    await provider.stop()
  })

  it('makes a person of an invited e-mail, without a password', async () => {
    const boss = await house.signedIn('boss')
    const wish = { email: 'new@example.org', name: 'Новый Человек', role: 'head', unitId: region.eastSchool }
    const { invitation } = (await boss.post('/api/invitations', wish)).body
    provider.person = {
      subject: 's-new',
      email: 'new@example.org',
      emailVerified: true,
      name: 'Новый Человек',
    }
    const browser = house.browser()
    expect(await comeIn(browser, '/')).toBe('/')
    expect((await browser.get('/api/me')).body).toMatchObject({
      name: 'Новый Человек',
      hasPassword: false,
      grants: [{ role: 'head', unit: { id: region.eastSchool } }],
    })
    const { items } = (await boss.get('/api/invitations?state=accepted')).body
    expect(items).toMatchObject([{ id: invitation.id }])
    const guess = await house.browser().post('/api/sign-in', { email: 'new@example.org', password: '' })
    expect(guess.status).toBe(400)
    await provider.stop()
  })

  it('holds back a role that needs a second factor, unless the provider asks for one', async () => {
    await addPerson(database, 'analyst', 'analyst', region.region)
    provider.person = { subject: 's-analyst', email: 'analyst@example.org', emailVerified: true }
    const browser = house.browser()
    await comeIn(browser)
    expect((await browser.get('/api/people')).body.code).toBe('second-factor-needed')
    const trusting = await openHouse(database, { oidc: { ...oidc(), secondFactor: true } })
    const other = trusting.browser()
    await comeIn(other)
    expect((await other.get('/api/people')).status).toBe(200)
    await provider.stop()
  })

  it('joins nobody to an account whose address somebody else has set', async () => {
    const head = await addPerson(database, 'head', 'head', region.westSchool)
    provider.person = { subject: 's-head', email: 'head@example.org', emailVerified: true }
    const browser = house.browser()
    await comeIn(browser)
    const boss = await house.signedIn('boss')
    const change = { email: 'moved@example.org', version: 1 }
    expect((await boss.patch(`/api/people/${head}`, change)).status).toBe(200)
    expect((await browser.get('/api/me')).status).toBe(401)
    // Neither by what the provider knew of them, nor by what it says of the new address.
    expect(await comeIn(browser)).toMatch(/^\/sign-in\?problem=provider-/)
    provider.person = { subject: 's-moved', email: 'moved@example.org', emailVerified: true }
    expect(await comeIn(browser)).toMatch(/^\/sign-in\?problem=provider-/)
    await provider.stop()
  })

  it('believes no callback that it did not begin', async () => {
    provider.person = { subject: 's-anna', email: 'anna@example.org', emailVerified: true }
    const begun = await house.browser().post('/api/sign-in/provider', {})
    const back = new URL(await provider.visit(begun.body.url))
    const victim = house.browser()
    expect((await victim.get(back.pathname + back.search)).location).toBe('/sign-in?problem=provider-failed')
    expect((await victim.get('/api/me')).status).toBe(401)
    await provider.stop()
  })
})
