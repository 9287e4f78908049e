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

forEachDatabase('a link for a new password', open => {
  let database: Database
  let house: House
  let region: Region
  let boss: Browser
  let serial = 0

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, [])
    house = await openHouse(database)
    await addPerson(database, 'boss', 'administrator', region.region)
    boss = await house.signedIn('boss')
  })

  const next = 'новые слова у причала'

  /** A head of a school, and an officer of its municipality who has just made them a link. */
  async function offered() {
    const number = ++serial
    const head = {
      name: `head${number}`,
      id: await addPerson(database, `head${number}`, 'head', region.westSchool),
    }
    const officerId = await addPerson(database, `officer${number}`, 'municipality', region.west)
    const officer = await house.signedIn(`officer${number}`)
    const { token } = (await officer.post(`/api/people/${head.id}/reset-link`)).body
    return { head, officer: { id: officerId, browser: officer }, token: token as string }
  }

  const follow = (token: string) => house.browser().post('/api/password-reset', { token, password: next })
  const grantOf = async (id: string) => (await boss.get(`/api/people/${id}`)).body.grants[0].id

  async function expectVoid(token: string, name: string) {
    const read = await house.browser().post('/api/password-reset/read', { token })
    expect(read).toMatchObject({ status: 410, body: { code: 'link-revoked' } })
    expect(await follow(token)).toMatchObject({ status: 410, body: { code: 'link-revoked' } })
    await house.signedIn(name)
  }

  it('is void once the person has risen above whoever made it', async () => {
    const { head, token } = await offered()
    const rise = { role: 'analyst', unitId: region.region }
    expect((await boss.post(`/api/people/${head.id}/grants`, rise)).status).toBe(200)
    await expectVoid(token, head.name)
  })

  it('is void once the person serves elsewhere too', async () => {
    const { head, token } = await offered()
    await boss.post(`/api/people/${head.id}/grants`, { role: 'head', unitId: region.eastSchool })
    await expectVoid(token, head.name)
  })

  it('is void once whoever made it has lost the role', async () => {
    const { head, officer, token } = await offered()
    await boss.post(`/api/grants/${await grantOf(officer.id)}/revoke`)
    await expectVoid(token, head.name)
  })

  it('is void while whoever made it is blocked', async () => {
    const { head, officer, token } = await offered()
    const { version } = (await boss.get(`/api/people/${officer.id}`)).body
    await boss.patch(`/api/people/${officer.id}`, { blocked: true, version })
    await expectVoid(token, head.name)
  })

  it('stays good for a person who was given what its maker could have given', async () => {
    const { head, officer, token } = await offered()
    const more = { role: 'methodist', unitId: region.west }
    expect((await officer.browser.post(`/api/people/${head.id}/grants`, more)).status).toBe(200)
    expect((await follow(token)).status).toBe(200)
    const old = { email: `${head.name}@example.org`, password: PASSWORD }
    expect((await house.browser().post('/api/sign-in', old)).status).toBe(401)
  })
})
