import type { ApiContract } from '../../app/contract.ts'
import { writeCsv } from '../../app/documents/csv/index.ts'
import type { Role } from '../../app/features/accounts/index.ts'
import type { Knock } from './calls.ts'
import { ownMeasureCalls } from './measure-calls.ts'
import { type Own, type Sent, tomorrow } from './plant-own.ts'

/** A call that somebody with the right may expect to be answered. */
export interface OwnCall extends Knock {
  readonly file?: Sent
}

type Guarded = {
  [K in keyof ApiContract]: ApiContract[K]['access'] extends 'public' | 'signed-in' ? never : K
}[keyof ApiContract]

/** What is there to be read from the beginning. */
export interface Standing {
  readonly published: number
  readonly draft: number
  readonly assessmentId: number
  readonly fileId: number
  readonly signalId: number
  /** A signal whose works were sent and read. */
  readonly caseId: number
  readonly paper: string
}

type Calls = {
  readonly [K in Guarded]: (own: Own, role: Role, standing: Standing) => OwnCall | Promise<OwnCall>
}

const at = (url: string, body?: unknown): OwnCall => (body === undefined ? { url } : { url, body })
const read = (url: string) => () => at(url)
const RUN_SETTINGS = { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 0 }
const CAMPAIGN = {
  ...{ title: 'Своя кампания', procedure: 'ВПР', startsOn: '2026-04-01', endsOn: '2026-04-30', dueOn: null },
}
const NO_TERMS = { writtenFrom: null, writtenTo: null, dueOn: null }
const PLAN_DAYS = { start: '2025-09-01', end: '2026-08-31', school: true }
const PLAN_HEADER = {
  ...{ title: 'Свой план', period: { ...PLAN_DAYS, original: null }, abbreviations: [] },
  approval: { post: null, person: null, date: null, number: null },
}
const PASTED_PLAN = 'План\n№\tМероприятие\tСрок\n1\tСовещание\tмай 2026\n2\tОтчёт\tиюнь 2026'
const PAPER = { maxPrimary: 5, bands: null, tasks: null, source: 'приказ' }

/** A new federal list that names our school. */
const federalList = (own: Own): Sent => ({
  name: 'перечень.csv',
  content: writeCsv([
    ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров'],
    [2000 + (own.next() % 90), 'edu990001', 'Западный район', 'Школа № 1', 1, null, null, null, 1],
  ]),
})
async function federalImport(own: Own): Promise<number> {
  const sent = await own.upload('/api/federal-list/imports', 'analyst', federalList(own))
  return (await own.told<{ id: number }>(sent)).id
}

/** A registry of one school that is not there yet. */
const registry = (own: Own): Sent => ({
  name: 'реестр.csv',
  content: writeCsv([
    ['Логин ОО', 'Наименование ОО', 'Код муниципалитета', 'Муниципалитет'],
    [`edu99${1000 + own.next()}`, `Школа по реестру ${own.next()}`, 'reg99_m001', 'Западный район'],
  ]),
})
async function registryImport(own: Own): Promise<number> {
  const sent = await own.upload('/api/registry/imports', 'administrator', registry(own))
  return (await own.told<{ id: number }>(sent)).id
}

/** One valid call of each endpoint that asks for a right, for somebody of a role that has it. */
export const ownCalls: Calls = {
  'GET /api/me/tokens': read('/api/me/tokens'),
  'POST /api/me/tokens': () =>
    at('/api/me/tokens', {
      name: 'Своя выгрузка',
      rights: ['unit.read'],
      expiresAt: new Date(Date.now() + 9 * 86_400_000).toISOString(),
    }),
  'DELETE /api/me/tokens/:id': async (own, role) => at(`/api/me/tokens/${await own.token(role)}`),
  'GET /api/people': read('/api/people'),
  'GET /api/people/export.xlsx': read('/api/people/export.xlsx'),
  'GET /api/people/:id': ({ world }) => at(`/api/people/${world.ids.coordinator}`),
  'PATCH /api/people/:id': async ({ world: { ids }, version }, role) =>
    at(`/api/people/${ids.expert}`, {
      name: `Назван по роли ${role}`,
      version: await version('person', ids.expert),
    }),
  'POST /api/people/:id/close': async own =>
    at(`/api/people/${await own.person('working')}/close`, { version: 1 }),
  'POST /api/people/:id/reopen': async own =>
    at(`/api/people/${await own.person('closed')}/reopen`, { version: 1 }),
  'POST /api/people/:id/anonymise': async own =>
    at(`/api/people/${await own.person('closed')}/anonymise`, { version: 1 }),
  'POST /api/people/:id/reset-link': ({ world }) => at(`/api/people/${world.ids.expert}/reset-link`, {}),
  'GET /api/people/:id/tokens': ({ world }) => at(`/api/people/${world.ids.coordinator}/tokens`),
  'POST /api/tokens/:id/revoke': async own => at(`/api/tokens/${await own.token('coordinator')}/revoke`, {}),
  'POST /api/people/:id/grants': async own => {
    await own.noGrant()
    const { ids, units } = own.world
    return at(`/api/people/${ids.observer}/grants`, { role: 'coordinator', unitId: units.ours })
  },
  'POST /api/grants/:id/revoke': async own => {
    await own.noGrant()
    return at(`/api/grants/${await own.grant()}/revoke`, {})
  },
  'GET /api/invitations': read('/api/invitations'),
  'GET /api/invitations/export.xlsx': read('/api/invitations/export.xlsx'),
  'POST /api/invitations': ({ world, next }) =>
    at('/api/invitations', {
      email: `invited-${next()}@example.org`,
      name: 'Свой человек',
      role: 'coordinator',
      unitId: world.units.ours,
    }),
  'POST /api/invitations/:id/renew': async (own, role) =>
    at(`/api/invitations/${await own.invitation(role)}/renew`, {}),
  'POST /api/invitations/:id/revoke': async (own, role) =>
    at(`/api/invitations/${await own.invitation(role)}/revoke`, {}),
  'GET /api/settings': read('/api/settings'),
  'PUT /api/settings': async ({ world, told }) =>
    at('/api/settings', await told(await world.send('GET', '/api/settings', world.cookies.administrator))),

  'GET /api/units': read('/api/units'),
  'GET /api/units/search': () => at(encodeURI('/api/units/search?q=Школа')),
  'GET /api/units/facets': read('/api/units/facets'),
  'GET /api/units/:id': ({ world }) => at(`/api/units/${world.units.ours}`),
  'POST /api/units': ({ world }) =>
    at('/api/units', { kind: 'school', parentId: world.units.west, name: 'Новая своя школа' }),
  'PATCH /api/units/:id': async own =>
    at(`/api/units/${await own.school()}`, { version: 1, locality: 'город' }),
  'POST /api/units/:id/rename': async own =>
    at(`/api/units/${await own.school()}/rename`, { version: 1, name: 'Переименована' }),
  'POST /api/units/:id/close': async own =>
    at(`/api/units/${await own.school()}/close`, { version: 1, lastDay: '2026-06-30' }),
  'POST /api/units/:id/merge': async own =>
    at(`/api/units/${await own.school()}/merge`, {
      version: 1,
      into: own.world.units.ours,
      lastDay: '2026-06-30',
    }),
  'POST /api/units/:id/move': async own =>
    at(`/api/units/${await own.school()}/move`, { version: 1, parentId: own.world.units.east }),
  'POST /api/units/:id/reopen': async own => {
    const id = await own.school()
    const close = { version: 1, lastDay: '2026-06-30' }
    await own.world.send('POST', `/api/units/${id}/close`, own.world.cookies.administrator, close)
    return at(`/api/units/${id}/reopen`, { version: await own.version('unit', id) })
  },
  'POST /api/units/:id/classes': async own =>
    at(`/api/units/${await own.school()}/classes`, {
      schoolYear: 2026,
      classes: [{ grade: 5, letter: 'А' }],
    }),
  'GET /api/registry/export.xlsx': read('/api/registry/export.xlsx'),
  'GET /api/registry/export.csv': read('/api/registry/export.csv'),
  'GET /api/registry/imports': read('/api/registry/imports'),
  'GET /api/registry/imports/export.xlsx': read('/api/registry/imports/export.xlsx'),
  'POST /api/registry/imports': own => ({ url: '/api/registry/imports', file: registry(own) }),
  'GET /api/registry/imports/:id': async own => at(`/api/registry/imports/${await registryImport(own)}`),
  'POST /api/registry/imports/:id/commit': async own =>
    at(`/api/registry/imports/${await registryImport(own)}/commit`, { missing: 'leave' }),
  'POST /api/registry/imports/:id/undo': async own => {
    const id = await registryImport(own)
    const { administrator } = own.world.cookies
    await own.world.send('POST', `/api/registry/imports/${id}/commit`, administrator, { missing: 'leave' })
    return at(`/api/registry/imports/${id}/undo`, {})
  },

  'GET /api/audit': read('/api/audit'),
  'GET /api/audit/choices': read('/api/audit/choices'),
  'GET /api/audit/export.xlsx': read('/api/audit/export.xlsx'),
  'GET /api/history/:subject/:id': ({ world }) => at(`/api/history/unit/${world.units.ours}`),
  'POST /api/files': () => ({ url: '/api/files', file: { name: 'свой.txt', content: 'текст' } }),
  'GET /api/files/:id': (_, __, { fileId }) => at(`/api/files/${fileId}`),
  'GET /api/files/:id/content': (_, __, { fileId }) => at(`/api/files/${fileId}/content`),
  'DELETE /api/files/:id': async (own, role) => at(`/api/files/${await own.draft(role)}`),
  'GET /api/jobs': read('/api/jobs'),
  'GET /api/jobs/:id': async (own, role) => at(`/api/jobs/${await own.job(role)}`),
  'POST /api/jobs/:id/cancel': async (own, role) => at(`/api/jobs/${await own.job(role)}/cancel`, {}),
  'GET /api/backups': read('/api/backups'),
  'POST /api/backups': () => at('/api/backups', {}),
  'GET /api/backups/:name/content': async own => at(`/api/backups/${await own.backup()}/content`),
  'DELETE /api/backups/:name': async own => at(`/api/backups/${await own.backup()}`),

  'GET /api/campaigns': read('/api/campaigns'),
  'GET /api/campaigns/export.xlsx': read('/api/campaigns/export.xlsx'),
  'POST /api/campaigns': () => at('/api/campaigns', CAMPAIGN),
  'GET /api/campaigns/:id': ({ campaignId }) => at(`/api/campaigns/${campaignId}`),
  'PATCH /api/campaigns/:id': async own =>
    at(`/api/campaigns/${await own.campaign()}`, { ...CAMPAIGN, title: 'Исправленная', version: 1 }),
  'POST /api/campaigns/:id/close': async own =>
    at(`/api/campaigns/${await own.campaign()}/close`, { version: 1 }),
  'POST /api/campaigns/:id/reopen': async own =>
    at(`/api/campaigns/${await own.campaign(true)}/reopen`, { version: 1 }),
  'POST /api/campaigns/:id/assessments': async own =>
    at(`/api/campaigns/${await own.campaign()}/assessments`, {
      assessments: [{ year: 2026, grade: 5, subject: 'Математика' }],
    }),
  'GET /api/campaigns/:id/export.xlsx': ({ campaignId }) => at(`/api/campaigns/${campaignId}/export.xlsx`),
  'GET /api/campaigns/:id/terms': ({ campaignId }) => at(`/api/campaigns/${campaignId}/terms`),
  'POST /api/campaigns/:id/terms': async own => {
    const { campaign, id } = await own.assessment()
    const body = {
      ...NO_TERMS,
      unit: own.world.units.ours,
      assessments: [{ id, version: null }],
      takesPart: false,
      reason: 'карантин',
    }
    return at(`/api/campaigns/${campaign}/terms`, body)
  },
  'GET /api/assessments/:id': (_, __, { assessmentId }) => at(`/api/assessments/${assessmentId}`),
  'PATCH /api/assessments/:id': async own =>
    at(`/api/assessments/${(await own.assessment()).id}`, { ...NO_TERMS, version: 1 }),
  'POST /api/assessments/:id/withdraw': async own =>
    at(`/api/assessments/${(await own.assessment()).id}/withdraw`, { version: 1 }),
  'POST /api/assessments/:id/restore': async own =>
    at(`/api/assessments/${(await own.assessment(true)).id}/restore`, { version: 1 }),
  'GET /api/specifications': read('/api/specifications?limit=1'),
  'GET /api/specifications/facets': read('/api/specifications/facets'),
  'GET /api/specifications/file.json': read('/api/specifications/file.json'),
  'GET /api/specifications/export.xlsx': read('/api/specifications/export.xlsx'),
  'POST /api/specifications/check': async ({ world }) => {
    const file = await world.send(
      'GET',
      '/api/specifications/file.json?grade=4&year=2021',
      world.cookies.analyst,
    )
    return { url: '/api/specifications/check', file: { name: 'бумаги.json', content: await file.text() } }
  },
  'POST /api/specifications/accept': () =>
    at('/api/specifications/accept', {
      entries: [
        {
          paper: { procedure: 'ВПР', version: null, year: 2026, grade: 6, subject: 'Свой предмет' },
          content: PAPER,
          base: 0,
        },
      ],
    }),
  'GET /api/specifications/:id': (_, __, { paper }) => at(`/api/specifications/${encodeURIComponent(paper)}`),
  'PUT /api/specifications/:id': () =>
    at(`/api/specifications/${encodeURIComponent('ВПР.2026.7.Свой предмет')}`, { ...PAPER, base: 0 }),

  'POST /api/imports': () => ({
    url: '/api/imports',
    file: { name: 'Математика 4 класс 2021.xlsx', content: 'не таблица' },
  }),
  'GET /api/imports': read('/api/imports'),
  'GET /api/imports/export.xlsx': read('/api/imports/export.xlsx'),
  'GET /api/imports/summary': read('/api/imports/summary'),
  'GET /api/imports/remarks': read('/api/imports/remarks'),
  'GET /api/imports/remarks/export.xlsx': read('/api/imports/remarks/export.xlsx'),
  'GET /api/imports/:id': async (own, role) => at(`/api/imports/${await own.batch(role)}`),
  'POST /api/imports/:id/accept': async (own, role) => {
    const { id, version } = await own.protocol(role)
    return at(`/api/imports/${id}/accept`, { version })
  },
  'POST /api/imports/accept': async (own, role) => {
    const { id, version } = await own.protocol(role)
    return at('/api/imports/accept', { batches: [{ id, version }] })
  },
  'POST /api/imports/:id/reject': async (own, role) =>
    at(`/api/imports/${await own.batch(role)}/reject`, { version: 1 }),
  'POST /api/imports/:id/undo': async (own, role) =>
    at(`/api/imports/${await own.batch(role, 'accepted')}/undo`, { version: 1, reason: 'ошибка' }),
  'GET /api/received': ({ campaignId }) => at(`/api/received?campaign=${campaignId}`),
  'GET /api/received/export.xlsx': ({ campaignId }) => at(`/api/received/export.xlsx?campaign=${campaignId}`),
  'POST /api/received/remind': ({ campaignId }) => at('/api/received/remind', { campaign: campaignId }),

  'GET /api/federal-list': read('/api/federal-list'),
  'GET /api/federal-list/years': read('/api/federal-list/years'),
  'GET /api/federal-list/export.xlsx': async own => {
    const id = await federalImport(own)
    await own.world.send('POST', `/api/federal-list/imports/${id}/accept`, own.world.cookies.analyst, {})
    return at('/api/federal-list/export.xlsx')
  },
  'GET /api/federal-list/imports': read('/api/federal-list/imports'),
  'GET /api/federal-list/imports/export.xlsx': read('/api/federal-list/imports/export.xlsx'),
  'POST /api/federal-list/imports': own => ({ url: '/api/federal-list/imports', file: federalList(own) }),
  'GET /api/federal-list/imports/:id': async own =>
    at(`/api/federal-list/imports/${await federalImport(own)}`),
  'POST /api/federal-list/imports/:id/accept': async own =>
    at(`/api/federal-list/imports/${await federalImport(own)}/accept`, {}),
  'POST /api/federal-list/imports/:id/reject': async own =>
    at(`/api/federal-list/imports/${await federalImport(own)}/reject`, {}),
  'POST /api/federal-list/imports/:id/undo': async own => {
    const id = await federalImport(own)
    await own.world.send('POST', `/api/federal-list/imports/${id}/accept`, own.world.cookies.analyst, {})
    return at(`/api/federal-list/imports/${id}/undo`, { reason: 'не тот год' })
  },

  'GET /api/runs': read('/api/runs'),
  'GET /api/runs/export.xlsx': read('/api/runs/export.xlsx'),
  'GET /api/runs/options': read('/api/runs/options'),
  // The protocols of «accept» above count by now.
  'POST /api/runs': () => at('/api/runs', { campaign: null, title: 'Свой анализ', settings: RUN_SETTINGS }),
  'GET /api/runs/compare': (_, __, { published }) =>
    at(`/api/runs/compare?before=${published}&after=${published}`),
  'GET /api/runs/compare/export.xlsx': (_, __, { published }) =>
    at(`/api/runs/compare/export.xlsx?before=${published}&after=${published}`),
  'GET /api/runs/:id': (_, __, { published }) => at(`/api/runs/${published}`),
  'POST /api/runs/:id/cancel': async own => {
    const answer = await own.world.send('POST', '/api/runs', own.world.cookies.analyst, {
      ...{ campaign: null, title: 'Отменяемый', settings: RUN_SETTINGS },
    })
    return at(`/api/runs/${(await own.told<{ id: number }>(answer)).id}/cancel`, {})
  },
  'GET /api/runs/:id/publication': (_, __, { draft }) => at(`/api/runs/${draft}/publication`),
  'POST /api/runs/:id/publish': async own =>
    at(`/api/runs/${await own.run('к публикации', false)}/publish`, { version: 1 }),
  'GET /api/runs/:id/scope': (_, __, { published }) => at(`/api/runs/${published}/scope`),
  'GET /api/runs/:id/figures': (_, __, { published }) => at(`/api/runs/${published}/figures?set=0`),
  'GET /api/runs/:id/schools': (_, __, { published }) => at(`/api/runs/${published}/schools`),
  'GET /api/runs/:id/schools/export.xlsx': (_, __, { published }) =>
    at(`/api/runs/${published}/schools/export.xlsx`),
  'GET /api/runs/:id/outputs/:name': async (own, _, { published }) => {
    await own.output(published)
    return at(`/api/runs/${published}/outputs/signals.json`)
  },
  'GET /api/runs/:id/index': (_, __, { published }) => at(`/api/runs/${published}/index`),
  'GET /api/runs/:id/index/export.xlsx': (_, __, { published }) =>
    at(`/api/runs/${published}/index/export.xlsx`),
  'GET /api/definitions': read('/api/definitions'),

  'GET /api/portraits': (_, __, { published }) => at(`/api/portraits?run=${published}`),
  'GET /api/portraits/export.xlsx': (_, __, { published }) =>
    at(`/api/portraits/export.xlsx?run=${published}`),
  'POST /api/portraits/send': ({ world }, _, { published }) =>
    at('/api/portraits/send', { run: published, to: { units: [world.units.ours] } }),
  'GET /api/portraits/template': read('/api/portraits/template'),
  'POST /api/portraits/template': () =>
    at('/api/portraits/template', { basedOn: 1, off: ['conduct'], changes: 'Без раздела о проведении.' }),
  'GET /api/portraits/remarks': read('/api/portraits/remarks'),
  'GET /api/portraits/remarks/export.xlsx': read('/api/portraits/remarks/export.xlsx'),
  'GET /api/portraits/remarks/summary.docx': read('/api/portraits/remarks/summary.docx'),
  'POST /api/portraits/remarks': () =>
    at('/api/portraits/remarks', { about: { template: 1 }, section: 'tasks', text: 'Добавьте пример.' }),
  'POST /api/portraits/remarks/:id/answer': async own =>
    at(`/api/portraits/remarks/${await own.remark()}/answer`, {
      version: 1,
      state: 'accepted',
      answer: 'Добавим.',
    }),
  'GET /api/portraits/archives': read('/api/portraits/archives'),
  'POST /api/portraits/archives': (_, __, { published }) =>
    at('/api/portraits/archives', { run: published, formats: ['html'], levels: ['school'] }),
  'POST /api/portraits/archives/:id/cancel': async (own, _, { published }) =>
    at(`/api/portraits/archives/${await own.archive(published)}/cancel`, {}),
  'GET /api/portraits/archives/:id/content': async (own, _, { published }) =>
    at(`/api/portraits/archives/${await own.madeArchive(published)}/content`),
  // Below the region a portrait is read once it was sent.
  'GET /api/portraits/:run/:unit': async (own, _, { published }) =>
    at(`/api/portraits/${published}/${await own.portrayed(published)}`),
  'GET /api/portraits/:run/:unit/file': async (own, _, { published }) =>
    at(`/api/portraits/${published}/${await own.portrayed(published)}/file?format=html`),

  'GET /api/plans': read('/api/plans'),
  'GET /api/plans/export.xlsx': read('/api/plans/export.xlsx'),
  'POST /api/plans/read': () => at('/api/plans/read', { from: { text: PASTED_PLAN } }),
  'POST /api/plans/read-term': () => at('/api/plans/read-term', { words: 'до 12 марта', ...PLAN_DAYS }),
  'POST /api/plans': async (own, role) =>
    at('/api/plans', { ...PLAN_HEADER, unit: await own.home(role), source: null, measures: [] }),
  'GET /api/plans/:id': async (own, role) => at(`/api/plans/${await own.plan(role)}`),
  'PATCH /api/plans/:id': async (own, role) =>
    at(`/api/plans/${await own.plan(role)}`, { version: 1, title: 'Назван иначе' }),
  'POST /api/plans/:id/remove': async (own, role) =>
    at(`/api/plans/${await own.plan(role)}/remove`, { version: 1 }),
  'POST /api/plans/:id/approve': async (own, role) =>
    at(`/api/plans/${await own.plan(role)}/approve`, { version: 1, approval: PLAN_HEADER.approval }),
  'GET /api/plans/:id/changes': async (own, role) => at(`/api/plans/${await own.plan(role)}/changes`),
  'POST /api/plans/:id/close': async (own, role) =>
    at(`/api/plans/${await own.plan(role, 'approved')}/close`, {
      ...{ version: 1, text: 'Выполнен не весь.', leaveOpen: true },
    }),
  'POST /api/plans/:id/roll-over': async (own, role) =>
    at(`/api/plans/${await own.plan(role, 'approved')}/roll-over`, {
      ...{ version: 1, title: 'Следующий план' },
      period: { start: '2026-09-01', end: '2027-08-31', school: true, original: null },
    }),
  'POST /api/plans/:id/send': async (own, role) =>
    at(`/api/plans/${await own.plan(role, 'approved')}/send`, { version: 1 }),
  'GET /api/plans/:id/coverage': async (own, role) => at(`/api/plans/${await own.plan(role)}/coverage`),
  'GET /api/plans/:id/coverage.xlsx': async (own, role) =>
    at(`/api/plans/${await own.plan(role)}/coverage.xlsx`),
  'POST /api/plans/:id/publish': async (own, role) =>
    at(`/api/plans/${await own.approvedPlan(role)}/publish`, { version: 2, withNames: false }),
  'POST /api/plans/:id/unpublish': async (own, role) => {
    const id = await own.approvedPlan(role)
    const body = { version: 2, withNames: false }
    await own.told(await own.world.send('POST', `/api/plans/${id}/publish`, own.world.cookies[role], body))
    return at(`/api/plans/${id}/unpublish`, { version: 3 })
  },
  'GET /api/plans/:id/file': async (own, role) => at(`/api/plans/${await own.plan(role)}/file?format=xlsx`),

  ...ownMeasureCalls,

  'GET /api/measure-templates': (_, __, { signalId }) => at(`/api/measure-templates?signal=${signalId}`),

  'GET /api/signals': read('/api/signals'),
  'GET /api/signals/counts': read('/api/signals/counts'),
  'GET /api/signals/export.xlsx': read('/api/signals/export.xlsx'),
  'GET /api/signals/:id': (_, __, { signalId }) => at(`/api/signals/${signalId}`),
  'GET /api/signals/:id/figures': (_, __, { signalId }) => at(`/api/signals/${signalId}/figures`),
  'POST /api/signals/ask': async own =>
    at('/api/signals/ask', {
      signals: [{ id: await own.signal('open'), version: 1 }],
      dueOn: tomorrow(10),
      text: 'поясните',
    }),
  'POST /api/signals/:id/extend': async own =>
    at(`/api/signals/${await own.signal('asked')}/extend`, {
      version: 1,
      dueOn: tomorrow(20),
      text: 'ещё время',
    }),
  'POST /api/signals/:id/forward': async own =>
    at(`/api/signals/${await own.signal('asked')}/forward`, { version: 1, text: 'передаём' }),
  'POST /api/signals/:id/comment': async own =>
    at(`/api/signals/${await own.signal('asked')}/comment`, { text: 'мнение' }),
  'POST /api/signals/:id/reply': async own =>
    at(`/api/signals/${await own.signal('asked')}/reply`, { version: 1, text: 'ответ школы' }),
  'POST /api/signals/:id/return': async own =>
    at(`/api/signals/${await own.signal('replied')}/return`, {
      version: 1,
      dueOn: tomorrow(10),
      text: 'уточните',
    }),
  'POST /api/signals/:id/close': async own =>
    at(`/api/signals/${await own.signal('replied')}/close`, {
      version: 1,
      outcome: 'cleared',
      text: 'объяснено',
    }),
  'POST /api/signals/:id/reopen': async own =>
    at(`/api/signals/${await own.signal('closed')}/reopen`, { version: 1, text: 'новое' }),
  'GET /api/signals/:id/case': (_, __, { caseId }) => at(`/api/signals/${caseId}/case`),
  'GET /api/reply-causes': read('/api/reply-causes'),
}
