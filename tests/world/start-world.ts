import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createPeople, type Role } from '../../app/features/accounts/index.ts'
import { createUnit } from '../../app/features/territory/index.ts'
import type { Database } from '../../app/platform/database/index.ts'
import type { Filling, OpenDatabase } from '../../app/platform/database/testing/index.ts'
import { type App, type AppOptions, createApp } from '../../app/server.ts'

/** Who is where: somebody in every role, all of the west but the region's own, and a stranger in the east. */
export interface Inhabitants {
  readonly units: {
    readonly region: number
    readonly west: number
    readonly east: number
    /** A school of the west, and one of the east. */
    readonly ours: number
    readonly theirs: number
  }
  /** Signed in, by role: west and its school are «own» for all but the region's roles. */
  readonly cookies: Readonly<Record<Role, string>>
  readonly ids: Readonly<Record<Role, string>>
  /** An administrator of the west alone: every right, half the region. */
  readonly westAdministrator: string
  /** A head in the east: somebody else's person. */
  readonly stranger: { readonly id: string; readonly cookie: string; readonly grantId: number }
}

export interface Population extends Inhabitants {
  /** Sends a request the way a browser of this person would, over the network. */
  send(method: Method, url: string, who: string | null, body?: unknown): Promise<Response>
}

/** A small region with somebody in every role, for tests that go through the whole service. */
export interface World extends Population {
  readonly app: App
  readonly database: Database
  readonly folder: string
  /** 'http://127.0.0.1:PORT' */
  readonly address: string
  stop(): Promise<void>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export const PASSWORD = 'весенняя капель 2026'
const OF_REGION: readonly Role[] = ['administrator', 'ministry', 'analyst', 'institute']

/** The small region, planted and signed in once for a whole run: hashing passwords takes its time. */
const SMALL_REGION: Filling<Inhabitants> = {
  name: 'small region',
  async fill(database) {
    const { app, address, clear } = await serve(database)
    const { send: _, ...inhabitants } = await populate(database, address)
    await app.stop()
    clear()
    return inhabitants
  },
}

export async function startWorld(open: OpenDatabase, options: Partial<AppOptions> = {}): Promise<World> {
  const { database, said } = await open.filled(SMALL_REGION)
  const { app, address, folder, clear } = await serve(database, options)
  return {
    ...said,
    send: sendTo(address),
    app,
    database,
    folder,
    address,
    async stop() {
      await app.stop()
      clear()
    },
  }
}

/** The service on a database with nobody in it yet. */
export async function startEmptyWorld(open: OpenDatabase) {
  const { app, address, clear } = await serve(await open())
  return {
    send: sendTo(address),
    setupPath: (await app.setupPath()) ?? '',
    async stop() {
      await app.stop()
      clear()
    },
  }
}

/** The service on a folder of its own that is gone afterwards, listening. */
async function serve(database: Database, options: Partial<AppOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-world-'))
  const app = await createApp({
    database,
    dataFolder: folder,
    secret: 'only-for-tests-'.repeat(4),
    publicUrl: 'http://objektiv.local',
    web: false,
    ...options,
  })
  const address = await app.start({ host: '127.0.0.1', port: 0 })
  return { app, address, folder, clear: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Plants the small region in the database of a running service, and signs everybody in. */
export async function populate(database: Database, address: string): Promise<Population> {
  const send = sendTo(address)
  const units = await plantUnits(database)
  // What a second factor does has tests of its own; here it would stand in everybody's way.
  await database.asSystem('system:test', tx =>
    sql`update setting set value = '[]' where id = 'second-factor-roles'`.execute(tx),
  )
  const homes: readonly (readonly [Role, number])[] = [
    ...OF_REGION.map(role => [role, units.region] as const),
    ['municipality', units.west],
    ['methodist', units.west],
    ['expert', units.west],
    ['head', units.ours],
    ['coordinator', units.ours],
    ['observer', units.ours],
  ]
  const made = await createPeople(database, [
    ...homes.map(([role, unitId]) => person(`${role}@example.org`, [{ role, unitId }])),
    person('west@example.org', [{ role: 'administrator', unitId: units.west }]),
    person('stranger@example.org', [{ role: 'head', unitId: units.theirs }]),
  ])
  const ids = Object.fromEntries(homes.map(([role], index) => [role, made[index]])) as Record<Role, string>
  const cookies = {} as Record<Role, string>
  for (const [role] of homes) cookies[role] = await signIn(send, `${role}@example.org`)
  const stranger = made[homes.length + 1]
  return {
    send,
    units,
    ids,
    cookies,
    westAdministrator: await signIn(send, 'west@example.org'),
    stranger: {
      id: stranger,
      cookie: await signIn(send, 'stranger@example.org'),
      grantId: await grantOf(database, stranger),
    },
  }
}

function person(email: string, grants: { role: Role; unitId: number }[]) {
  return { name: `Человек ${email.split('@')[0]}`, email, password: PASSWORD, grants }
}

function plantUnits(database: Database): Promise<Population['units']> {
  const scope = { accountId: 'system:test', role: 'administrator', grantId: null, unitPath: '1.' }
  return database.as(scope, async tx => {
    const region = 1
    const west = await createUnit(tx, {
      kind: 'municipality',
      parentId: region,
      name: 'Западный район',
      code: 'reg99_m001',
    })
    const east = await createUnit(tx, {
      kind: 'municipality',
      parentId: region,
      name: 'Восточный район',
      code: 'reg99_m002',
    })
    const ours = await createUnit(tx, {
      kind: 'school',
      parentId: west,
      name: 'Школа № 1',
      login: 'edu990001',
    })
    const theirs = await createUnit(tx, {
      kind: 'school',
      parentId: east,
      name: 'Школа № 2',
      login: 'edu990002',
    })
    return { region, west, east, ours, theirs }
  })
}

async function grantOf(database: Database, personId: string): Promise<number> {
  const { id } = await database.asSystem('system:test', tx =>
    tx.selectFrom('role_grant').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow(),
  )
  return id
}

/** The browser every test comes with: a session belongs to one browser. */
export const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) test', 'x-objektiv': '1' } as const

export function sendTo(address: string): Population['send'] {
  return (method, url, who, body) =>
    fetch(address + url, {
      method,
      redirect: 'manual',
      headers: {
        ...BROWSER,
        ...(who === null ? {} : { cookie: who }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
}

/** Signs in and gives the cookies to send along. */
async function signIn(send: Population['send'], email: string): Promise<string> {
  const answer = await send('POST', '/api/sign-in', null, { email, password: PASSWORD })
  if (answer.status !== 200) throw new Error(`signing in as ${email}: ${await answer.text()}`)
  return cookiesOf(answer)
}

/** Cookies that an answer gives, to send along. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}
