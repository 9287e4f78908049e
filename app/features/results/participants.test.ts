import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { ROLES } from '../accounts/index.ts'
import { type ParticipantsRequest, readSchoolParticipants } from './index.ts'
import {
  MATHEMATICS,
  openResultsRoom,
  protocolFile,
  type ResultsRoom,
  row2021,
} from './testing/results-room.ts'

const assessment = { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика' }

forEachDatabase('rows of participants', open => {
  let room: ResultsRoom
  let batch: { id: number; version: number }
  const request = (schoolId: number, extra: Partial<ParticipantsRequest> = {}): ParticipantsRequest => ({
    schoolId,
    assessment,
    purpose: { kind: 'signal', id: 7 },
    ...extra,
  })
  const read = (scope: Scope, of: ParticipantsRequest) => readSchoolParticipants(room.service, scope, of)
  const outcome = (scope: Scope, of: ParticipantsRequest) =>
    read(scope, of).then(
      found => (found ? found.works.code.join() : 'nothing'),
      error => error.problems?.[0].code ?? error,
    )
  const accept = async ({ id, version }: { id: number; version: number }) =>
    (await room.call(room.scopes.analyst, 'POST', `/api/imports/${id}/accept`, { version })).body
  const logged = () =>
    room.database.asSystem('system:test', tx =>
      tx
        .selectFrom('audit')
        .select(['account_id', 'role', 'unit_id', 'after'])
        .where('subject', '=', 'participants')
        .orderBy('id', 'desc')
        .execute(),
    )

  beforeAll(async () => {
    room = await openResultsRoom(await open())
    batch = await accept(
      await room.sendAndRead(
        room.scopes.analyst,
        MATHEMATICS,
        await protocolFile([
          row2021({ code: 11, scores: { 0: 'X' }, total: 19 }),
          row2021({ code: 12, variant: 'отсутствовал', total: null }),
          row2021({ code: 21, login: 'sch990002' }),
          row2021({ code: 13, login: 'sch990555' }),
        ]),
      ),
    )
  })
  afterAll(() => room.close())

  it('are read by the school and by the region’s analyst, by code, each time into the log', async () => {
    const { first } = room.units
    const found = await read(room.scopes.head, request(first))
    expect(found).toMatchObject({ maxScore: 20, works: { count: 1, code: ['11'] } })
    expect(found?.tasks).toHaveLength(15)
    expect(await outcome(room.scopes.analyst, request(first))).toBe('11')
    expect(await outcome({ ...room.scopes.head, role: 'coordinator' }, request(first))).toBe('11')
    const set = 'ВПР 2021 · Математика · 4'
    expect(await logged()).toMatchObject([
      { account_id: 'head', role: 'coordinator', unit_id: first, after: { set, signal: 7 } },
      { account_id: 'anna', role: 'analyst', unit_id: first },
      { account_id: 'head', role: 'head', unit_id: first },
    ])
  })

  it('of a former login belong to the school that had it', async () => {
    const { first } = room.units
    await room.database.asSystem('system:test', tx =>
      tx
        .insertInto('unit_alias')
        .values({ unit_id: first, kind: 'login', value: 'sch990555', valid_to: null })
        .execute(),
    )
    expect(await outcome(room.scopes.head, request(first))).toBe('11,13')
  })

  describe('are refused, and nothing is logged,', () => {
    const everyRole = ROLES.flatMap(role =>
      (['region', 'municipality', 'own', 'other'] as const).map(home => [role, home] as const),
    )
    it.each(everyRole)('to %s at %s but for the two who may', async (role, home) => {
      const { west, east, first, second } = room.units
      const unitPath = {
        region: '1.',
        municipality: `1.${west}.`,
        own: `1.${west}.${first}.`,
        other: `1.${east}.${second}.`,
      }[home]
      const may =
        (role === 'analyst' && home === 'region') ||
        ((role === 'head' || role === 'coordinator') && home === 'own')
      const before = (await logged()).length
      const scope = { accountId: 'x', role, grantId: null, unitPath }
      const code = await outcome(scope, request(first))
      const ofSchool = (role === 'head' || role === 'coordinator') && home === 'other'
      expect(code).toBe(may ? '11,13' : ofSchool ? 'not-found' : 'right-missing')
      expect((await logged()).length).toBe(before + (may ? 1 : 0))
    })

    it('to whoever has no unit, or asks for something that is no school', async () => {
      expect(await outcome({ ...room.scopes.analyst, unitPath: '' }, request(room.units.first))).toBe(
        'right-missing',
      )
      for (const unit of [1, room.units.west, 99_999])
        expect(await outcome(room.scopes.analyst, request(unit))).toBe('not-found')
      // A head whose unit is a class, or a school whose number merely begins like it.
      const path = `${room.scopes.head.unitPath}5.`
      expect(await outcome({ ...room.scopes.head, unitPath: path }, request(room.units.first))).toBe(
        'right-missing',
      )
    })
  })

  it('are those that count, or those of a run whatever became of them since', async () => {
    const { first } = room.units
    const later = await room.sendAndRead(
      room.scopes.head,
      `ещё ${MATHEMATICS}`,
      await protocolFile([row2021({ code: 44 })]),
    )
    const importing = request(first, { batches: [later.id], purpose: { kind: 'import', id: later.id } })
    expect(await outcome(room.scopes.head, importing)).toBe('44')
    expect(await outcome(room.scopes.head, request(first))).toBe('11,13')
    await room.call(room.scopes.analyst, 'POST', `/api/imports/${batch.id}/undo`, {
      version: batch.version,
      reason: 'ошибка',
    })
    expect(await outcome(room.scopes.head, request(first))).toBe('nothing')
    expect(await outcome(room.scopes.head, request(first, { batches: [batch.id] }))).toBe('11,13')
    expect(
      await outcome(room.scopes.head, { ...request(first), assessment: { ...assessment, year: 2022 } }),
    ).toBe('nothing')
  })
})
