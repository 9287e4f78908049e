/** Who the load acts as. */
export const ACCOUNT = { email: 'load@demo.local', password: 'причал-у-реки-57' }

/** Classes made in one request: in one transaction, so all of them or none. */
export const CLASSES = 12

/** Schools of one registry file: in one import, so all of them or none. */
export const SCHOOLS_IN_FILE = 3

/** What the service said was done. */
export interface Acknowledged {
  readonly names: Map<number, string>
  readonly schools: Map<number, { classes: boolean }>
  readonly files: Map<number, string>
  /** Imports of registries, carried out and perhaps taken back. */
  readonly imports: Map<number, 'committed' | 'undone'>
  /** Invitations taken up. */
  readonly invitations: Set<number>
  readonly jobs: Set<number>
}

export function nothingAcknowledged(): Acknowledged {
  return {
    names: new Map(),
    schools: new Map(),
    files: new Map(),
    imports: new Map(),
    invitations: new Set(),
    jobs: new Set(),
  }
}

let counter = 0

/** Signs in; returns the cookie. */
export async function signIn(
  address: string,
  who: { readonly email: string; readonly password: string } = ACCOUNT,
): Promise<string> {
  const { email, password } = who
  const response = await post(address, '/api/sign-in', '', { email, password })
  if (!response.ok) throw new Error(await response.text())
  return response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}

/** Changes things as fast as the service answers, until it is gone, and writes down what it acknowledged. */
export async function runLoad(
  address: string,
  cookie: string,
  writers: number,
  done: Acknowledged,
): Promise<PromiseRejectedResult[]> {
  const work = [
    writeFiles(address, cookie, done),
    writeRegistries(address, cookie, done),
    writePeople(address, cookie, done),
    ...Array.from({ length: writers }, () => writeUnits(address, cookie, done)),
  ]
  return (await Promise.allSettled(work)) as PromiseRejectedResult[]
}

/** Makes a school, renames it, gives it its classes, and the next. */
async function writeUnits(address: string, cookie: string, done: Acknowledged): Promise<never> {
  while (true) {
    const n = ++counter
    const school = await create(address, cookie, { kind: 'school', parentId: 1, name: `Школа ${n}` }, done)
    done.schools.set(school.id, { classes: false })
    const renamed = { name: `Гимназия ${n}`, version: school.version }
    await answerOf(post(address, `/api/units/${school.id}/rename`, cookie, renamed))
    done.names.set(school.id, renamed.name)
    const classes = Array.from({ length: CLASSES }, (_, i) => ({
      grade: 1 + (i % 11),
      letter: 'АБ'[Math.floor(i / 11)],
    }))
    await answerOf(post(address, `/api/units/${school.id}/classes`, cookie, { schoolYear: 2026, classes }))
    done.schools.set(school.id, { classes: true })
  }
}

/** Logins of the schools in the registry file of this number. */
export function loginsOf(file: number): string[] {
  return Array.from({ length: SCHOOLS_IN_FILE }, (_, i) => `edu${100_000 + file * SCHOOLS_IN_FILE + i}`)
}

/** Brings a registry of new schools in, and takes every second one back. */
async function writeRegistries(address: string, cookie: string, done: Acknowledged): Promise<never> {
  while (true) {
    const n = ++counter
    const form = new FormData()
    const rows = loginsOf(n).map(login => `${login};Лицей ${login}`)
    form.append('file', new Blob([['Логин ОО;Наименование ОО', ...rows].join('\n')]), `${n}.csv`)
    const headers = { cookie, 'x-objektiv': '1' }
    const sent = fetch(`${address}/api/registry/imports`, { method: 'POST', headers, body: form })
    const { id } = (await answerOf(sent)) as { id: number }
    await answerOf(post(address, `/api/registry/imports/${id}/commit`, cookie, { missing: 'leave' }))
    done.imports.set(id, 'committed')
    if (n % 2 === 0) continue
    await answerOf(post(address, `/api/registry/imports/${id}/undo`, cookie, {}))
    done.imports.set(id, 'undone')
  }
}

/** Invites somebody, who comes. */
async function writePeople(address: string, cookie: string, done: Acknowledged): Promise<never> {
  while (true) {
    const n = ++counter
    const invited = { email: `invited${n}@demo.local`, name: `Приглашён ${n}`, role: 'analyst', unitId: 1 }
    const { invitation, link } = (await answerOf(post(address, '/api/invitations', cookie, invited))) as {
      invitation: { id: number }
      link: { token: string }
    }
    const chosen = { token: link.token, password: 'летний дождь стучит 2026' }
    await answerOf(post(address, '/api/invitation/accept', '', chosen))
    done.invitations.add(invitation.id)
  }
}

/** Asks for a job, unless the one asked for before is still under way. */
export async function askForBackup(address: string, cookie: string, done: Acknowledged): Promise<void> {
  const headers = { cookie, 'x-objektiv': '1' }
  const { making } = (await answerOf(fetch(`${address}/api/backups`, { headers }))) as { making: boolean }
  if (making) return
  const { jobId } = (await answerOf(post(address, '/api/backups', cookie, {}))) as { jobId: number }
  done.jobs.add(jobId)
}

/** Sends one small file after another. */
async function writeFiles(address: string, cookie: string, done: Acknowledged): Promise<never> {
  while (true) {
    const n = ++counter
    const form = new FormData()
    const text = `приказ № ${n}`
    form.append('file', new Blob([text]), `приказ ${n}.txt`)
    const headers = { cookie, 'x-objektiv': '1' }
    const sent = fetch(`${address}/api/files?unitId=1`, { method: 'POST', headers, body: form })
    const file = (await answerOf(sent)) as { id: number }
    done.files.set(file.id, text)
  }
}

async function create(
  address: string,
  cookie: string,
  body: { name: string; kind: string; parentId: number },
  done: Acknowledged,
) {
  const unit = (await answerOf(post(address, '/api/units', cookie, body))) as { id: number; version: number }
  done.names.set(unit.id, body.name)
  return unit
}

export async function answerOf(request: Promise<Response>): Promise<unknown> {
  const response = await request
  const text = await response.text()
  // A refusal would make the load idle and the test empty.
  if (!response.ok) throw Object.assign(new Error(`${response.status} ${text}`), { refused: true })
  return JSON.parse(text)
}

export function post(address: string, path: string, cookie: string, body: unknown): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-objektiv': '1', cookie },
    body: JSON.stringify(body),
  })
}
