import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database, Tx } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { createJobRunner } from '../../platform/jobs/index.ts'
import { type Letter, LetterError, type Mailer } from '../../platform/mail/index.ts'
import { type Notice, notify, postSchedule } from './index.ts'
import { composeLetter } from './letters/compose-letter.ts'
import { sendLetters } from './letters/send-letters.ts'
import { countUnread, listNotices, markAllRead, markRead } from './store/read-notices.ts'

const boss = { accountId: 'boss', role: 'analyst', grantId: null, unitPath: '1.' }
const ZONES: Record<string, string> = { moscow: 'Europe/Moscow', kamchatka: 'Asia/Kamchatka' }

/** Keeps letters; fails as it is told to. */
function testMailer() {
  const sent: Letter[] = []
  const mailer = {
    sent,
    failure: null as Error | null,
    away: false,
    async ready() {
      if (mailer.away) throw new LetterError('nobody there', true)
    },
    async send(letter: Letter) {
      if (mailer.failure) throw mailer.failure
      sent.push(letter)
    },
    close() {},
  }
  return mailer satisfies Mailer
}

forEachDatabase('notices', open => {
  let database: Database
  let school: number
  let mailer: ReturnType<typeof testMailer>
  let now: Date
  let unitPaths: string[]

  const at = (instant: string) => {
    now = new Date(instant)
  }
  const tell = (to: string, kind: Notice['kind'] = 'accepted', extra: Partial<Notice> = {}) =>
    database.as(boss, tx =>
      notify(tx, [
        {
          to,
          unitId: school,
          kind,
          params: { what: `план для ${to}`, reason: 'нет срока' },
          ...extra,
        } as Notice,
      ]),
    )
  /** The clock of the rows is the database's; the tests set it by hand. */
  const toldAt = (instant: string) =>
    database.asSystem('system:test', tx =>
      tx
        .updateTable('notice')
        .set({ created_at: new Date(instant) })
        .where('letter_id', 'is', null)
        .execute(),
    )
  const post = () =>
    sendLetters({
      database,
      mailer,
      publicUrl: 'https://objektiv.example/',
      clock: () => now,
      findRecipients: async (_, ids) =>
        new Map(
          ids
            .filter(id => id in ZONES)
            .map(id => [
              id,
              { address: `${id}@a.example`, locale: 'ru' as const, timeZone: ZONES[id], unitPaths },
            ]),
        ),
    })
  const takenBy = () => mailer.sent.map(({ to }) => to)

  beforeAll(async () => {
    database = await open()
    school = await database.asSystem('system:test', async tx => {
      const row = await tx
        .insertInto('unit')
        .values({ parent_id: 1, kind: 'school', name: 'Школа № 1' } as never)
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    })
  })
  beforeEach(() => {
    mailer = testMailer()
    unitPaths = ['1.']
  })
  afterEach(() =>
    database.asSystem('system:test', async tx => {
      await tx.deleteFrom('notice').execute()
      await tx.deleteFrom('post.letter').execute()
      await tx.deleteFrom('job').execute()
    }),
  )

  describe('in the application', () => {
    it('are read by the person told, where the unit is in reach, and by nobody else', async () => {
      await tell('anna', 'accepted', { link: '/plans/5' })
      const anna = { ...boss, accountId: 'anna', unitPath: `1.${school}.` }
      const read = (tx: Tx) => listNotices(tx, { unread: false, limit: 10 })
      const [notice, ...others] = await database.as(anna, read)
      expect(others).toEqual([])
      expect(notice).toMatchObject({ kind: 'accepted', link: '/plans/5', read_at: null, unit_id: school })
      expect(await database.as(boss, read)).toEqual([])
      expect(await database.as({ ...anna, unitPath: '1.999.' }, read)).toEqual([])
      expect(await database.as({ ...anna, unitPath: '' }, read)).toEqual([])
      await expect(database.as(boss, tx => markRead(tx, notice.id))).rejects.toThrow('not-found')
      expect(await database.as(anna, countUnread)).toBe(1)
      await database.as(anna, tx => markRead(tx, notice.id))
      const [{ read_at: first }] = await database.as(anna, read)
      await database.as(anna, tx => markRead(tx, notice.id))
      expect((await database.as(anna, read))[0].read_at).toEqual(first)
      expect(await database.as(anna, countUnread)).toBe(0)
    })

    it('are all marked as read up to the one that was seen', async () => {
      for (let i = 0; i < 3; i++) await tell('anna')
      const anna = { ...boss, accountId: 'anna' }
      const [newest, seen] = await database.as(anna, tx => listNotices(tx, { unread: true, limit: 10 }))
      await database.as(anna, tx => markAllRead(tx, seen.id))
      const left = await database.as(anna, tx => listNotices(tx, { unread: true, limit: 10 }))
      expect(left.map(({ id }) => id)).toEqual([newest.id])
    })

    it('are told only about units in reach, once per key, and not at all when the change is undone', async () => {
      const outside = { ...boss, unitPath: `1.${school}.` }
      await expect(
        database.as(outside, tx =>
          notify(tx, [{ to: 'anna', unitId: 1, kind: 'accepted', params: { what: 'план' } }]),
        ),
      ).rejects.toThrow(/row-level/)
      await tell('anna', 'due-tomorrow', { onceKey: 'plan 5, 2026-11-23' })
      await tell('anna', 'due-tomorrow', { onceKey: 'plan 5, 2026-11-23' })
      await expect(
        database.as(boss, async tx => {
          await notify(tx, [{ to: 'anna', unitId: school, kind: 'accepted', params: { what: 'план' } }])
          throw new Error('undone')
        }),
      ).rejects.toThrow('undone')
      const anna = { ...boss, accountId: 'anna' }
      expect(await database.as(anna, countUnread)).toBe(1)
    })

    it('never lead out of the application', async () => {
      for (const link of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
        await expect(tell('anna', 'accepted', { link })).rejects.toThrow(/check/)
    })

    it('of urgent kinds ask for the post in the same transaction, unseen by the person', async () => {
      await tell('anna', 'accepted')
      const jobs = (tx: Tx) => tx.selectFrom('job').select(['kind', 'internal']).execute()
      expect(await database.as(boss, jobs)).toEqual([])
      await tell('anna', 'returned')
      expect(await database.as(boss, jobs)).toEqual([{ kind: 'notices.send-letters', internal: true }])
    })
  })

  describe('by letter', () => {
    it('come once a day, in the morning of the place where the person is', async () => {
      await tell('moscow')
      await tell('moscow')
      await tell('kamchatka')
      await toldAt('2026-11-21T12:00:00Z')
      at('2026-11-21T19:59:00Z') // 22:59 in Moscow, 07:59 of the next day in Kamchatka
      await post()
      expect(takenBy()).toEqual([])
      at('2026-11-21T20:00:00Z')
      await post()
      expect(takenBy()).toEqual(['kamchatka@a.example'])
      at('2026-11-22T05:00:00Z')
      await post()
      await post()
      expect(takenBy()).toEqual(['kamchatka@a.example', 'moscow@a.example'])
      expect(mailer.sent[1].subject).toBe('Объектив: 2 новых сообщения')
    })

    it('hold what came before the morning; what comes later waits for the next day', async () => {
      await tell('moscow')
      await toldAt('2026-11-22T04:59:00Z')
      await tell('moscow')
      at('2026-11-22T12:00:00Z')
      await database.asSystem('system:test', tx =>
        tx
          .updateTable('notice')
          .set({ created_at: new Date('2026-11-22T05:30:00Z') })
          .where('created_at', '>', new Date('2026-11-22T05:00:00Z'))
          .execute(),
      )
      await post()
      expect(mailer.sent.map(({ subject }) => subject)).toEqual(['Объектив: 1 новое сообщение'])
      at('2026-11-23T05:00:00Z')
      await post()
      expect(takenBy()).toEqual(['moscow@a.example', 'moscow@a.example'])
    })

    it('say nothing of what has been read, and nothing to those without an address', async () => {
      await tell('moscow')
      await tell('stranger')
      await toldAt('2026-11-21T12:00:00Z')
      await database.as({ ...boss, accountId: 'moscow' }, tx => markAllRead(tx, 2_000_000_000))
      at('2026-11-22T09:00:00Z')
      await post()
      expect(takenBy()).toEqual([])
    })

    it('are sent at once for what is urgent, apart from the digest', async () => {
      await tell('moscow', 'accepted')
      await tell('moscow', 'returned')
      await toldAt('2026-11-21T23:00:00Z')
      at('2026-11-21T23:00:00Z') // two at night
      await post()
      expect(mailer.sent.map(({ subject }) => subject)).toEqual(['Объектив: вернули на доработку'])
      at('2026-11-22T05:00:00Z')
      await post()
      expect(mailer.sent.map(({ subject }) => subject)).toEqual([
        'Объектив: вернули на доработку',
        'Объектив: 1 новое сообщение',
      ])
    })

    it('tell nothing of a unit where the role has ended since', async () => {
      await tell('moscow', 'returned')
      await tell('moscow', 'accepted')
      await toldAt('2026-11-21T12:00:00Z')
      at('2026-11-22T09:00:00Z')
      unitPaths = ['1.999.', '']
      await post()
      expect(takenBy()).toEqual([])
      unitPaths = [`1.${school}.`]
      await post()
      expect(takenBy()).toHaveLength(2)
    })

    it('are made once by two processes at the same time', async () => {
      for (let i = 0; i < 5; i++) await tell('moscow', i % 2 ? 'returned' : 'accepted')
      await toldAt('2026-11-21T12:00:00Z')
      at('2026-11-22T09:00:00Z')
      await Promise.all([post(), post(), post()])
      expect(mailer.sent.map(({ subject }) => subject).sort()).toEqual([
        'Объектив: 3 новых сообщения',
        'Объектив: вернули на доработку',
      ])
    })

    it('of urgent kinds go out soon after the commit, by the runner of jobs', async () => {
      const schedule = postSchedule({
        database,
        mailer,
        publicUrl: 'https://objektiv.example',
        findRecipients: async () =>
          new Map([
            [
              'anna',
              { address: 'anna@a.example', locale: 'ru' as const, timeZone: 'UTC', unitPaths: ['1.'] },
            ],
          ]),
      })
      const runner = createJobRunner(database, [], { poll: 50, schedules: [schedule] })
      await runner.start()
      await tell('anna', 'due-tomorrow')
      await vi.waitFor(() => expect(takenBy()).toEqual(['anna@a.example']), { timeout: 10_000 })
      await runner.stop()
    })

    it('wait for a mail server that is away, without being begun', async () => {
      await tell('moscow')
      await toldAt('2026-11-21T12:00:00Z')
      at('2026-11-22T09:00:00Z')
      mailer.away = true
      await post()
      mailer.away = false
      await post()
      expect(takenBy()).toEqual(['moscow@a.example'])
    })

    it('are tried again when they were refused, at growing distances, five times at most', async () => {
      await tell('moscow', 'returned')
      at('2026-11-22T09:00:00Z')
      mailer.failure = new LetterError('refused', true)
      await post()
      mailer.failure = null
      at('2026-11-22T09:04:00Z')
      await post()
      expect(takenBy()).toEqual([])
      at('2026-11-22T09:05:00Z')
      await post()
      expect(takenBy()).toEqual(['moscow@a.example'])
    })

    it('that may have arrived are not repeated; the digest of another day tells what is unread', async () => {
      await tell('moscow', 'returned')
      await tell('moscow', 'accepted')
      await toldAt('2026-11-21T12:00:00Z')
      at('2026-11-22T09:00:00Z')
      mailer.failure = new LetterError('the line went dead', false)
      await post()
      mailer.failure = null
      await post()
      at('2026-11-22T12:00:00Z')
      await post()
      expect(takenBy()).toEqual([])
      at('2026-11-23T05:00:00Z')
      await post()
      expect(mailer.sent.map(({ subject }) => subject)).toEqual(['Объектив: 2 новых сообщения'])
    })

    it('begun by a process that was killed are not repeated either', async () => {
      await tell('moscow')
      await toldAt('2026-11-21T12:00:00Z')
      at('2026-11-22T09:00:00Z')
      mailer.failure = new LetterError('refused', true)
      await post()
      // As a kill between the mark and the answer of the mail server leaves it.
      await database.asSystem('system:test', tx =>
        tx.updateTable('post.letter').set({ begun_at: now, retry_at: null }).execute(),
      )
      mailer.failure = null
      at('2026-11-22T09:30:00Z')
      await post()
      expect(takenBy()).toEqual([])
      at('2026-11-23T09:00:00Z')
      await post()
      expect(takenBy()).toEqual(['moscow@a.example'])
    })
  })
})

describe('a letter', () => {
  const compose = (notices: Parameters<typeof composeLetter>[0]['notices'], atOnce = false) =>
    composeLetter({
      to: 'anna@a.example',
      locale: 'ru',
      name: 'letter-1',
      atOnce,
      notices,
      publicUrl: 'https://objektiv.example',
    })

  it('says each matter in a sentence with its link, in plain words', () => {
    const { text } = compose([
      { kind: 'returned', params: { what: 'план школы № 5', reason: 'нет\n\nсрока' }, link: '/plans/5' },
      { kind: 'due-tomorrow', params: { what: 'ответ по признаку № 7' }, link: null },
    ])
    expect(text).toBe(`Здравствуйте!

Вот что появилось для вас в «Объективе» и ещё не прочитано:

• Вернули на доработку: план школы № 5. Причина: нет срока
  https://objektiv.example/plans/5

• Завтра срок: ответ по признаку № 7.

— 
Письмо составлено программой, отвечать на него не нужно. Все сообщения собраны в «Объективе»: https://objektiv.example`)
  })

  it('shows what a person wrote as words, never as markup', () => {
    const { html } = compose([
      { kind: 'accepted', params: { what: '<script>alert("1")</script>' }, link: '/a?"onclick="b' },
    ])
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('href="https://objektiv.example/a?&quot;onclick=&quot;b"')
  })

  it('counts what it does not list', () => {
    const many = Array.from({ length: 51 }, () => ({
      kind: 'accepted' as const,
      params: { what: 'план' },
      link: null,
    }))
    const { text, subject } = compose(many)
    expect(subject).toBe('Объектив: 51 новое сообщение')
    expect(text.match(/Принято/g)).toHaveLength(30)
    expect(text).toContain('И ещё 21 сообщение — в «Объективе».')
  })

  it('of several urgent kinds is called by none of them', () => {
    const both = [
      { kind: 'returned' as const, params: { what: 'a', reason: 'b' }, link: null },
      { kind: 'due-tomorrow' as const, params: { what: 'c' }, link: null },
    ]
    expect(compose(both, true).subject).toBe('Объектив: требует внимания')
    expect(compose(both.slice(1), true).subject).toBe('Объектив: завтра срок')
  })
})
