import { beforeAll, describe, expect, it } from 'vitest'
import { catalogues, type Locale } from '../../../messages/format.ts'
import { presentFigure } from '../figures/draw-figure.ts'
import { demoScreening } from '../testing/demo-screening.ts'
import type { Screening } from '../types.ts'
import { causesOf } from './causes-of.ts'
import type { FindingData } from './finding-data.ts'
import { type FoundSign, signsOf } from './signs-of-screening.ts'
import { titleOfFinding, wordFinding } from './word-finding.ts'
import { wordRecord } from './word-record.ts'

let screening: Screening
let signs: FoundSign[]
beforeAll(async () => {
  screening = await demoScreening()
  signs = signsOf(screening)
}, 240_000)

const frozen = <T>(value: T): T => JSON.parse(JSON.stringify(value))
const ofSource = (source: FoundSign['source']) => signs.filter(sign => sign.source === source)

describe('signs of a screening', () => {
  it('has one official sign per school and set with a marked marker, a cohort under its later set', () => {
    const marked = screening.markers.filter(
      ({ marked, marker }) =>
        marked && ['high-mean', 'journal-mismatch', 'cohort-rise', 'cohort-fall'].includes(marker),
    )
    const pairs = new Set(marked.map(({ school, at }) => `${school} ${at[at.length - 1]}`))
    const official = ofSource('official')
    expect(official.length).toBe(pairs.size)
    expect(official.reduce((sum, { channels }) => sum + channels.length, 0)).toBe(marked.length)
    expect(official.every(({ degree, fdr }) => degree === null && fdr === null)).toBe(true)
  })

  it('has one own sign per flagged school with the oddest reading of each channel', () => {
    const flagged = screening.detection?.schools.filter(school => school.flagged) ?? []
    expect(flagged.length).toBeGreaterThan(0)
    expect(ofSource('own').map(({ school }) => school)).toEqual(flagged.map(({ school }) => school))
    for (const sign of ofSource('own')) {
      const { readings } = flagged.find(({ school }) => school === sign.school)!
      expect(new Set(sign.channels).size).toBe(sign.channels.length)
      expect(sign.channels[0]).toBe(readings[0].channel)
      expect(sign.position).toBe(readings[0].set)
      expect(sign.n).toBe(readings[0].n)
    }
  })

  it.each(['ru', 'en'] as const)('words everything after it was frozen (%s)', (locale: Locale) => {
    for (const finding of frozen(signs.flatMap(({ findings }) => findings))) {
      const worded = wordFinding(locale, finding)
      expect(worded.sentence).not.toBe('')
      expect(worded.reference).not.toBe('')
      expect(worded.innocent.length).toBeGreaterThan(0)
      expect(worded.confirm.length).toBeGreaterThan(0)
      expect(worded.refute.length).toBeGreaterThan(0)
      expect(worded.check.length).toBeGreaterThan(0)
      expect(worded.smallSample).toBe(finding.n < 10)
      expect(JSON.stringify(worded)).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it('draws every figure with its numbers beside it', () => {
    const figures = frozen(signs.flatMap(({ findings }) => findings.flatMap(({ figure }) => figure ?? [])))
    const ofEachKind = [...Map.groupBy(figures, ({ kind }) => kind).values()].map(([first]) => first)
    expect(ofEachKind.map(({ kind }) => kind).sort()).toEqual(
      expect.arrayContaining(['profile', 'scores', 'strip']),
    )
    for (const [index, data] of ofEachKind.entries()) {
      const { svg, title, description, table } = presentFigure(data, `figure-${index}`, 'ru')
      expect(svg).toContain(`aria-labelledby="figure-${index}-t figure-${index}-d"`)
      expect(title).not.toBe('')
      expect(description).not.toBe('')
      expect(table.rows.length).toBeGreaterThan(0)
      expect(table.rows.every(row => row.length === table.head.length)).toBe(true)
    }
  })

  it('keeps no number of the statistics and no code of a participant in what is frozen', () => {
    const kept = (finding: FindingData) => JSON.stringify({ ...finding, figure: null })
    for (const finding of signs.flatMap(({ findings }) => findings)) {
      expect(kept(finding).length).toBeLessThan(4000)
      expect(finding.kind === 'marker' && 'table' in finding.details).toBe(false)
    }
  })
})

describe('words around findings', () => {
  it('names causes for channels and markers alike, each once', () => {
    const causes = causesOf(['level', 'high-mean', 'homogeneity', 'unheard-of'])
    expect(new Set(causes).size).toBe(causes.length)
    expect(causes.every(id => id in catalogues.ru && id in catalogues.en)).toBe(true)
    expect(causes).toContain('innocent.gymnasium')
    expect(causes).toContain('channel-cause.strict-journal')
    expect(causesOf(['unheard-of'])).toEqual([])
    expect(titleOfFinding('ru', 'level')).toBe('Необъяснённый уровень')
    expect(titleOfFinding('ru', 'high-mean')).toBe('Высокий средний балл')
  })

  it('tells the record of a run in words, numbers as numbers', () => {
    const lines = wordRecord('ru', screening.run)
    expect(
      lines.find(({ label }) => label === 'ложных сигналов на 100 добросовестных школ, не больше'),
    ).toEqual({ label: 'ложных сигналов на 100 добросовестных школ, не больше', value: 5 })
    expect(lines.some(({ value }) => value === screening.run.dataHash)).toBe(true)
  })
})
