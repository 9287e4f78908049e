import { describe, expect, it } from 'vitest'
import { printPlan } from './printed-plan.ts'
import type { FrozenPlan } from './store/frozen-plan.ts'

const who = (original: string, person: string | null = null, post: string | null = null) =>
  ({ original, body: null, person, post }) as const

function planOf(text: string, ...responsible: readonly ReturnType<typeof who>[]): FrozenPlan {
  const measure = { key: 1, number: '1', year: null, section: 'Раздел', text, term: null, place: null }
  return {
    unit: 'Заречный район',
    header: {
      title: 'План',
      period: { start: '2026-09-01', end: '2027-08-31', school: true, original: null },
      approval: { post: 'Начальник отдела', person: 'З.И. Сова', date: '2026-09-10', number: '15' },
      abbreviations: [],
    },
    measures: [{ ...measure, participants: null, expectedResult: null, performer: null, responsible }],
  } as unknown as FrozenPlan
}
const textOf = (plan: FrozenPlan, withNames = false) =>
  printPlan(plan, { number: 1, at: new Date(0), withNames }).sections[0].measures[0]

describe('a plan for everybody', () => {
  it.each([
    ['Поручить Дятловой К.К. сверку', 'Поручить … сверку'],
    ['Поручить ДЯТЛОВОЙ К.К. сверку', 'Поручить … сверку'],
    ['Поручить К.К. ДЯТЛОВОЙ сверку', 'Поручить … сверку'],
    ['Поручить К.К. Дятловой сверку', 'Поручить … сверку'],
    ['Сверка: Дятлова К.К. Рысь Н.Е.', 'Сверка: …'],
    ['Директору К.К. Дятловой', '…'],
    ['Поручить Дятловой Кире Кирилловне сверку', 'Поручить … сверку'],
    // Without initials, by the surname of somebody whom the plan names, in any case.
    ['Согласовать с Совой', 'Согласовать с …'],
    ['Поручить Дятлову Петру Ильичу сверку', 'Поручить … сверку'],
    ['Дятлов Лев Кузьмич ведёт сверку', '… ведёт сверку'],
    ['Сверка Дятловой К.', 'Сверка …'],
    ['Кира Кирилловна Дятлова ведёт сверку', '… ведёт сверку'],
    ['Анна Кирилловна ведёт сверку', '… ведёт сверку'],
    ['ДЯТЛОВА КИРА КИРИЛЛОВНА', '…'],
    ['Дятлова Лейла Рашид кызы, эксперт', '…, эксперт'],
    ['Мария Дятлова, методист', '…, методист'],
    ['Поручить Марии Дятловой сверку', 'Поручить … сверку'],
    // Ordinary words that end as names do.
    ['Основной период, Часть А. Задания', 'Основной период, Часть А. Задания'],
    ['Школы Петровского и Ильинского районов', 'Школы Петровского и Ильинского районов'],
    ['Всероссийские работы в Московской области', 'Всероссийские работы в Московской области'],
    ['Педсовет «Итоги ВПР», Центр «Точка роста»', 'Педсовет «Итоги ВПР», Центр «Точка роста»'],
    // No names: bodies, procedures, quarters, towns.
    ['Провести ВПР и ОГЭ в МБОУ г. Заречного', 'Провести ВПР и ОГЭ в МБОУ г. Заречного'],
  ])('«%s» is read as «%s»', (words, shown) => {
    expect(textOf(planOf(words)).text).toBe(shown)
    expect(textOf(planOf(words), true).text).toBe(words)
  })

  it('tells of nobody in its legend, nor in words about who answers that name no post', () => {
    const plan = planOf('Сверка', who('зам. директора Мария Дятлова'))
    const legend = [{ short: 'К', full: 'координатор Дятлова Кира Кирилловна' }]
    const shown = printPlan(
      { ...plan, header: { ...plan.header, abbreviations: legend } },
      {
        ...{ number: 1, at: new Date(0), withNames: false },
      },
    )
    expect(shown.abbreviations).toEqual([{ short: 'К', full: 'координатор …' }])
    expect(shown.sections[0].measures[0].responsible).toBe('зам. директора …')
  })

  it('tells those who answer by their posts and bodies', () => {
    const plan = planOf('Сверка', who('ОМСУ'), who('методист Сойка Р.Р.', 'Сойка Р.Р.', 'методист'))
    expect(textOf(plan).responsible).toBe('ОМСУ, методист')
    expect(printPlan(plan, { number: 1, at: new Date(0), withNames: false }).approval).toEqual({
      ...{ post: 'Начальник отдела', person: null, date: '2026-09-10', number: '15' },
    })
    expect(textOf(plan, true).responsible).toBe('ОМСУ, методист Сойка Р.Р.')
  })
})
