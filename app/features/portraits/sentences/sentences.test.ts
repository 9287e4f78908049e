import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogues, hasMessage } from '../../../messages/format.ts'
import { chooseSentences } from './choose-sentences.ts'
import { SCHOOL_SENTENCES, type SchoolFacts } from './school-sentences.ts'
import type { LevelFacts, SetFacts } from './set-facts.ts'
import { SET_SENTENCES } from './set-sentences.ts'
import {
  INDEX_SENTENCES,
  type IndexFacts,
  TERRITORY_SENTENCES,
  type TerritoryFacts,
} from './territory-sentences.ts'
import type { SentenceRule } from './types.ts'

const estimate = { n: 43, value: 0.25, lower: 0.14, upper: 0.4 }
const nothing: SetFacts = {
  ...{ n: 43, small: false, mean: null, region: 7.9, place: 'unknown', half: { usual: 1, rare: 2 } },
  ...{ levels: { base: null, advanced: null }, lowered: null, far: null },
  ...{ boundary: null, inversion: null, twos: null },
}
const quiet: SchoolFacts = {
  ...{ works: 100, sets: 4, signs: null, federal: null, missing: [], hidden: 0, least: 5 },
}
const territory: TerritoryFacts = {
  level: 'region',
  ...{ outside: null, bunching: null, between: null, lowered: null, far: null },
  levels: { base: null, advanced: null },
}
const index: IndexFacts = {
  ...{ level: 'municipality', year: 2021, index: 60, lower: 40, upper: 77, schools: 21, signs: 8 },
  ...{ small: false, region: 70 },
}

function ru<Facts>(rules: readonly SentenceRule<Facts>[], facts: Facts, notableOnly = false): string[] {
  return chooseSentences(rules, facts, 'ru', notableOnly).map(block =>
    'text' in block ? block.text.replaceAll(/[\u00A0\u202F]/g, ' ') : '',
  )
}
const ofSet = (facts: Partial<SetFacts>) => ru(SET_SENTENCES, { ...nothing, ...facts })
const ofSchool = (facts: Partial<SchoolFacts>) => ru(SCHOOL_SENTENCES, { ...quiet, ...facts })
const ofTerritory = (facts: Partial<TerritoryFacts>) => ru(TERRITORY_SENTENCES, { ...territory, ...facts })
const level = (facts: Partial<LevelFacts>): LevelFacts => ({
  tasks: 9,
  hidden: 0,
  insufficient: [],
  weakest: { name: '7', share: 0.41, n: 43, lower: 0.3, upper: 0.52 } as LevelFacts['weakest'],
  ...facts,
})

describe('sentences about a set', () => {
  const mean = { n: 43, value: 8.214, lower: 7.6, upper: 8.82 }

  it.each([
    [
      'above998',
      'выше, чем бывает при обычных различиях между школами: пределы 99,8 % при таком числе работ — от 5,90 до 9,90',
    ],
    ['below998', 'ниже, чем бывает при обычных различиях между школами: пределы 99,8 %'],
    ['above95', 'немного выше пределов 95 % — от 6,90 до 8,90'],
    ['below95', 'немного ниже пределов 95 % — от 6,90 до 8,90'],
    ['inside', 'внутри обычных различий между школами; средний балл региона 7,90.'],
    ['unknown', 'по региону 7,90. Пределы обычных различий построить не из чего.'],
  ] as const)('say where the mean stands: %s', (place, words) => {
    const [sentence, ...rest] = ofSet({ mean, place })
    expect(rest).toEqual([])
    expect(sentence).toMatch(/^Средний балл 8,21 \(n = 43; 95 %: от 7,60 до 8,82\)/)
    expect(sentence).toContain(words)
  })

  it('say «малая выборка» of few works, and no interval where there is none', () => {
    const [three] = ofSet({ mean: { ...mean, n: 3 }, place: 'inside' })
    expect(three).toContain('(n = 3; 95 %: от 7,60 до 8,82; малая выборка)')
    const [one] = ofSet({ mean: { n: 1, value: 8, lower: null, upper: null }, place: 'unknown' })
    expect(one).toContain('Средний балл 8,00 (n = 1; малая выборка)')
  })

  it.each([
    [1, 1, 'Из 1 задания базового уровня 1 выполнено меньше чем на 57 % (№ 1)'],
    [2, 9, 'Из 9 заданий базового уровня 2 выполнены меньше чем на 57 % (№ 1, 2)'],
    [5, 21, 'Из 21 задания базового уровня 5 выполнены меньше чем на 57 %'],
  ])('count tasks that fall short: %d of %d', (count, tasks, words) => {
    const insufficient = Array.from({ length: count }, (_, i) => String(i + 1))
    const [sentence] = ofSet({ levels: { base: level({ tasks, insufficient }), advanced: null } })
    expect(sentence).toContain(words)
    expect(sentence).toContain('по рекомендации 2026 года этого недостаточно')
    expect(sentence).toContain('задание № 7: 41 % (n = 43; 95 %: от 30 % до 52 %)')
  })

  it('tell the levels apart, and say quietly where nothing falls short', () => {
    expect(
      ofSet({ levels: { base: level({}), advanced: level({ insufficient: ['12'], tasks: 2 }) } }),
    ).toEqual([
      expect.stringContaining('Заданий базового уровня, выполненных меньше чем на 57 %, нет (всего 9)'),
      expect.stringContaining(
        'Из 2 заданий повышенного и высокого уровня 1 выполнено меньше чем на 28,5 % (№ 12)',
      ),
    ])
    expect(ofSet({ levels: { base: null, advanced: level({ tasks: 2 }) } })).toEqual([
      expect.stringContaining('Заданий повышенного и высокого уровня, выполненных меньше чем на 28,5 %, нет'),
    ])
  })

  it('do not judge single tasks by a few works', () => {
    const few = level({ insufficient: ['1', '2'], weakest: { ...level({}).weakest, n: 9 } })
    expect(ofSet({ n: 9, levels: { base: few, advanced: null } })).toEqual([
      'Работ мало (9 работ): о том, достаточно ли выполнены отдельные задания, по ним судить нельзя.',
    ])
    expect(ofSet({ n: 10, levels: { base: level({}), advanced: null } })).toHaveLength(1)
    expect(ofSet({ n: 9, levels: { base: null, advanced: null } })).toEqual([])
  })

  it('hold marks against the journal of the region, by the interval that is printed', () => {
    expect(ofSet({ lowered: { ...estimate, reference: 0.1 } })).toEqual([
      'Отметка за работу ниже отметки в журнале чаще, чем по региону: у 25 % работ (n = 43; 95 %: от 14 % до 40 %), по региону у 10 %.',
    ])
    expect(ofSet({ lowered: { ...estimate, reference: 0.14 } })).toEqual([
      expect.stringContaining('не чаще обычного'),
    ])
  })

  it.each([
    [1, 'расходятся в 1 случае — 25 % работ'],
    [3, 'расходятся в 3 случаях — 25 % работ'],
    [21, 'расходятся в 21 случае — 25 % работ'],
  ])('ask to look into marks two apart: %d', (count, words) => {
    const [sentence] = ofSet({ far: { ...estimate, count } })
    expect(sentence).toContain(`На 2 отметки и больше работа и журнал ${words}`)
  })

  it('say that no mark is two apart', () => {
    expect(ofSet({ far: { ...estimate, value: 0, lower: 0, upper: 0.08, count: 0 } })).toEqual([
      'Работ, отметка за которые расходится с журналом на 2 отметки и больше, нет (n = 43; 95 %: от 0 % до 8 %).',
    ])
  })

  it('see bunching against the region only', () => {
    expect(ofSet({ boundary: { ...estimate, value: 0.9, lower: 0.7, upper: 0.98, reference: 0.6 } })).toEqual(
      [
        expect.stringContaining(
          'ровно на границе — 90 % (n = 43; 95 %: от 70 % до 98 %); по доле региона ожидалось бы 60 %. Случайностью это не объясняется',
        ),
      ],
    )
    expect(ofSet({ boundary: { ...estimate, reference: 0.6 } })).toEqual([
      expect.stringContaining('В пределах случайности.'),
    ])
  })

  it('see hard tasks done better than easy ones promise', () => {
    expect(ofSet({ inversion: { n: 43, value: 0.05, lower: 0.01, upper: 0.09 } })).toEqual([
      expect.stringContaining('Трудные задания решены лучше, чем ожидалось при таких же лёгких'),
    ])
    expect(ofSet({ inversion: { n: 43, value: -0.05, lower: -0.09, upper: -0.01 } })).toEqual([
      expect.stringContaining('−5,0 % возможных баллов (n = 43; 95 %: от −9 % до −1 %)'),
    ])
    expect(ofSet({ inversion: { n: 2, value: 0.3, lower: null, upper: null } })).toEqual([])
  })

  it('compare the share of «2» with a year ago', () => {
    const before = { n: 40, value: 0.05, lower: 0.01, upper: 0.16 }
    expect(ofSet({ twos: { now: { ...estimate, n: 9 }, before, year: 2021 } })).toEqual([])
    const [grew] = ofSet({ twos: { now: estimate, before, year: 2021 } })
    expect(grew).toContain('Доля «2» выросла: 5 % в 2021 году (n = 40; 95 %: от 1 % до 16 %), теперь 25 %')
    expect(grew).toContain('рост на 10 процентных пунктов и больше')
    const [same] = ofSet({ twos: { now: before, before: estimate, year: 2021 } })
    expect(same).toContain('роста на 10 процентных пунктов и больше нет')
  })
})

describe('sentences about a school', () => {
  it.each([
    [1, '1 признак требует анализа.'],
    [2, '2 признака требуют анализа.'],
    [5, '5 признаков требуют анализа.'],
    [21, '21 признак требует анализа.'],
  ])('count signs with how their replies stand: %d', (count, words) => {
    const replies = Array.from({ length: count }, () => 'ждём до 15 июня 2021 г.')
    const [sentence] = ofSchool({ signs: { count, replies } })
    expect(sentence).toBe(
      `${words} Состояние ответов: ждём до 15 июня 2021 г. Признак — вопрос к результату, а не ответ о школе.`,
    )
  })

  it('say that there is no sign without calling it a proof', () => {
    expect(ofSchool({ signs: { count: 0, replies: [] } })).toEqual([
      expect.stringContaining('это не доказательство'),
    ])
  })

  it.each([
    [[2021], 1, 'в 1 году: 2021; подряд по последний загруженный — 1 год'],
    [[2019, 2020, 2021], 3, 'в 3 годах: 2019, 2020, 2021; подряд по последний загруженный — 3 года'],
    [[2019], 0, 'подряд по последний загруженный — ни одного'],
  ])('name the years of the federal list: %j', (years, running, words) => {
    expect(ofSchool({ federal: { years, running } })).toEqual([expect.stringContaining(words)])
  })

  it('say where the list does not name the school, what is hidden and what is missing', () => {
    expect(ofSchool({ federal: { years: [], running: 0 }, hidden: 1, missing: ['А', 'Б'] })).toEqual([
      'В загруженных федеральных перечнях школы нет, или перечни не загружены.',
      'Результаты 1 набора не показаны: за ними — самими или по разности с соседними — стоит меньше 5 работ. Полностью их видит сама школа.',
      'В расчёте есть 2 набора без работ школы: А; Б. Если такие классы в школе есть, проверьте, загружен ли их протокол.',
    ])
  })
})

describe('sentences about a territory', () => {
  it('count schools beyond the limits, with how many chance would bring', () => {
    expect(ofTerritory({ outside: { above: 1, below: 3, schools: 634 } })).toEqual([
      'За пределами обычных различий (99,8 %): выше — 1 школа, ниже — 3 школы (всего школ: 634). Случайно с каждой стороны оказалось бы около 0,63.',
    ])
    expect(ofTerritory({ outside: { above: 0, below: 0, schools: 634 } })).toEqual([
      'За пределами обычных различий (99,8 %) нет ни одной школы (всего школ: 634).',
    ])
  })

  it('call bunching a finding about the territory, and only where it is striking', () => {
    const bunching = {
      mark: 3,
      score: 7,
      below: 469,
      at: 4010,
      share: { n: 4479, value: 0.895, lower: 0.886, upper: 0.904 },
      region: null,
    }
    expect(ofTerritory({ bunching })).toEqual([
      'У границы «3» работ с 7 баллами в 8,6 раза больше, чем с 6: 4 010 и 469. Ровно на границе стоит 90 % тех и других (n = 4 479; 95 %: от 88,6 % до 90,4 %). Это вывод о регионе в целом, а не об отдельной школе.',
    ])
    expect(ofTerritory({ bunching, level: 'municipality' })[0]).toContain(
      'Это вывод о муниципалитете в целом',
    )
    expect(ofTerritory({ bunching: { ...bunching, score: 21 } })[0]).toContain('с 21 баллом')
    expect(ofTerritory({ bunching: { ...bunching, share: { ...bunching.share, n: 49 } } })[0]).toContain(
      'Резкого скопления',
    )
    expect(ofTerritory({ bunching: { ...bunching, below: 4000 } })[0]).toContain(
      'Резкого скопления у границ отметок нет',
    )
    // Without a work below there is no ratio to speak of, and the jump is the greatest.
    expect(ofTerritory({ bunching: { ...bunching, below: 0 } })[0]).toContain('4 010, а с 6 — ни одной')
    // As in the region: neither a finding about the municipality nor a denial.
    expect(ofTerritory({ bunching: { ...bunching, level: 'municipality', region: 0.9 } as never })).toEqual(
      [],
    )
  })

  it('tell differences between schools, marks lowered, marks far apart, tasks', () => {
    expect(
      ofTerritory({
        between: { icc: 0.096, schools: 634, works: 25000 },
        lowered: estimate,
        far: { ...estimate, count: 11 },
        levels: { base: level({ insufficient: ['7'] }), advanced: level({}) },
      }),
    ).toEqual([
      'Обычные различия между школами — 9,6 % всего разброса баллов (634 школы, n = 25 000).',
      expect.stringContaining('Из 9 заданий базового уровня 1 выполнено'),
      expect.stringContaining('Заданий повышенного и высокого уровня, выполненных меньше'),
      'Отметка за работу ниже отметки в журнале у 25 % работ (n = 43; 95 %: от 14 % до 40 %).',
      expect.stringContaining('работа и журнал расходятся в 11 случаях — 25,0 % работ'),
    ])
  })

  it('hold the index of a municipality against the region by its interval', () => {
    expect(ru(INDEX_SENTENCES, { ...index, upper: 65 })).toEqual([
      'Индекс 2021 года — 60,0 (95 %: от 40,0 до 65,0; 21 школа; признаков 8 из 14): ниже индекса региона 70,0 больше, чем объясняет случайность.',
    ])
    expect(ru(INDEX_SENTENCES, { ...index, small: true, schools: 2 })).toEqual([
      expect.stringContaining('2 школы, малая выборка; признаков 8 из 14); индекс региона 70,0.'),
    ])
    expect(ru(INDEX_SENTENCES, { ...index, level: 'region', region: null })).toEqual([
      'Индекс 2021 года — 60,0 (95 %: от 40,0 до 77,0; 21 школа; признаков 8 из 14).',
    ])
  })
})

describe('the lists of sentences', () => {
  const all = [...SCHOOL_SENTENCES, ...SET_SENTENCES, ...TERRITORY_SENTENCES, ...INDEX_SENTENCES]

  it('have a text of each in both languages, and no text without a sentence', () => {
    const ids = new Set(all.map(({ id }) => `portrait.area.${id}`))
    for (const id of ids) expect(hasMessage('ru', id) && hasMessage('en', id), id).toBe(true)
    const texts = Object.keys(catalogues.ru).filter(id => id.startsWith('portrait.area.'))
    expect(texts.toSorted()).toEqual([...ids].toSorted())
  })

  it('are published, each with its condition', () => {
    const page = readFileSync(new URL('../../../../docs/portrait-sentences.md', import.meta.url), 'utf8')
    const named = [...page.matchAll(/^\| `([a-z0-9.-]+)` +\| (заметное|тихое)/gm)].map(
      ([, id, tone]) => `${id} ${tone}`,
    )
    const tones = { notable: 'заметное', quiet: 'тихое' }
    expect(named.toSorted()).toEqual(
      [...new Set(all.map(({ id, tone }) => `${id} ${tones[tone]}`))].toSorted(),
    )
  })

  it('leave the unremarkable out where only what is notable is asked for', () => {
    const facts = { ...nothing, far: { ...estimate, count: 2 }, lowered: { ...estimate, reference: 0.5 } }
    expect(ru(SET_SENTENCES, facts)).toHaveLength(2)
    expect(ru(SET_SENTENCES, facts, true)).toEqual([expect.stringContaining('расходятся в 2 случаях')])
  })

  it('neither rank nor blame', () => {
    const texts = all.map(({ id }) => catalogues.ru[`portrait.area.${id}`]).join('\n')
    expect(texts).not.toMatch(/место|лучшая|худш|рейтинг|наруш|завыш/i)
  })
})
