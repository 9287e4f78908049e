import { describe, expect, it } from 'vitest'
import type { Locale } from '../../messages/format.ts'
import { drawCohortStrip } from './cohort-strip.ts'
import { drawDistribution } from './distribution.ts'
import { drawFunnel } from './funnel.ts'
import { drawJournalCrosstab } from './journal-crosstab.ts'
import { drawMarksCrosstab } from './marks-crosstab.ts'
import { drawSmallDistribution } from './small-distribution.ts'
import { drawSmallProfile } from './small-profile.ts'
import { drawTaskProfile } from './task-profile.ts'

const locale: Locale = 'ru'
const text = {
  id: 'c',
  title: 'Работ с 14 баллами в 2 раза больше, чем с 13',
  description: 'n = 6 306',
  locale,
}
const scores = Array.from(
  { length: 39 },
  (_, score) => Math.round(400 * Math.exp(-(((score - 24) / 9) ** 2))) + (score === 14 ? 90 : 0),
)
const school = scores.map((works, score) => (score > 20 ? Math.round(works / 40) : 0))
const boundaries = [14, 24, 33] as const
const ratios = Array.from({ length: 60 }, (_, i) => 0.8 + i / 150)

/** Each chart as a person sees it; the golden files have been looked at as pictures. */
const charts: Record<string, string> = {
  funnel: drawFunnel({
    ...text,
    points: Array.from({ length: 90 }, (_, i) => ({
      n: 1 + ((i * 7) % 130),
      mean: 24 + 5 * Math.sin(i * 3) * (1 / Math.sqrt(1 + ((i * 7) % 130)) + 0.3),
      asks: i % 15 === 0,
      ...(i % 15 === 0 ? { label: `Школа «${i}» <б>` } : {}),
    })),
    mean: 24,
    limits: [1.96, 3.09].map((z, i) => ({
      coverage: [95, 99.8][i],
      halfWidth: (n: number) => z * Math.sqrt(50 / n + 2.1),
    })),
    maxScore: 38,
    words: { x: 'работ в школе', y: 'средний балл', territory: 'Регион' },
  }),
  distribution: drawDistribution({
    ...text,
    reference: scores,
    boundaries,
    words: { x: 'первичный балл', y: 'доля работ' },
  }),
  'small-distribution': drawSmallDistribution({
    ...text,
    reference: scores,
    school,
    boundaries,
    words: { x: 'первичный балл' },
  }),
  'small-profile': drawSmallProfile({
    ...text,
    tasks: Array.from({ length: 18 }, (_, i) => ({
      name: `${i + 1}К1`,
      difference: (i - 8) / 40,
      lower: i === 3 ? null : (i - 8) / 40 - 0.12,
      upper: i === 3 ? null : (i - 8) / 40 + 0.12,
    })),
    words: { x: 'задания, трудные — справа' },
  }),
  'half-distribution': drawSmallDistribution({
    ...text,
    width: 336,
    reference: scores,
    school,
    boundaries,
    words: { x: 'первичный балл' },
  }),
  'half-profile': drawSmallProfile({
    ...text,
    width: 336,
    tasks: Array.from({ length: 12 }, (_, i) => ({
      ...{ name: `${i + 1}`, difference: (i - 8) / 40, level: 'БПВ'[Math.floor(i / 4)], low: i % 5 === 1 },
      ...{ lower: (i - 8) / 40 - 0.12, upper: (i - 8) / 40 + 0.12 },
    })),
    words: { x: 'задания, трудные — справа' },
  }),
  'cohort-strip': drawCohortStrip({
    ...text,
    ratios,
    own: 1.9,
    fences: [0.3, 1.8],
    words: { x: 'прошлый год / этот год', lower: 'резкий рост', upper: 'резкое падение' },
  }),
  'journal-crosstab': drawJournalCrosstab({
    ...text,
    table: [[], [0, 0, 1, 2], [0, 3, 0, 0, 5, 1], [0, 0, 2, 0, 6, 3, 1], [1, 1, 1, 2]],
    words: { x: 'первичный балл', y: 'отметка' },
  }),
  'marks-crosstab': drawMarksCrosstab({
    ...text,
    table: [
      [310, 205, null, 0],
      [260, 2100, 905, 40],
      [35, 1120, 4030, 760],
      [null, 60, 880, 1900],
    ],
    n: 12_611,
    words: { x: 'отметка за работу', y: 'отметка в журнале', few: 'мало' },
  }),
  'task-profile': drawTaskProfile({
    ...text,
    tasks: Array.from({ length: 20 }, (_, i) => ({
      name: `${i + 1}К1`,
      share: 0.95 - i / 25,
      level: i < 15 ? 'Б' : null,
    })),
    words: { x: 'задание', y: 'доля баллов' },
  }),
}

describe.each(Object.entries(charts))('%s', (name, svg) => {
  it('is the golden picture', async () => {
    await expect(svg).toMatchFileSnapshot(`./__golden__/${name}.svg`)
  })

  it('names itself to those who do not see it', () => {
    expect(svg).toContain('role="img"')
    expect(svg).toContain(`<title id="c-t">${text.title}</title>`)
    expect(svg).toContain('aria-labelledby="c-t c-d"')
  })

  it('is well-formed, without broken numbers, styles or links', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|style=|href=/)
    const opened = [...svg.matchAll(/<([a-z]+)(?=[\s>])[^<>]*?(\/?)>/g)].filter(
      ([, , selfClosed]) => !selfClosed,
    )
    const closed = [...svg.matchAll(/<\/([a-z]+)>/g)]
    expect(opened.length).toBe(closed.length)
  })
})

describe('odd numbers', () => {
  it('draws a set where everybody has one score, and a region of one school', () => {
    const one = { ...text, reference: [0, 0, 5], boundaries: null, words: { x: 'x', y: 'y' } }
    expect(drawDistribution(one)).not.toContain('NaN')
    const funnel = {
      ...text,
      points: [{ n: 1, mean: 2, asks: false }],
      mean: 2,
      limits: [],
      maxScore: 2,
      words: { x: 'x', y: 'y', territory: 'r' },
    }
    expect(drawFunnel(funnel)).not.toContain('NaN')
  })

  it('keeps the profile of two pupils within the whole', () => {
    const wide = drawSmallProfile({
      ...text,
      tasks: [{ name: '1', difference: 0.5, lower: -0.4, upper: 1.4 }],
      words: { x: '' },
    })
    expect(wide).toContain('+100 %')
    expect(wide).toContain('V10"')
  })

  it('escapes what a file has written', () => {
    const named = drawSmallDistribution({
      ...text,
      title: '<script>"&',
      reference: [1, 2],
      school: [0, 1],
      boundaries: null,
      words: { x: '<x>' },
    })
    expect(named).toContain('&lt;script&gt;&quot;&amp;')
    expect(named).not.toContain('<x>')
  })
})
