import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { findPeopleIds } from './store/find-people-ids.ts'
import { namePeople } from './store/name-people.ts'
import {
  addPerson,
  addRegion,
  type Browser,
  type House,
  openHouse,
  type Region,
  requireSecondFactor,
} from './testing/index.ts'

/** Left the school in the west for one in the east: there they are a colleague, here a name in the log. */
forEachDatabase('somebody who has left', open => {
  let database: Database
  let house: House
  let region: Region
  let boss: Browser
  let west: Browser
  let westHead: Browser
  let id: string
  let westId: string

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, [])
    house = await openHouse(database)
    await addPerson(database, 'boss', 'administrator', region.region)
    westId = await addPerson(database, 'officer', 'municipality', region.west)
    await addPerson(database, 'head', 'head', region.westSchool)
    id = await addPerson(database, 'leaver', 'coordinator', region.westSchool)
    boss = await house.signedIn('boss')
    west = await house.signedIn('officer')
    westHead = await house.signedIn('head')
    await house.signedIn('leaver')
    await boss.post(`/api/people/${id}/grants`, { role: 'coordinator', unitId: region.eastSchool })
    expect((await westHead.get(`/api/people/${id}`)).body).toMatchObject({
      email: 'leaver@example.org',
      former: false,
    })
    const [grant] = (await westHead.get(`/api/people/${id}`)).body.grants
    expect((await westHead.post(`/api/grants/${grant.id}/revoke`)).status).toBe(200)
  })

  const CLOSED = {
    name: 'Человек leaver',
    email: null,
    former: true,
    blockedAt: null,
    grants: [{ role: 'coordinator', unit: { id: expect.any(Number) }, active: false }],
  }
  const inWest = () => ({
    accountId: westId,
    role: 'municipality',
    grantId: null,
    unitPath: `1.${region.west}.`,
  })

  it('keeps a name and past roles where they worked; how to reach them and how they sign in is closed', async () => {
    for (const browser of [westHead, west]) {
      const person = (await browser.get(`/api/people/${id}`)).body
      expect(person).toMatchObject({
        ...CLOSED,
        lastSeenAt: null,
        secondFactorEnabled: false,
        mayEdit: false,
      })
      expect(JSON.stringify(person)).not.toContain('leaver@')
    }
  })

  it('is found there by name and not by e-mail', async () => {
    const list = async (query: string) => (await west.get(`/api/people?${query}`)).body
    expect(await list('q=leaver')).toMatchObject({ items: [CLOSED], total: 1 })
    expect(await list(`q=${encodeURIComponent('leaver@')}`)).toMatchObject({ items: [], total: 0 })
    expect((await list('state=former')).items).toMatchObject([CLOSED])
    for (const sort of ['email', '-email']) {
      const { items, next } = await list(`sort=${sort}&limit=2`)
      const rest = await list(`sort=${sort}&limit=2&cursor=${next}`)
      expect(new Set([...items, ...rest.items].map(({ id }: { id: string }) => id)).size).toBe(3)
    }
  })

  it('is still named in the log and in histories', async () => {
    await database.as(inWest(), async tx => {
      expect(await namePeople(tx, [id])).toEqual(new Map([[id, 'Человек leaver']]))
      expect(await findPeopleIds(tx, 'leaver')).toEqual([id])
      expect(await findPeopleIds(tx, 'leaver@example')).toEqual([])
    })
  })

  it('cannot be blocked, renamed or given a new password from there', async () => {
    const { version } = (await west.get(`/api/people/${id}`)).body
    expect((await west.patch(`/api/people/${id}`, { blocked: true, version })).status).toBe(403)
    expect((await west.post(`/api/people/${id}/reset-link`)).body.code).toBe('person-not-yours')
  })

  it('is closed by the database, whatever the code asks', async () => {
    const known = await database.as(inWest(), tx =>
      tx.selectFrom('person_known').select('id').where('id', '=', id).execute(),
    )
    expect(known).toEqual([])
    for (const column of ['email', 'unit_id', 'created_at'])
      await expect(
        database.as(inWest(), tx => sql`select ${sql.ref(column)} from person`.execute(tx)),
      ).rejects.toThrow(/permission denied/)
  })

  it('is known as ever where they work now, and to whoever stands above', async () => {
    await addPerson(database, 'east-head', 'head', region.eastSchool)
    for (const browser of [boss, await house.signedIn('east-head')]) {
      const person = (await browser.get(`/api/people/${id}`)).body
      expect(person).toMatchObject({ email: 'leaver@example.org', former: false })
      expect(person.lastSeenAt).not.toBeNull()
    }
    const own = await house.signedIn('leaver')
    expect((await own.get('/api/me')).body.email).toBe('leaver@example.org')
  })

  it('of a role that ran out is closed too, and open again with a new one', async () => {
    const term = await addPerson(database, 'term', 'coordinator', region.westSchool)
    const ended = new Date(Date.now() - 3 * 24 * 3600 * 1000).toISOString().slice(0, 10)
    await database.asSystem('system:test', tx =>
      tx.updateTable('role_grant').set({ valid_to: ended }).where('person_id', '=', term).execute(),
    )
    expect((await westHead.get(`/api/people/${term}`)).body).toMatchObject({ email: null, former: true })
    expect((await boss.get(`/api/people/${term}`)).body).toMatchObject({ email: null, former: true })
    const again = { role: 'coordinator', unitId: region.west }
    expect((await boss.post(`/api/people/${term}/grants`, again)).status).toBe(200)
    expect((await west.get(`/api/people/${term}`)).body.email).toBe('term@example.org')
    expect((await westHead.get(`/api/people/${term}`)).body.email).toBeNull()
  })
})
