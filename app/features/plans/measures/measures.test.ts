import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { nameOfSignal } from '../../signals/index.ts'
import {
  at,
  NOW,
  officialSign,
  plantRun,
  plantSmallRegion,
  publishRun,
  type SmallRegion,
} from '../../signals/testing/small-region.ts'
import { planToDocument } from '../plan-to-document.ts'
import { approvePlan } from '../store/approve-plan.ts'
import type { NewMeasure } from '../store/insert-measures.ts'
import { readPlanRow } from '../store/plan-rows.ts'
import { publishPlan } from '../store/publish-plan.ts'
import { sendPlan } from '../store/send-plan.ts'
import { approvedPlan, codesOf, measure, planOf } from '../testing/planned.ts'
import { actOnMeasure, type MeasureStep } from './act-on-measure.ts'
import { addressSignal } from './address-signal.ts'
import { endFeed, makeFeed, readFeed } from './calendar-feed.ts'
import { countMeasures } from './count-measures.ts'
import { addMeasure, editMeasure, removeMeasure } from './edit-measure.ts'
import { keepAsOwn } from './keep-as-own.ts'
import { type ListOptions, listMeasures } from './list-measures.ts'
import { readMeasureSettings, writeMeasureSettings } from './measure-settings.ts'
import { openMeasure } from './open-measure.ts'
import { takeOver } from './take-over.ts'
import { tellOfOffers } from './tell-of-offers.ts'
import { readTimeline } from './timeline.ts'
import { remindSome, tellJudges, watchMeasures } from './watch-measures.ts'

const PAPER = {
  kind: 'order',
  title: 'Приказ',
  number: '17',
  date: '2021-06-01',
  url: null,
  files: [],
} as const
const DONE = 'Проведён педагогический совет, решения доведены до всех учителей.'

forEachDatabase('measures', open => {
  let database: Database
  let region: SmallRegion
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })
  beforeEach(async () => {
    await database.asSystem('system:test', async tx => {
      for (const table of [
        'notice',
        'evidence',
        'measure_step',
        'measure_task',
        'plan_measure',
        'plan_version',
        'plan',
      ])
        await sql`delete from ${sql.table(table)}`.execute(tx)
    })
  })

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as(actor.scope, work)
  const planned = (actor: Actor, unit: number, measures: readonly NewMeasure[]) =>
    as(actor, tx => approvedPlan(tx, actor, planOf(unit, measures), NOW))
  const list = (actor: Actor, options: ListOptions = {}, days = NOW) =>
    as(actor, async tx => (await listMeasures(tx, options, { scope: actor.scope, today: days.today })).items)
  const act = (actor: Actor, id: number, step: Omit<MeasureStep, 'now' | 'today'>, days = NOW) =>
    as(actor, tx => actOnMeasure(tx, actor, id, { ...step, ...days }))
  const page = (actor: Actor, id: number, days = NOW) =>
    as(actor, tx =>
      openMeasure(tx, actor, id, days, {
        namePeople: async (_, ids) => new Map(ids.map(person => [person, `имя ${person}`])),
        titleOfSignal: async (_, { locale }, signal, today) => nameOfSignal(tx, locale, signal, today),
      }),
    )
  const told = (actor: Actor) =>
    database.asSystem('system:test', async tx =>
      (
        await tx
          .selectFrom('notice')
          .select('kind')
          .where('account_id', '=', actor.personId)
          .orderBy('id')
          .execute()
      ).map(({ kind }) => kind),
    )
  const texts = async (actor: Actor, options: ListOptions = {}, days = NOW) =>
    (await list(actor, options, days)).map(({ text, state }) => `${text} ${state}`)

  it('goes from the school to its municipality and back, each step told to whom it concerns', async () => {
    const plan = await planned(region.head, region.first, [measure('Педсовет', 'до 15.06.2021')])
    const [{ id, version }] = await list(region.head, { plan })
    const sent = await act(region.coordinator, id, { act: 'submit', version, text: DONE, evidence: [PAPER] })
    expect(sent.state).toBe('submitted')
    expect(await texts(region.municipality, { shelf: 'check' })).toEqual(['Педсовет submitted'])
    expect(await texts(region.eastMunicipality, { shelf: 'check' })).toEqual([])
    await database.asSystem('system:plans', tx => tellJudges(tx, NOW))
    await database.asSystem('system:plans', tx => tellJudges(tx, NOW))
    expect(await told(region.municipality)).toEqual(['measure-submitted'])

    const back = await act(region.municipality, id, {
      act: 'return',
      version: sent.version,
      text: 'Приложите протокол.',
      dueOn: '2021-06-25',
    })
    expect(back.state).toBe('returned')
    expect(await told(region.head)).toEqual(['returned'])
    expect(await texts(region.head, { shelf: 'returned' })).toEqual(['Педсовет returned'])
    const again = await act(region.head, id, { act: 'submit', version: back.version, text: DONE })
    const done = await act(region.municipality, id, { act: 'accept', version: again.version })
    expect(done.state).toBe('accepted')
    const { tasks, steps, stateText } = await page(region.head, id)
    expect(stateText).toBe('принята')
    expect(tasks[0]).toMatchObject({ dueOn: '2021-06-25', plannedOn: '2021-06-15', state: 'accepted' })
    expect(tasks[0].evidence.map(({ title, number }) => `${title} ${number}`)).toEqual(['Приказ 17'])
    expect(steps.map(({ kind }) => kind)).toEqual(['submitted', 'returned', 'submitted', 'accepted'])
    // Beside which of several terms a reason is to be shown.
    expect(new Set(steps.map(step => step.task))).toEqual(new Set([tasks[0].id]))
    expect(steps[1]).toMatchObject({
      text: 'Приложите протокол.',
      title: 'Возвращено со сроком до 25 июня 2021 г.',
    })
  })

  it('lets nobody do what is another’s', async () => {
    const plan = await planned(region.head, region.first, [measure('Педсовет', 'до 15.06.2021')])
    const [{ id, version }] = await list(region.head, { plan })
    const submit = { act: 'submit', version, text: DONE } as const
    expect(await codesOf(act(region.secondHead, id, submit))).toEqual(['not-found'])
    expect(await codesOf(act(region.eastMunicipality, id, submit))).toEqual(['not-found'])
    expect(await codesOf(act(region.municipality, id, submit))).toEqual(['right-missing'])
    expect(await codesOf(act(region.analyst, id, { act: 'accept', version }))).toEqual([
      'measure-not-started',
    ])
    await act(region.head, id, submit)
    expect(await codesOf(act(region.head, id, { act: 'accept', version: version + 1 }))).toEqual([
      'right-missing',
    ])
    // Somebody who saw an older version is told.
    expect(await codesOf(act(region.municipality, id, { act: 'accept', version }))).toEqual([
      'changed-by-another',
    ])
    expect(await codesOf(page(region.secondHead, id))).toEqual(['not-found'])
    expect(await texts(region.secondHead)).toEqual([])
  })

  it('asks for proof, and takes no document of tomorrow', async () => {
    const plan = await planned(region.head, region.first, [measure('Педсовет', 'до 15.06.2021')])
    const [{ id, version }] = await list(region.head, { plan })
    const submit = (text: string | undefined, evidence: MeasureStep['evidence'] = []) =>
      codesOf(act(region.head, id, { act: 'submit', version, text, evidence }))
    expect(await submit('Да.')).toEqual(['measure-evidence-missing'])
    expect(await submit(DONE, [{ ...PAPER, date: '2021-06-11' }])).toEqual(['measure-evidence-future'])
    expect(await submit(undefined, [{ ...PAPER, number: null }])).toEqual(['measure-evidence-incomplete'])
    expect((await page(region.head, id)).steps).toEqual([])
  })

  it('has a task for each time, and is late when one of them is', async () => {
    const plan = await planned(region.municipality, region.west, [
      measure('Сверка', 'до 25 числа каждого месяца'),
      measure('Разбор случаев', 'по мере выявления фактов нарушений'),
      measure('Консультации', 'в течение года'),
    ])
    const [monthly, cases, open] = await list(region.municipality, { plan, sort: 'place' })
    expect(monthly.total).toBeGreaterThan(8)
    expect([cases.state, cases.total, open.state, open.dueOn]).toEqual(['no-cases', 0, 'not-started', null])
    const counts = await as(region.municipality, tx =>
      countMeasures(tx, { plan }, { scope: region.municipality.scope, today: NOW.today }),
    )
    expect(counts).toMatchObject({ overdue: 1, shelves: { mine: 2, due: 1, returned: 0, check: 0 } })
    expect(await codesOf(act(region.municipality, monthly.id, { act: 'submit', text: DONE }))).toEqual([
      'measure-task-unnamed',
    ])
    // The report says the same, of an event and not of a measure: «не начато».
    const { measures: reported } = await as(region.municipality, async tx =>
      planToDocument(tx, 'ru', await readPlanRow(tx, plan), { what: 'report', ...NOW }),
    )
    expect(reported.map(({ progress }) => progress?.state)).toEqual([
      ...['Не начато (срок прошёл)', 'Случаев не было', 'Не начато'],
    ])
    expect(reported.map(({ progress }) => progress?.times?.done ?? null)).toEqual([0, null, null])
    const added = await act(region.municipality, cases.id, { act: 'add-case', text: 'Школа № 2, списывание' })
    expect(added.state).toBe('not-started')
    const { items } = await as(region.municipality, tx =>
      readTimeline(tx, { plan }, { scope: region.municipality.scope, today: NOW.today }),
    )
    const drawn = items.find(({ measure: drawnId }) => drawnId === open.id)!
    // An open term has no days, whatever the plan’s own are.
    expect(drawn).toMatchObject({ open: true, spans: [] })
  })

  it('reminds before the term, tells the level above after it, each once', async () => {
    const plan = await planned(region.head, region.first, [measure('Педсовет', 'до 15.06.2021')])
    const [{ id }] = await list(region.head, { plan })
    const round = (day: string) =>
      database.asSystem('system:plans', tx => remindSome(tx, { ...at(day), after: 0, escalateAfter: 10 }))
    for (const day of ['2021-06-01', '2021-06-09', '2021-06-09', '2021-06-14', '2021-06-16', '2021-06-17'])
      await round(day)
    expect(await told(region.head)).toEqual(['measure-due', 'due-tomorrow', 'measure-overdue'])
    expect(await told(region.secondHead)).toEqual([])
    expect(await told(region.municipality)).toEqual([])
    for (const day of ['2021-06-24', '2021-06-25', '2021-06-26', '2021-07-30']) await round(day)
    expect(await told(region.municipality)).toEqual(['measure-overdue-below'])
    expect((await page(region.head, id)).steps.map(({ title }) => title)).toEqual([
      'Срок прошёл: сообщено муниципалитету',
    ])
    expect((await page(region.head, id, at('2021-06-25'))).stateText).toBe('просрочена на 10 дней')
  })

  it('goes up after as many days as the region has set', async () => {
    await planned(region.head, region.first, [measure('Педсовет', 'до 15.06.2021')])
    const set = (days: number) =>
      database.asSystem('system:test', async tx =>
        writeMeasureSettings(tx, { ...(await readMeasureSettings(tx)), escalateAfterDays: days }),
      )
    const round = (day: string) =>
      watchMeasures({ database, clock: () => at(day).now, timeZone: 'UTC' }).run({}, {
        signal: new AbortController().signal,
      } as never)
    await set(3)
    await round('2021-06-17')
    expect(await told(region.municipality)).toEqual([])
    await round('2021-06-18')
    expect(await told(region.municipality)).toEqual(['measure-overdue-below'])
    await set(10)
  })

  it('goes down locked, and what changes above is accepted below', async () => {
    const above = await planned(region.municipality, region.west, [measure('Педсовет', 'до 15.06.2021')])
    const { copies } = await as(region.municipality, tx =>
      sendPlan(tx, region.municipality.scope, above, { version: 2, units: [region.first] }, NOW.today),
    )
    expect(copies).toHaveLength(1)
    const [own] = await list(region.head)
    expect(own).toMatchObject({ fromAbove: true, mandatory: true, offered: false })
    const edit = (change: object, version = own.version) =>
      as(region.head, tx => editMeasure(tx, region.head, own.id, { version, ...change }, NOW))
    expect(await codesOf(edit({ text: 'Совещание' }))).toEqual(['measure-locked'])
    expect(
      await codesOf(
        as(region.head, tx => removeMeasure(tx, region.head, own.id, { version: own.version }, NOW)),
      ),
    ).toEqual(['measure-locked'])
    const placed = await edit({ place: 'актовый зал' })

    const [source] = await list(region.municipality, { plan: above })
    await as(region.municipality, tx =>
      editMeasure(
        tx,
        region.municipality,
        source.id,
        { version: source.version, term: 'до 20.06.2021' },
        NOW,
      ),
    )
    const seen = await page(region.head, own.id)
    expect(seen.offeredChanges).toEqual([{ title: 'Срок', before: 'до 15.06.2021', after: 'до 20.06.2021' }])
    expect(seen.dueOn).toBe('2021-06-15')
    expect(
      await codesOf(as(region.head, tx => takeOver(tx, region.head, own.id, placed.version, NOW))),
    ).toEqual(['changed-by-another'])
    await as(region.head, tx => takeOver(tx, region.head, own.id, seen.version, NOW))
    expect(await page(region.head, own.id)).toMatchObject({
      dueOn: '2021-06-20',
      offered: false,
      fields: { place: 'актовый зал', term: 'до 20.06.2021' },
    })
  })

  it('that was taken out above is locked no longer: it goes, or stays as the unit’s own', async () => {
    const above = await planned(region.municipality, region.west, [
      measure('Педсовет', 'до 20.06.2021'),
      measure('Собрание', 'до 20.06.2021'),
    ])
    await as(region.municipality, tx =>
      sendPlan(tx, region.municipality.scope, above, { version: 2, units: [region.first] }, NOW.today),
    )
    for (const { id, version } of await list(region.municipality, { plan: above }))
      await as(region.municipality, tx => removeMeasure(tx, region.municipality, id, { version }, NOW))
    const [council, meeting] = await list(region.head)
    await database.asSystem('system:test', tx =>
      sql`update plan set state = 'approved' where id = ${council.planId}`.execute(tx),
    )
    expect(council).toMatchObject({ offered: true, withdrawn: true })
    const seen = await page(region.head, council.id)
    expect([seen.locked, seen.offeredRemoval, seen.acts]).toEqual([
      ...[false, true],
      ['edit', 'take-over', 'keep', 'comment'],
    ])
    expect(seen.tasks[0].acts).toEqual(['start', 'submit', 'postpone', 'cancel'])
    // Each who has the plan hears of both changes once.
    const round = () => database.asSystem('system:plans', tx => tellOfOffers(tx, NOW))
    await round()
    await round()
    expect(await told(region.head)).toEqual(['measure-offered'])

    const keep = (version: number) =>
      as(region.head, tx => keepAsOwn(tx, region.head, council.id, version, NOW))
    expect(await codesOf(keep(council.version - 1))).toEqual(['changed-by-another'])
    const kept = await keep(council.version)
    expect(await page(region.head, council.id)).toMatchObject({
      ...{ fromAbove: false, locked: false, offered: false, withdrawn: false, above: null },
      dueOn: '2021-06-20',
    })
    expect(await codesOf(keep(kept.version))).toEqual(['measure-not-withdrawn'])
    await as(region.head, tx => takeOver(tx, region.head, meeting.id, meeting.version, NOW))
    expect(await texts(region.head)).toEqual(['Педсовет not-started'])
  })

  it('changes by hand with the old words kept in its timeline; two at once are told', async () => {
    const plan = await planned(region.head, region.first, [measure('Педсовет', 'до 15.06.2021')])
    const [{ id, version }] = await list(region.head, { plan })
    const edit = (actor: Actor, text: string) =>
      codesOf(as(actor, tx => editMeasure(tx, actor, id, { version, text }, NOW)))
    expect(
      (await Promise.all([edit(region.head, 'Совет'), edit(region.coordinator, 'Совещание')])).sort(),
    ).toEqual([['changed-by-another'], ['done']])
    const { steps } = await page(region.head, id)
    expect(steps).toHaveLength(1)
    expect(steps[0].changes).toMatchObject([{ title: 'Мера', before: 'Педсовет' }])
    const added = await as(region.head, tx =>
      addMeasure(tx, region.head, plan, { ...measure('Собрание', 'июнь 2021 года'), after: id }, NOW),
    )
    expect((await list(region.head, { plan, sort: 'place' })).map(({ id: found }) => found)).toEqual([
      id,
      added.id,
    ])
  })

  it('is made from a sign, for the school or for its municipality, and keeps the link', async () => {
    const run = await plantRun(database, region, [officialSign('edu990002')], { published: false })
    const signal = await database.asSystem('system:test', tx =>
      tx.selectFrom('signal').select('id').where('run_id', '=', run).executeTakeFirstOrThrow(),
    )
    const address = (actor: Actor, template: string, dueOn = '2021-07-01') =>
      as(actor, async tx =>
        addressSignal(tx, actor, await nameOfSignal(tx, 'ru', signal.id, NOW), { template, dueOn }, NOW),
      )
    expect(await codesOf(address(region.analyst, 'cause-analysis'))).toEqual(['signal-not-published'])
    await database.asSystem('system:test', tx => publishRun(tx, run, region.campaign))
    expect(await codesOf(address(region.eastMunicipality, 'cause-analysis'))).toEqual(['not-found'])
    expect(await codesOf(address(region.head, 'cause-analysis'))).toEqual(['right-missing'])
    expect(await codesOf(address(region.municipality, 'no-such-thing'))).toEqual(['measure-template-unknown'])
    expect(await codesOf(address(region.municipality, 'mark-review', NOW.today))).toEqual([
      'measure-due-too-early',
    ])

    const asked = await address(region.municipality, 'mark-review')
    expect(await told(region.head)).toEqual(['measure-added'])
    const [own] = await list(region.head, { signal: signal.id })
    expect(own).toMatchObject({ id: asked.id, dueOn: '2021-07-01', fromAbove: true, planState: 'approved' })
    // What was asked for from above is not called off below, and is judged above.
    const cancel = { act: 'cancel', version: own.version, text: 'Не нужна.' } as const
    expect(await codesOf(act(region.head, own.id, cancel))).toEqual(['measure-locked'])
    expect((await act(region.municipality, own.id, cancel)).state).toBe('cancelled')

    // Two who ask at the same moment ask it in one plan.
    const [checked, observed] = await Promise.all([
      address(region.analyst, 're-marking'),
      address(region.analyst, 'school-observation'),
    ])
    expect(observed.plan).toBe(checked.plan)
    expect(checked.plan).not.toBe(asked.plan)
    const theirs = await list(region.municipality, { signal: signal.id, unit: region.west })
    expect(theirs.find(({ id }) => id === checked.id)).toMatchObject({
      unitId: region.west,
      text: expect.stringMatching(/ — Школа № 2$/),
    })

    // The sign is not named without how its reply stands.
    expect(await page(region.head, own.id)).toMatchObject({ signalReply: 'пояснение не запрошено' })

    // No other school reads of it, and nobody in public: it names the school.
    const plan = await as(region.municipality, tx => readPlanRow(tx, checked.plan))
    const version = plan.version
    const send = () =>
      as(region.municipality, tx => sendPlan(tx, region.municipality.scope, plan.id, { version }, NOW.today))
    expect(await codesOf(send())).toEqual(['plan-nothing-to-send'])
    const published = await as(region.municipality, async tx => {
      const { scope } = region.municipality
      await addMeasure(tx, region.municipality, plan.id, measure('Совещание', 'июнь 2021 года'), NOW)
      const { version: now, ...given } = await readPlanRow(tx, plan.id)
      const approval = { post: null, person: null, date: null, number: null }
      const done = await approvePlan(tx, scope, given.id, { version: now, approval }, NOW)
      await publishPlan(tx, scope, given.id, { version: done.version, withNames: true }, NOW.now)
      return tx.selectFrom('plan_publication').select('body').executeTakeFirstOrThrow()
    })
    expect(JSON.stringify(published.body)).toContain('Совещание')
    expect(JSON.stringify(published.body)).not.toContain('Школа № 2')
    await database.asSystem('system:test', tx => sql`delete from plan_publication`.execute(tx))
  })

  it('is read as a calendar at an address that ends with the role', async () => {
    await planned(region.head, region.first, [
      measure('Педсовет', 'до 15.06.2021'),
      measure('Консультации', 'в течение года'),
    ])
    const origin = 'https://objektiv.example.ru'
    const token = await as(region.head, tx => makeFeed(tx, region.head, NOW.now))
    const feed = (address = token) => readFeed(database, address, { today: NOW.today, origin })
    const text = await feed()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain('DTSTART;VALUE=DATE:20210615')
    // Said in other words it is the same event, and a newer one of it (RFC 5545, 3.8.7.4).
    const [council] = (await list(region.head)).filter(({ dueOn }) => dueOn !== null)
    const eventOf = (words: string) =>
      [/UID:(.*)/.exec(words)![1], Number(/SEQUENCE:(\d+)/.exec(words)![1])] as const
    const [uid, sequence] = eventOf(text)
    await as(region.head, tx =>
      editMeasure(tx, region.head, council.id, { version: council.version, text: 'Малый педсовет' }, NOW),
    )
    const reworded = await feed()
    expect(reworded).toContain('SUMMARY:Малый педсовет')
    expect(eventOf(reworded)[0]).toBe(uid)
    expect(eventOf(reworded)[1]).toBeGreaterThan(sequence)
    const { version } = await page(region.head, council.id)
    await as(region.head, tx =>
      editMeasure(tx, region.head, council.id, { version, term: 'до 18.06.2021' }, NOW),
    )
    const moved = await feed()
    expect(moved).toContain('DTSTART;VALUE=DATE:20210618')
    expect(eventOf(moved)[0]).toBe(uid)
    expect(eventOf(moved)[1]).toBeGreaterThan(eventOf(reworded)[1])
    expect(await codesOf(feed(`${token}x`))).toEqual(['not-found'])
    const next = await as(region.head, tx => makeFeed(tx, region.head, NOW.now))
    expect(await codesOf(feed())).toEqual(['not-found'])
    const revoke = (at: Date | null) =>
      database.asSystem('system:test', tx =>
        tx
          .updateTable('role_grant')
          .set({ revoked_at: at })
          .where('person_id', '=', region.head.personId)
          .execute(),
      )
    await revoke(NOW.now)
    expect(await codesOf(feed(next))).toEqual(['not-found'])
    await revoke(null)
    expect(await feed(next)).toBe(moved)
    await as(region.head, tx => endFeed(tx, NOW.now))
    expect(await codesOf(feed(next))).toEqual(['not-found'])
  })

  it('lies on the shelf of whoever is named, and of the level right above', async () => {
    const plan = await planned(region.head, region.first, [measure('Педсовет', 'до 15.06.2021')])
    const [{ id, version }] = await list(region.head, { plan })
    const mine = (actor: Actor) => texts(actor, { shelf: 'mine' })
    expect([await mine(region.head), await mine(region.coordinator)]).toEqual([
      ['Педсовет not-started'],
      ['Педсовет not-started'],
    ])
    await database.asSystem('system:test', tx =>
      tx
        .updateTable('plan_measure')
        .set({ accounts: [region.coordinator.personId] })
        .where('id', '=', id)
        .execute(),
    )
    expect([await mine(region.head), await mine(region.coordinator)]).toEqual([[], ['Педсовет not-started']])
    // What is due soon is not told a second time among the rest.
    const later = (days: typeof NOW) => texts(region.coordinator, { shelf: 'later' }, days)
    expect([await later(at('2021-06-01')), await later(at('2021-06-14'))]).toEqual([
      ['Педсовет not-started'],
      [],
    ])
    await act(region.coordinator, id, { act: 'submit', version, text: DONE })
    expect(await later(at('2021-06-14'))).toEqual(['Педсовет submitted'])

    const own = await planned(region.analyst, 1, [measure('Анализ', 'до 20.06.2021')])
    const [above] = await list(region.analyst, { plan: own })
    await act(region.analyst, above.id, { act: 'submit', version: above.version, text: DONE })
    const toCheck = (actor: Actor) => texts(actor, { shelf: 'check' })
    expect(await toCheck(region.municipality)).toEqual(['Педсовет submitted'])
    // The region judges municipalities first, and its own work is judged by the ministry.
    expect(await toCheck(region.analyst)).toEqual([])
    expect(await toCheck(region.ministry)).toEqual(['Анализ submitted'])
  })
})
