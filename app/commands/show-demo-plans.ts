import type { Call, Listed } from './demo-call.ts'

/** People of the demo region, each signed in. */
export interface DemoPeople {
  readonly analyst: Call
  readonly municipality: Call
  readonly head: Call
}

interface Kept {
  readonly id: number
  readonly version: number
}

/** What the region asks for, out of the library: section, and kinds of measures in it. */
const SECTIONS: readonly (readonly [section: string, templates: readonly string[]])[] = [
  [
    '1. Порядок проведения',
    ['procedure-regulation', 'observers', 'objectivity-order', 'conflict-of-interest'],
  ],
  ['2. Проверка работ', ['expert-training', 'commissions', 'mark-review', 'weighted-marking']],
  ['3. Разбор результатов', ['portraits', 'municipal-roadmap', 'subject-workshops', 'risk-seminar']],
  ['4. Работа с родителями', ['vpr-for-parents', 'parents-meetings']],
]

/**
 * A plan of the region with its copies below, in the middle of its year: the school has handed one measure in and is at work
 * on another; of what it had handed in before, one was accepted and one returned.
 */
export async function showDemoPlans({ analyst, municipality, head }: DemoPeople, today: Date): Promise<void> {
  const year = today.getMonth() >= 7 ? today.getFullYear() : today.getFullYear() - 1
  const plan = await writePlan(analyst, year)
  await approveAndSend(analyst, plan)
  const [ofMunicipality] = await plansOf(municipality, 'municipality')
  await approveAndSend(municipality, ofMunicipality)
  const [ofSchool] = await plansOf(head, 'school')
  await approve(head, ofSchool)
  const { items } = await head<Listed<Kept>>('GET', `/api/measures?plan=${ofSchool.id}&sort=place`)
  const [first, second, third, fourth] = items
  await prove(head, first, 'Приказ об объективности оценки')
  await judge(municipality, first, 'accept', {})
  await prove(head, second, 'Приказ о порядке проверки')
  await judge(municipality, second, 'return', {
    text: 'Приложите, пожалуйста, выписку с решением и укажите, кто присутствовал.',
  })
  if (third) await prove(head, third, 'Справка о сверке отметок')
  if (fourth) await judge(head, fourth, 'start', {})
  await addressFromSign(analyst)
}

async function writePlan(analyst: Call, year: number): Promise<Kept> {
  const { items } = await analyst<Listed<Record<string, unknown> & { id: string }>>(
    'GET',
    '/api/measure-templates',
  )
  const { grants } = await analyst<{ grants: readonly { unit: { id: number } }[] }>('GET', '/api/me')
  let number = 0
  const measures = SECTIONS.flatMap(([section, ids]) =>
    ids.flatMap(id => {
      const template = items.find(one => one.id === id)
      if (!template) return []
      const { text, term, level, responsible, evidence } = template
      return [
        {
          ...{ number: String(++number), section, text, term, level, responsible, year: null },
          ...{ expectedResult: evidence, plannedStart: null, plannedFinish: null, place: null },
          ...{ participants: null, performer: null, note: null, completion: null, doubtful: [] },
        },
      ]
    }),
  )
  return analyst('POST', '/api/plans', {
    unit: grants[0].unit.id,
    source: null,
    title: `План повышения объективности оценки на ${year}–${year + 1} учебный год`,
    period: { start: `${year}-09-01`, end: `${year + 1}-08-31`, school: true, original: null },
    approval: { post: null, person: null, date: null, number: null },
    abbreviations: [{ short: 'ВПР', full: 'всероссийские проверочные работы' }],
    measures,
  })
}

async function plansOf(call: Call, level: 'municipality' | 'school'): Promise<readonly Kept[]> {
  const { items } = await call<Listed<Kept & { level: string; title: string }>>('GET', '/api/plans')
  return items.filter(one => one.level === level && one.title.startsWith('План повышения'))
}

async function approve(call: Call, { id, version }: Kept): Promise<Kept> {
  const date = new Date().toLocaleDateString('sv')
  return call('POST', `/api/plans/${id}/approve`, {
    version,
    approval: { post: null, person: null, date, number: null },
  })
}

async function approveAndSend(call: Call, plan: Kept): Promise<void> {
  const { version } = await approve(call, plan)
  await call('POST', `/api/plans/${plan.id}/send`, { version })
}

async function prove(call: Call, measure: Kept, title: string): Promise<void> {
  const date = new Date().toLocaleDateString('sv')
  await judge(call, measure, 'submit', {
    text: 'Сделано, подтверждение приложено.',
    evidence: [{ kind: 'order', title, number: '1', date, url: null, files: [] }],
  })
}

/** An act on the first task that allows it, at the version of the measure that stands now. */
async function judge(call: Call, { id }: Kept, act: string, body: object): Promise<void> {
  const { version, tasks } = await call<Kept & { tasks: readonly { id: number; acts: readonly string[] }[] }>(
    'GET',
    `/api/measures/${id}`,
  )
  const task = tasks.find(({ acts }) => acts.includes(act))
  if (task) await call('POST', `/api/measures/${id}/${act}`, { task: task.id, version, ...body })
}

/** One measure is for a single school: what its sign asks for. */
async function addressFromSign(analyst: Call): Promise<void> {
  const { items } = await analyst<Listed<{ id: number }>>('GET', '/api/signals?source=own&limit=1')
  const dueOn = new Date(Date.now() + 30 * 86_400_000).toLocaleDateString('sv')
  if (items[0])
    await analyst('POST', `/api/signals/${items[0].id}/measures`, { template: 'cause-analysis', dueOn })
}
