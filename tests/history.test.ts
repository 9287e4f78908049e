import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { logRead } from '../app/platform/audit/index.ts'
import { forEachDatabase } from '../app/platform/database/testing/index.ts'
import { startWorld, type World } from './world/start-world.ts'

interface Entry {
  readonly action: string
  readonly subject: string
  readonly reason: string | null
}

forEachDatabase('history of a person', open => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(open)
  })
  afterAll(() => world?.stop())

  const call = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    who: string,
    body?: unknown,
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
  ): Promise<any> => {
    const answer = await world.send(method, url, who, body)
    expect({ url, status: answer.status }).toEqual({ url, status: 200 })
    return answer.json()
  }
  const historyOf = async (id: string, who: string): Promise<Entry[]> =>
    (await call('GET', `/api/history/person/${id}?limit=50`, who)).items

  it('tells of roles given and taken, of the invitation and of signing in', async () => {
    const { administrator } = world.cookies
    const grant = await call('POST', `/api/people/${world.ids.head}/grants`, administrator, {
      role: 'methodist',
      unitId: world.units.west,
    })
    await call('POST', `/api/grants/${grant.id}/revoke`, administrator, { reason: 'приказ № 5' })
    const told = await historyOf(world.ids.head, administrator)
    expect(told.map(({ subject, action, reason }) => [subject, action, reason])).toEqual(
      expect.arrayContaining([
        ['role_grant', 'role.granted', null],
        ['role_grant', 'role.revoked', 'приказ № 5'],
        ['person', 'signed-in', null],
      ]),
    )
    const invited = await call('POST', '/api/invitations', administrator, {
      email: 'new@example.org',
      name: 'Новикова Ольга',
      role: 'coordinator',
      unitId: world.units.ours,
    })
    await world.send('POST', '/api/invitation/accept', null, {
      token: invited.link.token,
      password: 'летний дождь стучит 2026',
    })
    const { items } = await call('GET', '/api/people?q=new@example.org', administrator)
    const theirs = await historyOf(items[0].id, administrator)
    expect(theirs.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['invitation', 'role_grant']))
  })

  it('shows a municipality what concerns its own units and nothing of a role elsewhere', async () => {
    const { administrator, municipality } = world.cookies
    await call('POST', `/api/people/${world.ids.coordinator}/grants`, administrator, {
      role: 'coordinator',
      unitId: world.units.theirs,
    })
    const granted = (entries: Entry[]) => entries.filter(({ action }) => action === 'role.granted').length
    expect(granted(await historyOf(world.ids.coordinator, administrator))).toBe(1)
    expect(granted(await historyOf(world.ids.coordinator, municipality))).toBe(0)
  })

  it('and the day they last came in stand beside each other also after signing out', async () => {
    const { administrator, expert } = world.cookies
    await world.send('POST', '/api/sign-out', expert)
    const { lastSeenAt } = await call('GET', `/api/people/${world.ids.expert}`, administrator)
    // Of this run: the region may have been planted minutes ago, for whichever test came first.
    expect(Date.now() - Date.parse(lastSeenAt)).toBeLessThan(60 * 60_000)
  })

  it('is shown of settings, copies, papers and imports as of anything else', async () => {
    const { administrator, analyst } = world.cookies
    const { secondFactorRoles, version } = await call('GET', '/api/settings', administrator)
    await call('PUT', '/api/settings', administrator, {
      secondFactorRoles: [...secondFactorRoles, 'institute'],
      version,
    })
    await world.database.as(
      { accountId: world.ids.administrator, role: 'administrator', grantId: null, unitPath: '1.' },
      async tx => {
        await logRead(tx, 'backup', 'copy.tar.gz', 1, { act: 'downloaded' })
        await logRead(tx, 'backup', '', 1, { act: 'made' })
      },
    )
    await world.database.asSystem('system:test', tx =>
      sql`insert into specification (unit_id, procedure, year, grade, subject, revision, content, source)
        select 1, 'ВПР', 2026, 5, 'Музыка', n, '{}', 'приказ' from generate_series(1, 2) n`.execute(tx),
    )
    const told = async (who: string, subject: string, id: string) => {
      const { items } = await call('GET', `/api/history/${subject}/${encodeURIComponent(id)}`, who)
      return (items as { sentence: string }[]).map(({ sentence }) => sentence)
    }
    const [latest] = await told(administrator, 'setting', 'second-factor-roles')
    expect(latest).toBe(
      'Изменено, каким ролям нужен второй шаг входа. Значение: Институт развития образования (ИРО).',
    )
    expect(await told(administrator, 'backup', 'all')).toEqual([
      'Просмотр или выгрузка — резервная копия. Что сделано: создана.',
      'Просмотр или выгрузка — резервная копия. Что сделано: скачана.',
    ])
    expect(await told(analyst, 'specification', 'ВПР.2026.5.Музыка')).toHaveLength(2)
  })
})
