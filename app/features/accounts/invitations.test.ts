import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { createSetupLink } from './authentication/first-administrator.ts'
import type { Letter } from './open-accounts.ts'
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

forEachDatabase('the first administrator', open => {
  it('comes in by a link that works once, names the region, and has no default password', async () => {
    const database = await open()
    const house = await openHouse(database)
    const visitor = house.browser()
    expect((await visitor.get('/api/session')).body).toMatchObject({ me: null, setUp: false })
    const first = await createSetupLink(database)
    const link = await createSetupLink(database)
    const given = {
      region: 'Заречная область',
      name: 'Анна Иванова',
      email: 'Anna@example.org',
      locale: 'ru',
    }
    const setUp = (token: string, password = PASSWORD) =>
      visitor.post('/api/setup', { ...given, token, password })

    expect((await setUp(first?.token ?? '')).body.code).toBe('link-used')
    expect((await setUp('no such token, not at all')).body.code).toBe('link-unknown')
    expect((await setUp(link?.token ?? '', 'коротко')).body.code).toBe('password-short')
    expect((await visitor.post('/api/setup/read', { token: link?.token })).status).toBe(200)
    expect((await setUp(link?.token ?? '')).body).toEqual({ state: 'signed-in' })
    expect((await visitor.get('/api/session')).body).toMatchObject({
      setUp: true,
      me: {
        email: 'anna@example.org',
        grants: [{ role: 'administrator', sentence: 'Администратор — Заречная область, весь регион' }],
        secondFactor: { required: true, shown: false },
      },
    })
    expect((await setUp(link?.token ?? '')).body.code).toBe('link-used')
    expect(await createSetupLink(database)).toBeNull()
  })

  it('has a day for it', async () => {
    const database = await open()
    const house = await openHouse(database)
    const link = await createSetupLink(database)
    house.pass({ hours: 25 })
    const answer = await house.browser().post('/api/setup/read', { token: link?.token })
    expect(answer).toMatchObject({ status: 410, body: { code: 'link-expired' } })
  })
})

forEachDatabase('an invitation', open => {
  let database: Database
  let house: House
  let region: Region
  let officer: Browser
  const letters: Letter[] = []
  let serial = 0

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, [])
    house = await openHouse(database, { sendLetter: async letter => void letters.push(letter) })
    await addPerson(database, 'officer', 'municipality', region.west)
    officer = await house.signedIn('officer')
  })

  const invite = (wish: object = {}, browser = officer) =>
    browser.post('/api/invitations', {
      email: `new${++serial}@example.org`,
      name: 'Пётр Новый',
      role: 'head',
      unitId: region.westSchool,
      ...wish,
    })
  const accept = (token: string, browser = house.browser()) =>
    browser.post('/api/invitation/accept', { token, name: 'Пётр Новый', password: PASSWORD, locale: 'ru' })

  it('is sent by letter, shows what it offers, and makes a person with the role', async () => {
    const { link, invitation } = (await invite()).body
    expect(invitation).toMatchObject({ state: 'open', sentence: 'Руководитель школы — Школа № 1' })
    expect(link.sent).toBe(true)
    expect(letters.at(-1)?.to).toBe(invitation.email)
    expect(letters.at(-1)?.text).toContain(`http://objektiv.test${link.path}`)
    const visitor = house.browser()
    expect((await visitor.post('/api/invitation/read', { token: link.token })).body).toMatchObject({
      email: invitation.email,
      hasAccount: false,
      sentence: 'Руководитель школы — Школа № 1',
    })
    expect((await accept(link.token, visitor)).body).toEqual({ state: 'signed-in' })
    const me = (await visitor.get('/api/me')).body
    expect(me.grants).toMatchObject([{ role: 'head', unit: { id: region.westSchool } }])
    const log = await database.asSystem('system:test', tx =>
      sql<{ subject: string; details: string }>`
        select subject, coalesce(before::text, '') || coalesce(after::text, '') as details from audit
        where subject in ('invitation', 'person', 'role_grant') and action = 'invitation.accepted'`.execute(
        tx,
      ),
    )
    expect(new Set(log.rows.map(({ subject }) => subject))).toEqual(
      new Set(['invitation', 'person', 'role_grant']),
    )
    expect(log.rows.some(({ details }) => details.includes(link.token))).toBe(false)
  })

  it('works once', async () => {
    const { link } = (await invite()).body
    await accept(link.token)
    expect(await accept(link.token)).toMatchObject({ status: 410, body: { code: 'link-used' } })
  })

  it('makes one person when two accept at one moment', async () => {
    const { link, invitation } = (await invite()).body
    const answers = await Promise.all([accept(link.token), accept(link.token), accept(link.token)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const people = await database.asSystem('system:test', tx =>
      tx.selectFrom('person').select('id').where('email', '=', invitation.email).execute(),
    )
    expect(people).toHaveLength(1)
  })

  it('expires, and may be renewed: then only the new link works', async () => {
    const { link, invitation } = (await invite()).body
    house.pass({ days: 15 })
    expect((await accept(link.token)).body.code).toBe('link-expired')
    officer = await afterLongTime(officer)
    expect((await officer.get('/api/invitations?state=expired')).body.items).toMatchObject([
      { id: invitation.id },
    ])
    const renewed = (await officer.post(`/api/invitations/${invitation.id}/renew`)).body
    expect((await accept(link.token)).body.code).toBe('link-unknown')
    // The account library keeps the machine's time, which stood still: see afterLongTime.
    house.pass({ days: -15 })
    expect((await accept(renewed.link.token)).status).toBe(200)
  })

  it('can be withdrawn', async () => {
    const { link, invitation } = (await invite()).body
    expect((await officer.post(`/api/invitations/${invitation.id}/revoke`)).body.state).toBe('revoked')
    expect((await accept(link.token)).body.code).toBe('link-revoked')
    expect((await officer.post(`/api/invitations/${invitation.id}/renew`)).body.code).toBe('link-revoked')
  })

  it('is void when who sent it lost the power to', async () => {
    const id = await addPerson(database, 'leaver', 'municipality', region.west)
    const leaver = await house.signedIn('leaver')
    const { link } = (await invite({}, leaver)).body
    await database.asSystem('system:test', tx =>
      tx.updateTable('role_grant').set({ revoked_at: new Date() }).where('person_id', '=', id).execute(),
    )
    expect((await accept(link.token)).body.code).toBe('link-revoked')
  })

  it('is shown as void then, stands in nobody’s way, and is good again for whoever renews it', async () => {
    const id = await addPerson(database, 'gone', 'municipality', region.west)
    const gone = await house.signedIn('gone')
    const email = 'orphan@example.org'
    const { invitation } = (await invite({ email }, gone)).body
    const listed = async (state: string) =>
      (await officer.get(`/api/invitations?q=orphan&state=${state}`)).body.items
    expect(await listed('open')).toMatchObject([{ id: invitation.id, invitedBy: 'Человек gone' }])
    await database.asSystem('system:test', tx =>
      tx.updateTable('person').set({ blocked_at: new Date() }).where('id', '=', id).execute(),
    )
    expect(await listed('open')).toEqual([])
    expect(await listed('void')).toMatchObject([{ id: invitation.id, state: 'void' }])

    const second = await invite({ email })
    expect(second.status).toBe(200)
    await officer.post(`/api/invitations/${second.body.invitation.id}/revoke`)

    const renewed = (await officer.post(`/api/invitations/${invitation.id}/renew`)).body
    expect(renewed.invitation).toMatchObject({ state: 'open', invitedBy: 'Человек officer' })
    expect((await accept(renewed.link.token)).status).toBe(200)
  })

  it('is judged by the region’s day: who was appointed this morning may invite before it is morning in Greenwich', async () => {
    const timeZone = 'Asia/Kamchatka'
    const far = await openHouse(database, { timeZone })
    far.pass({ hours: (44 - new Date().getUTCHours()) % 24 })
    const today = localDate(far.accounts.clock(), timeZone)
    expect(today > far.accounts.clock().toISOString().slice(0, 10)).toBe(true)
    const id = await addPerson(database, 'appointed', 'municipality', region.west)
    await database.asSystem('system:test', tx =>
      tx.updateTable('role_grant').set({ valid_from: today }).where('person_id', '=', id).execute(),
    )
    const { link } = (await invite({}, await far.signedIn('appointed'))).body
    const given = { token: link.token, password: PASSWORD }
    expect((await far.browser().post('/api/invitation/accept', given)).status).toBe(200)
  })

  it('adds a role to somebody who has an account, once they have signed in', async () => {
    await addPerson(database, 'teacher', 'coordinator', region.eastSchool)
    const { link } = (await invite({ email: 'Teacher@example.org' })).body
    expect((await accept(link.token)).body.code).toBe('invitation-sign-in')
    expect((await accept(link.token, await house.signedIn('officer'))).body.code).toBe('invitation-sign-in')
    const teacher = await house.signedIn('teacher')
    expect((await teacher.post('/api/invitation/accept', { token: link.token })).status).toBe(200)
    expect((await teacher.get('/api/me')).body.grants).toHaveLength(2)
  })

  it('is refused above one’s role, outside one’s unit, to oneself, and twice', async () => {
    const code = async (wish: object) => (await invite(wish)).body.code
    expect(await code({ role: 'administrator' })).toBe('grant-above-own')
    expect(await code({ role: 'analyst', unitId: region.region })).toBe('not-found')
    expect(await code({ unitId: region.eastSchool })).toBe('not-found')
    expect(await code({ unitId: 999_999 })).toBe('not-found')
    expect(await code({ role: 'head', unitId: region.west })).toBe('grant-not-here')
    expect(await code({ email: 'officer@example.org' })).toBe('grant-to-oneself')
    await invite({ email: 'twice@example.org' })
    expect(await code({ email: 'twice@example.org' })).toBe('invited-already')
  })

  it('is seen by its own territory only', async () => {
    const { invitation } = (await invite({ email: 'hidden@example.org' })).body
    await addPerson(database, 'neighbour', 'municipality', region.east)
    const neighbour = await house.signedIn('neighbour')
    const list = (await neighbour.get('/api/invitations?q=hidden')).body
    expect(list).toMatchObject({ items: [], total: 0 })
    expect((await neighbour.post(`/api/invitations/${invitation.id}/revoke`)).status).toBe(404)
    expect((await neighbour.post(`/api/invitations/${invitation.id}/renew`)).status).toBe(404)
  })

  it('is paged without gaps or repeats', async () => {
    for (let i = 0; i < 7; i++) await invite()
    const seen: number[] = []
    let cursor = ''
    do {
      const page = (await officer.get(`/api/invitations?limit=3${cursor && `&cursor=${cursor}`}`)).body
      seen.push(...page.items.map(({ id }: { id: number }) => id))
      cursor = page.next ?? ''
    } while (cursor !== '')
    expect(seen.length).toBeGreaterThan(5)
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
    expect((await officer.get('/api/invitations?cursor=nonsense')).body.code).toBe('cursor-unreadable')
  })

  /** Sessions begin at the machine's time; this one is made to begin at that of the moved clock. */
  async function afterLongTime(browser: Browser): Promise<Browser> {
    const now = house.accounts.clock()
    const week = new Date(now.getTime() + 7 * 24 * 3600 * 1000)
    await database.asSystem('system:test', tx =>
      tx.updateTable('auth.session').set({ updated_at: now, expires_at: week }).execute(),
    )
    return browser
  }
})
