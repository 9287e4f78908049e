import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DETECTION_CHANNELS } from '@objektiv/forensics'
import { readTerm, schoolYear } from '@objektiv/russian-terms'
import { describe, expect, it } from 'vitest'
import { hasMessage, say } from '../../../messages/format.ts'
import { readPlanFile } from '../files/read-plan-file.ts'
import { tasksOf } from '../tasks-of.ts'
import { kindOf } from './kind-of.ts'
import { MEASURE_TEMPLATES, measuresForSignal, measureTemplate, TERM_KEYS } from './templates.ts'

const folder = join(import.meta.dirname, '../../../../../shared/seeds')
const present = existsSync(folder)
if (!present) console.warn(`The five source documents are not at ${folder}: their tests are skipped`)

const text = (id: string) => say('ru', `measure-library.${id}.text`)

describe('the library of measures', () => {
  it('has words in both languages for every kind, and no kind twice', () => {
    const ids = MEASURE_TEMPLATES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = ids.flatMap(id =>
      ['title', 'text', 'evidence'].map(part => `measure-library.${id}.${part}`),
    )
    const terms = TERM_KEYS.map(key => `measure-library-term.${key}`)
    for (const locale of ['ru', 'en'] as const)
      expect([...wanted, ...terms].filter(id => !hasMessage(locale, id))).toEqual([])
    expect(measureTemplate('video')?.level).toBe('school')
    expect(measureTemplate('elsewhere')).toBeNull()
  })

  it('has terms that are read surely, and uses each of them', () => {
    const kinds = TERM_KEYS.map(key => {
      const term = readTerm(say('ru', `measure-library-term.${key}`), { period: schoolYear(2025) })
      expect([key, term.confidence]).toEqual([key, 'high'])
      return `${key} ${term.kind} ${tasksOf(term, schoolYear(2025)).length}`
    })
    expect(kinds).toEqual([
      ...['autumn months 1', 'september months 1', 'october months 1', 'winter months 1', 'spring months 1'],
      ...['march months 1', 'summer months 1', 'june months 1', 'year open 1', 'always open 1'],
      ...['quarterly recurring 4', 'twice recurring 2', 'case by-event 0', 'before-vpr by-procedure 1'],
      ...['vpr by-procedure 1', 'after-vpr by-procedure 1', 'before-ege by-procedure 1'],
    ])
    expect(new Set(MEASURE_TEMPLATES.map(({ term }) => term))).toEqual(new Set(TERM_KEYS))
  })

  it('feeds every indicator, at the level where it answers', () => {
    const fed = new Set(MEASURE_TEMPLATES.flatMap(({ indicator }) => indicator ?? []))
    expect([...fed].sort()).toEqual([
      ...['2.1', '2.10', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9'],
      ...['3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8', '3.9'],
    ])
    const bodies = { region: ['ОИВ', 'РЦОКО', 'ИРО'], municipality: ['ОМСУ', 'ММС'], school: ['ОО'] }
    for (const { id, level, body } of MEASURE_TEMPLATES)
      expect([id, bodies[level].includes(body)]).toEqual([id, true])
  })

  it('knows its own words for what they are', () => {
    expect(
      MEASURE_TEMPLATES.map(({ id }) => [id, kindOf(text(id))]).filter(([id, kind]) => id !== kind),
    ).toEqual([])
    for (const words of [
      ...['Ремонт спортивного зала', 'Олимпиада по физике', 'Закупка учебников', 'ВПРАВО', ''],
      ...['Приказ о графике отпусков', 'План мероприятий по озеленению', 'Анализ посещаемости столовой'],
    ])
      expect([words, kindOf(words)]).toEqual([words, null])
  })

  it('passes no verdict', () => {
    for (const { id } of MEASURE_TEMPLATES)
      expect(text(id)).not.toMatch(/нарушител|необъективн|недобросовестн|виновн|худш/i)
  })
})

describe('measures for a signal', () => {
  const ids = (...channels: readonly string[]) => measuresForSignal(channels).map(({ id }) => id)

  it('begin with the causes and end with recommendations, the closest answer between', () => {
    expect(ids('leniency')).toEqual([
      ...['cause-analysis', 'teacher-help', 'study-guidance', 're-marking', 'commissions'],
      'addressed-recommendations',
    ])
    expect(ids('leak').slice(0, 2)).toEqual(['cause-analysis', 'materials-safety'])
    expect(ids('journal')).toEqual(['cause-analysis', 'mark-review', 'addressed-recommendations'])
    expect(ids('similarity')).toContain('school-observation')
    expect(ids('boundary', 'leniency', 'omission')[1]).toBe('re-marking')
    expect(ids()).toEqual(['cause-analysis'])
    expect(ids('unheard-of')).toEqual(['cause-analysis'])
  })

  it('are more than causes for every channel and every marker of the 2019 method', () => {
    const markers = ['high-mean', 'journal-mismatch', 'cohort-rise', 'cohort-fall', 'boundary-bunching']
    for (const channel of [...DETECTION_CHANNELS, ...markers, 'task-inversion', 'journal-gap'])
      expect([channel, ids(channel).length >= 3]).toEqual([channel, true])
  })
})

/** Counts only: no sentence of the sources stands in this project. */
describe.skipIf(!present)('the five source documents (skipped where ../shared/seeds is absent)', () => {
  const files = present ? readdirSync(folder).sort() : []

  it('have measures of known kinds: nine of ten in each, and most kinds of the library', async () => {
    const met = new Map<string, number>()
    const shares: string[] = []
    for (const file of files) {
      const { measures } = await readPlanFile(join(folder, file))
      const kinds = measures.map(measure => kindOf(measure.text))
      const known = kinds.filter(kind => kind !== null)
      for (const kind of known) met.set(kind, (met.get(kind) ?? 0) + 1)
      shares.push(`${file.slice(0, 3)} ${known.length} of ${measures.length}`)
      expect(known.length / measures.length).toBeGreaterThanOrEqual(0.9)
    }
    expect(shares).toMatchInlineSnapshot(`
      [
        "000 16 of 16",
        "001 22 of 22",
        "002 13 of 13",
        "003 18 of 18",
        "004 143 of 143",
      ]
    `)
    expect(Object.fromEntries([...met].sort(([a], [b]) => (a < b ? -1 : 1)))).toMatchInlineSnapshot(`
      {
        "addressed-recommendations": 3,
        "analysis-recommendations": 6,
        "cause-analysis": 3,
        "checklists": 1,
        "commissions": 7,
        "computer-exam-readiness": 1,
        "conduct": 9,
        "conduct-control": 3,
        "conflict-of-interest": 1,
        "deficits-monitoring": 1,
        "departmental-control": 1,
        "exam-point-training": 1,
        "expert-training": 3,
        "gap-help": 1,
        "heads-meeting": 3,
        "in-school-control": 1,
        "individual-routes": 1,
        "information": 4,
        "management-decisions": 13,
        "medal-control": 2,
        "methodical-meeting": 2,
        "monitoring-analysis": 6,
        "motivating-monitoring": 1,
        "municipal-roadmap": 1,
        "mutual-visits": 1,
        "no-coaching": 1,
        "no-sanctions": 1,
        "objectivity-monitoring": 6,
        "objectivity-note": 6,
        "objectivity-order": 6,
        "observer-schedule": 6,
        "observer-training": 6,
        "observers": 1,
        "open-assessment": 1,
        "parents-meetings": 1,
        "pedagogical-council": 5,
        "portraits": 2,
        "positive-attitude": 13,
        "practices-bank": 1,
        "private-results": 1,
        "procedure-orders": 6,
        "procedure-regulation": 1,
        "procedure-schedule": 1,
        "pupils-meetings": 1,
        "qualification-system": 2,
        "re-marking": 4,
        "results-analysis": 26,
        "results-note": 6,
        "risk-seminar": 1,
        "school-observation": 1,
        "school-plan": 6,
        "school-recommendations": 3,
        "stimulus": 3,
        "study-guidance": 1,
        "subject-workshops": 1,
        "teacher-help": 7,
        "upload-control": 1,
        "video": 4,
        "vpr-for-parents": 2,
        "weighted-marking": 2,
      }
    `)
  })

  it('lend the library none of their sentences: no six words in a row', () => {
    const wordsOf = (words: string) =>
      words
        .toLowerCase()
        .replace(/ё/g, 'е')
        .match(/[а-яa-z\d]+/g) ?? []
    const rows = (words: readonly string[]) =>
      words.slice(5).map((_, at) => words.slice(at, at + 6).join(' '))
    const theirs = new Set(files.flatMap(file => rows(wordsOf(readFileSync(join(folder, file), 'utf8')))))
    const ours = MEASURE_TEMPLATES.flatMap(({ id }) =>
      rows(wordsOf(text(id))).flatMap(row => (theirs.has(row) ? [`${id}: ${row}`] : [])),
    )
    expect(theirs.size).toBeGreaterThan(2000)
    expect(ours).toEqual([])
  })
})
