import { sql } from 'kysely'
import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../app/features/accounts/index.ts'
import { buildWord } from '../app/features/plans/testing/build-word.ts'
import { forEachDatabase } from '../app/platform/database/testing/index.ts'
import { BROWSER, type Method, startWorld, type World } from './world/start-world.ts'

const APPROVAL = { post: 'Министр', person: 'Сова З.И.', date: '2021-09-10', number: '15' }
const HEADER = {
  title: 'Дорожная карта повышения объективности',
  period: { start: '2021-09-01', end: '2022-08-31', school: true, original: '2021-2022 учебный год' },
  approval: APPROVAL,
  abbreviations: [{ short: 'ОО', full: 'образовательная организация' }],
}
const NONE = {
  ...{ number: null, section: null, year: null, level: null, term: null, plannedStart: null },
  ...{ plannedFinish: null, place: null, participants: null, responsible: [], performer: null },
  ...{ expectedResult: null, note: null, completion: null, doubtful: [] as unknown[] },
}
const measure = (text: string, more: object = {}) => ({ ...NONE, text, ...more })

interface Plan {
  readonly id: number
  readonly version: number
  readonly state: string
  readonly title: string
  readonly above: number | null
  readonly copies: number
  readonly changed: number
  readonly acts: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly publication: { readonly address: string; readonly version: number } | null
  readonly measures: readonly {
    readonly id: number
    readonly text: string
    readonly version: number
    readonly dueOn: string | null
    readonly total: number
    readonly locked: boolean
    readonly offered: boolean
    readonly fromAbove: boolean
    readonly state: string
    readonly doubts: readonly { readonly field: string; readonly text: string }[]
  }[]
}

forEachDatabase('plans', open => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(open)
  })
  afterAll(() => world?.stop())

  const send = (method: Method, url: string, who: Role, body?: unknown) =>
    world.send(method, encodeURI(url), world.cookies[who], body)
  async function told<T>(answer: Response): Promise<T> {
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status} ${text}`)
    return JSON.parse(text) as T
  }
  const ask = async <T>(method: Method, url: string, who: Role, body?: unknown) =>
    told<T>(await send(method, url, who, body))
  const refused = async (method: Method, url: string, who: Role, body?: unknown) => {
    const answer = await send(method, url, who, body)
    const said = (await answer.json()) as { code?: string; problems?: { code: string }[] }
    return `${answer.status} ${said.code ?? said.problems?.[0]?.code}`
  }
  const read = (id: number, who: Role) => ask<Plan>('GET', `/api/plans/${id}`, who)
  const save = async (who: Role, unit: number, measures: readonly unknown[], more: object = {}) =>
    (
      await ask<{ id: number }>('POST', '/api/plans', who, {
        ...HEADER,
        unit,
        source: null,
        measures,
        ...more,
      })
    ).id
  const act = async (id: number, name: string, who: Role, body: object = {}) =>
    ask<{ version: number; number: number; sent: number; before: number; id: number; address: string }>(
      'POST',
      `/api/plans/${id}/${name}`,
      who,
      { version: (await read(id, who)).version, ...body },
    )
  const copyOf = async (id: number, who: Role) => {
    const { items } = await ask<{ items: Plan[] }>('GET', '/api/plans?limit=200', who)
    const found = items.find(({ above }) => above === id)
    if (!found) throw new Error(`no copy of ${id}`)
    return read(found.id, who)
  }
  /** As the room of measures does after an edit; its own endpoints have tests of their own. */
  const rows = <T>(query: ReturnType<typeof sql<T>>) =>
    world.database.asSystem('system:test', async tx => (await query.execute(tx)).rows)

  it('are read from a file without being saved, saved all or nothing, and read again', async () => {
    const form = new FormData()
    const bytes = await buildWord([
      'План мероприятий на 2021-2022 учебный год',
      [
        ['№', 'Мероприятие', 'Срок', 'Ответственные'],
        ['1', 'Провести совещание', 'сентябрь', 'РЦОКО'],
        ['2', 'Подготовить справку', 'до 12 марта', 'ОИВ; ИРО'],
      ],
    ])
    form.append('file', new Blob([new Uint8Array(bytes)]), 'план.docx')
    const sent = await fetch(`${world.address}/api/files`, {
      ...{ method: 'POST', body: form, headers: { ...BROWSER, cookie: world.cookies.analyst } },
    })
    const file = (await told<{ id: number }>(sent)).id
    const found = await ask<{
      measures: { text: string; term: { original: string }; source: unknown; responsible: unknown[] }[]
      original: { kind: string }[]
      notes: string[]
    }>('POST', '/api/plans/read', 'analyst', { from: { file } })
    expect(found.measures.map(({ source }) => source)).toEqual([
      { block: 1, rows: [1] },
      { block: 1, rows: [2] },
    ])
    expect(found.original.map(({ kind }) => kind)).toEqual(['paragraph', 'table'])
    expect(found.measures).toHaveLength(2)
    const measures = found.measures.map(one => {
      const { term, source: _, ...words } = one
      return { ...words, term: term.original, doubtful: [] }
    })
    const broken = { ...HEADER, unit: 1, source: file, measures: [...measures, { ...measures[0], text: '' }] }
    expect(await refused('POST', '/api/plans', 'analyst', broken)).toContain('400')
    expect(await rows(sql`select from plan where source_file_id = ${file}`)).toHaveLength(0)
    const id = await save('analyst', world.units.region, measures, { source: file })
    const plan = await read(id, 'analyst')
    expect(plan.measures.map(({ text, dueOn }) => [text, dueOn])).toEqual([
      ['Провести совещание', '2021-09-30'],
      ['Подготовить справку', '2022-03-12'],
    ])
    expect(plan).toMatchObject({ state: 'draft', source: { id: file, name: 'план.docx' } })
    const whose = await rows(
      sql<{ roles: string[] }>`select roles from plan_measure where plan_id = ${id} order by position`,
    )
    expect(whose).toEqual([{ roles: ['analyst'] }, { roles: ['ministry', 'institute'] }])
    // Another period gives other years to the same words.
    const period = { start: '2022-09-01', end: '2023-08-31', school: true, original: null }
    await ask('PATCH', `/api/plans/${id}`, 'analyst', { version: plan.version, period })
    expect((await read(id, 'analyst')).measures.map(({ dueOn }) => dueOn)).toEqual([
      '2022-09-30',
      '2023-03-12',
    ])
    // Whoever had the page open before is told, and overwrites nothing.
    expect(
      await refused('PATCH', `/api/plans/${id}`, 'ministry', { version: plan.version, title: 'Другое' }),
    ).toBe('409 changed-by-another')
  })

  it('are written by their own unit alone', async () => {
    const { ours, west, theirs } = world.units
    const body = { ...HEADER, source: null, measures: [] }
    expect(await refused('POST', '/api/plans', 'municipality', { ...body, unit: theirs })).toBe(
      '404 not-found',
    )
    expect(await refused('POST', '/api/plans', 'municipality', { ...body, unit: ours })).toBe(
      '422 plan-of-its-unit',
    )
    const id = await save('head', ours, [measure('Школьное')])
    expect((await read(id, 'municipality')).acts).toEqual([])
    expect(
      await refused('POST', `/api/plans/${id}/approve`, 'municipality', { version: 1, approval: APPROVAL }),
    ).toBe('422 plan-of-its-unit')
    const above = await save('municipality', west, [measure('Районное')])
    expect((await send('GET', `/api/plans/${above}`, 'head')).status).toBe(404)
    expect((await send('GET', `/api/plans/${above}/file?format=xlsx`, 'head')).status).toBe(404)
  })

  it('are approved, held against what was approved, closed, and carried into the next year', async () => {
    const id = await save('analyst', world.units.region, [
      measure('Семинар', { number: '1', term: 'сентябрь' }),
      measure('Отчёт', { number: '2', term: 'до 12 марта 2022 года' }),
      measure('Наблюдение', { number: '3', term: 'по графику проведения ВПР' }),
    ])
    const draft = await read(id, 'analyst')
    expect(draft.acts).toEqual(['edit', 'approve', 'remove'])
    expect(await act(id, 'approve', 'analyst', { approval: APPROVAL })).toMatchObject({ number: 1 })
    await rows(sql`update plan_measure set text = 'Семинар для школ' where plan_id = ${id} and number = '1'`)
    await rows(sql`update plan_measure set removed_at = now() where plan_id = ${id} and number = '2'`)
    const changes = await ask<{ since: number; items: { kind: string; text: string; fields: unknown[] }[] }>(
      ...(['GET', `/api/plans/${id}/changes`, 'analyst'] as const),
    )
    expect(changes.since).toBe(1)
    expect(changes.items).toMatchObject([
      {
        ...{ kind: 'changed', text: 'Семинар для школ' },
        fields: [{ field: 'text', title: 'Мера', before: 'Семинар', after: 'Семинар для школ' }],
      },
      { kind: 'removed', text: 'Отчёт', measure: null },
    ])
    expect((await read(id, 'analyst')).changed).toBe(2)
    expect(await act(id, 'approve', 'analyst', { approval: APPROVAL })).toMatchObject({ number: 2 })
    expect((await read(id, 'analyst')).changed).toBe(0)
    const next = {
      title: 'Следующий год',
      period: { start: '2022-09-01', end: '2023-08-31', school: true, original: null },
    }
    const rolled = await act(id, 'roll-over', 'analyst', next)
    expect(rolled).toMatchObject({ measures: 2, doubtful: 1 })
    // The days of the procedure in the next year are not known yet, and the draft says so.
    const [carried, unsure] = (await read(rolled.id, 'analyst')).measures
    expect(unsure.doubts).toEqual([{ field: 'term', text: 'даты процедуры в новом периоде ещё не известны' }])
    expect(carried).toMatchObject({ text: 'Семинар для школ', dueOn: '2022-09-30' })
    const { version } = await read(id, 'analyst')
    expect(await refused('POST', `/api/plans/${id}/roll-over`, 'analyst', { version, ...next })).toBe(
      '422 plan-rolled-over',
    )
    // One measure is not done: nobody ends the year without having been told.
    const open = { version: (await read(id, 'analyst')).version, text: 'Выполнен не весь.' }
    expect(await refused('POST', `/api/plans/${id}/close`, 'analyst', open)).toBe('422 plan-measures-open')
    await act(id, 'close', 'analyst', { text: 'Выполнен не весь.', leaveOpen: true })
    const closed = await read(id, 'analyst')
    expect(closed).toMatchObject({ state: 'closed', result: 'Выполнен не весь.' })
    expect(
      await refused('PATCH', `/api/plans/${id}`, 'analyst', { version: closed.version, title: 'Поздно' }),
    ).toBe('422 plan-closed')
  })

  it('go down the tree once, locked; what changes above is offered below, level by level', async () => {
    const id = await save('analyst', world.units.region, [
      measure('Общее', { number: '1', term: 'сентябрь' }),
      measure('Только муниципалитетам', { level: 'municipality' }),
      measure('Региональное', { level: 'region' }),
    ])
    const { version } = await read(id, 'analyst')
    expect(await refused('POST', `/api/plans/${id}/send`, 'analyst', { version })).toBe(
      '422 plan-not-approved',
    )
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    const units = [world.units.west]
    expect(await act(id, 'send', 'analyst', { units })).toEqual({ sent: 1, before: 0 })
    const again = await act(id, 'send', 'analyst')
    expect(again.before).toBe(1)
    const copy = await copyOf(id, 'municipality')
    expect(copy.measures.map(({ text, locked, offered }) => [text, locked, offered])).toEqual([
      ['Общее', true, false],
      ['Только муниципалитетам', true, false],
    ])
    expect(copy).toMatchObject({ state: 'draft', aboveTitle: null, above: id })
    // What waits for an approval is told from what somebody here is writing.
    const own = await save('municipality', world.units.west, [measure('Своё')])
    const drafts = async (query: string) =>
      (
        await ask<{ items: { id: number }[] }>(
          ...(['GET', `/api/plans?unit=${world.units.west}&state=draft${query}`, 'municipality'] as const),
        )
      ).items.map(plan => plan.id)
    expect(await drafts('')).toEqual(expect.arrayContaining([own, copy.id]))
    expect(await drafts('&from=above')).toContain(copy.id)
    expect(await drafts('&from=above')).not.toContain(own)
    expect((await send('GET', `/api/plans/${id}`, 'municipality')).status).toBe(404)
    const told = await rows(
      sql<{
        link: string
      }>`select link from notice where kind = 'plan-received' and account_id = ${world.ids.municipality}`,
    )
    expect(told).toContainEqual({ link: `/plans/${copy.id}` })
    expect(
      await refused('POST', `/api/plans/${copy.id}/remove`, 'municipality', { version: copy.version }),
    ).toBe('422 plan-from-above')
    await act(copy.id, 'approve', 'municipality', { approval: APPROVAL })
    expect(await act(copy.id, 'send', 'municipality', { units: [world.units.ours] })).toEqual({
      sent: 1,
      before: 0,
    })
    const school = await copyOf(copy.id, 'head')
    expect(school.measures.map(({ text }) => text)).toEqual(['Общее'])
    const coverage = async (level: string) => {
      const { measures, units: of } = await ask<{
        measures: unknown[]
        units: { id: number; cells: string }[]
      }>(...(['GET', `/api/plans/${id}/coverage?level=${level}`, 'ministry'] as const))
      return [measures.length, Object.fromEntries(of.map(one => [one.id, one.cells]))] as const
    }
    expect(await coverage('municipality')).toEqual([
      2,
      expect.objectContaining({ [world.units.west]: 'lt', [world.units.east]: 'tt' }),
    ])
    // Sent and approved are not the same: who has only been sent the plan is told apart.
    const { units: covered } = await ask<{ units: { id: number; approved: boolean }[] }>(
      ...(['GET', `/api/plans/${id}/coverage`, 'ministry'] as const),
    )
    const approved = new Map(covered.map(unit => [unit.id, unit.approved]))
    expect([world.units.west, world.units.east].map(unit => approved.get(unit))).toEqual([true, false])
    expect(await coverage('school')).toEqual([
      1,
      expect.objectContaining({ [world.units.ours]: 't', [world.units.theirs]: '.' }),
    ])
    // A school that works no more owes nothing, and keeps its line: its plan is still there.
    const close = (day: string | null) =>
      rows(sql`update unit set valid_to = ${day} where id = ${world.units.ours}`)
    await close('2000-01-01')
    expect(await coverage('school')).toEqual([1, expect.objectContaining({ [world.units.ours]: 'c' })])
    await close(null)
  })

  it('offer below what was changed, added and taken out above, and what was accepted is offered further down', async () => {
    const { region, west, ours } = world.units
    const id = await save('analyst', region, [
      measure('Первое', { number: '1', term: 'сентябрь' }),
      measure('Второе', { number: '2' }),
    ])
    await rows(sql`update plan_measure set by_plan = true where plan_id = ${id} and number = '2'`)
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    await act(id, 'send', 'analyst', { units: [west] })
    const sent = await copyOf(id, 'municipality')
    await act(sent.id, 'approve', 'municipality', { approval: APPROVAL })
    // Where the level above has asked for a plan, the approved plan is the proof.
    expect((await read(sent.id, 'municipality')).measures.map(({ state }) => state)).toEqual([
      ...['not-started', 'submitted'],
    ])
    const { units: covered } = await ask<{ units: { id: number; cells: string }[] }>(
      ...(['GET', `/api/plans/${id}/coverage`, 'analyst'] as const),
    )
    expect(covered.find(unit => unit.id === west)?.cells).toBe('lp')
    await act(sent.id, 'send', 'municipality', { units: [ours] })
    const [first, second] = (await read(id, 'analyst')).measures
    const edit = (at: { id: number; version: number }, who: Role, words: object) =>
      ask<{ version: number }>('PATCH', `/api/measures/${at.id}`, who, { version: at.version, ...words })
    const edited = await edit(first, 'analyst', { text: 'Первое, уточнённое', term: 'октябрь' })
    await ask('POST', `/api/plans/${id}/measures`, 'analyst', {
      ...measure('Третье'),
      template: null,
      doubtful: undefined,
    })
    await ask('POST', `/api/measures/${second.id}/remove`, 'analyst', { version: second.version })
    const offers = async (plan: number, who: Role) =>
      (await read(plan, who)).measures.map(({ text, dueOn, offered }) => [text, dueOn, offered])
    expect(await offers(sent.id, 'municipality')).toEqual([
      ['Первое', '2021-09-30', true],
      ['Второе', null, true],
      ['Третье', null, true],
    ])
    const school = await copyOf(sent.id, 'head')
    expect(await offers(school.id, 'head')).toEqual([
      ['Первое', '2021-09-30', false],
      ['Второе', null, false],
      // Demanded from today, level by level: what is new above goes down when the level between has accepted it.
    ])
    // Put back as it was, there is nothing to accept any more.
    await edit({ id: first.id, version: edited.version }, 'analyst', { text: 'Первое', term: 'сентябрь' })
    expect((await offers(sent.id, 'municipality'))[0]).toEqual(['Первое', '2021-09-30', false])
    const { version } = (await read(id, 'analyst')).measures[0]
    await edit({ id: first.id, version }, 'analyst', { text: 'Первое, уточнённое', term: 'октябрь' })
    for (const { id: one, version: seen, text, locked } of (await read(sent.id, 'municipality')).measures) {
      // What was taken out above is locked no longer.
      expect([text, locked]).toEqual([text, text !== 'Второе'])
      await ask('POST', `/api/measures/${one}/take-over`, 'municipality', { version: seen })
    }
    expect(await offers(sent.id, 'municipality')).toEqual([
      ['Первое, уточнённое', '2021-10-31', false],
      ['Третье', null, false],
    ])
    expect(await offers(school.id, 'head')).toEqual([
      ['Первое', '2021-09-30', true],
      ['Второе', null, true],
      ['Третье', null, true],
    ])
  })

  it('keep the period of the plan above, and move with it; what a unit said of a new measure stays', async () => {
    const { region, west, ours } = world.units
    const id = await save('analyst', region, [measure('Анализ', { term: 'сентябрь' })])
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    await act(id, 'send', 'analyst', { units: [west] })
    const sent = await copyOf(id, 'municipality')
    await act(sent.id, 'approve', 'municipality', { approval: APPROVAL })
    await act(sent.id, 'send', 'municipality', { units: [ours] })
    const later = { start: '2022-09-01', end: '2023-08-31', school: true, original: null }
    const { version } = await read(sent.id, 'municipality')
    expect(await refused('PATCH', `/api/plans/${sent.id}`, 'municipality', { version, period: later })).toBe(
      '422 plan-period-from-above',
    )
    await ask('PATCH', `/api/plans/${sent.id}`, 'municipality', { version, title: 'Наш план' })
    await ask('PATCH', `/api/plans/${id}`, 'analyst', {
      version: (await read(id, 'analyst')).version,
      period: later,
    })
    expect((await read(sent.id, 'municipality')).measures[0].dueOn).toBe('2022-09-30')
    const school = await copyOf(sent.id, 'head')
    expect(school.measures[0].dueOn).toBe('2022-09-30')
    const added = { ...measure('Новое'), template: null, doubtful: undefined }
    const made = await ask<{ id: number; version: number }>(
      'POST',
      `/api/plans/${id}/measures`,
      'analyst',
      added,
    )
    const fresh = (await read(sent.id, 'municipality')).measures[1]
    const own = { performer: 'методист', completion: 'начато' }
    await ask('PATCH', `/api/measures/${fresh.id}`, 'municipality', { version: fresh.version, ...own })
    await ask('PATCH', `/api/measures/${made.id}`, 'analyst', {
      version: made.version,
      text: 'Новое, точнее',
    })
    const { fields } = await ask<{ fields: object }>('GET', `/api/measures/${fresh.id}`, 'municipality')
    expect(fields).toMatchObject({ text: 'Новое, точнее', ...own })
  })

  it('go down with the days of the procedures that terms are bound to', async () => {
    const { region, west } = world.units
    await rows(sql`insert into campaign (unit_id, procedure, title, starts_on, ends_on)
      values (${region}, 'ВПР', 'ВПР весны', '2022-03-01', '2022-04-15')`)
    const id = await save('analyst', region, [measure('Наблюдение', { term: 'по графику проведения ВПР' })])
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    await act(id, 'send', 'analyst', { units: [west] })
    const days = (plan: Plan) => plan.measures.map(({ dueOn }) => dueOn)
    expect(days(await read(id, 'analyst'))).toEqual(['2022-04-15'])
    expect(days(await copyOf(id, 'municipality'))).toEqual(['2022-04-15'])
    await ask('POST', `/api/plans/${id}/measures`, 'analyst', {
      ...measure('Разбор', { term: 'по графику проведения ВПР' }),
      ...{ template: null, doubtful: undefined },
    })
    expect(days(await copyOf(id, 'municipality'))).toEqual(['2022-04-15', '2022-04-15'])
    await ask('PATCH', `/api/plans/${id}`, 'analyst', {
      version: (await read(id, 'analyst')).version,
      period: { ...HEADER.period, end: '2022-06-30' },
    })
    expect(days(await read(id, 'analyst'))).toEqual(['2022-04-15', '2022-04-15'])
    expect(days(await copyOf(id, 'municipality'))).toEqual(['2022-04-15', '2022-04-15'])
  })

  it('prove what asks for them, also when that is said later, until the level above sends them back', async () => {
    const { region, west } = world.units
    const id = await save('analyst', region, [measure('Принять план', { number: '1' })])
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    await act(id, 'send', 'analyst', { units: [west] })
    const copy = await copyOf(id, 'municipality')
    await act(copy.id, 'approve', 'municipality', { approval: APPROVAL })
    const [asked] = (await read(id, 'analyst')).measures
    await ask('PATCH', `/api/measures/${asked.id}`, 'analyst', { version: asked.version, byPlan: true })
    const own = async () => (await read(copy.id, 'municipality')).measures[0]
    const cell = async () => {
      const { units } = await ask<{ units: { id: number; cells: string }[] }>(
        ...(['GET', `/api/plans/${id}/coverage`, 'analyst'] as const),
      )
      return units.find(unit => unit.id === west)?.cells
    }
    const { id: taken, version } = await own()
    await ask('POST', `/api/measures/${taken}/take-over`, 'municipality', { version })
    expect([(await own()).state, await cell()]).toEqual(['submitted', 'p'])
    const { version: now, tasks } = await ask<{ version: number; tasks: { id: number }[] }>(
      ...(['GET', `/api/measures/${taken}`, 'analyst'] as const),
    )
    const back = { task: tasks[0].id, version: now, text: 'В плане нет задания о перепроверке.' }
    await ask('POST', `/api/measures/${taken}/return`, 'analyst', back)
    expect([(await own()).state, await cell()]).toEqual(['returned', 'w'])
  })

  it('of a municipality prove nothing that its schools are asked for', async () => {
    const { region, west } = world.units
    const id = await save('analyst', region, [
      measure('Принять план школы', { level: 'school', expectedResult: 'Утверждённый план ОО' }),
    ])
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    await act(id, 'send', 'analyst', { units: [west] })
    const copy = await copyOf(id, 'municipality')
    await act(copy.id, 'approve', 'municipality', { approval: APPROVAL })
    const [own] = (await read(copy.id, 'municipality')).measures
    expect(own).toMatchObject({ byPlan: true, state: 'not-started' })
    const { units } = await ask<{ units: { id: number; cells: string }[] }>(
      ...(['GET', `/api/plans/${id}/coverage?level=municipality`, 'analyst'] as const),
    )
    expect(units.find(unit => unit.id === west)?.cells).toBe('t')
  })

  it('are asked for below where a document expects one of a level below', async () => {
    const id = await save('analyst', world.units.region, [
      measure('Принять план', { level: 'municipality', expectedResult: 'Утверждённый план муниципалитета' }),
      measure('Принять план', { level: 'region', expectedResult: 'Утверждённый план региона' }),
      measure('Издать приказ', { level: 'municipality', expectedResult: 'Приказ' }),
    ])
    const { measures } = await read(id, 'analyst')
    const asked = await Promise.all(
      measures.map(one => ask<{ byPlan: boolean }>('GET', `/api/measures/${one.id}`, 'analyst')),
    )
    expect(asked.map(({ byPlan }) => byPlan)).toEqual([true, false, false])
  })

  it('are shown to everybody without the names of persons, until they are taken away', async () => {
    const id = await save('analyst', world.units.region, [
      measure('Совещание у Филиной А.П. и Совы', {
        responsible: [
          { original: 'РЦОКО', body: 'РЦОКО', person: null, post: null },
          { original: 'Филина А.П., методист', body: null, person: 'Филина А.П.', post: 'методист' },
        ],
        performer: 'Воронов Б.Б.',
        expectedResult: 'Отчёт Воронова; решение',
      }),
    ])
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    const { address } = await act(id, 'publish', 'analyst', { withNames: false })
    const token = address.split('/').at(-1)!
    const page = () => world.send('GET', `/api/published-plans/${token}`, null)
    const shown = await (await page()).text()
    expect(shown).not.toMatch(/Филин|Воронов|Сов[аы]/)
    expect(JSON.parse(shown)).toMatchObject({
      approval: { post: 'Министр', person: null, number: '15' },
      sections: [
        {
          measures: [
            { text: 'Совещание у … и …', responsible: 'РЦОКО, методист', expectedResult: 'Отчёт …; решение' },
          ],
        },
      ],
    })
    expect((await act(id, 'publish', 'analyst', { withNames: true })).address).toBe(address)
    expect(await (await page()).text()).toMatch(/Филина А\.П\., методист/)
    await act(id, 'unpublish', 'analyst')
    expect((await page()).status).toBe(404)
    expect((await world.send('GET', '/api/published-plans/an-address-that-leads-nowhere', null)).status).toBe(
      404,
    )
  })

  it('are written as Word, PDF and spreadsheet, and listed in one', async () => {
    const id = await save('analyst', world.units.region, [measure('Совещание', { term: 'сентябрь' })])
    for (const what of ['plan', 'report'])
      for (const format of ['docx', 'pdf', 'xlsx']) {
        const file = await send('GET', `/api/plans/${id}/file?format=${format}&what=${what}`, 'analyst')
        expect([file.status, (await file.arrayBuffer()).byteLength > 2000]).toEqual([200, true])
      }
    for (const url of ['/api/plans/export.xlsx?level=region&from=above', `/api/plans/${id}/coverage.xlsx`])
      expect((await send('GET', url, 'analyst')).status).toBe(200)
    expect(await read(id, 'analyst')).toMatchObject({ copies: 0 })
  })

  it('say in the report whereto a term was moved and why, also when the measure has gone on since', async () => {
    const id = await save('analyst', world.units.region, [measure('Совещание', { term: '15 мая 2022 года' })])
    await act(id, 'approve', 'analyst', { approval: APPROVAL })
    const [{ id: moved }] = (await read(id, 'analyst')).measures
    const step = async (name: string, body: object) => {
      const { version } = await ask<{ version: number }>('GET', `/api/measures/${moved}`, 'analyst')
      await ask('POST', `/api/measures/${moved}/${name}`, 'analyst', { version, ...body })
    }
    // Terms move into the future only.
    const later = new Date(Date.now() + 30 * 86_400_000)
    await step('postpone', { text: 'Ждём итогов.', dueOn: later.toLocaleDateString('sv') })
    await step('submit', { text: 'Совещание прошло, решение разослано.', evidence: [] })
    const file = await send('GET', `/api/plans/${id}/file?format=docx&what=report`, 'analyst')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })
    const day = later.toLocaleDateString('ru', { day: 'numeric', month: 'long', year: 'numeric' })
    expect(value.replace(/\s/g, ' ')).toContain(`Срок перенесён на ${day.replace(/\s/g, ' ')}: Ждём итогов.`)
  })

  it('are listed page by page as in one: of one period, the region before those below it', async () => {
    type Page = { items: { id: number; level: string; period: { end: string } }[]; next: string | null }
    const whole = await ask<Page>('GET', '/api/plans?limit=200', 'analyst')
    const turned: Page['items'][number][] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const after = cursor === '' ? '' : `&cursor=${cursor}`
      const page: Page = await ask<Page>('GET', `/api/plans?limit=2${after}`, 'analyst')
      turned.push(...page.items)
      cursor = page.next
    }
    expect(turned.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id))
    const depth = ['school', 'municipality', 'region']
    const keys = turned.map(({ level, period }) => `${period.end}${depth.indexOf(level)}`)
    expect(keys).toEqual([...keys].sort().reverse())
    expect(new Set(turned.map(({ level }) => level)).size).toBe(3)
  })
})
