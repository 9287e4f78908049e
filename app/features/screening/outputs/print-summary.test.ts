import { beforeAll, describe, expect, it } from 'vitest'
import { demoScreening } from '../testing/demo-screening.ts'
import type { Screening } from '../types.ts'
import { printSummary } from './print-summary.ts'

const PATHS = { report: 'out/report.html', signals: 'out/signals.xlsx', json: 'out/signals.json' }

describe('the summary in the terminal', () => {
  let screening: Screening
  let summary: string
  beforeAll(async () => {
    screening = await demoScreening()
    summary = printSummary(screening, PATHS, 'ru')
  })

  it('fits a screen', () => {
    const lines = summary.split('\n').length
    expect(lines).toBeGreaterThan(20)
    expect(lines).toBeLessThanOrEqual(40)
  })

  it('gives every set a line of the same width, with the schools each method marks', () => {
    const lines = summary.split('\n').filter(line => / класс, \d{4} /.test(line))
    expect(lines).toHaveLength(screening.sets.length)
    expect(new Set(lines.map(line => line.length)).size).toBe(1)
    const high = screening.markers.filter(
      ({ marker, marked, sets: [{ year, grade, subject }] }) =>
        marker === 'high-mean' && marked && year === 2021 && grade === 4 && subject === 'Математика',
    )
    const line = lines.find(line => line.includes('Математика, 4 класс, 2021'))!
    expect(line.trim().split(/ {2,}/).slice(2)).toEqual([
      '40',
      String(high.length),
      expect.stringMatching(/^\d+$/),
      '—',
      '—',
    ])
  })

  it('keeps two versions of a paper apart', () => {
    const advanced = 'углублённая'
    const [set] = screening.sets
    const markers = screening.markers.filter(({ marker }) => marker === 'high-mean').slice(0, 1)
    const { year, grade, subject } = set
    const marker = { ...markers[0], version: advanced, marked: true, sets: [{ year, grade, subject }] }
    const two = { ...screening, sets: [set, { ...set, version: advanced }], markers: [marker] }
    const lines = printSummary(two, PATHS, 'ru').split('\n')
    const marked = (start: string) =>
      lines
        .find(line => line.trim().startsWith(start))
        ?.trim()
        .split(/ {2,}/)[3]
    expect(marked(`${subject}, ${grade} класс`)).toBe('—')
    expect(marked(`${subject} (${advanced}), ${grade} класс`)).toBe('1')
  })

  it('gives the index of every year with its number of signs', () => {
    const region = screening.index.find(({ level, year }) => level === 'region' && year === 2022)!
    const index = region.index!.toFixed(1).replace('.', ',')
    expect(summary).toContain(`2022: ${index} (признаков 12 из 14; 40 школ, с признаком ${region.marked})`)
  })

  it('says what our own signals found and what they rest on, in two lines', () => {
    const detection = {
      ...screening.detection!,
      budget: 1,
      schoolsMeasured: 40,
      flagged: 3,
      expectedFalse: 0.4,
    }
    const [one] = detection.noise
    const noise = [
      { ...one, source: 'model', reason: 'few-groups' },
      { ...one, source: 'bulk', reason: 'majority' },
      { ...one, source: 'bulk', reason: null },
    ] as const
    const lines = (shown: Screening['detection']) =>
      printSummary({ ...screening, detection: shown }, PATHS, 'ru')
        .split('\n')
        .filter(line => /Собственные признаки|Обычный разброс/.test(line))
    expect(lines({ ...detection, noise })).toEqual([
      'Собственные признаки: измерено 40 школ. При 1 ложном сигнале на 100 добросовестных школ выделены 3 школы, ложных среди них ожидается около 0,4.',
      'Обычный разброс (всего оценок: 3, по одной на канал и набор): по модели — 1, по большей части классов — 1. Подробно: лист «Обычный разброс» в signals.xlsx.',
    ])
    expect(lines({ ...detection, noise: noise.slice(2) })).toHaveLength(1)
    expect(lines(null)).toEqual([])
  })

  it('sums dirt over the files, the ordinary left out', () => {
    const count = screening.files
      .flatMap(({ dirt }) => dirt)
      .reduce((sum, { kind, count }) => sum + (kind === 'total-differs-from-sum' ? count : 0), 0)
    expect(summary).toMatch(new RegExp(`${count}  итог не равен сумме`))
    expect(summary).not.toContain('записано текстом')
  })

  it('counts the excluded rows by reason and says where the files are', () => {
    const absent = screening.excluded.filter(({ reason }) => reason === 'absent').length
    expect(summary).toContain(`отсутствовал — ${absent}`)
    for (const path of Object.values(PATHS)) expect(summary).toContain(path)
  })

  it('names no school', () => {
    expect(
      screening.schools.filter(({ school, name }) => summary.includes(school) || summary.includes(name!)),
    ).toEqual([])
  })

  it('shows the first notes and says how many more there are', () => {
    const note = { id: 'run-note.unregistered-schools', params: { count: 1 } }
    const noted = printSummary({ ...screening, notes: Array(10).fill(note) }, PATHS, 'ru')
    expect(noted.match(/• 1 школы из протоколов нет в реестре/g)).toHaveLength(8)
    expect(noted).toContain('и ещё 2 примечания')
  })

  it('speaks English', () => {
    const english = printSummary(screening, PATHS, 'en')
    expect(english).toContain('Index of objectivity of the region')
    expect(english).toMatch(/10,\d{3} works/)
  })
})
