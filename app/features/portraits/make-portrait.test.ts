import { describe, expect, it } from 'vitest'
import type { Report } from '../../documents/report/index.ts'
import { preparePortraits } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { readReport, sentencesOf, tableOf } from './testing/read-report.ts'
import { request, type SmallSchool, type SmallSet, smallRun, spread } from './testing/small-run.ts'
import { type PortraitRequest, SECTIONS } from './types.ts'

const TASKS: SmallSet['tasks'] = [
  { name: '1', max: 1, level: 'Б', share: 0.9 },
  { name: '2', max: 2, level: 'Б', share: 0.58 },
  { name: '3', max: 2, level: 'П', share: 0.3 },
]
const MATHS: SmallSet = { maxScore: 10, tasks: TASKS }
const LATER: SmallSet = { maxScore: 10, year: 2022, grade: 5 }

/** Twelve ordinary schools in three municipalities. */
const ordinary = Array.from(
  { length: 12 },
  (_, i): SmallSchool => ({
    login: `sch99${String(i + 10).padStart(4, '0')}`,
    municipality: ['Лесной район', 'Речной район', 'городской округ Заречный'][i % 3],
    kind: i % 2 === 0 ? 'СОШ' : 'лицей',
    scores: { 0: spread(15 + i, 5 + (i % 3)), 1: spread(14, 5) },
    journal: { 0: [6, 6 + i, 3, 1] },
    tasks: { 0: [0.9, 0.58, 0.3] },
  }),
)
const own: SmallSchool = {
  login: 'sch990001',
  name: 'Школа № 1',
  scores: { 0: spread(30, 7) },
  journal: { 0: [2, 24, 4, 3] },
  tasks: { 0: [0.95, 0.5, 0.2] },
}

function draw(
  schools: readonly SmallSchool[],
  asked: Partial<PortraitRequest> = {},
  sets: readonly SmallSet[] = [MATHS, LATER],
): Report {
  const report = makePortrait(preparePortraits(smallRun(sets, schools)), request(asked), 'ru')
  if (report === null) throw new Error('no portrait')
  return report
}

describe('the portrait of a school', () => {
  it('has the sections in their order, less those that the template switches off', () => {
    const ids = draw([own, ...ordinary]).sections.map(({ id }) => id)
    expect(ids).toEqual(SECTIONS.filter(id => id !== 'schools'))
    const less = draw([own, ...ordinary], { template: { version: '2', off: ['areas', 'notes'] } })
    expect(less.sections.map(({ id }) => id)).toEqual(ids.filter(id => id !== 'areas' && id !== 'notes'))
  })

  it('says what anyone needs to make it again, and that it is a starting point', () => {
    const text = readReport(draw([own, ...ordinary]))
    expect(text).toContain('отправная точка, не оценка')
    for (const part of [
      'Школа № 1',
      'sch990001',
      'f'.repeat(64),
      'версия 1',
      '2026-11-01T09:00:00.000Z',
      'ноль баллов',
    ])
      expect(text).toContain(part)
    expect(text).toContain('по данным, а не по спискам учеников: 30 работ в 1 наборе; классы: 4')
  })

  it('says as of when replies are told where that is another day than its own', () => {
    const text = readReport(draw([own, ...ordinary], { date: '2026-11-01', repliesOn: '2026-11-20' }))
    expect(text).toMatch(/Ответы, меры и федеральный перечень — на: 20.ноября 2026/)
    expect(readReport(draw([own, ...ordinary]))).not.toContain('Ответы, меры и федеральный перечень — на')
  })

  it('stands beside municipality, region and similar schools, with works on every row and no place', () => {
    const report = draw([own, ...ordinary])
    expect(tableOf(report, 'results-0')).toEqual([
      ['Эта школа: верхняя пятая часть школ региона', '30', '7,00', '6,70–7,30', '70,0 %'],
      ['Муниципалитет, 5 школ', '108', '5,56', '5,33–5,79', '55,6 %'],
      ['Регион, 13 школ', '276', '6,11', '5,97–6,24', '61,1 %'],
      // Six schools «СОШ» with 720 points in 120 works, and this one with 210 in 30.
      ['Похожие школы (тот же вид, та же местность), 7 школ', '150', '6,20', '6,02–6,38', '62,0 %'],
    ])
    expect(readReport(report)).not.toMatch(/\d-е место|место в рейтинге|\d из 13 школ/)
  })

  it('has the numbers of the run’s own rows', () => {
    const run = smallRun([MATHS, LATER], [own, ...ordinary])
    const [row] = run.schools[0].rows
    const report = makePortrait(preparePortraits(run), request(), 'ru')!
    const cells = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block =>
        'id' in block && block.id === 'results-0' && 'rows' in block ? block.rows[0] : [],
      ),
    )
    expect(cells.slice(1)).toEqual([
      { kind: 'number', value: row.n, digits: 0 },
      { kind: 'number', value: row.mean, digits: 2 },
      { kind: 'interval', lower: row.markers[0].lower, upper: row.markers[0].upper, digits: 2, share: false },
      { kind: 'share', value: row.mean! / 10, digits: 1 },
    ])
  })

  it('holds tasks against the recommendation of 2026, from the easiest to the hardest of the region', () => {
    const report = draw([own, ...ordinary])
    expect(tableOf(report, 'tasks-0').map(row => [row[0], row[1], row[3], row.at(-1)])).toEqual([
      ['1', 'Б', '95,0 %', 'достаточно'],
      ['2', 'Б', '50,0 %', 'недостаточно'],
      ['3', 'П', '20,0 %', 'недостаточно'],
    ])
    expect(readReport(report)).toContain('известна нам по пересказу, это не норма')
  })

  it('counts marks beside the journal with their shares', () => {
    expect(tableOf(draw([own, ...ordinary]), 'journal')).toEqual([
      ['Математика, 4 класс, 2021', '30', '2 (6,7 %)', '24 (80,0 %)', '4 (13,3 %)', '3 (10,0 %)', '—'],
    ])
  })

  it('names no sign without its reply', () => {
    const sign = { position: 0, source: 'official', text: 'Средний балл выше', n: 30, signal: 1 } as const
    const report = draw([{ ...own, signs: [{ ...sign, reply: 'ждём до 15 июня 2021 г.' }] }, ...ordinary])
    expect(tableOf(report, 'signals')).toEqual([
      [
        'Математика, 4 класс, 2021',
        'методика 2019 года',
        'Средний балл выше',
        '30',
        'ждём до 15 июня 2021 г.',
      ],
    ])
    expect(sentencesOf(report, 'areas')[1].text).toContain(
      '1 признак требует анализа. Состояние ответов: ждём',
    )
  })

  it('leaves the unremarkable out of «только значимое», and says so where nothing is left', () => {
    const all = sentencesOf(draw([own, ...ordinary]), 'areas')
    const notable = sentencesOf(draw([own, ...ordinary], { notableOnly: true }), 'areas')
    expect(notable.filter(({ tone }) => tone === 'notable')).toEqual(
      all.filter(({ tone }) => tone === 'notable'),
    )
    expect(notable.some(({ tone }) => tone === 'quiet')).toBe(false)
    const plain = draw([{ login: 'sch990001', scores: { 0: spread(20, 6) } }, ...ordinary], {
      notableOnly: true,
    })
    expect(sentencesOf(plain, 'areas').at(-1)).toEqual({
      tone: 'quiet',
      text: 'Ничего, что требовало бы внимания, не видно.',
    })
  })

  it('is the same for the same run, and English where it is asked for', () => {
    const context = preparePortraits(smallRun([MATHS, LATER], [own, ...ordinary]))
    const again = preparePortraits(smallRun([MATHS, LATER], [own, ...ordinary]))
    expect(makePortrait(context, request(), 'ru')).toEqual(makePortrait(again, request(), 'ru'))
    const english = readReport(makePortrait(context, request(), 'en')!)
    expect(english).toContain('Portrait of a school')
    expect(
      english.replace(/Школа|Математика|СОШ|село|Лесной район|Регион|ВПР|ОГЭ|ЕГЭ|\b[БПВ]\b|не пройд/g, ''),
    ).not.toMatch(/[а-яё]{4}/i)
  })

  it('is not made of somebody whom the run does not know', () => {
    const context = preparePortraits(smallRun([MATHS], ordinary))
    expect(makePortrait(context, request(), 'ru')).toBeNull()
    expect(makePortrait(context, request({ level: 'municipality', unit: 'Нет такого' }), 'ru')).toBeNull()
  })
})

describe('odd schools', () => {
  const clean = (report: Report) => {
    const text = readReport(report)
    expect(text).not.toMatch(/NaN|undefined|Infinity|∞|\bnull\b/)
    return text
  }

  it('three pupils: small sample, no fifth, no shape', () => {
    const report = draw([{ ...own, scores: { 0: [3, 5, 8] }, journal: { 0: [0, 3, 0, 0] } }, ...ordinary])
    const text = clean(report)
    expect(tableOf(report, 'results-0')[0].slice(0, 3)).toEqual(['Эта школа', '3', '5,33'])
    expect(text).toContain('n = 3')
    expect(text).toContain('малая выборка')
    expect(text).toContain('о форме распределения судить нельзя')
  })

  it('one pupil: no interval', () => {
    const report = draw([{ ...own, scores: { 0: [5] }, journal: {} }, ...ordinary])
    clean(report)
    expect(tableOf(report, 'results-0')[0]).toEqual(['Эта школа', '1', '5,00', '—', '50,0 %'])
  })

  it('a class that is absent: the set stays empty and is named', () => {
    const text = clean(draw([own, ...ordinary]))
    expect(text).toContain('без работ школы: Математика, 5 класс, 2022')
  })

  it('no work at all', () => {
    const text = clean(draw([{ ...own, scores: {}, journal: {}, tasks: {} }, ...ordinary]))
    expect(text).toContain('В этом расчёте нет ни одной работы школы.')
    expect(text).toContain('в данных нет ни одной учтённой работы')
  })

  it('one year, no sign, no list: each is said, and nothing compared', () => {
    const text = clean(draw([own, ...ordinary]))
    expect(text).toContain('Двух лет одной параллели в данных нет.')
    const bare = clean(draw([{ ...own, signs: [], federal: [] }, ...ordinary]))
    expect(bare).toContain('Признаков, требующих анализа, нет.')
    expect(bare).toContain('школы нет, или перечни не загружены')
  })

  it('a set without a scale: no boundaries, no marks', () => {
    const bare = { ...MATHS, boundaries: null, tau2: null, within: null }
    const report = draw([{ ...own, journal: {} }, ...ordinary.map(one => ({ ...one, journal: {} }))], {}, [
      bare,
    ])
    expect(clean(report)).toContain('Шкала отметок этого набора неизвестна')
    expect(tableOf(report, 'distribution-0').every(([, mark]) => mark === '—')).toBe(true)
    clean(draw(ordinary, { level: 'region', audience: 'territory' }, [bare]))
  })

  it('a school that the registry does not know', () => {
    const report = draw([{ ...own, name: null, municipality: null, kind: null, locality: null }, ...ordinary])
    const text = clean(report)
    expect(report.title).toBe('sch990001')
    expect(text).toContain('школы нет в реестре')
    expect(text).toContain('Похожие школы не подобраны')
    expect(tableOf(report, 'results-0').map(([who]) => who)).toEqual([
      expect.stringContaining('Эта школа'),
      'Регион, 13 школ',
    ])
  })

  it('a name of three hundred letters with quotes', () => {
    const name = `Муниципальное «общеобразовательное» "учреждение" <№ 1> & ${'очень '.repeat(40)}длинное`
    const report = draw([{ ...own, name }, ...ordinary])
    expect(report.title).toBe(name)
    for (const { blocks } of report.sections)
      for (const block of blocks)
        if (block.kind === 'figure') expect(block.svg).not.toMatch(/<№|"учреждение"/)
    const territory = draw([{ ...own, name }, ...ordinary], { level: 'region', audience: 'territory' })
    expect(clean(territory)).toContain(name)
  })

  it('two hundred schools in a municipality', () => {
    const many = Array.from(
      { length: 200 },
      (_, i): SmallSchool => ({
        login: `sch99${String(i + 1000).padStart(4, '0')}`,
        scores: { 0: spread(10 + (i % 9), 4 + (i % 4)) },
      }),
    )
    const report = draw(many, { level: 'municipality', unit: 'Лесной район', audience: 'territory' })
    clean(report)
    expect(tableOf(report, 'schools')).toHaveLength(200)
    expect(tableOf(report, 'funnel-0')).toHaveLength(200)
  })
})

describe('the portrait of a territory', () => {
  const index = [
    { unit: 'Регион', level: 'region', year: 2021, signs: 8, schools: 13, marked: 3, index: 76.9 },
    { unit: 'Лесной район', level: 'municipality', year: 2021, signs: 8, schools: 5, marked: 2, index: 60 },
    { unit: 'Речной район', level: 'municipality', year: 2021, signs: 8, schools: 4, marked: 1, index: 75 },
    {
      unit: 'городской округ Заречный',
      level: 'municipality',
      year: 2021,
      signs: 8,
      schools: 4,
      marked: 0,
      index: 100,
    },
  ] as const
  const territory = (asked: Partial<PortraitRequest>, sets: readonly SmallSet[] = [MATHS, LATER]) =>
    makePortrait(preparePortraits(smallRun(sets, [own, ...ordinary], index)), request(asked), 'ru')!

  it('puts municipalities in the order of the alphabet, each with its works', () => {
    const report = territory({ level: 'region', audience: 'territory' })
    expect(tableOf(report, 'municipalities-0').map(row => row.slice(0, 3))).toEqual([
      ['городской округ Заречный', '4', '86'],
      ['Лесной район', '5', '108'],
      ['Речной район', '4', '82'],
    ])
    expect(tableOf(report, 'index').map(([, unit]) => unit)).toEqual(index.map(({ unit }) => unit))
    const forest = territory({ level: 'municipality', unit: 'Лесной район', audience: 'territory' })
    expect(tableOf(forest, 'index').map(row => [row[1], row[5]])).toEqual([
      ['Регион', '76,9'],
      ['Лесной район', '60,0'],
    ])
  })

  it('lists schools with the state of every sign, to those who stand above them', () => {
    const sign = {
      position: 0,
      source: 'own',
      text: 'Видно',
      n: 30,
      signal: 1,
      reply: 'снято после пояснения',
    } as const
    const run = smallRun(
      [MATHS, LATER],
      [{ ...own, signs: [{ ...sign, position: null }] }, ...ordinary],
      index,
    )
    const context = preparePortraits(run)
    const of = (audience: PortraitRequest['audience']) =>
      makePortrait(context, request({ level: 'municipality', unit: 'Лесной район', audience }), 'ru')!
    expect(tableOf(of('territory'), 'schools')[0]).toEqual([
      'Школа № 1',
      'sch990001',
      '1',
      '30',
      'Школа в целом (собственный признак) — снято после пояснения',
      '—',
    ])
    for (const audience of ['public', 'school'] as const) {
      const text = readReport(of(audience))
      expect(text).toContain('Список школ в этом портрете не показан')
      expect(text).not.toMatch(/sch99|Школа №|снято после|[Рр]омбы/)
    }
  })

  it('marks what cannot be compared over the years', () => {
    const years: SmallSet[] = [
      MATHS,
      { ...MATHS, year: 2022, maxScore: 12 },
      { ...MATHS, year: 2023, maxScore: 12, boundaries: [5, 8, 10] },
      { ...MATHS, year: 2024, maxScore: 12, boundaries: [5, 8, 10] },
    ]
    const schools = ordinary.map(one => ({
      ...one,
      scores: { ...one.scores, 1: spread(14, 5), 2: spread(14, 5), 3: spread(14, 5) },
    }))
    const report = draw(schools, { level: 'region', audience: 'territory' }, years)
    expect(tableOf(report, 'changes').map(row => row.at(-1))).toEqual([
      'первый год в данных',
      'изменился максимум: 10 → 12, сравнивать нельзя',
      'изменилась шкала отметок: доли отметок сравнивать нельзя',
      'максимум, шкала и задания те же',
    ])
    expect(readReport(territory({ level: 'region', audience: 'territory' }))).toContain('Сравнивать не с чем')
  })

  it('tells bunching as a finding about the territory', () => {
    const report = territory({ level: 'region', audience: 'territory' })
    expect(tableOf(report, 'bunching').map(row => row.slice(0, 3))).toContainEqual([
      'Математика, 4 класс, 2021',
      '«4»',
      '7',
    ])
    expect(readReport(report)).toContain('вывод о том, как в нём проверяют, а не об отдельной школе')
  })
})
