import { sql } from 'kysely'
import type { Role } from '../../app/features/accounts/index.ts'
import type { World } from '../world/start-world.ts'
import type { Foreign, Knock } from './calls.ts'
import type { OwnCall, Standing } from './own-calls.ts'
import { type Own, tomorrow } from './plant-own.ts'

const at = (url: string, body?: unknown): Knock => (body === undefined ? { url } : { url, body })

const WORDS = {
  ...{ number: null, section: null, year: null, level: null, text: 'Подменённая мера', term: null },
  ...{ plannedStart: null, plannedFinish: null, place: null, participants: null, responsible: [] },
  ...{ performer: null, expectedResult: null, note: null, completion: null, template: null },
}
const DONE = 'Проведён педагогический совет, решения доведены до учителей.'

/** Knocking at measures of the east. */
export const measureKnocks = {
  'GET /api/measures': null,
  'GET /api/measures/counts': null,
  'GET /api/measures/export.xlsx': null,
  'GET /api/measures/timeline': null,
  'GET /api/measures/settings': null,
  'PUT /api/measures/settings': null,
  'POST /api/plans/:id/measures': (_: World, { planId }: Foreign) =>
    at(`/api/plans/${planId}/measures`, WORDS),
  'GET /api/measures/:id': (_: World, { measureId }: Foreign) => at(`/api/measures/${measureId}`),
  'PATCH /api/measures/:id': (_: World, { measureId }: Foreign) =>
    at(`/api/measures/${measureId}`, { version: 1, text: 'Подмена' }),
  'POST /api/measures/:id/remove': knock('remove', { version: 1 }),
  'POST /api/measures/:id/take-over': knock('take-over', { version: 1 }),
  'POST /api/measures/:id/keep': knock('keep', { version: 1 }),
  'POST /api/measures/:id/start': knock('start', { version: 1 }),
  'POST /api/measures/:id/submit': knock('submit', { version: 1, text: DONE, evidence: [] }),
  'POST /api/measures/:id/accept': knock('accept', { version: 1 }),
  'POST /api/measures/:id/return': knock('return', { version: 1, text: 'Нет протокола.' }),
  'POST /api/measures/:id/postpone': knock('postpone', {
    version: 1,
    text: 'Каникулы.',
    dueOn: '2030-01-01',
  }),
  'POST /api/measures/:id/cancel': knock('cancel', { version: 1, text: 'Не нужна.' }),
  'POST /api/measures/:id/restore': knock('restore', { version: 1, text: 'Нужна.' }),
  'POST /api/measures/:id/comment': knock('comment', { text: 'Подмена' }),
  'POST /api/measures/:id/cases': knock('cases', { version: 1, title: 'Подмена', dueOn: null }),
  'POST /api/signals/:id/measures': (_: World, { signalId }: Foreign) =>
    at(`/api/signals/${signalId}/measures`, { template: 'cause-analysis', dueOn: '2030-01-01' }),
  'GET /api/my-calendar': null,
  'POST /api/my-calendar': null,
  'DELETE /api/my-calendar': null,
  'GET /api/calendars/:token': () => at('/api/calendars/an-address-that-nobody-was-given.ics'),
}

function knock(act: string, body: unknown) {
  return (_: World, { measureId }: Foreign): Knock => at(`/api/measures/${measureId}/${act}`, body)
}

interface Planted {
  readonly state?: string
  readonly kind?: string
  readonly offered?: boolean
}

/** A measure with one task in a plan in force of a unit. */
async function plant(
  own: Own,
  unitId: number,
  { state = 'not-started', kind = 'deadline', offered }: Planted,
) {
  const { rows } = await own.world.database.asSystem('system:test', tx =>
    sql<{ id: number }>`
      with of_plan as (
        insert into plan (unit_id, title, starts_on, ends_on, school, state, created_by)
        values (${unitId}, 'План с мерой', '2025-09-01', '2026-08-31', true, 'approved', 'system:test') returning id
      ), measure as (
        insert into plan_measure (plan_id, unit_id, position, text, term_kind, state, tasks_total, offered)
        select id, ${unitId}, 1, 'Своя мера', ${kind}, ${state}, 1,
          case when ${offered === true} then '{"removed": true}'::jsonb end from of_plan returning id
      )
      insert into measure_task (measure_id, unit_id, position, due_on, state, submitted_by)
      select id, ${unitId}, 1, '2026-01-01', ${state}, 'system:test' from measure returning measure_id as id`.execute(
      tx,
    ),
  )
  return rows[0].id
}

const atHome =
  (act: string, body: object, planted: Planted = {}) =>
  async (own: Own, role: Role): Promise<OwnCall> =>
    at(`/api/measures/${await plant(own, await own.home(role), planted)}/${act}`, body)

/** What a school handed in, before those who judge it. */
const judged =
  (act: string, body: object) =>
  async (own: Own): Promise<OwnCall> =>
    at(`/api/measures/${await plant(own, own.world.units.ours, { state: 'submitted' })}/${act}`, body)

/** Calls that somebody with the right may expect to be answered. */
export const ownMeasureCalls = {
  'GET /api/measures': () => at('/api/measures'),
  'GET /api/measures/counts': () => at('/api/measures/counts'),
  'GET /api/measures/export.xlsx': () => at('/api/measures/export.xlsx'),
  'GET /api/measures/timeline': () => at('/api/measures/timeline'),
  'GET /api/measures/settings': () => at('/api/measures/settings'),
  'PUT /api/measures/settings': async ({ world, told }: Own): Promise<OwnCall> =>
    at(
      '/api/measures/settings',
      await told(await world.send('GET', '/api/measures/settings', world.cookies.administrator)),
    ),
  'POST /api/plans/:id/measures': async (own: Own, role: Role): Promise<OwnCall> =>
    at(`/api/plans/${await own.plan(role)}/measures`, WORDS),
  'GET /api/measures/:id': async (own: Own, role: Role): Promise<OwnCall> =>
    at(`/api/measures/${await plant(own, await own.home(role), {})}`),
  'PATCH /api/measures/:id': async (own: Own, role: Role): Promise<OwnCall> =>
    at(`/api/measures/${await plant(own, await own.home(role), {})}`, { version: 1, place: 'актовый зал' }),
  'POST /api/measures/:id/remove': atHome('remove', { version: 1 }),
  'POST /api/measures/:id/take-over': atHome('take-over', { version: 1 }, { offered: true }),
  'POST /api/measures/:id/keep': atHome('keep', { version: 1 }, { offered: true }),
  'POST /api/measures/:id/start': atHome('start', { version: 1 }),
  'POST /api/measures/:id/submit': atHome('submit', { version: 1, text: DONE, evidence: [] }),
  'POST /api/measures/:id/accept': judged('accept', { version: 1 }),
  'POST /api/measures/:id/return': judged('return', { version: 1, text: 'Нет протокола.' }),
  'POST /api/measures/:id/postpone': atHome('postpone', {
    version: 1,
    text: 'Каникулы.',
    dueOn: tomorrow(1),
  }),
  'POST /api/measures/:id/cancel': atHome('cancel', { version: 1, text: 'Не нужна.' }),
  'POST /api/measures/:id/restore': atHome('restore', { version: 1, text: 'Нужна.' }, { state: 'cancelled' }),
  'POST /api/measures/:id/comment': atHome('comment', { text: 'Готовимся к совету.' }),
  'POST /api/measures/:id/cases': atHome(
    'cases',
    { version: 1, title: 'Случай в 5 классе', dueOn: null },
    { kind: 'by-event' },
  ),
  'POST /api/signals/:id/measures': (_: Own, __: Role, { signalId }: Standing): OwnCall =>
    at(`/api/signals/${signalId}/measures`, { template: 'cause-analysis', dueOn: tomorrow(1) }),
  'GET /api/my-calendar': () => at('/api/my-calendar'),
  'POST /api/my-calendar': () => at('/api/my-calendar', {}),
  'DELETE /api/my-calendar': () => at('/api/my-calendar'),
}

/** The address of somebody's calendar. */
export async function calendarAddress({ send, cookies }: World): Promise<string> {
  const answer = await send('POST', '/api/my-calendar', cookies.head, {})
  const { address } = (await answer.json()) as { address: string }
  return new URL(address).pathname
}
