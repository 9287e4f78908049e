import { type KyselyPlugin, sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { NOW, plantSmallRegion, type SmallRegion } from '../../signals/testing/small-region.ts'
import { actOnMeasure, type MeasureStep } from '../measures/act-on-measure.ts'
import { editMeasure } from '../measures/edit-measure.ts'
import { followProcedures } from '../measures/follow-procedures.ts'
import { tellOfSending } from '../tell-of-plans.ts'
import { codesOf, measure, planOf } from '../testing/planned.ts'
import { approvePlan, closePlan } from './approve-plan.ts'
import { editPlan } from './edit-plan.ts'
import { measuresOf } from './plan-rows.ts'
import { rollPlan } from './roll-plan.ts'
import { savePlan } from './save-plan.ts'
import { sendPlan } from './send-plan.ts'

const APPROVAL = { post: null, person: null, date: null, number: null }
const NEXT = { start: '2021-09-01', end: '2022-08-31', school: true, original: null }
const MEASURES = [
  measure('Совещание', 'октябрь', {
    responsible: [{ original: 'ОМСУ', body: 'ОМСУ', person: null, post: null }],
  }),
  measure('Сверка', 'ежеквартально'),
  measure('Разбор', 'по мере выявления'),
]

/** The power goes before the statement of this number. */
class BreakOff implements KyselyPlugin {
  #left: number
  constructor(statements: number) {
    this.#left = statements
  }
  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    if (this.#left-- === 0) throw new Error('broken off')
    return node
  }
  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return result
  }
}

forEachDatabase('plans, done whole or not at all', open => {
  let database: Database
  let region: SmallRegion
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as(actor.scope, work)
  /** Everything that a plan leaves behind it, the log and what people are told included. */
  const state = () =>
    database.asSystem('system:test', async tx => {
      const tables = [
        'plan',
        'plan_measure',
        'measure_task',
        'measure_step',
        'plan_version',
        'notice',
        'audit',
      ]
      const { rows } = await sql<{ is: string }>`select concat_ws(' ', ${sql.join(
        tables.map(
          table => sql`(select count(*) || md5(coalesce(string_agg(t::text, '' order by id), ''))
          from ${sql.table(table)} t)`,
        ),
      )}) as is`.execute(tx)
      return rows[0].is
    })
  /** Broken off before each of its statements, then done. */
  const struck = async <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const before = await state()
    for (let statements = 0; ; statements++)
      try {
        const done = await as(actor, tx => work(tx.withPlugin(new BreakOff(statements))))
        expect(statements).toBeGreaterThan(2)
        return done
      } catch (error) {
        if ((error as Error).message !== 'broken off') throw error
        expect(await state(), `before statement ${statements}`).toBe(before)
      }
  }
  const saved = (actor: Actor, unit: number, title = 'План') =>
    as(actor, tx => savePlan(tx, actor.scope, planOf(unit, MEASURES, title), { today: NOW.today }))
  const approved = async (actor: Actor, unit: number, title: string) => {
    const { id, version } = await saved(actor, unit, title)
    await as(actor, tx => approvePlan(tx, actor.scope, id, { version, approval: APPROVAL }, NOW))
    return { id, version: version + 1 }
  }
  const send = async (tx: Tx, actor: Actor, id: number, version = 2) => {
    const sent = await sendPlan(tx, actor.scope, id, { version }, NOW.today)
    await tellOfSending(tx, sent, { personId: actor.personId, today: NOW.today })
    return sent.copies.length
  }
  const measuresBelow = (id: number) =>
    database.asSystem('system:test', async tx => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from plan_measure m join plan p on p.id = m.plan_id where p.above_id = ${id}`.execute(
        tx,
      )
      return rows[0].count
    })

  it('saved, approved, sent down, moved, rolled over and closed: broken off anywhere, nothing of it is there', async () => {
    const { analyst } = region
    const { scope } = analyst
    const plan = planOf(1, MEASURES, 'Дорожная карта')
    const { id } = await struck(analyst, tx => savePlan(tx, scope, plan, { today: NOW.today }))
    const approve = { version: 1, approval: APPROVAL }
    expect(await struck(analyst, tx => approvePlan(tx, scope, id, approve, NOW))).toMatchObject({ number: 1 })
    expect(await struck(analyst, tx => send(tx, analyst, id))).toBe(2)
    const after = await state()
    // Sent again, because nobody knew whether it had gone through: nobody gets anything twice.
    expect(await as(analyst, tx => send(tx, analyst, id))).toBe(0)
    expect(await state()).toBe(after)
    expect(await measuresBelow(id)).toBe(2 * MEASURES.length)
    const moved = { ...plan.period, start: '2020-10-01' }
    await struck(analyst, tx => editPlan(tx, scope, id, { version: 2, period: moved }, NOW))
    const next = { version: 3, title: 'Следующий год', period: NEXT }
    expect(await struck(analyst, tx => rollPlan(tx, scope, id, next, NOW.today))).toMatchObject({
      measures: 3,
    })
    expect(await codesOf(as(analyst, tx => rollPlan(tx, scope, id, next, NOW.today)))).toEqual([
      'plan-rolled-over',
    ])
    await struck(analyst, tx =>
      closePlan(tx, scope, id, { version: 3, text: 'Год закончен.', leaveOpen: true }, NOW.now),
    )
  })

  it('saved once, however often the same import is sent', async () => {
    const { head, first, coordinator } = region
    const [one, two] = await Promise.all([saved(head, first, 'Импорт'), saved(head, first, 'Импорт')])
    expect(two).toEqual(one)
    expect(await saved(head, first, 'Импорт')).toEqual(one)
    // Another person’s, another’s words, or a plan that somebody has begun to work on, is another plan.
    expect((await saved(coordinator, first, 'Импорт')).id).not.toBe(one.id)
    expect((await saved(head, first, 'Импорт, исправлено')).id).not.toBe(one.id)
    const [{ id, version }] = await as(head, tx => measuresOf(tx, one.id))
    await as(head, tx => editMeasure(tx, head, id, { version, text: 'Педсовет' }, NOW))
    expect((await saved(head, first, 'Импорт')).id).not.toBe(one.id)
  })

  it('by two at once: one is done, the other is told', async () => {
    const { analyst, otherAnalyst, head, first } = region
    const atOnce = async (...works: Promise<unknown>[]) =>
      (await Promise.all(works.map(codesOf))).flat().sort()
    const { id } = await saved(analyst, 1, 'Вдвоём')
    const approve = (actor: Actor) =>
      as(actor, tx => approvePlan(tx, actor.scope, id, { version: 1, approval: APPROVAL }, NOW))
    expect(await atOnce(approve(analyst), approve(otherAnalyst))).toEqual(['changed-by-another', 'done'])
    const both = [analyst, otherAnalyst].map(actor => as(actor, tx => send(tx, actor, id)))
    expect((await Promise.all(both)).sort()).toEqual([0, 2])
    expect(await measuresBelow(id)).toBe(2 * MEASURES.length)
    const next = { version: 2, title: 'Следующий год', period: NEXT }
    const roll = (actor: Actor) => as(actor, tx => rollPlan(tx, actor.scope, id, next, NOW.today))
    expect(await atOnce(roll(analyst), roll(otherAnalyst))).toEqual(['done', 'plan-rolled-over'])

    // One writes while another ends the year: whoever comes second hears of it, in either order.
    const close = (actor: Actor, plan: number, version: number) =>
      as(actor, tx =>
        closePlan(tx, actor.scope, plan, { version, text: 'Год закончен.', leaveOpen: true }, NOW.now),
      )
    const [edited] = await as(analyst, tx => measuresOf(tx, id))
    const edit = as(analyst, tx =>
      editMeasure(tx, analyst, edited.id, { version: edited.version, text: 'Иначе' }, NOW),
    )
    expect([
      ['changed-by-another', 'done'],
      ['done', 'measure-plan-closed'],
    ]).toContainEqual(await atOnce(edit, close(otherAnalyst, id, 2)))
    const own = await approved(head, first, 'Школьный')
    const [measureOfHead] = await as(head, tx => measuresOf(tx, own.id))
    const submit = as(head, tx =>
      actOnMeasure(tx, head, measureOfHead.id, {
        ...{ act: 'submit', version: measureOfHead.version, ...NOW },
        text: 'Совещание проведено, решения доведены до всех учителей.',
      }),
    )
    expect([
      ['done', 'done'],
      ['done', 'measure-plan-closed'],
    ]).toContainEqual(await atOnce(close(head, own.id, own.version), submit))
  })

  it('go to nobody who works no more: a school closed yesterday', async () => {
    const { municipality, west, first, second } = region
    const { id } = await approved(municipality, west, 'Районный')
    await database.asSystem('system:test', tx =>
      sql`update unit set valid_to = '2021-06-09' where id = ${second}`.execute(tx),
    )
    const sendTo = (units?: number[]) =>
      as(municipality, tx => sendPlan(tx, municipality.scope, id, { version: 2, units }, NOW.today))
    expect(await codesOf(sendTo([second]))).toEqual(['not-found'])
    expect((await sendTo()).copies.map(({ unit }) => unit.id)).toEqual([first])
  })

  it('follow the dates of a procedure once: what has not moved is not written again', async () => {
    const { head, first, municipality } = region
    const during = measure('Наблюдение', 'в период проведения ВПР')
    const { id, version } = await as(head, tx =>
      savePlan(tx, head.scope, planOf(first, [during, during]), { today: NOW.today, procedures: {} }),
    )
    await as(head, tx => approvePlan(tx, head.scope, id, { version, approval: APPROVAL }, NOW))
    const follow = () => followProcedures(database, NOW, new AbortController().signal)
    const read = () => as(head, tx => measuresOf(tx, id))
    const dues = async () => (await read()).map(({ due_on }) => due_on)
    const hold = (start: string, end: string) =>
      database.asSystem('system:test', tx =>
        sql`update campaign set starts_on = ${start}, ends_on = ${end} where id = ${region.campaign}`.execute(
          tx,
        ),
      )
    await hold('2021-03-15', '2021-05-21')
    await follow()
    expect(await dues()).toEqual(['2021-05-21', '2021-05-21'])
    const act = (actor: Actor, step: Omit<MeasureStep, 'now' | 'today'>) =>
      read().then(([{ id: one }]) => as(actor, tx => actOnMeasure(tx, actor, one, { ...step, ...NOW })))
    await act(head, { act: 'submit', text: 'Наблюдатели были во всех классах, замечаний нет.' })
    await act(municipality, { act: 'accept' })
    await hold('2021-03-15', '2021-06-15')
    await follow()
    // What was done stays done on its day; what is owed moves.
    expect(await dues()).toEqual([null, '2021-06-15'])
    const versions = async () => (await read()).map(measureRow => measureRow.version)
    const after = await versions()
    await follow()
    expect(await versions()).toEqual(after)
  })
})
