import type { FastifyInstance } from 'fastify'
import type { Database } from '../../../platform/database/index.ts'
import { createServer } from '../../../platform/http/index.ts'
import type { Role } from '../access.ts'
import { type Accounts, type AccountsOptions, openAccounts } from '../open-accounts.ts'
import { accountsRoutes } from '../routes/index.ts'
import { createPeople } from '../store/create-person.ts'

export const PASSWORD = 'четыре нежданных верблюда'
export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A little region: two municipalities with a school each. */
export interface Region {
  readonly region: number
  readonly west: number
  readonly westSchool: number
  readonly east: number
  readonly eastSchool: number
}

export async function addRegion(database: Database): Promise<Region> {
  return database.asSystem('system:test', async tx => {
    const add = async (parent: number, kind: 'municipality' | 'school', name: string) => {
      const row = { parent_id: parent, kind, name }
      return (await tx.insertInto('unit').values(row).returning('id').executeTakeFirstOrThrow()).id
    }
    const root = await tx
      .selectFrom('unit')
      .select('id')
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow()
    const west = await add(root.id, 'municipality', 'Западный район')
    const east = await add(root.id, 'municipality', 'Восточный район')
    return {
      region: root.id,
      west,
      westSchool: await add(west, 'school', 'Школа № 1'),
      east,
      eastSchool: await add(east, 'school', 'Школа № 2'),
    }
  })
}

/** Makes a person with one role; the e-mail is `<name>@example.org`. */
export async function addPerson(
  database: Database,
  name: string,
  role: Role,
  unitId: number,
): Promise<string> {
  const person = { name: `Человек ${name}`, email: `${name}@example.org`, password: PASSWORD }
  const [id] = await createPeople(database, [{ ...person, grants: [{ role, unitId }] }])
  return id
}

/** Which roles need a second factor; tests that are not about it ask for none. */
export async function requireSecondFactor(database: Database, roles: readonly Role[]): Promise<void> {
  await database.asSystem('system:test', tx =>
    tx
      .updateTable('setting')
      .set({ value: JSON.stringify(roles) })
      .where('id', '=', 'second-factor-roles')
      .execute(),
  )
}

export interface House {
  readonly app: FastifyInstance
  readonly accounts: Accounts
  /** A new browser with no cookies. */
  browser(userAgent?: string): Browser
  /** A browser already signed in. */
  signedIn(name: string): Promise<Browser>
  /** The clock stands until it is moved. */
  pass(span: { minutes?: number; hours?: number; days?: number }): void
}

/** The server of this room over a database, with a clock that tests move. */
export async function openHouse(
  database: Database,
  options: Partial<Omit<AccountsOptions, 'database' | 'clock'>> = {},
): Promise<House> {
  let ahead = 0
  const accounts = openAccounts({
    database,
    secret: 'a secret for tests, longer than thirty-two characters',
    publicUrl: 'http://objektiv.test',
    timeZone: 'UTC',
    ...options,
    clock: () => new Date(Date.now() + ahead),
  })
  const app = await createServer({ requestLimit: 1_000_000 })
  accountsRoutes(app, accounts)
  await app.ready()
  const browser = (userAgent = FIREFOX) => new Browser(app, userAgent)
  return {
    app,
    accounts,
    browser,
    async signedIn(name) {
      const visitor = browser()
      const answer = await visitor.post('/api/sign-in', { email: `${name}@example.org`, password: PASSWORD })
      if (answer.status !== 200) throw new Error(`${name} could not sign in: ${JSON.stringify(answer.body)}`)
      return visitor
    },
    pass: ({ minutes = 0, hours = 0, days = 0 }) => {
      ahead += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
  }
}

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
  readonly location: string | undefined
}

/** Keeps cookies and sends what our pages send. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  readonly #userAgent: string
  grant: number | null = null
  address = '192.0.2.1'

  constructor(app: FastifyInstance, userAgent: string) {
    this.#app = app
    this.#userAgent = userAgent
  }

  get = (url: string) => this.send('GET', url)
  post = (url: string, body: unknown = {}) => this.send('POST', url, body)
  patch = (url: string, body: unknown) => this.send('PATCH', url, body)
  put = (url: string, body: unknown) => this.send('PUT', url, body)
  delete = (url: string) => this.send('DELETE', url)

  async send(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<Reply> {
    const answer = await this.#app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        'user-agent': this.#userAgent,
        'x-objektiv': '1',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(this.grant === null ? {} : { 'x-objektiv-grant': String(this.grant) }),
      },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    for (const cookie of answer.cookies) {
      if (cookie.maxAge === 0 || cookie.value === '') this.cookies.delete(cookie.name)
      else this.cookies.set(cookie.name, encodeURIComponent(cookie.value))
    }
    const location = answer.headers.location
    return {
      status: answer.statusCode,
      body: answer.payload === '' ? null : JSON.parse(answer.payload),
      ...(typeof location === 'string' ? { location } : { location: undefined }),
    }
  }
}
