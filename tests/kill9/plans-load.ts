import { setTimeout as sleep } from 'node:timers/promises'
import { answerOf, post, signIn } from './load.ts'

/** Two of the small region and some more: as many parts of a sending. */
export const MUNICIPALITIES = 6
/** Of an imported plan. */
export const IMPORTED = 60
/** So many that a part of a sending is one unit. */
export const SENT = 501
export const PERIOD = { start: '2026-09-01', end: '2027-08-31', school: true, original: null }
export const SCHOOL_PLAN = 'План школы'
const PASSWORD = 'весенняя капель 2026'
const APPROVAL = { post: null, person: null, date: null, number: null }

/** What the service said was done. */
export interface PlansDone {
  /** Title of each plan that was saved, by its number. */
  readonly saved: Map<number, string>
  /** Plans that were sent. */
  readonly sent: Set<number>
  /** The last act that was told of each measure, as the version of the measure after it. */
  readonly acts: Map<number, { readonly version: number; readonly state: string }>
  /** Numbers given to plans, so that no two are the same. */
  plans: number
  /** What the service refused, in its words. */
  readonly refusals: string[]
}

interface Standing {
  readonly id: number
  readonly version: number
  readonly state: string
}

/** Analyst, school and municipality at work on plans as fast as the service answers, until it is gone. */
export async function workOnPlans(address: string, done: PlansDone): Promise<void> {
  const cookieOf = (name: string) => signIn(address, { email: `${name}@example.org`, password: PASSWORD })
  const [analyst, head, municipality] = await Promise.all(['analyst', 'head', 'municipality'].map(cookieOf))
  const works = [
    importPlans(address, analyst, done),
    sendPlans(address, analyst, done),
    proveMeasures(address, head, municipality, done),
  ]
  await Promise.allSettled(
    works.map(work =>
      work.catch(error => {
        if (error.refused) done.refusals.push(error.message)
      }),
    ),
  )
}

/** Reads a plan from text and saves it, again and again. */
async function importPlans(address: string, cookie: string, done: PlansDone): Promise<never> {
  const measures = await readMeasures(address, cookie, IMPORTED)
  while (true) await savePlan(address, cookie, measures, `Импорт ${++done.plans}`, done)
}

/** Saves a long plan, approves and sends it, and waits until everybody has it. */
async function sendPlans(address: string, cookie: string, done: PlansDone): Promise<never> {
  const measures = await readMeasures(address, cookie, SENT)
  // What the process before this one was at comes to its end first: killed in every life, a job is given up.
  for (const plan of done.sent) await untilSent(address, cookie, plan)
  while (true) {
    const id = await savePlan(address, cookie, measures, `Дорожная карта ${++done.plans}`, done)
    await answerOf(post(address, `/api/plans/${id}/approve`, cookie, { version: 1, approval: APPROVAL }))
    await answerOf(post(address, `/api/plans/${id}/send`, cookie, { version: 2 }))
    done.sent.add(id)
    await untilSent(address, cookie, id)
  }
}

/** Hands a measure in, is given it back, hands it in again, has it accepted; and the next. */
async function proveMeasures(address: string, head: string, above: string, done: PlansDone): Promise<never> {
  const query = `q=${encodeURIComponent('Педсовет')}&limit=200`
  const { items } = (await answerOf(get(address, `/api/measures?${query}`, head))) as {
    items: { id: number; unit: { id: number } }[]
  }
  for (const { id, unit } of items)
    for (;;) {
      const { version, state } = (await answerOf(get(address, `/api/measures/${id}`, head))) as Standing
      if (state === 'accepted') break
      const path = `/api/measures/${id}`
      const acted = (await (state !== 'submitted'
        ? submit(address, head, path, version, unit.id)
        : answerOf(
            version % 2 === 0
              ? post(address, `${path}/return`, above, { version, text: 'Приложите протокол.' })
              : post(address, `${path}/accept`, above, { version }),
          ))) as Standing
      done.acts.set(id, acted)
    }
  throw new Error('all measures are proved: there are too few')
}

async function submit(address: string, cookie: string, path: string, version: number, unit: number) {
  const form = new FormData()
  form.append('file', new Blob([`протокол ${path} ${version}`]), 'протокол.txt')
  const headers = { cookie, 'x-objektiv': '1' }
  const upload = fetch(`${address}/api/files?unitId=${unit}`, { method: 'POST', headers, body: form })
  const file = (await answerOf(upload)) as { id: number }
  const evidence = [
    { kind: 'protocol', title: 'Протокол', number: null, date: null, url: null, files: [file.id] },
  ]
  return answerOf(post(address, `${path}/submit`, cookie, { version, text: 'Проведён.', evidence }))
}

async function readMeasures(address: string, cookie: string, count: number): Promise<unknown[]> {
  const rows = Array.from(
    { length: count },
    (_, n) => `${n + 1}\tСовещание № ${n + 1}\tдо 12 марта\tМуниципалитеты`,
  )
  const text = ['План мероприятий', '№\tМероприятие\tСрок\tОтветственные', ...rows].join('\n')
  const read = (await answerOf(post(address, '/api/plans/read', cookie, { from: { text } }))) as {
    measures: { term: { original: string } | null; source: unknown }[]
  }
  if (read.measures.length !== count) throw new Error(`${read.measures.length} measures were read`)
  return read.measures.map(({ source: _, term, ...words }) => ({
    ...{ ...words, term: term?.original ?? null, doubtful: [] },
  }))
}

async function savePlan(
  address: string,
  cookie: string,
  measures: readonly unknown[],
  title: string,
  done: PlansDone,
): Promise<number> {
  const heading = { title, period: PERIOD, approval: APPROVAL, abbreviations: [], unit: 1, source: null }
  const { id } = (await answerOf(post(address, '/api/plans', cookie, { ...heading, measures }))) as Standing
  done.saved.set(id, title)
  return id
}

async function untilSent(address: string, cookie: string, id: number): Promise<void> {
  for (;;) {
    const { dispatches } = (await answerOf(get(address, `/api/plans/${id}`, cookie))) as {
      dispatches: { state: string }[]
    }
    if (!dispatches.some(({ state }) => state === 'going')) return
    await sleep(200)
  }
}

function get(address: string, path: string, cookie: string): Promise<Response> {
  return fetch(address + path, { headers: { cookie, 'x-objektiv': '1' } })
}
