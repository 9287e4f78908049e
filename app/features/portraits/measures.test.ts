import { describe, expect, it } from 'vitest'
import { preparePortraits } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { sentencesOf, tableOf } from './testing/read-report.ts'
import { request, smallRun, spread } from './testing/small-run.ts'
import type { PortraitRequest, UnitMeasures } from './types.ts'

const school: UnitMeasures = {
  states: [
    { state: 'accepted', count: 3, late: 0, addressed: 1 },
    { state: 'returned', count: 2, late: 1, addressed: 1 },
  ],
  addressed: [
    { text: 'Перепроверить работы', dueOn: '2026-12-01', state: 'returned', late: true },
    { text: 'Разобрать ошибки', dueOn: null, state: 'accepted', late: false },
  ],
}
const west: UnitMeasures = {
  states: [{ state: 'not-started', count: 4, late: 2, addressed: 0 }],
  addressed: [],
}

const draw = (asked: Partial<PortraitRequest>, known = true) =>
  makePortrait(
    preparePortraits(
      smallRun(
        [{ maxScore: 10 }],
        ['sch990001', 'sch990002', 'sch990003'].map((login, i) => ({
          ...{ login, scores: { 0: spread(20, 6) } },
          measures: known ? (i === 2 ? { states: [], addressed: [] } : school) : null,
        })),
        [],
        known ? new Map([['Лесной район', west]]) : null,
      ),
    ),
    request(asked),
    'ru',
  )!
const municipality = { level: 'municipality', unit: 'Лесной район', audience: 'territory' } as const
const quiet = (report: ReturnType<typeof draw>, id = 'measures') =>
  sentencesOf(report, id)
    .filter(({ tone }) => tone === 'quiet')
    .map(({ text }) => text)

describe('measures in a portrait', () => {
  it('of a school: by state with those that are late, and those that answer its signs with term and state', () => {
    const report = draw({})
    expect(tableOf(report, 'measures')).toEqual([
      ['возвращена', '2', '1'],
      ['принята', '3', '0'],
      ['Всего', '5', '1'],
    ])
    expect(tableOf(report, 'measures-addressed')).toEqual([
      ['Перепроверить работы', '1 декабря 2026 г.', 'возвращена, срок прошёл'],
      ['Разобрать ошибки', 'без дня', 'принята'],
    ])
  })

  it('of a territory: its own plan beside those of its schools', () => {
    const report = draw(municipality)
    expect(tableOf(report, 'measures')).toEqual([
      ['не начата', '4', '2', '0', '0'],
      ['возвращена', '0', '0', '4', '2'],
      ['принята', '0', '0', '6', '0'],
      ['Всего', '4', '2', '10', '2'],
    ])
    expect(sentencesOf(report, 'measures').map(({ text }) => text)).toContain(
      'Адресных мер в ответ на признаки в планах школ: 4, из них приняты: 2.',
    )
    // The region has no plan of its own.
    const region = tableOf(draw({ level: 'region', audience: 'territory' }), 'measures')
    expect(region.at(-1)).toEqual(['Всего', '0', '0', '10', '2'])
  })

  it('are not there, or not known: either is said', () => {
    expect(quiet(draw({ unit: 'sch990003' }))).toEqual(['В утверждённых планах школы мер нет.'])
    expect(quiet(draw({}, false))).toEqual(['О мерах сведений нет: расчёт сделан без службы.'])
    expect(quiet(draw(municipality, false))).toHaveLength(1)
  })

  it('tell the public nothing of who has signs', () => {
    const report = draw({ audience: 'public' })
    expect(() => tableOf(report, 'measures-addressed')).toThrow()
    expect(sentencesOf(draw({ ...municipality, audience: 'public' }), 'measures')).toHaveLength(1)
  })

  it('and conduct, which the product does not have yet, says so at every level', () => {
    for (const asked of [{}, municipality, { level: 'region', audience: 'territory' } as const])
      expect(quiet(draw(asked), 'conduct')).toEqual([expect.stringContaining('этой части продукта ещё нет')])
    const off = draw({ template: { version: '1', off: ['conduct', 'measures'] } })
    expect(off.sections.map(({ id }) => id)).not.toContain('conduct')
    expect(off.sections.map(({ id }) => id)).not.toContain('measures')
  })
})
