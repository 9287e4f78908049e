import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { enqueueJob } from '../../../platform/jobs/index.ts'
import type { JobContext } from '../../../platform/jobs/job.ts'
import { silentProgress } from '../../../platform/progress.ts'
import { NOW, plantSmallRegion, type SmallRegion } from '../../signals/testing/small-region.ts'
import { closePlan } from '../store/approve-plan.ts'
import { editPlan } from '../store/edit-plan.ts'
import { measuresOf, readPlanRow } from '../store/plan-rows.ts'
import { approvedPlan, codesOf, measure, planOf } from '../testing/planned.ts'
import { dispatchJobs } from './dispatch-jobs.ts'
import { listDispatches, startDispatch } from './dispatches.ts'
import { settle } from './settle-dispatches.ts'
import { editFurther, sendFurther } from './start-dispatch.ts'

const JOBS = { enqueue: enqueueJob }
const TWO = [measure('Совещание', 'октябрь'), measure('Сверка', 'ноябрь')]
/** So many that a part is one unit. */
const MANY = Array.from({ length: 501 }, (_, n) => measure(`Мера ${n + 1}`, 'до 12 марта'))

forEachDatabase('what of a plan goes to many units', open => {
  let database: Database
  let region: SmallRegion
  beforeAll(async () => {
    database = await open()
    region = await plantSmallRegion(database)
  })

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as(actor.scope, work)
  const approved = (measures = TWO, title = 'Дорожная карта') =>
    as(region.analyst, tx => approvedPlan(tx, region.analyst, planOf(1, measures, title), NOW))
  /** As the queue runs it. */
  const run = async (id: number, extra: Partial<JobContext> = {}) => {
    const row = await dispatch(id)
    const [send, move] = dispatchJobs({ database, moment: () => NOW })
    const signal = new AbortController().signal
    const { scope } = region.analyst
    const context = { jobId: row.job_id!, scope, signal, progress: silentProgress, ...extra }
    return (row.kind === 'copies' ? send : move).run({ dispatch: id }, context)
  }
  const system = <T>(work: (tx: Tx) => Promise<T>) => database.asSystem('system:test', work)
  const dispatch = (id: number) =>
    system(tx => tx.selectFrom('plan_dispatch').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const latest = async (plan: number) => {
    const [row] = await as(region.analyst, tx => listDispatches(tx, plan, NOW.now))
    return row
  }
  /** A sending of which nothing is done yet. */
  const begun = (plan: number, waiting: readonly number[]) =>
    as(region.analyst, async tx =>
      startDispatch(tx, JOBS, {
        ...{ plan: await readPlanRow(tx, plan), kind: 'copies', waiting, reached: 0, total: waiting.length },
      }),
    )
  /** By unit: measures and notices of each copy. */
  const copies = (plan: number) =>
    system(async tx => {
      const { rows } = await sql<{ unit: number; measures: number; told: number }>`
        select p.unit_id as unit, (select count(*) from plan_measure m where m.plan_id = p.id) as measures,
          (select count(*) from notice n where n.link = '/plans/' || p.id) as told
        from plan p where p.above_id = ${plan} order by p.unit_id`.execute(tx)
      return rows
    })
  const send = (plan: number, units?: number[]) =>
    as(region.analyst, tx => sendFurther(tx, JOBS, region.analyst, plan, { version: 2, units }, NOW.today))

  it('to few is done at once, and leaves no job behind', async () => {
    const plan = await approved()
    expect(await send(plan)).toMatchObject({ before: 0, waiting: [] })
    expect(await latest(plan)).toBeUndefined()
    expect(await copies(plan)).toHaveLength(2)
  })

  it('to many begins at once and goes on in a job, each unit once; then the period of all of them', async () => {
    const { west, east, analyst } = region
    const plan = await approved(MANY, 'Много мер')
    const first = await send(plan)
    expect([first.copies.map(({ unit }) => unit.id), first.waiting]).toEqual([[east], [west]])
    expect(await latest(plan)).toMatchObject({ state: 'going', reached: 1, total: 2 })
    // Asked again meanwhile: whose copy is on its way has it as good as already.
    expect(await send(plan)).toMatchObject({ copies: [], before: 2, waiting: [] })
    const { id } = await latest(plan)
    expect(await run(id)).toMatchObject({ message: 'plans.sent-to-units', params: { count: 2, left: 0 } })
    // Two people of the west are told, one of the east.
    const given = [west, east].map(unit => ({ unit, measures: MANY.length, told: unit === west ? 2 : 1 }))
    expect(await copies(plan)).toMatchObject(given)
    expect(await latest(plan)).toMatchObject({ state: 'done', reached: 2, waiting: [] })
    // Begun again after a kill behind the last part.
    expect(await run(id)).toMatchObject({ message: 'plans.sent-to-units', params: { left: 0 } })
    expect(await copies(plan)).toMatchObject(given)

    const period = { start: '2021-09-01', end: '2022-08-31', school: true, original: null }
    const version = await as(analyst, tx =>
      editFurther(tx, JOBS, analyst.scope, plan, { version: 2, period }, NOW),
    )
    const moving = await latest(plan)
    expect(moving).toMatchObject({ kind: 'period', state: 'going', reached: 1, total: 2 })
    const below = () =>
      system(tx => tx.selectFrom('plan').selectAll().where('above_id', '=', plan).orderBy('id').execute())
    expect((await below()).map(({ starts_on }) => starts_on)).toEqual(['2021-09-01', '2020-09-01'])
    await run(moving.id)
    const moved = await below()
    expect(moved.map(row => [row.starts_on, row.version])).toEqual([
      ['2021-09-01', 2],
      ['2021-09-01', 2],
    ])
    for (const { id: copy } of moved)
      for (const { due_on } of await system(tx => measuresOf(tx, copy))) expect(due_on).toBe('2022-03-12')
    expect(await latest(plan)).toMatchObject({ kind: 'period', state: 'done', reached: 2 })
    await run(moving.id)
    expect((await below()).map(row => row.version)).toEqual([2, 2])
    // The same period said again moves nobody.
    await as(analyst, tx => editPlan(tx, analyst.scope, plan, { version, period }, NOW))
    expect((await below()).map(row => row.version)).toEqual([2, 2])
  }, 60_000)

  it('moves as many plans at once as their own measures allow, not those of the plan above', async () => {
    const { analyst } = region
    const plan = await approved()
    const { copies: sent } = await send(plan)
    await system(async tx => {
      for (const { plan: copy } of sent)
        await sql`insert into plan_measure (plan_id, unit_id, position, text)
          select ${copy}, p.unit_id, 1000 + n, 'Своя мера ' || n from plan p, generate_series(1, 300) n
          where p.id = ${copy}`.execute(tx)
    })
    const period = { start: '2021-09-01', end: '2022-08-31', school: true, original: null }
    await as(analyst, tx => editFurther(tx, JOBS, analyst.scope, plan, { version: 2, period }, NOW))
    expect(await latest(plan)).toMatchObject({ kind: 'period', state: 'going', reached: 1, total: 2 })
  }, 60_000)

  it('stops where its year is ended on the way, and says how many have none', async () => {
    const { analyst, west, east } = region
    const plan = await approved()
    const id = await begun(plan, [west, east])
    await as(analyst, tx =>
      closePlan(tx, analyst.scope, plan, { version: 2, text: 'Год закончен.', leaveOpen: true }, NOW.now),
    )
    expect(await codesOf(run(id))).toEqual(['plan-closed'])
    expect(await dispatch(id)).toMatchObject({
      state: 'stopped',
      reached: 0,
      problem: { code: 'plan-closed' },
    })
    expect(await copies(plan)).toEqual([])
  })

  it('leaves out who works no more, and whom it fails for, and gives it to all the others', async () => {
    const { west, east } = region
    const plan = await approved()
    const [closed, failing] = await system(async tx => {
      const { rows } = await sql<{ id: number }>`insert into unit (kind, parent_id, name, code, valid_to)
        values ('municipality', 1, 'Закрытый район', 'reg99_m098', '2021-01-01'),
          ('municipality', 1, 'Северный район', 'reg99_m099', null) returning id`.execute(tx)
      return rows.map(row => row.id)
    })
    await database.ownerPool.query(`create function public.fail_for_one() returns trigger language plpgsql as
      $$ begin if new.unit_id = ${failing} then raise exception 'no'; end if; return new; end $$`)
    await database.ownerPool.query(`create trigger fail_for_one before insert on plan_measure
      for each row execute function public.fail_for_one()`)
    const id = await begun(plan, [west, closed, failing, east])
    await expect(run(id)).rejects.toThrow('left out')
    await database.ownerPool.query('drop trigger fail_for_one on plan_measure')
    expect(await latest(plan)).toMatchObject({
      ...{ state: 'done', reached: 2 },
      units: expect.arrayContaining([
        { name: 'Закрытый район', code: 'gone' },
        { name: 'Северный район', code: 'fault' },
      ]),
    })
    expect((await copies(plan)).map(({ unit, told }) => [unit, told])).toEqual([
      [west, 2],
      [east, 1],
    ])
    // Sent again, whoever was left out gets it.
    expect((await send(plan)).copies.map(({ unit }) => unit.id)).toEqual([failing])
  })

  it('names a fault in the log as it happens, though the attempt is broken off behind it', async () => {
    const { analyst, west, east } = region
    const plan = await approved()
    const id = await begun(plan, [west, east])
    const repeats = Object.assign(new Error('no'), { code: 'P0001' })
    const passes = Object.assign(new Error('the server stops'), { code: '57P01' })
    // The part, its first unit by itself; that unit is left out; then the server stops.
    const faults = [repeats, repeats, null, passes]
    const busy: Database = {
      ...database,
      as: (scope, work) => {
        const fault = faults.shift()
        return fault ? Promise.reject(fault) : database.as(scope, work)
      },
    }
    const logged: unknown[] = []
    const log = { error: (facts: Readonly<Record<string, unknown>>) => logged.push(facts.err) }
    const [send] = dispatchJobs({ database: busy, moment: () => NOW }, log)
    const signal = new AbortController().signal
    const context = { jobId: 1, scope: analyst.scope, signal, progress: silentProgress }
    await expect(send.run({ dispatch: id }, context)).rejects.toBe(passes)
    expect(logged).toEqual([repeats])
    expect(await run(id)).toMatchObject({ params: { count: 1, left: 1 } })
  })

  it('is left to the queue where a fault passes by itself, and leaves nobody out for it', async () => {
    const { analyst, west, east } = region
    const plan = await approved()
    const id = await begun(plan, [west, east])
    const fault = Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' })
    // For two attempts only: a third transaction would be free to write down who is left out.
    let left = 2
    const busy: Database = {
      ...database,
      as: (scope, work) => (left-- > 0 ? Promise.reject(fault) : database.as(scope, work)),
    }
    const [send] = dispatchJobs({ database: busy, moment: () => NOW })
    const signal = new AbortController().signal
    const context = { jobId: 1, scope: analyst.scope, signal, progress: silentProgress }
    await expect(send.run({ dispatch: id }, context)).rejects.toBe(fault)
    expect(await dispatch(id)).toMatchObject({ state: 'going', reached: 0, left_out: [] })
    const done = { message: 'plans.sent-to-units', params: { count: 2, left: 0 }, link: `/plans/${plan}` }
    expect(await run(id)).toEqual(done)
    // An attempt that ended without a word is made up for by the next.
    expect(await run(id)).toEqual(done)
  })

  it('of two changes of a period at once is moved by one, and the other has no more to do', async () => {
    const { analyst } = region
    const plan = await approved()
    await send(plan)
    const moving = () =>
      as(analyst, async tx =>
        startDispatch(tx, JOBS, {
          ...{ plan: await readPlanRow(tx, plan), kind: 'period', waiting: [], reached: 1, total: 4 },
        }),
      )
    const id = await moving()
    await run(id)
    const { reached, total, state } = await dispatch(id)
    expect([state, total]).toEqual(['done', reached])
  })

  it('ends as it is called off, and as its job was lost; a period half moved is begun again', async () => {
    const { analyst, west, east } = region
    const plan = await approved()
    const id = await begun(plan, [west, east])
    const controller = new AbortController()
    controller.abort('cancelled')
    await expect(run(id, { signal: controller.signal })).rejects.toBe('cancelled')
    const off = { state: 'stopped', problem: { code: 'plan-sending-called-off' } }
    expect(await dispatch(id)).toMatchObject(off)

    const lost = await begun(plan, [west, east])
    const moving = await as(analyst, async tx =>
      startDispatch(tx, JOBS, {
        ...{ plan: await readPlanRow(tx, plan), kind: 'period', waiting: [], reached: 0, total: 2 },
      }),
    )
    const before = (await dispatch(moving)).job_id
    await system(tx => settle(tx, NOW.now))
    expect(await dispatch(lost)).toMatchObject({ state: 'going' })
    await system(tx =>
      sql`update job set state = 'failed', finished_at = now(), problems = '[{"code":"job-interrupted"}]'`.execute(
        tx,
      ),
    )
    await system(tx => settle(tx, NOW.now))
    expect(await dispatch(lost)).toMatchObject({ state: 'stopped', problem: { code: 'job-interrupted' } })
    const again = await dispatch(moving)
    expect(again.state).toBe('going')
    expect(again.job_id).toBeGreaterThan(before!)
    await run(moving, { scope: null })
    expect(await dispatch(moving)).toMatchObject({ state: 'done' })
  })
})
