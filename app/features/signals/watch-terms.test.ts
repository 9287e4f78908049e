import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import type { JobKind } from '../../platform/jobs/index.ts'
import { actOnSignals } from './store/act-on-signals.ts'
import {
  at,
  NOW,
  officialSign,
  plantRun,
  plantSmallRegion,
  type SmallRegion,
} from './testing/small-region.ts'
import { watchSome, watchTerms } from './watch-terms.ts'

forEachDatabase('the watch over terms', open => {
  let database: Database
  let region: SmallRegion
  let signal: number
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })
  beforeEach(async () => {
    await database.asSystem('system:test', async tx => {
      for (const table of ['notice', 'signal_step', 'signal_evidence', 'signal'])
        await sql`delete from ${sql.table(table)}`.execute(tx)
    })
    await plantRun(database, region, [officialSign('edu990002'), officialSign('edu990010')])
    signal = await idOf(region.first)
    await ask(signal, '2021-06-15')
  })

  const idOf = async (school: number) =>
    (
      await database.asSystem('system:test', tx =>
        tx.selectFrom('signal').select('id').where('unit_id', '=', school).executeTakeFirstOrThrow(),
      )
    ).id
  const ask = (id: number, dueOn: string) =>
    database.as(region.analyst.scope, tx =>
      actOnSignals(tx, region.analyst, [{ id }], { act: 'ask', text: 'Поясните.', dueOn, ...NOW }),
    )
  const context = { signal: new AbortController().signal } as unknown as Parameters<JobKind['run']>[1]
  const round = (when: string) => watchTerms({ database, clock: () => new Date(when) }).run({}, context)
  const kinds = async (id = signal) =>
    (
      await database.asSystem('system:test', tx =>
        tx
          .selectFrom('signal_step')
          .select(['kind', 'text'])
          .where('signal_id', '=', id)
          .orderBy('id')
          .execute(),
      )
    ).map(({ kind, text }) => (text === null ? kind : `${kind} ${text}`))
  const told = async (actor: Actor) =>
    (
      await database.asSystem('system:test', tx =>
        tx
          .selectFrom('notice')
          .select(['kind', 'params'])
          .where('account_id', '=', actor.personId)
          .orderBy('id')
          .execute(),
      )
    ).filter(({ kind }) => kind === 'due-tomorrow' || kind === 'signal-overdue')

  it('reminds the school on the day before, in the morning, once', async () => {
    await round('2021-06-13T12:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.'])
    await round('2021-06-14T05:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.'])
    for (const hour of ['08', '09', '17']) await round(`2021-06-14T${hour}:00:00`)
    expect(await kinds()).toEqual(['opened', 'asked Поясните.', 'reminded'])
    expect(await told(region.head)).toEqual([
      { kind: 'due-tomorrow', params: { what: 'Школа № 2: Русский язык, 4 класс, 2021' } },
    ])
    expect(await told(region.coordinator)).toHaveLength(1)
    expect(await told(region.secondHead)).toEqual([])
  })

  it('raises what is overdue to the municipality, later to the region, each once', async () => {
    await round('2021-06-17T12:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.'])
    await round('2021-06-18T12:00:00')
    await round('2021-06-18T13:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.', 'escalated municipality'])
    expect(await told(region.municipality)).toEqual([
      { kind: 'signal-overdue', params: { what: 'Школа № 2: Русский язык, 4 класс, 2021', days: 3 } },
    ])
    expect(await told(region.analyst)).toEqual([])
    await round('2021-06-25T12:00:00')
    await round('2021-06-26T12:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.', 'escalated municipality', 'escalated region'])
    expect(await told(region.analyst)).toHaveLength(1)
    expect(await told(region.otherAnalyst)).toHaveLength(1)
    expect(await told(region.ministry)).toEqual([])
  })

  it('begins anew with a new term', async () => {
    await round('2021-06-18T12:00:00')
    await database.as(region.analyst.scope, tx =>
      actOnSignals(tx, region.analyst, [{ id: signal }], {
        act: 'extend',
        dueOn: '2021-06-30',
        text: 'Каникулы.',
        ...at('2021-06-18'),
      }),
    )
    await round('2021-06-29T12:00:00')
    await round('2021-07-03T12:00:00')
    expect(await kinds()).toEqual([
      'opened',
      'asked Поясните.',
      'escalated municipality',
      'extended Каникулы.',
      'reminded',
      'escalated municipality',
    ])
  })

  it('leaves alone who has replied', async () => {
    await database.as(region.head.scope, tx =>
      actOnSignals(tx, region.head, [{ id: signal }], { act: 'reply', text: 'Вот почему.', ...NOW }),
    )
    await round('2021-06-14T12:00:00')
    await round('2021-07-14T12:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.', 'replied Вот почему.'])
  })

  it('broken off in the middle leaves nothing half, and the next round does the rest', async () => {
    await ask(await idOf(region.second), '2021-06-15')
    const broken = database.asSystem('system:signals', async tx => {
      await watchSome(tx, { ...at('2021-06-18'), after: 0 })
      throw new Error('killed')
    })
    await expect(broken).rejects.toThrow('killed')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.'])
    expect(await told(region.municipality)).toEqual([])
    await round('2021-06-18T12:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.', 'escalated municipality'])
    expect(await kinds(await idOf(region.second))).toEqual([
      'opened',
      'asked Поясните.',
      'escalated municipality',
    ])
    expect(await told(region.municipality)).toHaveLength(2)
  })

  it('of a school that is no more reminds nobody, and tells the region, which alone can end it', async () => {
    const closed = (validTo: string | null) =>
      database.asSystem('system:test', tx =>
        sql`update unit set valid_to = ${validTo}::date where id = ${region.first}`.execute(tx),
      )
    await closed('2021-06-13')
    await round('2021-06-14T12:00:00')
    await round('2021-06-18T12:00:00')
    expect(await kinds()).toEqual(['opened', 'asked Поясните.', 'escalated region'])
    expect(await told(region.head)).toEqual([])
    expect(await told(region.municipality)).toEqual([])
    expect(await told(region.analyst)).toHaveLength(1)
    await closed(null)
  })

  it('two rounds at one moment tell once', async () => {
    await Promise.all([round('2021-06-18T12:00:00'), round('2021-06-18T12:00:00')])
    expect(await told(region.municipality)).toHaveLength(1)
  })
})
