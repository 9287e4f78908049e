import { sql } from 'kysely'
import type { ApiContract } from '../../app/contract.ts'
import type { Role } from '../../app/features/accounts/index.ts'
import { type LocalProvider, localProvider } from '../../app/features/accounts/testing/identity-provider.ts'
import { totp } from '../../app/features/accounts/testing/totp.ts'
import { notify } from '../../app/features/notices/index.ts'
import { cookiesOf, PASSWORD, type World } from '../world/start-world.ts'
import type { Knock } from './calls.ts'
import { calendarAddress } from './measure-calls.ts'

type Open<A extends string> = {
  [K in keyof ApiContract]: ApiContract[K]['access'] extends A ? K : never
}[keyof ApiContract]

const NEXT_PASSWORD = 'осенний листопад 2027'
const HALF_A_MINUTE = 30_000
export const PUBLIC_URL = 'http://objektiv.local'

const at = (url: string, body?: unknown): Knock => (body === undefined ? { url } : { url, body })

/** Somebody in a role, on their way through what is their own. */
export interface Walker {
  readonly world: World
  readonly role: Role
  /** What the authenticator of this walk was given; empty before that. */
  secret: string
}

type OwnSteps = { readonly [K in Open<'signed-in'>]: (walker: Walker) => Knock | Promise<Knock> }

/** What whoever is signed in may do, in an order in which one thing makes the next possible; at last they are out. */
export const ownSteps: OwnSteps = {
  'GET /api/me': () => at('/api/me'),
  'GET /api/access': () => at('/api/access'),
  'GET /api/notices': () => at('/api/notices'),
  'POST /api/notices/:id/read': async walker => at(`/api/notices/${await notice(walker)}/read`, {}),
  'POST /api/notices/read-all': async walker => at('/api/notices/read-all', { upTo: await notice(walker) }),
  'PATCH /api/me': async ({ world, role }) => {
    const { rows } = await world.database.ownerPool.query('select version from person where id = $1', [
      world.ids[role],
    ])
    return at('/api/me', { theme: 'dark', version: rows[0].version })
  },
  'GET /api/me/sessions': () => at('/api/me/sessions'),
  'DELETE /api/me/sessions/:id': async walker => at(`/api/me/sessions/${await elsewhere(walker)}`),
  'DELETE /api/me/sessions': async walker => {
    await elsewhere(walker)
    return at('/api/me/sessions')
  },
  'POST /api/me/second-factor': () => at('/api/me/second-factor', { password: PASSWORD }),
  'POST /api/me/second-factor/confirm': ({ secret }) =>
    at('/api/me/second-factor/confirm', { code: totp(secret) }),
  'POST /api/me/second-factor/backup-codes': () =>
    at('/api/me/second-factor/backup-codes', { password: PASSWORD }),
  'POST /api/me/second-factor/remove': () => at('/api/me/second-factor/remove', { password: PASSWORD }),
  'POST /api/me/password': () => at('/api/me/password', { current: PASSWORD, next: NEXT_PASSWORD }),
  'POST /api/sign-out': () => at('/api/sign-out', {}),
}

/** Somebody who is not signed in, on a service with people in it and on one with none. */
export interface Stranger {
  readonly world: World
  readonly empty: { readonly send: World['send']; readonly setupPath: string }
  readonly provider: LocalProvider
  /** By which a person of the east goes on after the password. */
  readonly secret: string
  /** The only cookies of whoever is half-way in. */
  cookie: string
}

/** A request, and to whom where not to the service with people. */
export interface PublicKnock extends Knock {
  readonly to?: World['send']
}

type PublicSteps = {
  readonly [K in Open<'public'>]: (stranger: Stranger) => PublicKnock | Promise<PublicKnock>
}

/** What is open to whoever comes: signing in and everything that leads there, in order as above. */
export const publicSteps: PublicSteps = {
  'GET /api/session': () => at('/api/session'),
  'POST /api/sign-in': () => at('/api/sign-in', { email: 'stranger@example.org', password: PASSWORD }),
  'POST /api/sign-in/second-factor': ({ secret }) =>
    at('/api/sign-in/second-factor', { code: totp(secret, new Date(Date.now() + HALF_A_MINUTE)) }),
  'POST /api/sign-in/provider': () => at('/api/sign-in/provider', {}),
  'GET /api/auth/callback/oidc': async stranger => {
    const begun = await stranger.world.send('POST', '/api/sign-in/provider', null, {})
    stranger.cookie = cookiesOf(begun)
    const back = new URL(await stranger.provider.visit(((await begun.json()) as { url: string }).url))
    return at(back.pathname + back.search)
  },
  'POST /api/setup/read': ({ empty }) => ({
    ...at('/api/setup/read', { token: tokenOf(empty.setupPath) }),
    to: empty.send,
  }),
  'POST /api/setup': ({ empty }) => ({
    ...at('/api/setup', {
      ...{ token: tokenOf(empty.setupPath), region: 'Заречная область', name: 'Первова Анна Ивановна' },
      ...{ email: 'first@example.org', password: PASSWORD, locale: 'ru' },
    }),
    to: empty.send,
  }),
  'POST /api/invitation/read': async ({ world }) =>
    at('/api/invitation/read', { token: await invitation(world, 'read') }),
  'POST /api/invitation/accept': async ({ world }) =>
    at('/api/invitation/accept', { token: await invitation(world, 'accepted'), password: NEXT_PASSWORD }),
  'POST /api/password-reset/read': async ({ world }) =>
    at('/api/password-reset/read', { token: await resetLink(world) }),
  'POST /api/password-reset': async ({ world }) =>
    at('/api/password-reset', { token: await resetLink(world), password: NEXT_PASSWORD }),
  'GET /api/published-plans/:token': async ({ world }) =>
    at(`/api/published-plans/${await publishedPlan(world)}`),
  'GET /api/calendars/:token': async ({ world }) => at(await calendarAddress(world)),
}

/** The provider of this world's sign-in; `oidc` goes to the service. Whoever comes is the person set at it. */
export async function providerOfWorld() {
  const provider = await localProvider(`${PUBLIC_URL}/api/auth/callback/oidc`)
  await provider.start()
  const oidc = {
    issuer: provider.issuer,
    clientId: 'objektiv',
    clientSecret: 'client secret',
    label: 'Портал',
  }
  return { provider, oidc }
}

function notice({ world, role }: Walker): Promise<number> {
  const params = { what: 'План объективности', reason: 'нет сроков' }
  const to = world.ids[role]
  return world.database.asSystem('system:test', async tx => {
    await notify(tx, [{ to, unitId: world.units.ours, kind: 'returned', params }])
    const { rows } = await sql<{ id: number }>`
      select max(id) as id from notice where account_id = ${to}`.execute(tx)
    return rows[0].id
  })
}

/** A session of the same person in another browser. */
async function elsewhere({ world, role }: Walker): Promise<string> {
  const { rows } = await world.database.ownerPool.query(
    `insert into auth.session (id, token, user_id, expires_at)
      select 'elsewhere ' || n, 'elsewhere ' || n, $1, now() + '1 day' from (select count(*) as n from auth.session) t
      returning id`,
    [world.ids[role]],
  )
  return encodeURIComponent(rows[0].id)
}

async function invitation({ send, cookies, units }: World, whose: string): Promise<string> {
  const answer = await send('POST', '/api/invitations', cookies.administrator, {
    ...{ email: `${whose}@example.org`, name: 'Приглашённый человек', role: 'coordinator' },
    unitId: units.ours,
  })
  return tokenOf(((await answer.json()) as { link: { path: string } }).link.path)
}

/** The address of a plan that the region shows to everybody. */
async function publishedPlan({ send, cookies, units }: World): Promise<string> {
  const said = async (url: string, body: unknown) =>
    (await (await send('POST', url, cookies.analyst, body)).json()) as { id: number; address: string }
  const approval = { post: null, person: null, date: null, number: null }
  const none = {
    place: null,
    participants: null,
    performer: null,
    expectedResult: null,
    note: null,
    completion: null,
  }
  const measure = {
    ...{ number: null, section: null, year: null, level: null, text: 'Совещание', term: null },
    ...{ plannedStart: null, plannedFinish: null, responsible: [], doubtful: [], ...none },
  }
  const { id } = await said('/api/plans', {
    ...{ title: 'План для всех', approval, abbreviations: [], unit: units.region, source: null },
    period: { start: '2026-01-01', end: '2026-12-31', school: false, original: null },
    measures: [measure],
  })
  await said(`/api/plans/${id}/approve`, { version: 1, approval })
  return tokenOf((await said(`/api/plans/${id}/publish`, { version: 2, withNames: false })).address)
}

/** For the person of the east: those of the roles go on with their password. */
async function resetLink({ send, cookies, stranger }: World): Promise<string> {
  const answer = await send('POST', `/api/people/${stranger.id}/reset-link`, cookies.administrator, {})
  return tokenOf(((await answer.json()) as { path: string }).path)
}

function tokenOf(path: string): string {
  return path.split('/').at(-1) ?? ''
}
