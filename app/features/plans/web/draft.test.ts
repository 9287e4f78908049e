import { beforeAll, describe, expect, it, vi } from 'vitest'
import { speak } from '../../../web/messages/say.ts'
import { addedBody, EMPTY_ADDED, NEW_SECTION, placesOf } from './added-measure.ts'
import {
  bodyOf,
  emptyMeasure,
  measureFromLibrary,
  mergeMeasures,
  pointsLeft,
  splitMeasure,
  textOfPoint,
} from './draft.ts'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('ru')
})

const TEXT = 'Провести совещание; подготовить справку'
const words = (text: string, cursor: number | null) =>
  splitMeasure(emptyMeasure({ text }), cursor).map(one => one.text)

describe('a row that was two measures', () => {
  it('is parted at the cursor, else where a phrase ends', () => {
    expect(words(TEXT, TEXT.indexOf('подготовить'))).toEqual(['Провести совещание', 'Подготовить справку'])
    expect(words(TEXT, null)).toEqual(['Провести совещание', 'Подготовить справку'])
    // The cursor stood at an end, where nothing can be parted.
    for (const cursor of [0, TEXT.length]) expect(words(TEXT, cursor)).toEqual(words(TEXT, null))
    expect(words('Разобрать итоги.\nОбсудить их', null)).toEqual(['Разобрать итоги.', 'Обсудить их'])
    expect(words('Разобрать итоги ВПР. Обсудить их', null)).toEqual(['Разобрать итоги ВПР.', 'Обсудить их'])
    // Nothing says where the second begins: it is written by hand, and the first is left whole.
    expect(words('Разобрать итоги', null)).toEqual(['Разобрать итоги', ''])
  })

  it('keeps its section, term and those who answer in both, its number in the first, and joins again', () => {
    const row = emptyMeasure({
      ...{ number: '1.2', section: 'Раздел 1', term: 'март', responsible: 'ОМСУ', text: TEXT },
      doubtful: [
        { field: 'text', reason: 'joined', text: '' } as never,
        { field: 'term', reason: 'term-unsure', text: '' } as never,
      ],
    })
    const [first, second] = splitMeasure(row, null)
    expect(first.key).not.toBe(second.key)
    expect([first.number, second.number]).toEqual(['1.2', ''])
    for (const part of [first, second]) {
      expect(part).toMatchObject({ section: 'Раздел 1', term: 'март', responsible: 'ОМСУ' })
      expect(part.doubtful.map(({ field }) => field)).toEqual(['term'])
    }
    expect(mergeMeasures(first, second)).toMatchObject({
      ...{ number: '1.2', text: 'Провести совещание Подготовить справку' },
    })
  })
})

describe('a measure of the library', () => {
  const template = {
    ...{ id: 'video', title: 'Видео', text: 'Вести запись', level: 'school', term: 'постоянно' },
    ...{ evidence: 'Справка', indicator: '2.5', suggested: false },
    responsible: [{ original: 'ОО', body: 'ОО', person: null, post: null }],
  } as const
  it('says of which it is, and its level where the plan is of another', () => {
    const taken = measureFromLibrary(template as never, 'region')
    expect(bodyOf(taken)).toMatchObject({
      ...{ template: 'video', level: 'school', text: 'Вести запись', term: 'постоянно' },
      ...{ expectedResult: 'Справка', responsible: template.responsible },
    })
    expect(bodyOf(measureFromLibrary(template as never, 'school')).level).toBeNull()
    expect(bodyOf(emptyMeasure({ text: 'Своё' })).template).toBeNull()
  })
})

describe('a measure added to a saved plan', () => {
  const measure = (id: number, section: string | null, year: number | null = null) =>
    ({ id, section, year }) as never
  const parts = () =>
    placesOf({ measures: [measure(1, 'А'), measure(2, 'А'), measure(3, 'Б', 2021), measure(4, 'А')] })
  const body = (more: object) =>
    addedBody({ ...EMPTY_ADDED, text: ' Совет ', ...more }, parts(), 'municipality')

  it('stands at the end of its part, under its section and year', () => {
    const places = parts()
    expect(places.map(({ section, year, last }) => [section, year, last])).toEqual([
      ['А', null, 2],
      ['Б', 2021, 3],
      ['А', null, 4],
    ])
    expect(body({ place: places[1].key })).toMatchObject({
      text: 'Совет',
      section: 'Б',
      year: 2021,
      after: 3,
    })
    const last = body({ place: NEW_SECTION, section: 'В', responsible: 'ОО\n\n ИРО ' })
    expect(last).toMatchObject({ section: 'В', year: null, term: null })
    expect(last.responsible.map(({ original }) => original)).toEqual(['ОО', 'ИРО'])
    expect('after' in last).toBe(false)
  })

  it('is the plan’s own result only where it goes down', () => {
    expect(body({ byPlan: true })).toMatchObject({ mandatory: true, byPlan: true })
    expect(body({ byPlan: true, mandatory: false })).toMatchObject({ mandatory: false, byPlan: false })
  })
})

describe('points that were not taken for measures', () => {
  it('are gone from the list once taken, each said once, and keep the stop of a year', () => {
    const points = ['Утвердить состав.', 'Отделу собрать отчёты;', 'Утвердить состав.']
    expect(pointsLeft(points, [])).toEqual(['Утвердить состав.', 'Отделу собрать отчёты;'])
    expect(pointsLeft(points, [emptyMeasure({ text: textOfPoint(points[1]) })])).toEqual([
      'Утвердить состав.',
    ])
    expect(textOfPoint('Сдать отчёт до 5 мая 2026 г.')).toBe('Сдать отчёт до 5 мая 2026 г.')
  })
})
