import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPeople } from '../app/features/accounts/index.ts'
import type { Database } from '../app/platform/database/index.ts'
import { forEachDatabase } from '../app/platform/database/testing/index.ts'
import { BROWSER, PASSWORD, startWorld, type World } from './world/start-world.ts'

interface Told {
  readonly kind: string
  readonly text: string
  readonly link: string | null
}

forEachDatabase('people are told of', open => {
  let database: Database
  let world: World
  beforeAll(async () => {
    world = await startWorld(open)
    database = world.database
  })
  afterAll(() => world?.stop())

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
  const call = async (method: 'GET' | 'POST', url: string, who: string, body?: unknown): Promise<any> => {
    const answer = await world.send(method, url, who, body)
    expect({ url, status: answer.status }).toEqual({ url, status: 200 })
    return answer.json()
  }
  const told = async (who: string, kind: string): Promise<Told[]> =>
    (await call('GET', '/api/notices?limit=200', who)).items
      .filter((notice: Told) => notice.kind === kind)
      .map(({ kind, text, link }: Told) => ({ kind, text, link }))

  async function signIn(email: string): Promise<string> {
    const answer = await world.send('POST', '/api/sign-in', null, { email, password: PASSWORD })
    return answer.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
  }

  it('a role given', async () => {
    const { administrator, expert } = world.cookies
    await call('POST', `/api/people/${world.ids.expert}/grants`, administrator, {
      role: 'methodist',
      unitId: world.units.west,
    })
    expect(await told(expert, 'role-given')).toEqual([
      {
        kind: 'role-given',
        text: 'Вам дана роль: Методист — Западный район, все школы муниципалитета. Кто её дал: Человек administrator.',
        link: '/me',
      },
    ])
    expect(await told(administrator, 'role-given')).toEqual([])
  })

  it('a role taken, with the reason, where they still read', async () => {
    const { administrator, observer } = world.cookies
    const { id } = await call('POST', `/api/people/${world.ids.observer}/grants`, administrator, {
      role: 'observer',
      unitId: world.units.theirs,
    })
    await call('POST', `/api/grants/${id}/revoke`, administrator, { reason: 'приказ № 5' })
    // Taken already: not told a second time.
    await call('POST', `/api/grants/${id}/revoke`, administrator, { reason: 'приказ № 5' })
    // Of the school that is theirs no longer they read nothing; of the one left they do.
    expect(await told(observer, 'role-taken')).toEqual([
      {
        kind: 'role-taken',
        text: 'Роль больше не действует: Общественный наблюдатель — Школа № 2. Кто её снял: Человек administrator. Причина: приказ № 5',
        link: '/me',
      },
    ])
  })

  it('a role laid down by oneself: nothing', async () => {
    const [id] = await createPeople(database, [
      {
        name: 'Двое',
        email: 'two@example.org',
        password: PASSWORD,
        grants: [
          { role: 'municipality', unitId: world.units.west },
          { role: 'expert', unitId: world.units.west },
        ],
      },
    ])
    const who = await signIn('two@example.org')
    const { grants } = await call('GET', `/api/people/${id}`, world.cookies.administrator)
    await call('POST', `/api/grants/${grants[1].id}/revoke`, who, {})
    expect(await told(who, 'role-taken')).toEqual([])
  })

  it('a link for a new password', async () => {
    const { administrator, methodist } = world.cookies
    await call('POST', `/api/people/${world.ids.methodist}/reset-link`, administrator, {
      dropSecondFactor: true,
    })
    const [{ text }, ...more] = await told(methodist, 'password-reset-offered')
    expect(more).toEqual([])
    expect(text).toBe(
      'Для вас составлена ссылка, по которой задают новый пароль и отключают второй фактор. Кто её составил: Человек administrator. Если вы об этом не просили, сообщите администратору.',
    )
  })

  it('an invitation taken up: whoever sent it', async () => {
    const { municipality, administrator } = world.cookies
    const invited = await call('POST', '/api/invitations', municipality, {
      email: 'new@example.org',
      name: 'Новикова Ольга',
      role: 'head',
      unitId: world.units.ours,
    })
    await world.send('POST', '/api/invitation/accept', null, {
      token: invited.link.token,
      password: 'летний дождь стучит 2026',
    })
    const [{ text, link }, ...more] = await told(municipality, 'invitation-accepted')
    expect(more).toEqual([])
    expect(text).toBe('Приглашение принято: Новикова Ольга, Руководитель школы — Школа № 1.')
    expect((await call('GET', `/api${link}`, municipality)).name).toBe('Новикова Ольга')
    expect(await told(administrator, 'invitation-accepted')).toEqual([])
  })

  it('a session that turned up elsewhere: once, and by letter at once', async () => {
    const stolen = await signIn('coordinator@example.org')
    const thief = { ...BROWSER, cookie: stolen, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/120.0' }
    for (let knock = 0; knock < 2; knock++) await fetch(`${world.address}/api/me`, { headers: thief })
    const [{ text }, ...more] = await told(world.cookies.coordinator, 'session-elsewhere')
    expect(more).toEqual([])
    expect(text).toMatch(/^Ваш вход появился в другом браузере \(адрес (::ffff:)?127\.0\.0\.1\)/)
    const urgent = await database.asSystem('system:test', tx =>
      tx.selectFrom('notice').select('at_once').where('kind', '=', 'session-elsewhere').execute(),
    )
    expect(urgent).toEqual([{ at_once: true }])
  })

  it('an import of the registry carried out and undone: the other administrators of the unit', async () => {
    const { administrator } = world.cookies
    const others = [
      { role: 'administrator', unitId: world.units.region },
      { role: 'ministry', unitId: world.units.region },
    ] as const
    for (const grant of others)
      await createPeople(database, [
        { name: 'Ещё', email: `${grant.role}2@example.org`, password: PASSWORD, grants: [grant] },
      ])
    const [second, ministry] = [
      await signIn('administrator2@example.org'),
      await signIn('ministry2@example.org'),
    ]
    const form = new FormData()
    const text =
      'Логин ОО;Наименование ОО;Код муниципалитета;Муниципалитет\nedu990077;Школа № 77;reg99_m001;Западный район\n'
    form.append('file', new Blob([text]), 'реестр.csv')
    const sent = await fetch(`${world.address}/api/registry/imports`, {
      method: 'POST',
      headers: { ...BROWSER, cookie: administrator },
      body: form,
    })
    const { id } = (await sent.json()) as { id: number }
    await call('POST', `/api/registry/imports/${id}/commit`, administrator, { missing: 'leave' })
    const committed = [
      {
        kind: 'registry-committed',
        text: 'Реестр обновлён по файлу «реестр.csv». Кто провёл загрузку: Человек administrator.',
        link: `/registry/${id}`,
      },
    ]
    expect(await told(second, 'registry-committed')).toEqual(committed)
    await call('POST', `/api/registry/imports/${id}/undo`, administrator, { reason: 'не тот файл' })
    const undone = await told(second, 'registry-undone')
    expect(undone.map(notice => notice.text)).toEqual([
      'Загрузка реестра из файла «реестр.csv» отменена. Кто отменил: Человек administrator. Причина: не тот файл',
    ])
    // Neither whoever did it, nor administrators below, nor other roles.
    for (const who of [administrator, world.westAdministrator, ministry])
      expect([...(await told(who, 'registry-committed')), ...(await told(who, 'registry-undone'))]).toEqual(
        [],
      )
  })
})
