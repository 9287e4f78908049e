import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { at, plantSmallRegion, type SmallRegion } from '../../signals/testing/small-region.ts'
import { planToDocument } from '../plan-to-document.ts'
import { approvePlan } from '../store/approve-plan.ts'
import { listPlans } from '../store/list-plans.ts'
import { readPlanRow } from '../store/plan-rows.ts'
import { sendPlan } from '../store/send-plan.ts'
import { approvedPlan, measure, planOf } from '../testing/planned.ts'
import { actOnMeasure } from './act-on-measure.ts'
import { countMeasures } from './count-measures.ts'
import { listMeasures } from './list-measures.ts'
import { presentMeasure } from './present-measure.ts'
import { remindSome } from './watch-measures.ts'

const JUNE = at('2021-06-01')
/** The term of every measure here is over. */
const LATER = at('2021-06-20')

forEachDatabase('what a plan asks of those below', open => {
  let database: Database
  let region: SmallRegion
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as(actor.scope, work)
  const reading = (actor: Actor) => ({ scope: actor.scope, today: LATER.today })
  const standing = (actor: Actor, plan: number) =>
    as(actor, async tx =>
      (await listMeasures(tx, { plan }, reading(actor))).items.map(row => {
        const { text, stateText } = presentMeasure('ru', row, {
          today: LATER.today,
          dayOf: () => LATER.today,
        })
        return `${text}: ${stateText}`
      }),
    )
  const counted = (actor: Actor, plan: number) =>
    as(actor, async tx => {
      const { overdue, shelves } = await countMeasures(tx, { plan }, reading(actor))
      return { overdue, mine: shelves.mine, due: shelves.due }
    })

  it('is on no shelf of the region once it was sent, and stands as those below have brought it', async () => {
    const { analyst, municipality, head } = region
    const plan = await as(analyst, tx =>
      approvedPlan(
        tx,
        analyst,
        planOf(1, [
          measure('Анализ', 'до 15.06.2021', { level: 'region' }),
          measure('Сверка', 'до 15.06.2021', { level: 'municipality' }),
          measure('Приказ', 'до 15.06.2021', { level: 'school' }),
          measure('Для всех', 'до 15.06.2021'),
        ]),
        JUNE,
      ),
    )
    // While it is nobody's below, it is the region's own.
    expect(await counted(analyst, plan)).toEqual({ overdue: 4, mine: 4, due: 4 })
    await as(analyst, tx =>
      sendPlan(tx, analyst.scope, plan, { version: 2, units: [region.west] }, JUNE.today),
    )
    expect(await standing(analyst, plan)).toEqual([
      'Анализ: просрочена на 5 дней',
      'Сверка: внизу принято 0 из 1',
      'Приказ: внизу ещё ни у кого нет',
      'Для всех: просрочена на 5 дней',
    ])
    expect(await counted(analyst, plan)).toEqual({ overdue: 2, mine: 2, due: 2 })
    const [line] = await as(
      analyst,
      async tx => (await listPlans(tx, { unit: 1, limit: 9 }, LATER.today)).items,
    )
    expect(line).toMatchObject({ measures: 4, overdue: 2, below: 2 })

    const [below] = await as(
      municipality,
      async tx => (await listPlans(tx, { unit: region.west, limit: 9 }, LATER.today)).items,
    )
    await as(municipality, tx =>
      approvePlan(
        tx,
        municipality.scope,
        below.id,
        { version: below.version, approval: { post: null, person: null, date: null, number: null } },
        JUNE,
      ),
    )
    await as(municipality, tx =>
      sendPlan(
        tx,
        municipality.scope,
        below.id,
        { version: below.version + 1, units: [region.first] },
        JUNE.today,
      ),
    )
    expect(await standing(analyst, plan)).toContain('Приказ: внизу принято 0 из 1')
    expect(await standing(municipality, below.id)).toEqual([
      'Сверка: просрочена на 5 дней',
      'Приказ: внизу принято 0 из 1',
      'Для всех: просрочена на 5 дней',
    ])
    await database.asSystem('system:test', tx =>
      sql`update plan_measure set state = 'accepted' where unit_id = ${region.first} and text = 'Приказ'`.execute(
        tx,
      ),
    )
    expect(await standing(analyst, plan)).toContain('Приказ: внизу принято 1 из 1')
    // Of a school that works no more nothing is waited for.
    const close = (day: string | null) =>
      database.asSystem('system:test', tx =>
        sql`update unit set valid_to = ${day} where id = ${region.first}`.execute(tx),
      )
    await close('2021-06-01')
    expect(await standing(analyst, plan)).toContain('Приказ: внизу ещё ни у кого нет')
    await close(null)
    const report = await as(analyst, async tx =>
      planToDocument(tx, 'ru', (await readPlanRow(tx, plan))!, {
        ...{ what: 'report', today: LATER.today, dayOf: () => LATER.today },
      }),
    )
    expect(report.measures.map(({ text, progress }) => [text, progress?.state, progress?.times])).toEqual([
      ['Анализ', 'Не начато (срок прошёл)', null],
      ['Сверка', 'Исполняют муниципалитеты', { done: 0, total: 1 }],
      ['Приказ', 'Исполняют школы', { done: 1, total: 1 }],
      ['Для всех', 'Не начато (срок прошёл)', null],
    ])
    expect(await standing(head, -1)).toEqual([])
  })

  it('reminds nobody above of it, and is the own work of whoever takes it up', async () => {
    const { analyst } = region
    await database.asSystem('system:test', tx => remindSome(tx, { ...LATER, after: 0, escalateAfter: 3 }))
    const { rows } = await database.asSystem('system:test', tx =>
      sql<{ what: string }>`select distinct params ->> 'what' as what from notice
        where account_id = ${analyst.personId} and kind like 'measure-overdue' order by 1`.execute(tx),
    )
    expect(rows.map(({ what }) => what)).toEqual(['мера «Анализ»', 'мера «Для всех»'])
    const [plan] = await as(
      analyst,
      async tx => (await listPlans(tx, { unit: 1, limit: 9 }, LATER.today)).items,
    )
    const { items } = await as(analyst, tx => listMeasures(tx, { plan: plan.id }, reading(analyst)))
    const order = items.find(({ text }) => text === 'Приказ')!
    await as(analyst, tx =>
      actOnMeasure(tx, analyst, order.id, {
        ...{ act: 'submit', version: order.version, text: 'Свод приказов школ размещён.' },
        ...LATER,
      }),
    )
    expect(await standing(analyst, plan.id)).toContain('Приказ: на проверке с 20 июня 2021 г.')
    expect((await counted(analyst, plan.id)).mine).toBe(3)
  })
})
