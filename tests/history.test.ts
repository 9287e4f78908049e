import { afterAll, beforeAll, expect, it } from 'vitest'
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

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
  const call = async (method: 'GET' | 'POST', url: string, who: string, body?: unknown): Promise<any> => {
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
})
