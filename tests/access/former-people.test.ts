import { afterAll, beforeAll, expect, it } from 'vitest'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import { PASSWORD, startWorld, type World } from '../world/start-world.ts'

const NAME = 'Отбывшая Вера Павловна'
const EMAIL = 'vera@example.org'

/** Invited to the school, came, did something, left: everything that is told of her at the school, before and after. */
forEachDatabase('somebody who has left the school', open => {
  let world: World
  let id = ''
  let grantId = 0
  beforeAll(async () => {
    world = await startWorld(open)
    const { units, cookies } = world
    const wish = { email: EMAIL, name: NAME, role: 'coordinator', unitId: units.ours }
    const { link } = await told('POST', '/api/invitations', cookies.head, wish)
    const accept = { token: link.token, password: PASSWORD }
    const came = await world.send('POST', '/api/invitation/accept', null, accept)
    expect(came.status).toBe(200)
    const [person] = (await told('GET', `/api/people?q=${EMAIL}`, cookies.head)).items
    id = person.id
    grantId = person.grants[0].id
  })
  afterAll(() => world?.stop())

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  async function told(method: 'GET' | 'POST', url: string, cookie: string, body?: unknown): Promise<any> {
    const answer = await world.send(method, url, cookie, body)
    expect({ url, status: answer.status }).toEqual({ url, status: 200 })
    return answer.json()
  }

  const pages = () => [
    `/api/people/${id}`,
    '/api/people',
    '/api/invitations?state=accepted',
    '/api/audit?limit=200',
    `/api/history/person/${id}`,
  ]
  const everything = async () => {
    const texts: string[] = []
    for (const url of pages()) texts.push(JSON.stringify(await told('GET', url, world.cookies.head)))
    return texts
  }

  it('is named and reached while she works there', async () => {
    for (const text of await everything()) {
      expect(text).toContain(NAME)
      expect(text).toContain(EMAIL)
    }
  })

  it('is named afterwards, and her address stands nowhere', async () => {
    await told('POST', `/api/grants/${grantId}/revoke`, world.cookies.head, {})
    for (const text of await everything()) {
      expect(text).toContain(NAME)
      expect(text).not.toContain(EMAIL)
    }
    const search = await told('GET', `/api/invitations?q=${EMAIL}`, world.cookies.head)
    expect(search.items).toEqual([])
  })

  it('may be invited again: whoever writes the address knows it', async () => {
    const wish = { email: EMAIL, name: NAME, role: 'coordinator', unitId: world.units.ours }
    const { invitation } = await told('POST', '/api/invitations', world.cookies.head, wish)
    expect(invitation).toMatchObject({ email: EMAIL, state: 'open' })
  })
})
