import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { at, plantSmallRegion, type SmallRegion } from '../../signals/testing/small-region.ts'
import { shiftDay } from '../../territory/index.ts'
import type { NewMeasure } from '../store/insert-measures.ts'
import { approvedPlan, measure, planOf } from '../testing/planned.ts'
import { actOnMeasure, type MeasureStep } from './act-on-measure.ts'
import { readMeasureSettings, writeMeasureSettings } from './measure-settings.ts'
import { watchMeasures } from './watch-measures.ts'

/** Days between a term and the level above hearing of it. */
const ESCALATED_AFTER = 7
const named = (person: string) => ({
  responsible: [{ original: person, body: null, person, post: null }],
})

forEachDatabase('a fortnight of reminders', open => {
  let database: Database
  let region: SmallRegion
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })

  const planned = (actor: Actor, unit: number, measures: readonly NewMeasure[]) =>
    database.as(actor.scope, tx => approvedPlan(tx, actor, planOf(unit, measures), at('2021-06-01')))
  const system = <T>(query: ReturnType<typeof sql<T>>) =>
    database.asSystem('system:test', async tx => (await query.execute(tx)).rows)
  const act = async (actor: Actor, text: string, step: Omit<MeasureStep, 'now' | 'today'>, day: string) => {
    const [{ id }] = await system(sql<{ id: number }>`select id from plan_measure where text = ${text}`)
    await database.as(actor.scope, tx => actOnMeasure(tx, actor, id, { ...step, ...at(day) }))
  }

  it('tells each what concerns them once, whatever was started anew in between', async () => {
    const people = new Map<string, string>()
    for (const [name, actor] of Object.entries(region))
      if (typeof actor === 'object') people.set((actor as Actor).personId, name)
    await database.asSystem('system:test', async tx =>
      writeMeasureSettings(tx, { ...(await readMeasureSettings(tx)), escalateAfterDays: ESCALATED_AFTER }),
    )
    await planned(region.head, region.first, [
      measure('Педсовет', 'до 15.06.2021'),
      measure('Сверка', 'до 14.06.2021', named('Человек coordinator')),
      measure('Справка', 'до 16.06.2021'),
      measure('Случаи', 'по мере выявления'),
      measure('Беседы', 'в течение года'),
    ])
    await planned(region.municipality, region.west, [measure('Совещание', 'до 12.06.2021')])
    await planned(region.analyst, 1, [measure('Анализ', 'до 10.06.2021')])
    // Nobody works here any more, and nobody is asked for anything.
    await planned(region.secondHead, region.second, [measure('Закрытое', 'до 15.06.2021')])
    await system(sql`update unit set valid_to = '2021-06-07' where id = ${region.second}`)
    // A plan that is not in force asks for nothing.
    await planned(region.easternHead, region.eastern, [measure('Черновое', 'до 15.06.2021')])
    await system(sql`update plan set state = 'draft' where unit_id = ${region.eastern}`)
    await act(region.head, 'Справка', { act: 'postpone', text: 'Перенос', dueOn: '2021-06-18' }, '2021-06-08')

    let last = 0
    const told: Record<string, string[]> = {}
    const listen = async (day: string) => {
      const rows = await system(sql<{ id: number; account_id: string; kind: string; what: string }>`
        select id, account_id, kind, params ->> 'what' as what from notice where id > ${last} order by id`)
      last = rows.at(-1)?.id ?? last
      const lines = rows.map(({ account_id, kind, what }) => `${people.get(account_id)}: ${kind} ${what}`)
      if (lines.length > 0) told[day] = [...(told[day] ?? []), ...lines].sort()
    }
    const round = (day: string, hour: string) =>
      watchMeasures({ database, clock: () => new Date(`${day}T${hour}:30:00Z`), timeZone: 'UTC' }).run({}, {
        signal: new AbortController().signal,
      } as never)
    for (let day = '2021-06-08'; day <= '2021-06-26'; day = shiftDay(day, 1)) {
      // The service stood still for two days, one of which was a term's last.
      if (day === '2021-06-14' || day === '2021-06-15') continue
      if (day === '2021-06-16')
        await act(
          region.coordinator,
          'Педсовет',
          { act: 'submit', text: 'Педсовет проведён, протокол у директора школы.' },
          day,
        )
      await round(day, '07')
      expect(
        await system(sql`select id from notice where id > ${last} and kind <> 'measure-postponed'`),
      ).toEqual([])
      for (const hour of ['08', '17']) await round(day, hour)
      await listen(day)
    }
    const all = (kind: string, what: string, ...whom: string[]) => whom.map(who => `${who}: ${kind} ${what}`)
    const [regional, west, school] = [
      ['analyst', 'ministry', 'otherAnalyst'],
      ['colleague', 'municipality'],
      ['coordinator', 'head'],
    ]
    const [analysis, meeting, council] = ['мера «Анализ»', 'мера «Совещание»', 'мера «Педсовет»']
    const [check, note] = ['мера «Сверка»', 'мера «Справка»']
    expect(told).toEqual({
      '2021-06-08': [
        ...all('measure-due', analysis, ...regional),
        ...all('measure-due', meeting, ...west),
        ...all('measure-due', council, ...school),
        // Named alone, asked alone.
        ...all('measure-due', check, 'coordinator'),
        ...all('measure-postponed', note, 'coordinator'),
      ].sort(),
      '2021-06-09': all('due-tomorrow', analysis, ...regional),
      '2021-06-10': all('measure-due', analysis, ...regional),
      '2021-06-11': [
        ...all('measure-overdue', analysis, ...regional),
        ...all('due-tomorrow', meeting, ...west),
        ...all('measure-due', note, ...school),
      ].sort(),
      '2021-06-12': all('measure-due', meeting, ...west),
      '2021-06-13': [
        ...all('measure-overdue', meeting, ...west),
        ...all('due-tomorrow', check, 'coordinator'),
      ].sort(),
      // What the two days would have said is said by its last line; what was submitted is late no more.
      '2021-06-16': [
        ...all('measure-overdue', check, 'coordinator'),
        ...all('measure-submitted', 'Школа № 2', ...west),
      ].sort(),
      '2021-06-17': [
        ...all('due-tomorrow', note, ...school),
        ...all('measure-overdue-below', analysis, 'ministry'),
      ].sort(),
      '2021-06-18': all('measure-due', note, ...school),
      '2021-06-19': [
        ...all('measure-overdue', note, ...school),
        ...all('measure-overdue-below', meeting, 'analyst', 'otherAnalyst'),
      ].sort(),
      '2021-06-21': all('measure-overdue-below', check, ...west),
      '2021-06-25': all('measure-overdue-below', note, ...west),
    })
  })
})
