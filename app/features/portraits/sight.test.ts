import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../documents/report/index.ts'
import { preparePortraits } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { LEAST_SCHOOLS } from './small-cells.ts'
import { readReport, tableOf } from './testing/read-report.ts'
import { request, type SmallSchool, smallRun, spread } from './testing/small-run.ts'
import { type Audience, SECTIONS, type SectionId } from './types.ts'

const NAMES = ['Лесной район', 'Речной район', 'округ Заречный']
const LEASTS = [
  ['territory', 5],
  ['public', 10],
] as const

/** A region of a few schools, most of them small. */
const region = fc
  .array(fc.record({ n: fc.nat({ max: 24 }), municipality: fc.nat({ max: 2 }), kind: fc.nat({ max: 1 }) }), {
    minLength: 1,
    maxLength: 14,
  })
  .map(list =>
    list.map(
      ({ n, municipality, kind }, i): SmallSchool => ({
        login: `sch99${String(i + 1).padStart(4, '0')}`,
        municipality: NAMES[municipality],
        kind: ['СОШ', 'лицей'][kind],
        scores: { 0: spread(n, 5) },
        journal:
          n === 0 ? {} : { 0: [Math.floor(n / 3), n - 2 * Math.floor(n / 3), Math.floor(n / 3), n % 4] },
      }),
    ),
  )

const numberOf = (text: string) => (/^\d[\d ]*$/.test(text) ? Number(text.replaceAll(' ', '')) : null)

/** One section of every portrait of a region. */
function reportsOf(schools: readonly SmallSchool[], audience: Audience, section: SectionId) {
  const context = preparePortraits(smallRun([{ maxScore: 10 }], schools))
  const template = { version: '1', off: SECTIONS.filter(id => id !== section) }
  const draw = (asked: Parameters<typeof request>[0]) =>
    makePortrait(context, request({ audience, template, ...asked }), 'ru')!
  return {
    schools: schools.map(({ login }) => draw({ unit: login })),
    municipalities: () =>
      [...context.municipalities.keys()].map(unit => draw({ level: 'municipality', unit })),
    region: () => draw({ level: 'region', unit: '' }),
  }
}

/** Works of the school's own row in the table of results; null where they are kept back, 0 where it wrote nothing. */
function ownWorks(report: Report): number | null {
  const has = report.sections.some(({ blocks }) =>
    blocks.some(block => 'id' in block && block.id === 'results-0'),
  )
  return has ? numberOf(tableOf(report, 'results-0')[0][1]) : 0
}

describe.each(LEASTS)('small cells for the audience «%s»', (audience, least) => {
  it('cannot be had by subtracting the portraits of schools from those of their municipality and region', () => {
    fc.assert(
      fc.property(region, schools => {
        const reports = reportsOf(schools, audience, 'results')
        const shown = new Map(schools.map(({ login }, i) => [login, ownWorks(reports.schools[i])]))
        const works = (login: string) => schools.find(one => one.login === login)!.scores[0].length
        for (const [login, n] of shown) {
          if (n === null) continue
          expect(n).toBe(works(login))
          expect(n === 0 || n >= least).toBe(true)
        }
        const rest = (of: readonly SmallSchool[]) =>
          of.reduce((sum, { login }) => sum + (shown.get(login) === null ? works(login) : 0), 0)
        // The whole region is known, and each municipality whose sum is shown.
        expect(rest(schools) === 0 || rest(schools) >= least || total(schools) < least).toBe(true)
        for (const report of reports.municipalities()) {
          const of = schools.filter(({ municipality }) => municipality === report.title)
          const sum = total(of) === 0 ? null : numberOf(tableOf(report, 'results')[0][2])
          if (sum !== null) expect(rest(of) === 0 || rest(of) >= least).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('of groups beside a school are of many schools, and leave many when they are taken from the region', () => {
    fc.assert(
      fc.property(region, schools => {
        const reports = reportsOf(schools, audience, 'results')
        for (const [i, report] of reports.schools.entries()) {
          if (schools[i].scores[0].length === 0) continue
          const rows = tableOf(report, 'results-0')
          const similar = rows.find(([who]) => who.startsWith('Похожие'))!
          if (numberOf(similar[1]) === null) continue
          const group = schools.filter(({ kind, scores }) => kind === schools[i].kind && scores[0].length > 0)
          const others = schools.filter(
            ({ kind, scores }) => kind !== schools[i].kind && scores[0].length > 0,
          )
          expect(group.length).toBeGreaterThanOrEqual(LEAST_SCHOOLS)
          if (others.length > 0) expect(total(others)).toBeGreaterThanOrEqual(least)
          expect(total(group) - schools[i].scores[0].length).toBeGreaterThanOrEqual(least)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of marks beside the journal leave no count of a few pupils', () => {
    fc.assert(
      fc.property(region, schools => {
        const reports = reportsOf(schools, audience, 'marks')
        const municipalities = reports.municipalities()
        const counts = (row: string[] | undefined) =>
          row ? row.slice(2, 5).map(cell => numberOf(cell.split(' (')[0])) : []
        const journal = (report: Report) => {
          const has = report.sections.some(({ blocks }) =>
            blocks.some(block => 'id' in block && block.id === 'journal'),
          )
          return has ? counts(tableOf(report, 'journal')[0]) : []
        }
        for (const report of [...reports.schools, ...municipalities, reports.region()])
          for (const count of journal(report))
            expect(count === null || count === 0 || count >= least).toBe(true)
        for (const report of municipalities) {
          const sum = journal(report)
          if (sum.length === 0 || sum.includes(null)) continue
          const of = reports.schools.filter((_, i) => schools[i].municipality === report.title)
          const left = sum.map((all, k) => of.reduce((rest, one) => rest - (journal(one)[k] ?? 0), all!))
          for (const count of left) expect(count === 0 || count >= least).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a school’s own portrait', () => {
  const others = [20, 22].map(
    (n, i): SmallSchool => ({
      login: `sch99000${i + 2}`,
      municipality: NAMES[i],
      scores: { 0: spread(n, 5) },
    }),
  )
  const three: SmallSchool = { login: 'sch990001', municipality: NAMES[0], scores: { 0: [2, 5, 9] } }
  const results = (audience: Audience, schools = [three, ...others]) =>
    tableOf(
      makePortrait(preparePortraits(smallRun([{ maxScore: 10 }], schools)), request({ audience }), 'ru')!,
      'results-0',
    )

  it('shows its own three pupils, and not the one other school of its municipality', () => {
    const [own, municipality, whole] = results('school')
    expect(own.slice(0, 3)).toEqual(['Эта школа', '3', '5,33'])
    expect(municipality).toEqual(['Муниципалитет', 'мало', 'мало', 'мало', 'мало'])
    // Its municipality reads it too, and would take both of its schools away.
    expect(whole).toEqual(['Регион', 'мало', 'мало', 'мало', 'мало'])
  })

  it('hides the three from everybody else', () => {
    for (const audience of ['territory', 'public'] as const)
      expect(results(audience)[0]).toEqual(['Эта школа', 'мало', 'мало', 'мало', 'мало'])
  })

  it('hides the sentence of a sign that quotes few pupils, not its reply', () => {
    const sign = {
      position: 0,
      source: 'official',
      text: 'Средний балл 5,33',
      n: 3,
      signal: 1,
      reply: 'снято',
    } as const
    const schools = [{ ...three, signs: [sign] }, ...others]
    const draw = (audience: Audience) =>
      makePortrait(preparePortraits(smallRun([{ maxScore: 10 }], schools)), request({ audience }), 'ru')!
    expect(tableOf(draw('school'), 'signals')[0][2]).toBe('Средний балл 5,33')
    expect(tableOf(draw('territory'), 'signals')[0].slice(2)).toEqual([
      'Признак по малому числу работ (меньше 5): подробности видят школа и аналитик региона.',
      'мало',
      'снято',
    ])
    const open = readReport(draw('public'))
    expect(open).toContain('Признаки и ответы школ не публикуются.')
    expect(open).not.toMatch(/5,33|снято/)
  })
})

describe('the region beside a unit', () => {
  const school = (i: number, n: number, municipality: string, share = 0.5): SmallSchool => ({
    login: `sch99000${i}`,
    municipality,
    scores: { 0: spread(n, 5) },
    journal: { 0: [n - 12, 6, 6, 0] },
    tasks: { 0: [share] },
  })
  const set = {
    maxScore: 10,
    journal: { n: 40, lowered: 16, confirmed: 12, raised: 12, far: 0, kappa: null },
    tasks: [{ name: '1', max: 1, level: 'Б', share: 0.5 }],
  } as unknown as Parameters<typeof smallRun>[0][number]
  const draw = (schools: readonly SmallSchool[], asked: Parameters<typeof request>[0] = {}) =>
    makePortrait(preparePortraits(smallRun([set], schools)), request(asked), 'ru')!
  const two = [school(1, 20, NAMES[0]), school(2, 24, NAMES[1])]
  const three = [...two, school(3, 26, NAMES[1])]

  it('is kept back in a set of two schools: a reader would take its own away', () => {
    const own = draw(two)
    expect(
      tableOf(own, 'results-0')
        .find(([who]) => who.startsWith('Регион'))!
        .slice(1),
    ).toEqual(Array.from({ length: 4 }, () => 'мало'))
    expect(tableOf(own, 'distribution-0').map(row => row.at(-1))).toEqual(
      tableOf(own, 'distribution-0').map(() => 'мало'),
    )
    expect(tableOf(own, 'journal')[0].at(-1)).toBe('мало')
    expect(tableOf(own, 'tasks-0')[0].slice(5, 7)).toEqual(['мало', 'мало'])
    const other = draw(two, { level: 'municipality', unit: NAMES[0], audience: 'territory' })
    expect(tableOf(other, 'results')[0].slice(-2)).toEqual(['мало', 'мало'])
    expect(tableOf(other, 'bunching')[0].slice(-2)).toEqual(['мало', 'мало'])
  })

  it('is shown where two other schools wrote', () => {
    const own = draw(three)
    expect(tableOf(own, 'results-0').find(([who]) => who.startsWith('Регион'))![1]).toBe('70')
    expect(tableOf(own, 'journal')[0].at(-1)).toMatch(/^40,0/)
    expect(tableOf(own, 'tasks-0')[0][5]).not.toBe('мало')
  })

  it('has no task by which one pupil is counted, but for the school itself', () => {
    const few = [school(1, 20, NAMES[0], 0.95), ...three.slice(1)]
    expect(tableOf(draw(few), 'tasks-0')[0][3]).toContain('95')
    const outside = tableOf(draw(few, { audience: 'territory' }), 'tasks-0')[0]
    expect([outside[3], outside[4], outside[6]]).toEqual(['мало', 'мало', 'мало'])
  })
})

function total(schools: readonly SmallSchool[]): number {
  return schools.reduce((sum, { scores }) => sum + scores[0].length, 0)
}
