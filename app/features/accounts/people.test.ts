import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { RIGHTS } from './access.ts'
import type { AccountActor } from './actor.ts'
import { createPeople } from './store/create-person.ts'
import { readPeopleTable, writePeopleWorkbook } from './store/export-people.ts'
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

forEachDatabase('people', open => {
  let database: Database
  let house: House
  let region: Region
  let boss: Browser
  let west: Browser
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, [])
    house = await openHouse(database)
    ids.boss = await addPerson(database, 'boss', 'administrator', region.region)
    ids.west = await addPerson(database, 'west', 'municipality', region.west)
    ids.east = await addPerson(database, 'east', 'municipality', region.east)
    ids.westHead = await addPerson(database, 'west-head', 'head', region.westSchool)
    ids.eastHead = await addPerson(database, 'east-head', 'head', region.eastSchool)
    boss = await house.signedIn('boss')
    west = await house.signedIn('west')
  })

  const names = async (browser: Browser, query = '') =>
    (await browser.get(`/api/people?${query}`)).body.items.map(
      ({ email }: { email: string }) => email.split('@')[0],
    )

  it('are listed within one’s reach, and nobody else, however asked', async () => {
    expect(await names(boss)).toHaveLength(5)
    expect((await names(west)).sort()).toEqual(['west', 'west-head'])
    expect(await names(west, 'q=east')).toEqual([])
    expect((await west.get('/api/people?q=east')).body.total).toBe(0)
    expect((await west.get(`/api/people/${ids.eastHead}`)).status).toBe(404)
    expect((await west.get(`/api/people/${ids.boss}`)).status).toBe(404)
    expect((await west.get(`/api/people?unit=${region.east}`)).status).toBe(404)
  })

  it('are found by words of name and e-mail, by role, unit and state', async () => {
    expect(await names(boss, `q=${encodeURIComponent('ЧЕЛОВЕК west-h')}`)).toEqual(['west-head'])
    expect((await names(boss, 'role=head')).sort()).toEqual(['east-head', 'west-head'])
    expect((await names(boss, `unit=${region.west}`)).sort()).toEqual(['west', 'west-head'])
    expect(await names(boss, 'state=blocked')).toEqual([])
    expect(await names(boss, `q=${encodeURIComponent('%')}`)).toEqual([])
  })

  it('come page by page in order, without gaps or repeats', async () => {
    for (const sort of ['name', '-name', 'email', '-email']) {
      const all = await names(boss, `sort=${sort}`)
      const paged: string[] = []
      let cursor = ''
      do {
        const page = (await boss.get(`/api/people?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`)).body
        paged.push(...page.items.map(({ email }: { email: string }) => email.split('@')[0]))
        cursor = page.next ?? ''
      } while (cursor !== '')
      expect(paged).toEqual(all)
      // By name «Человек east» stands before «Человек east-head», by e-mail '-' before '@'.
      const keys = all.map((name: string) => (sort.endsWith('email') ? `${name}@` : name))
      expect(keys).toEqual(sort.startsWith('-') ? [...keys].sort().reverse() : [...keys].sort())
    }
  })

  it('are listed at one unit alone, all of them, however many work below', async () => {
    expect(await names(boss, `at=${region.west}`)).toEqual(['west'])
    expect(await names(boss, `at=${region.region}&state=active`)).toEqual(['boss'])
    expect(await names(west, `at=${region.region}`)).toEqual([])
    const many = await database.asSystem('system:test', async tx => {
      const unit = { parent_id: region.east, kind: 'school' as const, name: 'Многолюдная школа' }
      const { id } = await tx.insertInto('unit').values(unit).returning('id').executeTakeFirstOrThrow()
      return id
    })
    const crowd = Array.from({ length: 250 }, (_, index) => ({
      name: `Много ${index}`,
      email: `crowd-${index}@example.org`,
      password: PASSWORD,
      grants: [{ role: 'coordinator' as const, unitId: many }],
    }))
    const made = await createPeople(database, crowd)
    const seen: string[] = []
    for (let cursor = ''; cursor !== 'end'; ) {
      const page = (await boss.get(`/api/people?at=${many}&limit=200${cursor && `&cursor=${cursor}`}`)).body
      if (cursor === '') expect(page.total).toBe(250)
      seen.push(...page.items.map(({ id }: { id: string }) => id))
      cursor = page.next ?? 'end'
    }
    expect(seen.sort()).toEqual([...made].sort())
    // Above them stands one person, whom two hundred and fifty below must not push off the page.
    expect(await names(boss, `at=${region.east}&state=active`)).toEqual(['east'])
  })

  it('are saved as a table: as many as were chosen, and the reading stands in the log', async () => {
    const scope = { accountId: ids.west, role: 'municipality', grantId: null, unitPath: `1.${region.west}.` }
    const actor = { locale: 'ru', scope } as AccountActor
    const table = await database.asOfNow(scope, tx =>
      readPeopleTable(tx, actor, { role: 'head', sort: 'name' }, '2026-11-22'),
    )
    expect(table.rows).toEqual([
      ['Человек west-head', 'Руководитель школы — Школа № 1', 'west-head@example.org', 'Работает'],
    ])
    expect(table.parameters).toEqual([
      ['Дата', '22 ноября 2026 г.'],
      ['Территория', 'Западный район'],
      ['Роль', 'Руководитель школы'],
      ['Строк выбрано', 1],
      ['Строк записано', 1],
    ])
    const { rows } = await database.asSystem('system:test', tx =>
      sql`select account_id, after from audit where subject = 'people'`.execute(tx),
    )
    expect(rows).toEqual([{ account_id: ids.west, after: { rows: 1, role: 'head' } }])
    await expect(
      writePeopleWorkbook(join(tmpdir(), 'people-never.xlsx'), 'ru', { ...table, selected: 2 }),
    ).rejects.toThrow(/export-rows-differ/)
  })

  it('show of their roles only those in reach', async () => {
    const both = await addPerson(database, 'both', 'coordinator', region.westSchool)
    await boss.post(`/api/people/${both}/grants`, { role: 'coordinator', unitId: region.eastSchool })
    expect((await west.get(`/api/people/${both}`)).body.grants).toHaveLength(1)
    expect((await boss.get(`/api/people/${both}`)).body.grants).toHaveLength(2)
    // Somebody who serves elsewhere too cannot be blocked from here.
    const page = (await west.get(`/api/people/${both}`)).body
    expect(page.mayEdit).toBe(false)
    const blocking = await west.patch(`/api/people/${both}`, { blocked: true, version: page.version })
    expect(blocking.body.code).toBe('person-not-yours')
  })

  it('are given roles and lose them, with the reason in the log', async () => {
    const given = (
      await west.post(`/api/people/${ids.westHead}/grants`, { role: 'methodist', unitId: region.west })
    ).body
    expect(given).toMatchObject({ role: 'methodist', active: true })
    const again = await west.post(`/api/people/${ids.westHead}/grants`, {
      role: 'methodist',
      unitId: region.west,
    })
    expect(again.body.code).toBe('grant-stands')
    const east = await house.signedIn('east')
    expect((await east.post(`/api/grants/${given.id}/revoke`)).status).toBe(404)
    const revoked = await west.post(`/api/grants/${given.id}/revoke`, { reason: 'перешла в другой район' })
    expect(revoked.body).toMatchObject({ active: false })
    const { rows } = await database.asSystem('system:test', tx =>
      sql`select account_id, role, action, reason from audit
        where subject = 'role_grant' and subject_id = ${String(given.id)} order by id`.execute(tx),
    )
    expect(rows).toEqual([
      { account_id: ids.west, role: 'municipality', action: 'role.granted', reason: null },
      {
        account_id: ids.west,
        role: 'municipality',
        action: 'role.revoked',
        reason: 'перешла в другой район',
      },
    ])
  })

  it('are not given what is above, outside or not allowed', async () => {
    const give = async (who: string, role: string, unitId: number) =>
      (await west.post(`/api/people/${who}/grants`, { role, unitId })).body.code
    expect(await give(ids.westHead, 'administrator', region.west)).toBe('grant-above-own')
    expect(await give(ids.westHead, 'head', region.eastSchool)).toBe('not-found')
    expect(await give(ids.eastHead, 'head', region.westSchool)).toBe('not-found')
    expect(await give(ids.west, 'head', region.westSchool)).toBe('grant-to-oneself')
    const head = await house.signedIn('west-head')
    const theirs = (await boss.get(`/api/people/${ids.west}`)).body.grants[0].id
    expect((await head.post(`/api/grants/${theirs}/revoke`)).status).toBe(404)
  })

  it('are refused by the database too, whatever the code does', async () => {
    const scope = { accountId: ids.west, role: 'municipality', grantId: null, unitPath: `1.${region.west}.` }
    const grant = (unitId: number, by: string) =>
      database.as(scope, tx =>
        tx
          .insertInto('role_grant')
          .values({ person_id: ids.west, role: 'head', unit_id: unitId, granted_by: by })
          .execute(),
      )
    await expect(grant(region.eastSchool, ids.west)).rejects.toThrow(/row-level/)
    await expect(grant(region.westSchool, ids.boss)).rejects.toThrow(/row-level/)
    const seen = await database.as(scope, tx => tx.selectFrom('person').select('id').execute())
    expect(seen.map(({ id }) => id)).not.toContain(ids.eastHead)
    const changed = await database.as(scope, tx =>
      tx
        .updateTable('person')
        .set({ name: 'Чужое имя', version: 2 })
        .where('id', '=', ids.eastHead)
        .executeTakeFirst(),
    )
    expect(Number(changed.numUpdatedRows)).toBe(0)
  })

  it('are blocked at once everywhere, and the second to edit is told', async () => {
    const own = await house.signedIn('west-head')
    const { version } = (await west.get(`/api/people/${ids.westHead}`)).body
    const blocked = await west.patch(`/api/people/${ids.westHead}`, {
      blocked: true,
      reason: 'уволена',
      version,
    })
    expect(blocked.body.blockedAt).not.toBeNull()
    expect((await own.get('/api/me')).status).toBe(401)
    const late = await boss.patch(`/api/people/${ids.westHead}`, { name: 'Другое Имя', version })
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-by-another' } })
    await west.patch(`/api/people/${ids.westHead}`, { blocked: false, version: version + 1 })
    await house.signedIn('west-head')
  })

  it('lose their password with a link, not with a default one', async () => {
    const answer = await west.post(`/api/people/${ids.westHead}/reset-link`, { dropSecondFactor: true })
    const { token } = answer.body
    const visitor = house.browser()
    const about = { email: 'west-head@example.org' }
    expect((await visitor.post('/api/password-reset/read', { token })).body).toMatchObject(about)
    const password = 'новые слова у причала'
    const weak = await visitor.post('/api/password-reset', { token, password: 'west-head-west-head' })
    expect(weak.body.code).toBe('password-personal')
    expect((await visitor.post('/api/password-reset', { token, password })).status).toBe(200)
    expect((await visitor.post('/api/password-reset', { token, password })).body.code).toBe('link-used')
    expect((await visitor.post('/api/sign-in', { ...about, password: PASSWORD })).status).toBe(401)
    expect((await visitor.post('/api/sign-in', { ...about, password })).status).toBe(200)
    expect((await west.post(`/api/people/${ids.eastHead}/reset-link`, {})).status).toBe(404)
    expect((await boss.post(`/api/people/${ids.boss}/reset-link`, {})).body.code).toBe('person-not-yours')
  })

  it('never lose the last administrator, even when two remove each other', async () => {
    const own = (await boss.get('/api/me')).body.grantId
    expect((await boss.post(`/api/grants/${own}/revoke`)).body.code).toBe('last-administrator')
    const second = await addPerson(database, 'second', 'administrator', region.region)
    const other = await house.signedIn('second')
    const theirs = (await other.get('/api/me')).body.grantId
    const answers = await Promise.all([
      boss.post(`/api/grants/${theirs}/revoke`),
      other.post(`/api/grants/${own}/revoke`),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await database.asSystem('system:test', tx =>
      tx
        .selectFrom('role_grant')
        .select('person_id')
        .where('role', '=', 'administrator')
        .where('revoked_at', 'is', null)
        .execute(),
    )
    expect(left).toHaveLength(1)
    if (database.kind === 'server') await expectTurns()
    // Set right for the tests that follow.
    if (left[0].person_id === second) {
      await other.post(`/api/people/${ids.boss}/grants`, { role: 'administrator', unitId: region.region })
      boss = await house.signedIn('boss')
    }
  })

  /** Two transactions that overlap for certain: the second must wait for the first and then be refused. */
  async function expectTurns(): Promise<void> {
    await addPerson(database, 'third', 'administrator', region.region)
    const standing = await database.asSystem('system:test', tx =>
      tx
        .selectFrom('role_grant')
        .select('id')
        .where('role', '=', 'administrator')
        .where('revoked_at', 'is', null)
        .execute(),
    )
    const [one, two] = standing.map(({ id }) => id)
    const revoke = (id: number, then: () => Promise<void>) =>
      database.asSystem('system:test', async tx => {
        await tx.updateTable('role_grant').set({ revoked_at: new Date() }).where('id', '=', id).execute()
        await then()
      })
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const first = revoke(one, () => {
      begun.resolve()
      return gate.promise
    })
    await begun.promise
    const second = expect(revoke(two, async () => {})).rejects.toThrow(/last administrator/)
    setTimeout(gate.resolve, 300)
    await Promise.all([first, second])
    await database.asSystem('system:test', tx =>
      tx.updateTable('role_grant').set({ revoked_at: null }).where('id', '=', one).execute(),
    )
  }

  it('change their own name, language and theme, one edit at a time', async () => {
    const own = await house.signedIn('east')
    const { version } = (await own.get('/api/me')).body
    const changed = (await own.patch('/api/me', { locale: 'en', theme: 'dark', version })).body
    expect(changed).toMatchObject({ locale: 'en', theme: 'dark', version: version + 1 })
    expect((await own.get('/api/me')).body).toEqual(changed)
    const late = await own.patch('/api/me', { theme: 'light', version })
    expect(late.body.title).toMatch(/^Somebody changed/)
  })

  it('read the matrix of access in words', async () => {
    const access = (await west.get('/api/access')).body
    expect(access.roles).toHaveLength(10)
    expect(access.rights.map(({ right }: { right: string }) => right)).toEqual(Object.keys(RIGHTS))
    expect(access.mine).toEqual([
      'Муниципальный орган управления образованием (ОМСУ) — Западный район, все школы муниципалитета',
    ])
    expect(access.mayGive).toContain('head')
    expect(access.mayGive).not.toContain('administrator')
  })

  it('of the region alone keep the settings', async () => {
    expect((await west.get('/api/settings')).status).toBe(403)
    const { version } = (await boss.get('/api/settings')).body
    const wish = { secondFactorRoles: ['observer'], version }
    expect((await boss.put('/api/settings', wish)).body).toEqual({ ...wish, version: version + 1 })
    expect((await boss.put('/api/settings', wish)).body.code).toBe('changed-by-another')
    const branch = await addPerson(database, 'branch', 'administrator', region.west)
    expect((await (await house.signedIn('branch')).get('/api/settings')).status).toBe(403)
    expect((await boss.get(`/api/people/${branch}`)).status).toBe(200)
  })
})

forEachDatabase('a token of an integration', open => {
  let database: Database
  let house: House
  let region: Region
  let officer: Browser
  let officerId: string

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, [])
    house = await openHouse(database)
    officerId = await addPerson(database, 'officer', 'municipality', region.west)
    await addPerson(database, 'east-head', 'head', region.eastSchool)
    officer = await house.signedIn('officer')
  })

  const inDays = (days: number) =>
    new Date(house.accounts.clock().getTime() + days * 24 * 3600 * 1000).toISOString()
  const make = (wish: object = {}) =>
    officer.post('/api/me/tokens', {
      name: 'выгрузка',
      rights: ['person.read'],
      expiresAt: inDays(30),
      ...wish,
    })
  const call = async (token: string, url: string, method: 'GET' | 'POST' = 'GET', payload?: object) => {
    const headers = { authorization: `Bearer ${token}` }
    return house.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  }

  it('acts in the unit of its grant with its own rights, and is shown once', async () => {
    const made = (await make()).body
    expect(made.token).toMatch(/^objektiv_/)
    const people = (await call(made.token, '/api/people')).json()
    expect(people.items.map(({ email }: { email: string }) => email)).toEqual(['officer@example.org'])
    expect((await call(made.token, '/api/invitations')).statusCode).toBe(403)
    const list = (await officer.get('/api/me/tokens')).body.items
    expect(list[0]).toMatchObject({ id: made.id, name: 'выгрузка', rights: ['person.read'] })
    expect(JSON.stringify(list)).not.toContain(made.token)
    expect(list[0].lastUsedAt).not.toBeNull()
  })

  it('cannot have more rights than its maker, nor make tokens, nor touch the maker’s account', async () => {
    expect((await make({ rights: ['unit.edit'] })).body.code).toBe('token-rights')
    expect((await make({ rights: ['token.make'] })).body.code).toBe('token-rights')
    expect((await make({ rights: ['nonsense'] })).status).toBe(400)
    const { token } = (await make({ rights: ['person.read', 'role.grant', 'person.invite'] })).body
    const next = { current: PASSWORD, next: 'совсем другие слова тут' }
    expect((await call(token, '/api/me/password', 'POST', next)).statusCode).toBe(403)
    const wish = { email: 'x@example.org', name: 'Имя', role: 'head', unitId: region.westSchool }
    expect((await call(token, '/api/invitations', 'POST', wish)).statusCode).toBe(403)
  })

  it('ends on its day, when revoked, with its grant and with its person', async () => {
    expect((await make({ expiresAt: inDays(400) })).body.code).toBe('token-expiry')
    expect((await make({ expiresAt: inDays(-1) })).body.code).toBe('token-expiry')
    const [short, revoked, orphan] = [
      (await make({ expiresAt: inDays(1 / 24 / 60) })).body,
      (await make()).body,
      (await make()).body,
    ]
    house.pass({ minutes: 2 })
    expect((await call(short.token, '/api/people')).statusCode).toBe(401)
    expect((await officer.delete(`/api/me/tokens/${revoked.id}`)).status).toBe(204)
    expect((await call(revoked.token, '/api/people')).statusCode).toBe(401)
    expect((await call(orphan.token, '/api/people')).statusCode).toBe(200)
    await database.asSystem('system:test', tx =>
      tx
        .updateTable('role_grant')
        .set({ revoked_at: new Date() })
        .where('person_id', '=', officerId)
        .execute(),
    )
    expect((await call(orphan.token, '/api/people')).statusCode).toBe(401)
    expect((await call('objektiv_nonsense', '/api/people')).statusCode).toBe(401)
    expect((await call('something else', '/api/people')).statusCode).toBe(401)
  })
})
