import type { ApiContract } from '../../app/contract.ts'
import type { World } from '../world/start-world.ts'
import { measureKnocks } from './measure-calls.ts'

/**
 * How to knock at each endpoint with an id of somebody else's, for somebody whose reach is the west: what must not be
 * found, changed or told. `null`: the endpoint takes no id (its lists are tested in lists.test.ts).
 * A new endpoint without its row here does not compile.
 */
export interface Knock {
  readonly url: string
  readonly body?: unknown
}

type Knocks = { readonly [K in keyof ApiContract]: ((world: World, theirs: Foreign) => Knock) | null }

/** Records of the east, made beforehand. */
export interface Foreign {
  readonly invitationId: number
  readonly tokenId: number
  readonly fileId: number
  readonly jobId: number
  readonly importId: number
  readonly sessionId: string
  readonly noticeId: number
  readonly campaignId: number
  readonly batchId: number
  readonly assessmentId: number
  readonly federalListId: number
  readonly signalId: number
  readonly runId: number
  readonly portraitId: number
  readonly remarkId: number
  readonly archiveId: number
  readonly planId: number
  /** A measure of it. */
  readonly measureId: number
  /** A draft, which nobody has sent anywhere. */
  readonly draftPlanId: number
}

const at = (url: string, body?: unknown): Knock => (body === undefined ? { url } : { url, body })

const CAMPAIGN = {
  title: 'Подменённая кампания',
  procedure: 'ВПР',
  startsOn: '2026-04-01',
  endsOn: '2026-04-30',
  dueOn: null,
}
const NO_TERMS = { writtenFrom: null, writtenTo: null, dueOn: null }
/** A paper that only the east knows. */
const THEIR_PAPER = 'ВПР.2026.5.Чужой предмет'

const PLAN_HEADER = {
  ...{ title: 'Подменённый план', approval: { post: null, person: null, date: null, number: null } },
  ...{ abbreviations: [], period: { start: '2026-09-01', end: '2027-08-31', school: true, original: null } },
}

export const knocks: Knocks = {
  'GET /api/session': null,
  'POST /api/sign-in': null,
  'POST /api/sign-in/second-factor': null,
  'POST /api/sign-in/provider': null,
  'GET /api/auth/callback/oidc': null,
  'POST /api/sign-out': null,
  'POST /api/setup/read': null,
  'POST /api/setup': null,
  'POST /api/invitation/read': null,
  'POST /api/invitation/accept': null,
  'POST /api/password-reset/read': null,
  'POST /api/password-reset': null,
  'GET /api/me': null,
  'PATCH /api/me': null,
  'POST /api/me/password': null,
  'GET /api/me/sessions': null,
  'DELETE /api/me/sessions/:id': (_, { sessionId }) => at(`/api/me/sessions/${sessionId}`),
  'DELETE /api/me/sessions': null,
  'POST /api/me/second-factor': null,
  'POST /api/me/second-factor/confirm': null,
  'POST /api/me/second-factor/remove': null,
  'POST /api/me/second-factor/backup-codes': null,
  'GET /api/me/tokens': null,
  'POST /api/me/tokens': null,
  'DELETE /api/me/tokens/:id': (_, { tokenId }) => at(`/api/me/tokens/${tokenId}`),
  'GET /api/people': null,
  'GET /api/people/export.xlsx': null,
  'GET /api/people/:id': ({ stranger }) => at(`/api/people/${stranger.id}`),
  'PATCH /api/people/:id': ({ stranger }) =>
    at(`/api/people/${stranger.id}`, { name: 'Подменённое имя', version: 1 }),
  'POST /api/people/:id/close': ({ stranger }) => at(`/api/people/${stranger.id}/close`, { version: 1 }),
  'POST /api/people/:id/reopen': ({ stranger }) => at(`/api/people/${stranger.id}/reopen`, { version: 1 }),
  'POST /api/people/:id/anonymise': ({ stranger }) =>
    at(`/api/people/${stranger.id}/anonymise`, { version: 1 }),
  'POST /api/people/:id/reset-link': ({ stranger }) => at(`/api/people/${stranger.id}/reset-link`, {}),
  'GET /api/people/:id/tokens': ({ stranger }) => at(`/api/people/${stranger.id}/tokens`),
  'POST /api/tokens/:id/revoke': (_, { tokenId }) => at(`/api/tokens/${tokenId}/revoke`, {}),
  'POST /api/people/:id/grants': ({ stranger, units }) =>
    at(`/api/people/${stranger.id}/grants`, { role: 'coordinator', unitId: units.theirs }),
  'POST /api/grants/:id/revoke': ({ stranger }) => at(`/api/grants/${stranger.grantId}/revoke`, {}),
  'GET /api/invitations': null,
  'GET /api/invitations/export.xlsx': null,
  'POST /api/invitations': ({ units }) =>
    at('/api/invitations', {
      email: 'new@example.org',
      name: 'Новый человек',
      role: 'coordinator',
      unitId: units.theirs,
    }),
  'POST /api/invitations/:id/renew': (_, { invitationId }) =>
    at(`/api/invitations/${invitationId}/renew`, {}),
  'POST /api/invitations/:id/revoke': (_, { invitationId }) =>
    at(`/api/invitations/${invitationId}/revoke`, {}),
  'GET /api/access': null,
  'GET /api/settings': null,
  'PUT /api/settings': null,
  'GET /api/units': null,
  'GET /api/units/search': null,
  'GET /api/units/facets': null,
  'GET /api/units/:id': ({ units }) => at(`/api/units/${units.theirs}`),
  'POST /api/units': ({ units }) =>
    at('/api/units', { kind: 'school', parentId: units.east, name: 'Чужая школа' }),
  'PATCH /api/units/:id': ({ units }) => at(`/api/units/${units.theirs}`, { version: 1, locality: 'город' }),
  'POST /api/units/:id/rename': ({ units }) =>
    at(`/api/units/${units.theirs}/rename`, { version: 1, name: 'Переименована' }),
  'POST /api/units/:id/close': ({ units }) =>
    at(`/api/units/${units.theirs}/close`, { version: 1, lastDay: '2026-06-30' }),
  'POST /api/units/:id/merge': ({ units }) =>
    at(`/api/units/${units.theirs}/merge`, { version: 1, into: units.ours, lastDay: '2026-06-30' }),
  'POST /api/units/:id/move': ({ units }) =>
    at(`/api/units/${units.theirs}/move`, { version: 1, parentId: units.west }),
  'POST /api/units/:id/reopen': ({ units }) => at(`/api/units/${units.theirs}/reopen`, { version: 1 }),
  'POST /api/units/:id/classes': ({ units }) =>
    at(`/api/units/${units.theirs}/classes`, { schoolYear: 2026, classes: [{ grade: 5, letter: 'А' }] }),
  'GET /api/registry/export.xlsx': null,
  'GET /api/registry/export.csv': null,
  'GET /api/registry/imports': null,
  'GET /api/registry/imports/export.xlsx': null,
  'POST /api/registry/imports': null,
  'GET /api/registry/imports/:id': (_, { importId }) => at(`/api/registry/imports/${importId}`),
  'POST /api/registry/imports/:id/commit': (_, { importId }) =>
    at(`/api/registry/imports/${importId}/commit`, { missing: 'leave' }),
  'POST /api/registry/imports/:id/undo': (_, { importId }) =>
    at(`/api/registry/imports/${importId}/undo`, {}),
  'GET /api/audit': null,
  'GET /api/audit/choices': null,
  'GET /api/audit/export.xlsx': null,
  // An empty list, not 404: a record without a history looks the same.
  'GET /api/history/:subject/:id': null,
  'POST /api/files': ({ units }) => at(`/api/files?unitId=${units.theirs}`, {}),
  'GET /api/files/:id': (_, { fileId }) => at(`/api/files/${fileId}`),
  'GET /api/files/:id/content': (_, { fileId }) => at(`/api/files/${fileId}/content`),
  'DELETE /api/files/:id': (_, { fileId }) => at(`/api/files/${fileId}`),
  'GET /api/jobs': null,
  'GET /api/jobs/:id': (_, { jobId }) => at(`/api/jobs/${jobId}`),
  'POST /api/jobs/:id/cancel': (_, { jobId }) => at(`/api/jobs/${jobId}/cancel`, {}),
  'GET /api/backups': null,
  'POST /api/backups': null,
  'GET /api/backups/:name/content': () => at('/api/backups/objektiv.tar/content'),
  'DELETE /api/backups/:name': () => at('/api/backups/objektiv.tar'),
  'GET /api/notices': null,
  'POST /api/notices/:id/read': (_, { noticeId }) => at(`/api/notices/${noticeId}/read`, {}),
  'POST /api/notices/read-all': null,
  'GET /api/campaigns': null,
  'GET /api/campaigns/export.xlsx': null,
  'POST /api/campaigns': null,
  'POST /api/imports': null,
  'GET /api/imports': null,
  'GET /api/imports/export.xlsx': null,
  'GET /api/imports/summary': null,
  'GET /api/imports/remarks': null,
  'GET /api/imports/remarks/export.xlsx': null,
  'GET /api/imports/:id': (_, { batchId }) => at(`/api/imports/${batchId}`),
  'POST /api/imports/:id/accept': (_, { batchId }) => at(`/api/imports/${batchId}/accept`, { version: 1 }),
  'POST /api/imports/accept': (_, { batchId }) =>
    at('/api/imports/accept', { batches: [{ id: batchId, version: 1 }] }),
  'POST /api/imports/:id/reject': (_, { batchId }) => at(`/api/imports/${batchId}/reject`, { version: 1 }),
  'POST /api/imports/:id/undo': (_, { batchId }) =>
    at(`/api/imports/${batchId}/undo`, { version: 1, reason: 'чужая' }),
  'GET /api/received': (_, { campaignId }) => at(`/api/received?campaign=${campaignId}`),
  'GET /api/received/export.xlsx': (_, { campaignId }) =>
    at(`/api/received/export.xlsx?campaign=${campaignId}`),
  'POST /api/received/remind': (_, { campaignId }) => at('/api/received/remind', { campaign: campaignId }),
  'GET /api/campaigns/:id': (_, { campaignId }) => at(`/api/campaigns/${campaignId}`),
  'PATCH /api/campaigns/:id': (_, { campaignId }) =>
    at(`/api/campaigns/${campaignId}`, { ...CAMPAIGN, version: 1 }),
  'POST /api/campaigns/:id/close': (_, { campaignId }) =>
    at(`/api/campaigns/${campaignId}/close`, { version: 1 }),
  'POST /api/campaigns/:id/reopen': (_, { campaignId }) =>
    at(`/api/campaigns/${campaignId}/reopen`, { version: 1 }),
  'POST /api/campaigns/:id/assessments': (_, { campaignId }) =>
    at(`/api/campaigns/${campaignId}/assessments`, {
      assessments: [{ year: 2026, grade: 5, subject: 'Математика' }],
    }),
  'GET /api/campaigns/:id/export.xlsx': (_, { campaignId }) => at(`/api/campaigns/${campaignId}/export.xlsx`),
  'GET /api/campaigns/:id/terms': (_, { campaignId }) => at(`/api/campaigns/${campaignId}/terms`),
  'POST /api/campaigns/:id/terms': ({ units }, { campaignId, assessmentId }) =>
    at(`/api/campaigns/${campaignId}/terms`, {
      ...NO_TERMS,
      unit: units.theirs,
      assessments: [{ id: assessmentId, version: null }],
      takesPart: true,
    }),
  'GET /api/assessments/:id': (_, { assessmentId }) => at(`/api/assessments/${assessmentId}`),
  'PATCH /api/assessments/:id': (_, { assessmentId }) =>
    at(`/api/assessments/${assessmentId}`, { ...NO_TERMS, version: 1 }),
  'POST /api/assessments/:id/withdraw': (_, { assessmentId }) =>
    at(`/api/assessments/${assessmentId}/withdraw`, { version: 1 }),
  'POST /api/assessments/:id/restore': (_, { assessmentId }) =>
    at(`/api/assessments/${assessmentId}/restore`, { version: 1 }),
  'GET /api/specifications': null,
  'GET /api/specifications/facets': null,
  'GET /api/specifications/file.json': null,
  'GET /api/specifications/export.xlsx': null,
  'POST /api/specifications/check': null,
  'POST /api/specifications/accept': null,
  'GET /api/specifications/:id': () => at(`/api/specifications/${encodeURIComponent(THEIR_PAPER)}`),
  'PUT /api/specifications/:id': () =>
    at(`/api/specifications/${encodeURIComponent(THEIR_PAPER)}`, {
      maxPrimary: 5,
      bands: null,
      tasks: null,
      source: 'подмена',
      base: 1,
    }),
  'GET /api/signals': null,
  'GET /api/signals/counts': null,
  'GET /api/signals/export.xlsx': null,
  'GET /api/signals/:id': (_, { signalId }) => at(`/api/signals/${signalId}`),
  'GET /api/signals/:id/figures': (_, { signalId }) => at(`/api/signals/${signalId}/figures`),
  'GET /api/signals/:id/case': (_, { signalId }) => at(`/api/signals/${signalId}/case`),
  'POST /api/signals/ask': (_, { signalId }) =>
    at('/api/signals/ask', {
      signals: [{ id: signalId, version: 1 }],
      dueOn: '2100-01-01',
      text: 'поясните',
    }),
  'POST /api/signals/:id/extend': (_, { signalId }) =>
    at(`/api/signals/${signalId}/extend`, { version: 1, dueOn: '2100-01-01', text: 'ещё время' }),
  'POST /api/signals/:id/forward': (_, { signalId }) =>
    at(`/api/signals/${signalId}/forward`, { version: 1, text: 'передаём' }),
  'POST /api/signals/:id/comment': (_, { signalId }) =>
    at(`/api/signals/${signalId}/comment`, { text: 'мнение' }),
  'POST /api/signals/:id/reply': (_, { signalId }) =>
    at(`/api/signals/${signalId}/reply`, { version: 1, text: 'ответ за другого' }),
  'POST /api/signals/:id/return': (_, { signalId }) =>
    at(`/api/signals/${signalId}/return`, { version: 1, dueOn: '2100-01-01', text: 'снова' }),
  'POST /api/signals/:id/close': (_, { signalId }) =>
    at(`/api/signals/${signalId}/close`, { version: 1, outcome: 'cleared', text: 'снято' }),
  'POST /api/signals/:id/reopen': (_, { signalId }) =>
    at(`/api/signals/${signalId}/reopen`, { version: 1, text: 'снова' }),
  'GET /api/reply-causes': null,
  'GET /api/runs': null,
  'GET /api/runs/export.xlsx': null,
  'GET /api/runs/options': null,
  'POST /api/runs': null,
  'GET /api/runs/compare': (_, { runId }) => at(`/api/runs/compare?before=${runId}&after=${runId}`),
  'GET /api/runs/compare/export.xlsx': (_, { runId }) =>
    at(`/api/runs/compare/export.xlsx?before=${runId}&after=${runId}`),
  'GET /api/runs/:id': (_, { runId }) => at(`/api/runs/${runId}`),
  'POST /api/runs/:id/cancel': (_, { runId }) => at(`/api/runs/${runId}/cancel`, {}),
  'GET /api/runs/:id/publication': (_, { runId }) => at(`/api/runs/${runId}/publication`),
  'POST /api/runs/:id/publish': (_, { runId }) => at(`/api/runs/${runId}/publish`, { version: 1 }),
  'GET /api/runs/:id/scope': (_, { runId }) => at(`/api/runs/${runId}/scope`),
  'GET /api/runs/:id/figures': (_, { runId }) => at(`/api/runs/${runId}/figures?set=0`),
  'GET /api/runs/:id/schools': (_, { runId }) => at(`/api/runs/${runId}/schools`),
  'GET /api/runs/:id/schools/export.xlsx': (_, { runId }) => at(`/api/runs/${runId}/schools/export.xlsx`),
  'GET /api/runs/:id/outputs/:name': (_, { runId }) => at(`/api/runs/${runId}/outputs/signals.json`),
  'GET /api/runs/:id/index': (_, { runId }) => at(`/api/runs/${runId}/index`),
  'GET /api/runs/:id/index/export.xlsx': (_, { runId }) => at(`/api/runs/${runId}/index/export.xlsx`),
  'GET /api/definitions': null,
  'GET /api/portraits': (_, { runId }) => at(`/api/portraits?run=${runId}`),
  'GET /api/portraits/export.xlsx': (_, { runId }) => at(`/api/portraits/export.xlsx?run=${runId}`),
  'POST /api/portraits/send': ({ units }, { runId }) =>
    at('/api/portraits/send', { run: runId, to: { units: [units.theirs] } }),
  'GET /api/portraits/template': null,
  'POST /api/portraits/template': null,
  'GET /api/portraits/remarks': null,
  'GET /api/portraits/remarks/export.xlsx': null,
  'GET /api/portraits/remarks/summary.docx': null,
  'POST /api/portraits/remarks': (_, { portraitId }) =>
    at('/api/portraits/remarks', { about: { portrait: portraitId }, section: null, text: 'не о своём' }),
  'POST /api/portraits/remarks/:id/answer': (_, { remarkId }) =>
    at(`/api/portraits/remarks/${remarkId}/answer`, { version: 1, state: 'declined', answer: 'нет' }),
  'GET /api/portraits/archives': null,
  'POST /api/portraits/archives': (_, { runId }) =>
    at('/api/portraits/archives', { run: runId, formats: ['pdf'], levels: ['school'] }),
  'POST /api/portraits/archives/:id/cancel': (_, { archiveId }) =>
    at(`/api/portraits/archives/${archiveId}/cancel`, {}),
  'GET /api/portraits/archives/:id/content': (_, { archiveId }) =>
    at(`/api/portraits/archives/${archiveId}/content`),
  'GET /api/portraits/:run/:unit': ({ units }, { runId }) => at(`/api/portraits/${runId}/${units.theirs}`),
  'GET /api/portraits/:run/:unit/file': ({ units }, { runId }) =>
    at(`/api/portraits/${runId}/${units.theirs}/file?format=html`),
  'GET /api/plans': null,
  'GET /api/plans/export.xlsx': null,
  'POST /api/plans/read': (_, { fileId }) => at('/api/plans/read', { from: { file: fileId } }),
  'POST /api/plans/read-term': null,
  'POST /api/plans': ({ units }) =>
    at('/api/plans', { ...PLAN_HEADER, unit: units.theirs, source: null, measures: [] }),
  'GET /api/plans/:id': (_, { planId }) => at(`/api/plans/${planId}`),
  'PATCH /api/plans/:id': (_, { planId }) =>
    at(`/api/plans/${planId}`, { title: 'Подменённый план', version: 1 }),
  'POST /api/plans/:id/remove': (_, { draftPlanId }) =>
    at(`/api/plans/${draftPlanId}/remove`, { version: 1 }),
  'POST /api/plans/:id/approve': (_, { planId }) =>
    at(`/api/plans/${planId}/approve`, { version: 1, approval: PLAN_HEADER.approval }),
  'GET /api/plans/:id/changes': (_, { planId }) => at(`/api/plans/${planId}/changes`),
  'POST /api/plans/:id/close': (_, { planId }) =>
    at(`/api/plans/${planId}/close`, { version: 1, text: 'всё' }),
  'POST /api/plans/:id/roll-over': (_, { planId }) =>
    at(`/api/plans/${planId}/roll-over`, { version: 1, title: 'Чужой', period: PLAN_HEADER.period }),
  'POST /api/plans/:id/send': (_, { planId }) => at(`/api/plans/${planId}/send`, { version: 1 }),
  'GET /api/plans/:id/coverage': (_, { planId }) => at(`/api/plans/${planId}/coverage`),
  'GET /api/plans/:id/coverage.xlsx': (_, { planId }) => at(`/api/plans/${planId}/coverage.xlsx`),
  'POST /api/plans/:id/publish': (_, { planId }) =>
    at(`/api/plans/${planId}/publish`, { version: 1, withNames: true }),
  'POST /api/plans/:id/unpublish': (_, { planId }) => at(`/api/plans/${planId}/unpublish`, { version: 1 }),
  'GET /api/published-plans/:token': () => at('/api/published-plans/an-address-that-nobody-was-given'),
  'GET /api/measure-templates': (_, { signalId }) => at(`/api/measure-templates?signal=${signalId}`),
  'GET /api/plans/:id/file': (_, { planId }) => at(`/api/plans/${planId}/file?format=docx`),
  ...measureKnocks,
  'GET /api/federal-list': null,
  'GET /api/federal-list/years': null,
  'GET /api/federal-list/export.xlsx': null,
  'GET /api/federal-list/imports': null,
  'GET /api/federal-list/imports/export.xlsx': null,
  'POST /api/federal-list/imports': null,
  'GET /api/federal-list/imports/:id': (_, { federalListId }) =>
    at(`/api/federal-list/imports/${federalListId}`),
  'POST /api/federal-list/imports/:id/accept': (_, { federalListId }) =>
    at(`/api/federal-list/imports/${federalListId}/accept`, {}),
  'POST /api/federal-list/imports/:id/reject': (_, { federalListId }) =>
    at(`/api/federal-list/imports/${federalListId}/reject`, {}),
  'POST /api/federal-list/imports/:id/undo': (_, { federalListId }) =>
    at(`/api/federal-list/imports/${federalListId}/undo`, { reason: 'подмена' }),
}
