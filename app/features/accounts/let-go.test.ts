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

forEachDatabase('somebody who works here no more', open => {
  let database: Database
  let house: House
  let region: Region
  let boss: Browser
  let west: Browser
  let id: string
  const letters: { to: string; text: string }[] = []

  const rows = (query: ReturnType<typeof sql<Record<string, unknown>>>) =>
    database.asSystem('system:test', async tx => (await query.execute(tx)).rows)
  const read = async (browser: Browser, who = id) => (await browser.get(`/api/people/${who}`)).body
  const act = async (browser: Browser, what: string, who = id) =>
    browser.post(`/api/people/${who}/${what}`, { version: (await read(boss, who)).version })

  beforeAll(async () => {
    database = await open()
    region = await addRegion(database)
    await requireSecondFactor(database, [])
    house = await openHouse(database, { sendLetter: async letter => void letters.push(letter) })
    await addPerson(database, 'boss', 'administrator', region.region)
    await addPerson(database, 'officer', 'municipality', region.west)
    id = await addPerson(database, 'leaver', 'head', region.westSchool)
    boss = await house.signedIn('boss')
    west = await house.signedIn('officer')
  })

  it('has name and e-mail set right by whoever answers for them, told in the log, never over another’s change', async () => {
    const { version } = await read(west)
    const before = await house.signedIn('leaver')
    await rows(
      sql`insert into auth.account (id, account_id, provider_id, user_id) values ('o', 's', 'oidc', ${id})`,
    )
    // One act at a time, or the log would name but one of two.
    for (const more of [{ email: 'other@example.org' }, { name: 'Другое имя' }])
      expect((await west.patch(`/api/people/${id}`, { ...more, blocked: true, version })).status).toBe(400)
    const right = { name: 'Уходящая Анна', email: 'Anna.Leaver@example.org', version }
    expect((await west.patch(`/api/people/${id}`, right)).body).toMatchObject({
      name: 'Уходящая Анна',
      email: 'anna.leaver@example.org',
    })
    expect((await west.patch(`/api/people/${id}`, right)).body).toMatchObject({ code: 'changed-by-another' })
    const taken = { email: 'boss@example.org', version: version + 1 }
    expect((await west.patch(`/api/people/${id}`, taken)).body).toMatchObject({ code: 'person-email-taken' })
    const east = await addPerson(database, 'east-head', 'head', region.eastSchool)
    expect((await west.patch(`/api/people/${east}`, { name: 'Другое имя', version: 1 })).status).toBe(404)
    // Nothing that rested on the former address is left, and they are told, there too.
    expect((await before.get('/api/me')).status).toBe(401)
    expect(
      await rows(sql`select u.email_verified, a.provider_id from auth."user" u join auth.account a on a.user_id = u.id
        where u.id = ${id}`),
    ).toEqual([{ email_verified: false, provider_id: 'credential' }])
    expect(letters).toEqual([
      expect.objectContaining({ to: 'leaver@example.org', text: expect.stringContaining('Человек officer') }),
    ])
    expect(await rows(sql`select kind from notice where account_id = ${id}`)).toEqual([
      { kind: 'email-changed' },
    ])
    const log = await rows(sql`select action, before ->> 'email' as was from audit where subject = 'person'
      and subject_id = ${id} and action = 'person.corrected'`)
    expect(log).toEqual([{ action: 'person.corrected', was: 'leaver@example.org' }])
    const visitor = house.browser()
    const old = { email: 'leaver@example.org', password: PASSWORD }
    expect((await visitor.post('/api/sign-in', old)).status).toBe(401)
    expect((await visitor.post('/api/sign-in', { ...old, email: right.email })).status).toBe(200)
    await database.asSystem('system:test', async tx => {
      await sql`insert into auth.two_factor (id, user_id, secret, backup_codes) values ('f', ${id}, 's', 'c')`.execute(
        tx,
      )
      await sql`insert into api_token (unit_id, person_id, grant_id, name, token_hash, rights, expires_at)
        select unit_id, person_id, id, 'выгрузка', 'h', '{unit.read}', now() + interval '1 day' from role_grant
        where person_id = ${id}`.execute(tx)
      await sql`insert into invitation (unit_id, token_hash, email, name, role, expires_at, accepted_at, accepted_by)
        values (${region.westSchool}, 'i', 'leaver@example.org', 'Уходящая Анна', 'head', now(), now(), ${id})`.execute(
        tx,
      )
    })
    // Somebody whose session stands is put out by the closing below.
    expect((await visitor.get('/api/me')).status).toBe(200)
    expect((await act(west, 'close')).body).toMatchObject({ closedAt: expect.any(String), email: null })
    expect((await visitor.get('/api/me')).status).toBe(401)
  })

  it('closed, keeps nothing by which they signed in, and no role', async () => {
    const left = await rows(sql`select 'session' as kept from auth.session where user_id = ${id}
      union all select 'password' from auth.account where user_id = ${id}
      union all select 'factor' from auth.two_factor where user_id = ${id}
      union all select 'token' from api_token where person_id = ${id} and revoked_at is null
      union all select 'role' from role_grant where person_id = ${id} and revoked_at is null`)
    expect(left).toEqual([])
    expect(await read(west)).toMatchObject({ name: 'Уходящая Анна', mayLetGo: true, mayGrant: false })
    const grant = { role: 'head', unitId: region.westSchool }
    expect((await boss.post(`/api/people/${id}/grants`, grant)).body).toMatchObject({ code: 'person-closed' })
    expect((await act(west, 'close')).body).toMatchObject({ code: 'person-closed' })
    const { version } = await read(west)
    const open = { blocked: false, version }
    expect((await west.patch(`/api/people/${id}`, open)).body).toMatchObject({ code: 'person-closed' })
    await expect(rows(sql`update person set blocked_at = null where id = ${id}`)).rejects.toThrow(
      /closed_is_blocked/,
    )
  })

  it('is given no role by somebody who does not know yet that the account is being closed', async () => {
    const late = await addPerson(database, 'late', 'head', region.westSchool)
    const { version } = await read(boss, late)
    const closing = boss.post(`/api/people/${late}/close`, { version })
    const grant = { role: 'coordinator', unitId: region.westSchool }
    await Promise.all([closing, west.post(`/api/people/${late}/grants`, grant)])
    const standing = sql<
      Record<string, unknown>
    >`select role from role_grant where person_id = ${late} and revoked_at is null`
    expect(await rows(standing)).toEqual([])
    const given = sql<
      Record<string, unknown>
    >`insert into role_grant (person_id, role, unit_id) values (${late}, 'head', ${region.westSchool})`
    await expect(rows(given)).rejects.toMatchObject({ code: 'OB002' })
  })

  it('who comes back has the account opened, a role and a new password', async () => {
    expect((await act(west, 'reopen')).body).toMatchObject({ closedAt: null, mayGrant: true })
    const grant = { role: 'head', unitId: region.westSchool }
    expect((await west.post(`/api/people/${id}/grants`, grant)).status).toBe(200)
    const { token } = (await west.post(`/api/people/${id}/reset-link`)).body
    const password = 'шесть тихих пароходов'
    const visitor = house.browser()
    expect((await visitor.post('/api/password-reset', { token, password })).status).toBe(200)
    const email = 'anna.leaver@example.org'
    expect((await visitor.post('/api/sign-in', { email, password })).status).toBe(200)
  })

  it('anonymised, is a number wherever they were named, in the log too; what was done stays', async () => {
    expect((await act(boss, 'anonymise')).body).toMatchObject({ code: 'person-not-closed' })
    expect((await act(west, 'close')).status).toBe(200)
    const before = await rows(sql`select count(*)::int as n from audit where subject_id = ${id}`)
    expect((await act(west, 'anonymise')).body).toMatchObject({
      name: 'Бывший сотрудник 1',
      anonymised: true,
      email: null,
    })
    const found = await rows(sql`select 'person' as kept from person where person::text ~* 'анна|leaver'
      union all select 'user' from auth."user" u where u::text ~* 'анна|leaver'
      union all select 'invitation' from invitation i where i::text ~* 'анна|leaver'
      union all select 'log' from audit a where a::text ~* 'анна|leaver'`)
    expect(found).toEqual([])
    const after = await rows(sql`select count(*)::int as n from audit where subject_id = ${id}`)
    expect(after[0].n).toBe((before[0].n as number) + 1)
    const log = await rows(sql`select before ->> 'name' as was, after ->> 'name' as became from audit
      where action = 'person.anonymised' and subject = 'person'`)
    expect(log).toEqual([{ was: '•', became: 'Бывший сотрудник 1' }])
    expect((await act(boss, 'reopen')).body).toMatchObject({ code: 'person-anonymised' })
  })

  it('who served elsewhere too is the region’s to anonymise, and the last administrator is nobody’s to close', async () => {
    const both = await addPerson(database, 'both', 'coordinator', region.eastSchool)
    const grants = (await read(boss, both)).grants
    await boss.post(`/api/people/${both}/grants`, { role: 'coordinator', unitId: region.westSchool })
    await boss.post(`/api/grants/${grants[0].id}/revoke`)
    expect((await act(west, 'close', both)).status).toBe(200)
    expect((await act(west, 'anonymise', both)).body).toMatchObject({ code: 'person-not-yours' })
    expect((await act(boss, 'anonymise', both)).body).toMatchObject({ name: 'Бывший сотрудник 2' })
    const own = (await boss.get('/api/me')).body
    expect((await act(boss, 'close', own.id)).body).toMatchObject({ code: 'person-not-yours' })
    // Nor past the routes: the database asks once more.
    const scope = { accountId: 'x', role: 'head', grantId: null, unitPath: `1.${region.west}.` }
    await expect(
      database.as(scope, tx => sql`select app.close_account(${own.id}, ${own.version})`.execute(tx)),
    ).rejects.toThrow(/no such person/)
  })
})
