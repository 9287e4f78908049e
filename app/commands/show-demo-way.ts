import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateRegion, writeExams, writeRegion } from '../features/demo/index.ts'
import { type Call, type Listed, sendFile, signIn } from './demo-call.ts'
import { type DemoPeople, showDemoPlans } from './show-demo-plans.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

interface Way {
  /** Where the service answers. */
  readonly address: string
  readonly people: Readonly<Record<keyof DemoPeople, Credentials>>
}

interface Credentials {
  readonly email: string
  readonly password: string
}

const YEAR = 2021
const SUBJECTS = ['Русский язык', 'Математика']
const GRADES = [4, 5]
const WAIT = 500
/** The region's leavers sat it a year after the works. */
const EXAM = { procedure: 'ОГЭ', year: 2022, grade: 9 } as const
/** Long enough for the slowest machine the demo is shown on; then the region stays as far as it came. */
const PATIENCE = 10 * 60_000

/**
 * Walks the way of a campaign in the demo region as its analyst would in the browser: a campaign, its files, an
 * analysis, its publication, questions to schools, a plan of the region and its copies below. Through the service's own API, so nothing is shown that a person
 * could not do; a way that has been walked, or begun by somebody, is left alone (false).
 */
export async function showDemoWay({ address, people }: Way): Promise<boolean> {
  const call = await signIn(address, people.analyst)
  const { items } = await call<Listed<unknown>>('GET', '/api/campaigns')
  if (items.length > 0) return false
  const region = generateRegion()
  await bringExamination(call, region)
  const campaign = await call<{ id: number }>('POST', '/api/campaigns', {
    title: `ВПР, весна ${YEAR}`,
    procedure: 'ВПР',
    startsOn: `${YEAR}-03-15`,
    endsOn: `${YEAR}-05-21`,
    dueOn: `${YEAR}-06-15`,
  })
  await call('POST', `/api/campaigns/${campaign.id}/assessments`, {
    assessments: SUBJECTS.flatMap(subject => GRADES.map(grade => ({ year: YEAR, grade, subject }))),
  })
  await withTemporaryFolder(async folder => {
    const { protocols } = await writeRegion(region, folder)
    for (const path of protocols.filter(one => basename(one).startsWith(`${YEAR} `)))
      await sendFile(call, `/api/imports?campaign=${campaign.id}`, path)
  })
  await acceptWhatWasRead(call, campaign.id)
  await screenAndAsk(call, campaign.id)
  const [municipality, head] = await Promise.all([
    signIn(address, people.municipality),
    signIn(address, people.head),
  ])
  await showDemoPlans({ analyst: call, municipality, head }, new Date())
  return true
}

/** ОГЭ of the same schools: what they marked themselves is held against it. */
async function bringExamination(call: Call, region: ReturnType<typeof generateRegion>): Promise<void> {
  const { procedure, year, grade } = EXAM
  const campaign = await call<{ id: number }>('POST', '/api/campaigns', {
    title: `${procedure} ${year}`,
    procedure,
    startsOn: `${year}-05-20`,
    endsOn: `${year}-07-02`,
    dueOn: null,
  })
  await call('POST', `/api/campaigns/${campaign.id}/assessments`, {
    assessments: SUBJECTS.map(subject => ({ year, grade, subject })),
  })
  await withTemporaryFolder(async folder => {
    for (const path of await writeExams(region, folder))
      if (basename(path).includes(procedure))
        await sendFile(call, `/api/imports?campaign=${campaign.id}`, path)
  })
  await acceptWhatWasRead(call, campaign.id)
}

async function acceptWhatWasRead(call: Call, campaign: number): Promise<void> {
  await until(async () => {
    const { items } = await call<Listed<{ state: string }>>('GET', `/api/imports?campaign=${campaign}`)
    return items.every(({ state }) => state !== 'waiting' && state !== 'reading')
  })
  const checked = await call<Listed<{ id: number; version: number; state: string }>>(
    'GET',
    `/api/imports?campaign=${campaign}&state=checked`,
  )
  await call('POST', '/api/imports/accept', {
    batches: checked.items.map(({ id, version }) => ({ id, version })),
  })
}

async function screenAndAsk(call: Call, campaign: number): Promise<void> {
  const options = await call<{ title: string; settings: object }>(
    'GET',
    `/api/runs/options?campaign=${campaign}`,
  )
  const { id } = await call<{ id: number }>('POST', '/api/runs', { campaign, ...pick(options) })
  let run = { state: '', version: 0 }
  await until(async () => {
    run = await call('GET', `/api/runs/${id}`)
    return run.state !== 'queued' && run.state !== 'running'
  })
  if (run.state !== 'done') return
  await call('POST', `/api/runs/${id}/publish`, { version: run.version })
  const { items } = await call<Listed<{ id: number; version: number }>>(
    'GET',
    '/api/signals?source=own&state=open&limit=50',
  )
  const due = new Date(Date.now() + 14 * 86_400_000).toLocaleDateString('sv')
  await call('POST', '/api/signals/ask', {
    signals: items.map(({ id, version }) => ({ id, version })),
    dueOn: due,
    text: 'Расскажите, пожалуйста, как готовились к работе, кто её проводил и кто проверял.',
  })
}

function pick({ title, settings }: { title: string; settings: object }) {
  return { title, settings }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(WAIT)) if (await isSo()) return
  throw new Error('the demo region is not ready yet')
}
