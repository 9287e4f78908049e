import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import {
  addPerson,
  addRegion,
  type Browser,
  FIREFOX,
  type House,
  openHouse,
  PASSWORD,
  requireSecondFactor,
} from '../testing/index.ts'
import { totp } from '../testing/totp.ts'
import { beginAttempt } from './attempts.ts'
import { sweepAccounts } from './sweep.ts'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'

async function actsOf(database: Database, personId: string): Promise<string[]> {
  const { rows } = await database.asSystem('system:test', tx =>
    sql<{
      action: string
    }>`select action from audit where subject = 'person' and subject_id = ${personId} order by id`.execute(
      tx,
    ),
  )
  return rows.map(({ action }) => action).filter(action => action !== 'created')
}

forEachDatabase('signing in', open => {
  let database: Database
  let house: House
  let school: number
  let serial = 0

  beforeAll(async () => {
    database = await open()
    school = (await addRegion(database)).westSchool
    house = await openHouse(database)
  })

  /** Somebody of their own for each test, so that counted failures do not meet. */
  async function somebody(): Promise<{ id: string; name: string; email: string }> {
    const name = `person${++serial}`
    return { id: await addPerson(database, name, 'head', school), name, email: `${name}@example.org` }
  }
  const tryPassword = (browser: Browser, email: string, password = PASSWORD) =>
    browser.post('/api/sign-in', { email, password })

  it('opens with the right password, whatever the case of the e-mail, and says who one is', async () => {
    const { id, email } = await somebody()
    const browser = house.browser()
    expect((await browser.get('/api/me')).status).toBe(401)
    expect((await tryPassword(browser, email.toUpperCase())).body).toEqual({ state: 'signed-in' })
    const me = (await browser.get('/api/me')).body
    expect(me).toMatchObject({ id, email, grantId: me.grants[0].id })
    expect(me.grants[0].sentence).toBe('Руководитель школы — Школа № 1')
    expect(me.rights).toContain('person.invite')
    expect(me.rights).not.toContain('unit.edit')
    expect(await actsOf(database, id)).toEqual(['signed-in'])
  })

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const { id, email } = await somebody()
    const wrong = await tryPassword(house.browser(), email, 'совсем не тот пароль')
    const unknown = await tryPassword(house.browser(), 'nobody@example.org')
    const broken = await tryPassword(house.browser(), "' or 1=1 --")
    for (const answer of [wrong, unknown, broken]) {
      expect(answer.status).toBe(401)
      expect(answer.body.code).toBe('sign-in-failed')
    }
    expect(wrong.body.title).toBe(unknown.body.title)
    expect(await actsOf(database, id)).toEqual(['sign-in.failed'])
  })

  it('keeps the cookie from scripts and from other sites', async () => {
    const { email } = await somebody()
    const payload = { email, password: PASSWORD }
    const headers = { 'x-objektiv': '1', 'user-agent': FIREFOX }
    const answer = await house.app.inject({ method: 'POST', url: '/api/sign-in', payload, headers })
    const cookie = answer.cookies.find(({ name }) => name === 'objektiv.session_token')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const secure = await openHouse(database, { publicUrl: 'https://objektiv.test' })
    const over = await secure.app.inject({ method: 'POST', url: '/api/sign-in', payload, headers })
    expect(over.cookies.find(({ name }) => name === '__Secure-objektiv.session_token')).toMatchObject({
      secure: true,
    })
  })

  it('does not believe a forged cookie', async () => {
    const { name } = await somebody()
    const browser = await house.signedIn(name)
    const cookie = browser.cookies.get('objektiv.session_token') ?? ''
    browser.cookies.set(
      'objektiv.session_token',
      cookie.replace(/^./, c => (c === 'a' ? 'b' : 'a')),
    )
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  it('locks after five failures, longer each time, and opens again', async () => {
    const { id, email } = await somebody()
    const guesser = house.browser()
    const guess = () => tryPassword(guesser, email, 'наугад наугад')
    for (let i = 0; i < 5; i++) expect((await guess()).body.code).toBe('sign-in-failed')
    const locked = await tryPassword(house.browser(), email)
    expect(locked.body.problems[0]).toMatchObject({ code: 'sign-in-locked', params: { minutes: 1 } })
    // The door that closed stands in the log once; knocks at the closed door do not.
    expect((await actsOf(database, id)).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'sign-in.failed'),
      'sign-in.locked',
    ])
    house.pass({ minutes: 1 })
    expect((await guess()).body.code).toBe('sign-in-failed')
    house.pass({ minutes: 0.6 })
    expect((await guess()).body.code).toBe('sign-in-locked')
    house.pass({ minutes: 1 })
    expect((await tryPassword(house.browser(), email)).status).toBe(200)
    expect((await guess()).body.code).toBe('sign-in-failed')
  })

  it('does not lock the owner out of a browser they have used', async () => {
    const { name, email } = await somebody()
    const own = await house.signedIn(name)
    await own.post('/api/sign-out')
    for (let i = 0; i < 7; i++) await tryPassword(house.browser(), email, 'наугад наугад')
    expect((await tryPassword(house.browser(), email)).body.code).toBe('sign-in-locked')
    expect((await tryPassword(own, email)).status).toBe(200)
  })

  it('counts attempts of one moment one by one', async () => {
    const { email } = await somebody()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tryPassword(house.browser(), email, 'наугад')),
    )
    const codes = answers.map(({ body }) => body.code)
    expect(codes.filter(code => code === 'sign-in-failed')).toHaveLength(5)
    expect(codes.filter(code => code === 'sign-in-locked')).toHaveLength(15)
  })

  it('looks at five of hundreds of wrong passwords, and writes five lines about them and one about the lock', async () => {
    const { id, email } = await somebody()
    let looked = 0
    for (let i = 0; i < 500; i += 100) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => tryPassword(house.browser(), email, `пароль ${i}`)),
      )
      looked += answers.filter(({ body }) => body.code === 'sign-in-failed').length
    }
    expect(looked).toBe(5)
    expect(await actsOf(database, id)).toHaveLength(6)
  })

  it('lets an address that tries many e-mails wait too', async () => {
    const address = { kind: 'address', of: '203.0.113.9' } as const
    for (let i = 0; i < 98; i++) await beginAttempt(database, [address], house.accounts.clock())
    const guesser = house.browser()
    guesser.address = address.of
    const codes: string[] = []
    for (let i = 0; i < 4; i++)
      codes.push((await tryPassword(guesser, `guess${i}@example.org`, 'x')).body.code)
    expect(codes).toEqual(['sign-in-failed', 'sign-in-failed', 'sign-in-locked', 'sign-in-locked'])
    const neighbour = await somebody()
    expect((await tryPassword(house.browser(), neighbour.email)).status).toBe(200)
  })

  it('ends a session that turns up in another browser, and writes it down', async () => {
    const { id, name } = await somebody()
    const own = await house.signedIn(name)
    const thief = house.browser(CHROME)
    thief.cookies.set('objektiv.session_token', own.cookies.get('objektiv.session_token') ?? '')
    expect((await thief.get('/api/me')).body.code).toBe('session-elsewhere')
    expect((await thief.get('/api/me')).body.code).toBe('not-signed-in')
    expect((await own.get('/api/me')).status).toBe(401)
    expect(await actsOf(database, id)).toContain('session.elsewhere')
  })

  it('lists sessions, ends one, ends all others', async () => {
    const { name } = await somebody()
    const [first, second, third] = [
      await house.signedIn(name),
      await house.signedIn(name),
      await house.signedIn(name),
    ]
    const { items } = (await first.get('/api/me/sessions')).body
    expect(items).toHaveLength(3)
    expect(items.filter((one: { current: boolean }) => one.current)).toHaveLength(1)
    expect(items[0].browser).toBe('Firefox, Linux')
    const stranger = await house.signedIn((await somebody()).name)
    const one = items.find((item: { current: boolean }) => !item.current).id
    expect((await stranger.delete(`/api/me/sessions/${one}`)).status).toBe(404)
    expect((await first.delete(`/api/me/sessions/${one}`)).status).toBe(204)
    expect((await first.delete('/api/me/sessions')).body).toEqual({ ended: 1 })
    const alive = await Promise.all([first, second, third].map(browser => browser.get('/api/me')))
    expect(alive.map(({ status }) => status)).toEqual([200, 401, 401])
  })

  it('is over after a day unused, after a week in any case, and when signed out', async () => {
    const { name } = await somebody()
    // A clock of its own: others' sessions begin at the time of the machine.
    const house = await openHouse(database)
    const browser = await house.signedIn(name)
    const copy = new Map(browser.cookies)
    house.pass({ hours: 23 })
    expect((await browser.get('/api/me')).status).toBe(200)
    house.pass({ hours: 23 })
    expect((await browser.get('/api/me')).status).toBe(200)
    house.pass({ hours: 25 })
    expect((await browser.get('/api/me')).status).toBe(401)
    const again = await house.signedIn(name)
    await again.post('/api/sign-out')
    for (const [cookie, value] of copy) again.cookies.set(cookie, value)
    expect((await again.get('/api/me')).status).toBe(401)
    await sweepAccounts(database, house.accounts.clock())
  })

  it('changes the password: checks both, ends the other sessions', async () => {
    const { id, name, email } = await somebody()
    const [own, other] = [await house.signedIn(name), await house.signedIn(name)]
    const next = 'синий чайник на балконе'
    expect((await own.post('/api/me/password', { current: 'не тот', next })).body.code).toBe('password-wrong')
    expect((await own.post('/api/me/password', { current: PASSWORD, next: 'коротко' })).body.code).toBe(
      'password-short',
    )
    expect((await own.post('/api/me/password', { current: PASSWORD, next })).status).toBe(204)
    expect((await own.get('/api/me')).status).toBe(200)
    expect((await other.get('/api/me')).status).toBe(401)
    expect((await tryPassword(house.browser(), email)).status).toBe(401)
    expect((await tryPassword(house.browser(), email, next)).status).toBe(200)
    expect(await actsOf(database, id)).toContain('password.changed')
  })

  it('lets no blocked person in, and says so only to who knows the password', async () => {
    const { id, name, email } = await somebody()
    const own = await house.signedIn(name)
    await database.asSystem('system:test', tx =>
      tx.updateTable('person').set({ blocked_at: new Date() }).where('id', '=', id).execute(),
    )
    expect((await own.get('/api/me')).status).toBe(401)
    expect((await tryPassword(house.browser(), email)).body.code).toBe('person-blocked')
    expect((await tryPassword(house.browser(), email, 'наугад')).body.code).toBe('sign-in-failed')
  })

  it('keeps one from acting through a role that has ended', async () => {
    const { id, name } = await somebody()
    const own = await house.signedIn(name)
    own.grant = (await own.get('/api/me')).body.grantId
    expect((await own.get('/api/people')).status).toBe(200)
    await database.asSystem('system:test', tx =>
      tx.updateTable('role_grant').set({ revoked_at: new Date() }).where('person_id', '=', id).execute(),
    )
    expect((await own.get('/api/people')).body.code).toBe('grant-ended')
    own.grant = null
    expect((await own.get('/api/people')).body.code).toBe('right-missing')
    expect((await own.get('/api/me')).body).toMatchObject({ grantId: null, rights: [], grants: [] })
  })

  it('cannot read secrets, even with SQL of its own', async () => {
    const scope = { accountId: 'x', role: 'administrator', grantId: 1, unitPath: '1.' }
    for (const table of ['auth.session', 'auth.account', 'auth."user"', 'auth.one_time_link'])
      await expect(database.as(scope, tx => sql.raw(`select * from ${table}`).execute(tx))).rejects.toThrow(
        /permission denied/,
      )
    for (const column of ['invitation.token_hash', 'api_token.token_hash'])
      await expect(
        database.as(scope, tx => sql.raw(`select ${column} from ${column.split('.')[0]}`).execute(tx)),
      ).rejects.toThrow(/permission denied/)
  })

  describe('with a second factor', () => {
    async function setUpFactor(browser: Browser) {
      const offer = (await browser.post('/api/me/second-factor', { password: PASSWORD })).body
      return { offer, code: async () => totp(offer.secret) }
    }

    it('holds back the roles that need one until it is shown, and asks for it at the next sign-in', async () => {
      const { id, name, email } = await somebody()
      await requireSecondFactor(database, ['head'])
      const own = await house.signedIn(name)
      expect((await own.get('/api/people')).body.code).toBe('second-factor-needed')
      expect((await own.get('/api/access')).status).toBe(200)
      expect((await own.get('/api/me')).body).toMatchObject({
        grantId: null,
        rights: [],
        secondFactor: { enabled: false, required: true, shown: false },
      })
      expect((await own.post('/api/me/second-factor', { password: 'не тот' })).body.code).toBe(
        'password-wrong',
      )
      const { offer, code } = await setUpFactor(own)
      expect(offer.backupCodes).toHaveLength(10)
      expect(offer.qrSvg).toContain('<svg')
      expect((await own.post('/api/me/second-factor/confirm', { code: '000000' })).body.code).toBe(
        'second-factor-wrong',
      )
      const used = await code()
      expect((await own.post('/api/me/second-factor/confirm', { code: used })).status).toBe(200)
      expect((await own.get('/api/people')).status).toBe(200)

      const next = house.browser()
      expect((await tryPassword(next, email)).body).toEqual({ state: 'second-factor' })
      expect((await next.get('/api/me')).status).toBe(401)
      expect((await next.post('/api/sign-in/second-factor', { code: '000000' })).body.code).toBe(
        'second-factor-wrong',
      )
      // The code of this half minute has been used: looking over a shoulder is too late.
      expect((await next.post('/api/sign-in/second-factor', { code: used })).body.code).toBe(
        'second-factor-wrong',
      )
      expect((await next.get('/api/me')).status).toBe(401)
      await tryPassword(next, email)
      const backup = { code: offer.backupCodes[0], kind: 'backup' }
      expect((await next.post('/api/sign-in/second-factor', backup)).body).toEqual({ state: 'signed-in' })
      expect((await next.get('/api/people')).status).toBe(200)

      // A session is no way round the count of attempts.
      const inside = await Promise.all(
        Array.from({ length: 8 }, () => next.post('/api/sign-in/second-factor', { code: '111111' })),
      )
      expect(new Set(inside.map(({ body }) => body.code))).toEqual(new Set(['sign-in-again']))
      expect((await next.get('/api/access')).status).toBe(200)

      const third = house.browser()
      await tryPassword(third, email)
      expect((await third.post('/api/sign-in/second-factor', backup)).body.code).toBe('second-factor-wrong')
      expect(await actsOf(database, id)).toEqual(
        expect.arrayContaining(['second-factor.set', 'second-factor.failed', 'signed-in']),
      )
      await requireSecondFactor(database, [])
    })

    it('renews the backup codes and takes the factor away, with the password', async () => {
      const { name, email } = await somebody()
      const own = await house.signedIn(name)
      const { offer, code } = await setUpFactor(own)
      await own.post('/api/me/second-factor/confirm', { code: await code() })
      const renewed = await own.post('/api/me/second-factor/backup-codes', { password: PASSWORD })
      expect(renewed.body.backupCodes).toHaveLength(10)
      expect(renewed.body.backupCodes).not.toContain(offer.backupCodes[0])
      expect((await own.post('/api/me/second-factor/remove', { password: 'не тот' })).body.code).toBe(
        'password-wrong',
      )
      expect((await own.post('/api/me/second-factor/remove', { password: PASSWORD })).status).toBe(204)
      expect((await tryPassword(house.browser(), email)).body).toEqual({ state: 'signed-in' })
    })

    it('bars the way for a while after many wrong codes', async () => {
      const { name, email } = await somebody()
      const own = await house.signedIn(name)
      const { code } = await setUpFactor(own)
      await own.post('/api/me/second-factor/confirm', { code: await code() })
      const codes: string[] = []
      for (let round = 0; round < 3; round++) {
        const guesser = house.browser()
        await tryPassword(guesser, email)
        for (let i = 0; i < 6; i++)
          codes.push((await guesser.post('/api/sign-in/second-factor', { code: '000000' })).body.code)
      }
      expect(codes.filter(one => one === 'second-factor-wrong')).toHaveLength(10)
      expect(codes).toContain('second-factor-locked')
    })
  })
})
