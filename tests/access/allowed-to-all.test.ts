import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROLES } from '../../app/features/accounts/index.ts'
import type { LocalProvider } from '../../app/features/accounts/testing/identity-provider.ts'
import { totp } from '../../app/features/accounts/testing/totp.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import {
  cookiesOf,
  type Method,
  PASSWORD,
  startEmptyWorld,
  startWorld,
  type World,
} from '../world/start-world.ts'
import { ownSteps, providerOfWorld, publicSteps, type Stranger, type Walker } from './open-calls.ts'

/** What asks for no right of the matrix: it answers whoever is signed in, and what is public whoever comes. */
forEachDatabase('what is allowed to all', open => {
  let world: World
  let empty: Awaited<ReturnType<typeof startEmptyWorld>>
  let provider: LocalProvider
  beforeAll(async () => {
    const made = await providerOfWorld()
    provider = made.provider
    world = await startWorld(open, { oidc: made.oidc })
    empty = await startEmptyWorld(open)
  })
  afterAll(async () => {
    await world?.stop()
    await empty?.stop()
    await provider?.stop()
  })

  const methodOf = (name: string) => name.split(' ')[0] as Method
  /** «answered», or what was said instead. */
  const outcome = async (answer: Response) => {
    const said = await answer.text()
    return answer.status === 200 || answer.status === 204 ? 'answered' : `${answer.status} ${said}`
  }

  it('answers whoever comes', async () => {
    const { send, stranger } = world
    provider.person = { subject: 's-west', email: 'west@example.org', emailVerified: true }
    const begun = await send('POST', '/api/me/second-factor', stranger.cookie, { password: PASSWORD })
    const { secret } = (await begun.json()) as { secret: string }
    const shown = { code: totp(secret) }
    expect((await send('POST', '/api/me/second-factor/confirm', stranger.cookie, shown)).status).toBe(200)

    const on: Stranger = { world, empty, provider, secret, cookie: '' }
    for (const [name, step] of Object.entries(publicSteps)) {
      const { url, body, to = send } = await step(on)
      const answer = await to(methodOf(name), url, on.cookie || null, body)
      const sent = answer.headers.get('location')
      on.cookie = name === 'POST /api/sign-in' ? cookiesOf(answer) : ''
      // The browser comes back from the provider and goes on to its page, not to words about what went wrong.
      if (name.includes('/callback/')) expect({ name, sent }).toEqual({ name, sent: '/' })
      else expect({ name, outcome: await outcome(answer) }).toEqual({ name, outcome: 'answered' })
    }
  })

  it.each(ROLES)('answers whoever is signed in: %s', async role => {
    const walker: Walker = { world, role, secret: '' }
    let cookie = world.cookies[role]
    for (const [name, step] of Object.entries(ownSteps)) {
      const { url, body } = await step(walker)
      const answer = await world.send(methodOf(name), url, cookie, body)
      const copy = answer.clone()
      expect({ name, outcome: await outcome(answer) }).toEqual({ name, outcome: 'answered' })
      if (name === 'POST /api/me/second-factor')
        walker.secret = ((await copy.json()) as { secret: string }).secret
      // A second factor that comes or goes begins another session.
      if (name.includes('/second-factor')) cookie = cookiesOf(copy) || cookie
    }
    expect((await world.send('GET', '/api/me', cookie)).status).toBe(401)
  })
})
