import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database, Tx } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { buildPassport } from './build-passport.ts'
import type { Days } from './calendar.ts'
import { countReplies } from './count-replies.ts'
import { onBatchUndone } from './on-batch-undone.ts'
import { type Acted, actOnSignals } from './store/act-on-signals.ts'
import { countSignals } from './store/count-signals.ts'
import { type ListOptions, listSignals } from './store/list-signals.ts'
import type { Step } from './store/take-step.ts'
import {
  at,
  NOW,
  officialSign,
  ownSign,
  plantBatch,
  plantRun,
  plantSmallRegion,
  publishRun,
  type SmallRegion,
  TODAY,
} from './testing/small-region.ts'

const FIRST = 'edu990002'
const SECOND = 'edu990010'
const EASTERN = 'edu990001'

forEachDatabase('signals', open => {
  let database: Database
  let region: SmallRegion
  let run: number
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })
  beforeEach(async () => {
    await database.asSystem('system:test', async tx => {
      await sql`delete from notice`.execute(tx)
      await sql`delete from signal_step`.execute(tx)
      await sql`delete from signal_evidence`.execute(tx)
      await sql`delete from signal`.execute(tx)
    })
    run = await plantRun(database, region, [
      officialSign(FIRST),
      officialSign(SECOND),
      officialSign(EASTERN),
      ownSign(FIRST),
      officialSign('edu999999'),
    ])
  })

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as(actor.scope, work)
  const list = (actor: Actor, options: ListOptions = {}, days: Days = NOW) =>
    as(actor, async tx => (await listSignals(tx, options, { scope: actor.scope, ...days })).items)
  const names = async (actor: Actor, options: ListOptions = {}) =>
    (await list(actor, options)).map(({ schoolName, source, state }) => `${schoolName} ${source} ${state}`)
  const the = async (school: number, source: 'official' | 'own' = 'official', runId = run) => {
    const found = await database.asSystem('system:test', tx =>
      tx
        .selectFrom('signal')
        .select(['id', 'version', 'state', 'outcome', 'due_on', 'escalated', 'published', 'data_undone_at'])
        .where('unit_id', '=', school)
        .where('source', '=', source)
        .where('run_id', '=', runId)
        .executeTakeFirstOrThrow(),
    )
    return found
  }
  const act = (
    actor: Actor,
    signal: { id: number; version?: number } | { id: number; version?: number }[],
    step: Omit<Step, 'now' | 'today'>,
    days: Days = NOW,
  ): Promise<Acted[]> =>
    as(actor, tx =>
      actOnSignals(tx, actor, Array.isArray(signal) ? signal : [signal], {
        text: 'Так нужно.',
        ...step,
        ...days,
      }),
    )
  const codes = async (work: Promise<unknown>): Promise<string[]> =>
    work.then(
      () => ['done'],
      error => {
        if (error instanceof ProblemError) return error.problems.map(({ code }) => code)
        throw error
      },
    )
  const passport = (actor: Actor, id: number, days: Days = NOW) =>
    as(actor, tx =>
      buildPassport(tx, actor, id, days, {
        namePeople: async (_, ids) => new Map(ids.map(person => [person, `имя ${person}`])),
        federalYearsOf: async () => new Map(),
      }),
    )
  const steps = async (id: number) =>
    (
      await database.asSystem('system:test', tx =>
        tx.selectFrom('signal_step').selectAll().where('signal_id', '=', id).orderBy('id').execute(),
      )
    ).map(({ kind }) => kind)
  const told = (actor: Actor) =>
    database.asSystem('system:test', tx =>
      tx
        .selectFrom('notice')
        .select(['kind', 'params', 'link'])
        .where('account_id', '=', actor.personId)
        .execute(),
    )
  const ask = async (school: number, dueOn = '2021-06-15', who = region.analyst) =>
    act(who, await the(school), { act: 'ask', dueOn })

  describe('of a run', () => {
    it('are one for each school and set of the method, and one for each school of ours; unknown schools get none', async () => {
      expect(await names(region.analyst)).toEqual([
        'Школа № 1 official open',
        'Школа № 2 official open',
        'Школа № 2 own open',
        'Школа № 10 official open',
      ])
      expect(await steps((await the(region.first)).id)).toEqual(['opened'])
    })

    it('are seen at one’s own unit and below, and nowhere else', async () => {
      expect(await names(region.municipality)).toHaveLength(3)
      expect(await names(region.eastMunicipality)).toEqual(['Школа № 1 official open'])
      expect(await names(region.secondHead)).toEqual(['Школа № 10 official open'])
      expect(await codes(passport(region.secondHead, (await the(region.first)).id))).toEqual(['not-found'])
      expect(
        await codes(act(region.eastMunicipality, await the(region.first), { act: 'comment', text: 'Да.' })),
      ).toEqual(['not-found'])
    })

    it('of a draft are the analysts’ alone, also for the ministry, in lists, counts, passports and acts', async () => {
      const draft = await plantRun(database, region, [officialSign(FIRST)], { published: false })
      const { id } = await the(region.first, 'official', draft)
      expect(await list(region.analyst, { run: draft })).toHaveLength(1)
      for (const reader of [region.ministry, region.municipality, region.head]) {
        expect(await list(reader, { run: draft })).toEqual([])
        expect(await codes(passport(reader, id))).toEqual(['not-found'])
        const counts = await as(reader, tx =>
          countSignals(tx, { run: draft }, { scope: reader.scope, ...NOW }),
        )
        expect(counts.states).toEqual([])
      }
      expect((await passport(region.analyst, id)).reply).toBe('черновик: школа ещё не видит')
      expect(await codes(act(region.analyst, { id }, { act: 'ask', dueOn: '2021-06-15' }))).toEqual([
        'signal-not-published',
      ])
    })

    it('give way to those of a run published later, unless a school was asked', async () => {
      await ask(region.second)
      const newer = await plantRun(database, region, [officialSign(FIRST)], { published: false })
      expect((await the(region.first)).state).toBe('open')
      await as(region.analyst, tx => publishRun(tx, newer, region.campaign))
      expect((await the(region.first)).state).toBe('superseded')
      expect((await the(region.first, 'own')).state).toBe('superseded')
      expect((await the(region.second)).state).toBe('asked')
      expect(await the(region.first, 'official', newer)).toMatchObject({ state: 'open', published: true })
      expect(await steps((await the(region.first)).id)).toEqual(['opened', 'superseded'])
      // Nothing of what gave way unasked is told again beside what took its place.
      const { history } = await passport(region.head, (await the(region.first, 'official', newer)).id)
      expect(history).toEqual([])
    })
  })

  describe('asking', () => {
    it('many is all or none, and says of each what stands in the way', async () => {
      const [one, two] = [await the(region.first), await the(region.second)]
      expect(await act(region.analyst, [one, two], { act: 'ask', dueOn: '2021-06-15' })).toHaveLength(2)
      const third = await the(region.eastern)
      const both = act(region.analyst, [{ id: one.id }, third], { act: 'ask', dueOn: '2021-06-15' })
      expect(await codes(both)).toEqual(['signal-asked'])
      expect((await the(region.eastern)).state).toBe('open')
      expect(
        await codes(act(region.analyst, [third, { id: 999_999 }], { act: 'ask', dueOn: '2021-06-15' })),
      ).toEqual(['not-found'])
      expect(await codes(act(region.analyst, third, { act: 'ask', dueOn: TODAY }))).toEqual([
        'signal-due-too-early',
      ])
      expect((await the(region.eastern)).state).toBe('open')
    })

    it('tells the school, and the municipality when the region asks; each person once', async () => {
      await act(region.analyst, [await the(region.first), await the(region.first, 'own')], {
        act: 'ask',
        dueOn: '2021-06-15',
      })
      expect(await told(region.head)).toEqual([
        {
          kind: 'signal-asked',
          params: { what: 'Школа № 2: Русский язык, 4 класс, 2021', count: 2, due: '15 июня 2021 г.' },
          link: '/signals?state=asked',
        },
      ])
      expect((await told(region.coordinator)).map(({ kind }) => kind)).toEqual(['signal-asked'])
      expect((await told(region.municipality)).map(({ kind }) => kind)).toEqual(['signal-asked-below'])
      expect(await told(region.secondHead)).toEqual([])
      expect(await told(region.townCoordinator)).toEqual([])
    })

    it('may a municipality its own schools, which then need not be told', async () => {
      await ask(region.first, '2021-06-15', region.municipality)
      expect(await told(region.municipality)).toEqual([])
      expect(await told(region.colleague)).toEqual([])
      expect((await told(region.head)).map(({ kind }) => kind)).toEqual(['signal-asked'])
      expect(await codes(ask(region.eastern, '2021-06-15', region.municipality))).toEqual(['not-found'])
    })

    it('at once by two: one is done, the other is told', async () => {
      const signal = await the(region.first)
      const both = await Promise.all(
        [region.analyst, region.otherAnalyst].map(who =>
          codes(act(who, signal, { act: 'ask', dueOn: '2021-06-15' })),
        ),
      )
      expect(both.sort()).toEqual([['changed-by-another', 'signal-changed'], ['done']])
      expect(await steps(signal.id)).toEqual(['opened', 'asked'])
    })

    it('the same many at once, from both ends, ends: once, and in one order', async () => {
      const all = [await the(region.first), await the(region.second), await the(region.eastern)]
      const both = await Promise.all([
        codes(act(region.analyst, all, { act: 'ask', dueOn: '2021-06-15' })),
        codes(act(region.otherAnalyst, all.toReversed(), { act: 'ask', dueOn: '2021-06-16' })),
      ])
      expect(both.map(([code]) => code).sort()).toEqual(['changed-by-another', 'done'])
      const dues = await Promise.all(
        [region.first, region.second, region.eastern].map(async school => (await the(school)).due_on),
      )
      expect(new Set(dues).size).toBe(1)
    })

    it('waits for the first of many without holding the others: two who ask never stop each other', async () => {
      // The embedded database has one connection, on which nobody waits for anybody.
      if (database.kind === 'embedded') return
      const ids = [await the(region.first), await the(region.second), await the(region.eastern)]
        .map(({ id }) => id)
        .sort((a, b) => a - b)
      const hold = (tx: Tx, id: number) =>
        sql`select id from signal where id = ${id} for update nowait`.execute(tx)
      for (let round = 0; round < 5; round++) {
        const held = Promise.withResolvers<void>()
        const waited = Promise.withResolvers<void>()
        const mine = as(region.analyst, async tx => {
          await hold(tx, ids[0])
          held.resolve()
          await waited.promise
          await hold(tx, ids[1])
          await hold(tx, ids[2])
        })
        await held.promise
        const signals = ids.toReversed().map(id => ({ id }))
        const other = act(region.otherAnalyst, signals, { act: 'comment', text: 'Да.' })
        await new Promise(resolve => setTimeout(resolve, 150))
        waited.resolve()
        await mine
        await other
      }
    })
  })

  describe('a reply', () => {
    const reply = async (days: Days = NOW, files: number[] = []) =>
      act(
        region.head,
        await the(region.first),
        { act: 'reply', text: 'Тему повторяли.', causes: ['channel-cause.topic-just-revised'], files },
        days,
      )

    it('is the school’s own, with causes, words and files; the asker learns of it', async () => {
      await ask(region.first)
      const draft = await fileOf(region.head)
      const [acted] = await reply(at('2021-06-12'), [draft])
      expect(acted.state).toBe('replied')
      const {
        steps: timeline,
        reply: phrase,
        may,
      } = await passport(region.analyst, acted.id, at('2021-06-13'))
      expect(phrase).toBe('ответ получен 12 июня 2021 г.')
      expect(may).toEqual(['comment', 'return', 'close'])
      expect(timeline.at(-1)).toMatchObject({
        kind: 'replied',
        title: 'Ответ школы',
        text: 'Тему повторяли.',
        causes: [{ id: 'channel-cause.topic-just-revised', text: 'Тему недавно повторяли.' }],
        late: false,
        files: [{ id: draft, name: 'объяснение.pdf', size: 5 }],
      })
      expect((await told(region.analyst)).map(({ kind }) => kind)).toEqual(['signal-replied'])
    })

    it('after the term is taken, and says so', async () => {
      await ask(region.first)
      const [{ id }] = await reply(at('2021-06-17'))
      const { steps: timeline, reply: phrase } = await passport(region.analyst, id, at('2021-06-18'))
      expect(phrase).toBe('ответ получен 17 июня 2021 г., после срока')
      expect(timeline.at(-1)).toMatchObject({ late: true, title: 'Ответ школы, после срока' })
    })

    it('stands beside every signal: unasked too, and can be added to', async () => {
      expect((await reply())[0].state).toBe('replied')
      expect((await reply())[0].state).toBe('replied')
      expect(await steps((await the(region.first)).id)).toEqual(['opened', 'replied', 'replied'])
    })

    it('is counted with the signs of a territory, as far as one sees them', async () => {
      const counted = (actor: Actor, path: string) =>
        as(actor, async tx =>
          (await countReplies(tx, { runId: run, path, locale: 'ru', clock: () => at('2021-06-16').now })).map(
            ({ above, source, text, count }) => [above.at(-1), source, text, count],
          ),
        )
      const open = await counted(region.analyst, region.analyst.scope.unitPath)
      expect(open.map(([, , text]) => text)).toEqual(open.map(() => 'пояснение не запрошено'))
      await ask(region.first)
      const asked = await counted(region.analyst, region.analyst.scope.unitPath)
      expect(asked.at(-1)).toEqual([region.west, 'official', 'ответ просрочен', 1])
      expect(asked.reduce((sum, [, , , count]) => sum + Number(count), 0)).toBe(
        open.reduce((sum, [, , , count]) => sum + Number(count), 0),
      )
      // The east sees nothing of it, whatever path it names.
      const east = await counted(region.eastMunicipality, region.analyst.scope.unitPath)
      expect(east.some(([, , text]) => text === 'ответ просрочен')).toBe(false)
    })

    it('is nobody else’s to give', async () => {
      await ask(region.first)
      const signal = await the(region.first)
      for (const who of [region.analyst, region.ministry, region.municipality, region.townCoordinator])
        expect(await codes(act(who, signal, { act: 'reply', text: 'за школу' }))).toEqual(['right-missing'])
      expect(await codes(act(region.secondHead, signal, { act: 'reply', text: 'за соседа' }))).toEqual([
        'not-found',
      ])
    })

    it('with another’s file is not given at all', async () => {
      await ask(region.first)
      const draft = await fileOf(region.coordinator)
      expect(await codes(reply(NOW, [draft]))).toEqual(['not-found'])
      expect((await the(region.first)).state).toBe('asked')
      expect(await steps((await the(region.first)).id)).toEqual(['opened', 'asked'])
      expect(await told(region.analyst)).toEqual([])
    })

    it('given back waits for another, and is told as returned with its reason', async () => {
      await ask(region.first)
      await reply()
      await act(region.analyst, await the(region.first), {
        act: 'return',
        text: 'Приложите журнал.',
        dueOn: '2021-06-20',
      })
      const { reply: phrase, may } = await passport(region.head, (await the(region.first)).id)
      expect(phrase).toBe('возвращено школе, ждём до 20 июня 2021 г.')
      expect(may).toEqual(['reply'])
      expect((await told(region.head)).at(-1)).toMatchObject({
        kind: 'returned',
        params: { what: 'Школа № 2: Русский язык, 4 класс, 2021', reason: 'Приложите журнал.' },
      })
    })

    it('and a judgement at the same moment: one of them is told', async () => {
      await ask(region.first)
      const signal = await the(region.first)
      const both = await Promise.all([
        codes(act(region.head, signal, { act: 'reply', text: 'Вот почему.' })),
        codes(act(region.analyst, signal, { act: 'close', outcome: 'cleared', text: 'Ошибка загрузки.' })),
      ])
      expect(both.map(([code]) => code).sort()).toEqual(['changed-by-another', 'done'])
    })

    async function fileOf(actor: Actor): Promise<number> {
      return as(actor, async tx => {
        const { rows } = await sql<{ id: number }>`
          insert into stored_file (unit_id, hash, size, media_type, name)
          values (${region.first}, ${'a'.repeat(64)}, 5, 'application/pdf', 'объяснение.pdf') returning id`.execute(
          tx,
        )
        return rows[0].id
      })
    }
  })

  describe('an outcome', () => {
    const close = async (outcome: 'cleared' | 'confirmed' | 'insufficient', days: Days = NOW) =>
      codes(act(region.analyst, await the(region.first), { act: 'close', outcome, text: 'Причина.' }, days))

    it('without a reply is «снято», or «недостаточно данных» once the term has passed', async () => {
      await ask(region.first)
      expect(await close('confirmed')).toEqual(['signal-not-heard'])
      expect(await close('insufficient')).toEqual(['signal-term-running'])
      expect(await close('insufficient', at('2021-06-16'))).toEqual(['done'])
      const { id } = await the(region.first)
      expect((await passport(region.head, id)).reply).toBe('недостаточно данных: ответа нет')
      expect((await told(region.head)).at(-1)).toMatchObject({
        kind: 'signal-closed',
        params: { outcome: 'недостаточно данных' },
      })
    })

    it('can be taken up again, to where the reply was', async () => {
      await act(region.head, await the(region.first), { act: 'reply', text: 'Вот почему.' })
      expect(await close('confirmed')).toEqual(['done'])
      const [{ state }] = await act(region.analyst, await the(region.first), {
        act: 'reopen',
        text: 'Новые данные.',
      })
      expect(state).toBe('replied')
      expect((await the(region.first)).outcome).toBeNull()
      const unheard = await the(region.second)
      await act(region.analyst, unheard, { act: 'close', outcome: 'cleared', text: 'Ошибка.' })
      const [again] = await act(region.analyst, { id: unheard.id }, { act: 'reopen', text: 'Поспешили.' })
      expect(again.state).toBe('open')
    })

    it('is the analyst’s alone', async () => {
      for (const who of [region.municipality, region.ministry, region.head])
        expect(
          await codes(act(who, await the(region.first), { act: 'close', outcome: 'cleared', text: 'x' })),
        ).toEqual(['right-missing'])
    })
  })

  describe('on the way', () => {
    it('a municipality passes on once and adds its view; a view takes nothing from others’ hands', async () => {
      await ask(region.first)
      const before = await the(region.first)
      await act(region.municipality, { id: before.id }, { act: 'comment', text: 'Школа новая.' })
      expect((await the(region.first)).version).toBe(before.version)
      await act(region.municipality, before, { act: 'forward', text: 'Ответьте подробно.' })
      expect(await codes(act(region.municipality, await the(region.first), { act: 'forward' }))).toEqual([
        'signal-forwarded',
      ])
      expect((await told(region.head)).map(({ kind }) => kind)).toEqual(['signal-asked', 'signal-forwarded'])
      await act(region.head, await the(region.first), { act: 'reply', text: 'Вот почему.' })
      expect((await told(region.municipality)).map(({ kind }) => kind)).toEqual([
        'signal-asked-below',
        'signal-replied',
      ])
    })

    it('undone data withdraws what nobody was asked, and is said beside the rest', async () => {
      await ask(region.first)
      const batch = await plantBatch(database, run, 'Русский язык')
      await as(region.analyst, tx => onBatchUndone(tx, batch, TODAY))
      expect(await the(region.first)).toMatchObject({ state: 'asked', data_undone_at: expect.any(Date) })
      expect((await the(region.second)).state).toBe('withdrawn')
      expect(await steps((await the(region.first)).id)).toEqual(['opened', 'asked', 'data-undone'])
      expect(await steps((await the(region.second)).id)).toEqual(['opened', 'withdrawn'])
      expect((await told(region.head)).map(({ kind }) => kind)).toEqual([
        'signal-asked',
        'signal-data-undone',
      ])
      expect((await told(region.head))[1].params).toMatchObject({
        what: expect.stringMatching(/^Школа № 2: Русский язык.* \(ждём до 15 июня 2021/),
      })
      const { dataUndone, outcomes } = await passport(region.analyst, (await the(region.first)).id)
      expect([dataUndone, outcomes]).toEqual([true, ['cleared']])
      // Again: nothing more happens.
      await as(region.analyst, tx => onBatchUndone(tx, batch, TODAY))
      expect(await steps((await the(region.first)).id)).toHaveLength(3)
    })

    it('undone data of another assessment touches only what rests on it', async () => {
      const batch = await plantBatch(database, run, 'Математика')
      await as(region.analyst, tx => onBatchUndone(tx, batch, TODAY))
      expect((await the(region.first)).state).toBe('open')
      // Our own degree is over all the school wrote.
      expect((await the(region.first, 'own')).state).toBe('withdrawn')
    })
  })

  describe('lists', () => {
    it('go on page by page in every order, nothing twice and nothing left out', async () => {
      await ask(region.first)
      for (const sort of ['place', '-degree', 'due', '-changed'] as const) {
        const whole = (await list(region.analyst, { sort })).map(({ id }) => id)
        expect(whole).toHaveLength(4)
        const walked: number[] = []
        let cursor: string | null | undefined
        do {
          const page = await as(region.analyst, tx =>
            listSignals(
              tx,
              { sort, limit: 1, cursor: cursor ?? undefined },
              { scope: region.analyst.scope, ...NOW },
            ),
          )
          expect(page.total).toBe(cursor === undefined ? 4 : undefined)
          walked.push(...page.items.map(({ id }) => id))
          cursor = page.next
        } while (cursor !== null)
        expect({ sort, walked }).toEqual({ sort, walked: whole })
      }
      expect((await list(region.analyst, { sort: 'due' }))[0].dueOn).toBe('2021-06-15')
      expect((await list(region.analyst, { sort: '-degree' }))[0].degree).toBe(2.9)
    })

    it('refuse a cursor that is not theirs', async () => {
      for (const cursor of ['x', Buffer.from('["due","drop",1]').toString('base64url')])
        expect(await codes(list(region.analyst, { sort: 'due', cursor }))).toEqual(['cursor-unreadable'])
    })

    it('are filtered as one asks, and counted the same', async () => {
      await ask(region.first)
      await ask(region.eastern, '2021-06-12')
      const late = at('2021-06-14')
      const cases: readonly [ListOptions, number][] = [
        [{ under: region.west }, 3],
        [{ under: region.second }, 1],
        [{ source: 'own' }, 1],
        [{ channel: 'level' }, 1],
        [{ state: 'asked' }, 2],
        [{ overdue: 'yes' }, 1],
        [{ q: 'школа 10' }, 1],
        [{ q: '990001' }, 1],
        [{ year: 2021, grade: 4, subject: 'Русский язык' }, 4],
        [{ year: 2020 }, 0],
        [{ campaign: region.campaign }, 4],
        [{ campaign: region.campaign + 1 }, 0],
      ]
      for (const [options, expected] of cases) {
        const found = await list(region.analyst, options, late)
        expect({ options, found: found.length }).toEqual({ options, found: expected })
        const counts = await as(region.analyst, tx =>
          countSignals(tx, options, { scope: region.analyst.scope, ...late }),
        )
        const counted = counts.states
          .filter(({ state }) => options.state === undefined || state === options.state)
          .reduce((sum, { count }) => sum + count, 0)
        if (!options.overdue) expect({ options, counted }).toEqual({ options, counted: expected })
        else expect(counts.overdue).toBe(1)
      }
    })

    it('lay on each one’s shelves what is theirs to do', async () => {
      await ask(region.first)
      await ask(region.second, '2021-07-30')
      await act(region.easternHead, await the(region.eastern), { act: 'reply', text: 'Вот почему.' })
      const shelves = async (actor: Actor) =>
        (await as(actor, tx => countSignals(tx, {}, { scope: actor.scope, ...NOW }))).shelves
      expect(await shelves(region.head)).toEqual({ returned: 1, due: 1, check: 0 })
      expect(await shelves(region.secondHead)).toEqual({ returned: 1, due: 0, check: 0 })
      expect(await shelves(region.analyst)).toEqual({ returned: 0, due: 1, check: 1 })
      expect(await shelves(region.municipality)).toEqual({ returned: 0, due: 1, check: 0 })
      expect(await shelves(region.eastMunicipality)).toEqual({ returned: 0, due: 0, check: 1 })
      expect(await shelves(region.ministry)).toEqual({ returned: 0, due: 0, check: 0 })
      expect(await shelves(region.townCoordinator)).toEqual({ returned: 0, due: 0, check: 0 })
      expect((await list(region.analyst, { shelf: 'check' })).map(({ schoolName }) => schoolName)).toEqual([
        'Школа № 1',
      ])
      expect(await list(region.ministry, { shelf: 'check' })).toEqual([])
    })

    it('follow a school that is renamed', async () => {
      await database.asSystem('system:test', tx =>
        sql`update unit set name = 'Лицей «Восход»' where id = ${region.eastern}`.execute(tx),
      )
      expect((await list(region.analyst)).map(({ schoolName }) => schoolName)).toEqual([
        'Лицей «Восход»',
        'Школа № 2',
        'Школа № 2',
        'Школа № 10',
      ])
      await database.asSystem('system:test', tx =>
        sql`update unit set name = 'Школа № 1' where id = ${region.eastern}`.execute(tx),
      )
    })
  })
})
