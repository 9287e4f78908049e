import { calendarYears, type Period } from '@objektiv/russian-terms'
import type { SourceDocument } from './document.ts'
import { type Draft, doubt, type MeasureSource } from './draft.ts'
import { findSources } from './find-sources.ts'
import { finishMeasure } from './finish-measure.ts'
import { abbreviationsOf, approvalOf, periodOf, titleOf, withoutLegend } from './front.ts'
import { isRoman, leadingNumber, numberIn, restoredNumber } from './numbers.ts'
import type { Approval, PlanPeriod, RecognisedPlan } from './plan.ts'
import { readInterleaved } from './read-interleaved.ts'
import { readProse } from './read-prose.ts'
import { headerOf, newState, readTable, type TableState, takeHeading } from './read-table.ts'
import { yearOfHeading } from './section-rows.ts'
import { periodOfTerms, termWords } from './terms.ts'
import { PAGE_END } from './text-to-document.ts'
import { oneLine, startsLow } from './words.ts'

/** Lines of a running text that may hold its title and period. */
const MOST_FRONT = 30

/** Why no plan was recognised; the edge words it. */
export type PlanFault = 'plan-empty' | 'plan-header-missing' | 'plan-without-tables' | 'plan-not-recognised'

export type PlanReading =
  | {
      readonly plan: RecognisedPlan
      /** Where each measure stands in the document, in the order of measures; null where it was not found again. */
      readonly sources: readonly (MeasureSource | null)[]
    }
  | { readonly fault: PlanFault }

export interface PlanOptions {
  /** The period that a person gave; it goes before what the document says. */
  readonly period?: { readonly words: string; readonly period: Period } | null
}

/** Recognises the plan in a document. Nothing of a measure is left out: what is not sure is in its `doubtful`. */
export function readPlan(document: SourceDocument, { period: given = null }: PlanOptions = {}): PlanReading {
  const { front, cells, state } = gather(document)
  let drafts = state.drafts
  let before = front
  if (drafts.length === 0) {
    const lines = linesOf(document)
    if (lines.every(line => line.trim() === '')) return { fault: 'plan-empty' }
    const interleaved = readInterleaved(lines)
    drafts = interleaved.drafts.length > 0 ? interleaved.drafts : readProse(lines)
    before = interleaved.drafts.length > 0 ? lines.slice(0, interleaved.begins) : lines.slice(0, MOST_FRONT)
    if (drafts.length === 0) return { fault: faultOf(document) }
  }
  const abbreviations = abbreviationsOf(before)
  const { title } = titleOf(withoutLegend(before, abbreviations))
  const approval = approvalOf(before, cells)
  const only = onlyYear(state, drafts)
  putNumbersRight(drafts)
  const period = choosePeriod(given, periodOf(title, before) ?? only, drafts, approval)
  const context = {
    ...{
      period: period?.value ?? null,
      assumed: period?.plan.source === 'terms' || period?.plan.source === 'approval',
    },
    abbreviations: new Map(abbreviations.map(({ short, full }) => [short, full])),
  }
  const measures = drafts.map(draft => finishMeasure(draft, context))
  return {
    plan: { title, period: period?.plan ?? null, approval, abbreviations, measures },
    sources: findSources(document, drafts),
  }
}

/** One year over the only table is the period of the plan, not a part of it. */
function onlyYear({ years, frontYear }: TableState, drafts: readonly Draft[]): PlanPeriod | null {
  if (frontYear === null || years.size !== 1) return null
  for (const draft of drafts) draft.year = null
  const { start, end } = calendarYears(frontYear)
  return { original: `${frontYear} год`, start, end, source: 'document' }
}

/** Goes through the blocks: what stands before the first table of measures, then tables with titles between them. */
function gather({ blocks }: SourceDocument): { front: string[]; cells: string[]; state: TableState } {
  const front: string[] = []
  const cells: string[] = []
  let between: string[] = []
  const state = newState()
  let tables = 0
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'paragraph') {
      if (tables === 0) front.push(block.text)
      between.push(block.text)
      continue
    }
    const header = headerOf(block, state)
    if (!header) {
      const texts = block.rows.flatMap(row => row.map(({ text }) => text))
      if (tables === 0) {
        front.push(...texts.flatMap(text => text.split('\n')))
        cells.push(...texts)
      }
      continue
    }
    const over = header.grid
      .slice(0, header.above)
      .flatMap(row => row.flatMap(({ text, across, down }) => (across || down ? [] : text.split('\n'))))
    if (tables === 0) front.push(...over)
    takeTitles([...between, ...over], header.own, tables, state)
    between = []
    tables += 1
    readTable(header, state, at)
  }
  return { front, cells, state }
}

/** Paragraphs over a table: a year opens a part of the plan, a short title of the table is its section. */
function takeTitles(paragraphs: readonly string[], own: boolean, tables: number, state: TableState): void {
  const lines = paragraphs.map(oneLine).filter(line => line !== '' && line !== PAGE_END.trim())
  for (const line of lines) {
    const year = yearOfHeading(line)
    // Over the first table a year stands for the plan's period, unless it is a bare one.
    if (year !== null && (tables > 0 || /^20\d\d год$/i.test(line))) {
      takeHeading({ text: line, year }, state)
      if (tables === 0) state.frontYear = year
    }
  }
  if (!own) return
  const last = lines.findLast(line => yearOfHeading(line) === null)
  if (last === undefined || last.length > 250 || startsLow(last)) return
  const number = /^([IVXL]+|\d{1,2})[.)]/.exec(last)?.[1]
  const isTitle =
    /^(?:раздел|направление|задача|этап|блок|модуль)(?![а-яё])/i.test(last) || number !== undefined
  if (
    tables > 0
      ? !/[.;]$/.test(last) || isTitle
      : isTitle && (isRoman(number ?? '') || leadingNumber(last).number !== null || number === undefined)
  )
    state.section = last
}

function linesOf({ blocks }: SourceDocument): string[] {
  return blocks.flatMap(block =>
    block.type === 'paragraph'
      ? block.text === PAGE_END
        ? [PAGE_END]
        : block.text.split('\n')
      : block.rows.flatMap(row => row.flatMap(({ text }) => text.split('\n'))),
  )
}

function faultOf({ blocks }: SourceDocument): PlanFault {
  const tables = blocks.filter(block => block.type === 'table')
  const large = tables.some(({ rows }) => rows.length > 2 && rows.some(row => row.length > 2))
  if (large) return 'plan-header-missing'
  const words = blocks.flatMap(block => (block.type === 'paragraph' ? [block.text] : [])).join(' ')
  return /план|дорожн|мероприяти|рекомендаци/i.test(words) ? 'plan-without-tables' : 'plan-not-recognised'
}

/** Numbers that a spreadsheet has shortened are restored, those that stand twice in a section are said. */
function putNumbersRight(drafts: readonly Draft[]): void {
  let before: string | null = null
  const seen = new Set<string>()
  let section: string | null = null
  for (const [at, draft] of drafts.entries()) {
    if (draft.number === null) continue
    const place = `${draft.year}\n${draft.section}\n${draft.doubts.some(({ reason }) => reason === 'year-repeated')}`
    if (place !== section) {
      section = place
      seen.clear()
      before = null
    }
    const restored = restoredNumber(draft.number, before)
    if (restored !== null && (draft.counted || goesOnFrom(restored, drafts[at + 1]))) {
      draft.number = restored
      doubt(draft, 'number', 'number-restored')
    }
    const key = `${draft.number}\n${draft.level}`
    if (seen.has(key) && numberIn(draft.number)) doubt(draft, 'number', 'number-repeated')
    seen.add(key)
    before = draft.number
  }
}

/** Words keep a nought: there 1.1 after 1.9 is 1.10 only where 1.11 comes next. */
function goesOnFrom(number: string, next: Draft | undefined): boolean {
  return next?.number === number.replace(/\d+$/, last => String(Number(last) + 1))
}

function choosePeriod(
  given: PlanOptions['period'],
  said: PlanPeriod | null,
  drafts: readonly Draft[],
  approval: Approval | null,
): { plan: PlanPeriod; value: Period } | null {
  if (given) {
    const { start, end } = given.period
    return { plan: { original: given.words, start, end, source: 'given' }, value: given.period }
  }
  if (said) return { plan: said, value: { start: said.start, end: said.end, school: isSchool(said) } }
  const ofTerms = periodOfTerms(drafts.flatMap(draft => termWords(draft) ?? []))
  if (ofTerms) {
    const { start, end } = ofTerms
    return { plan: { original: null, start, end, source: 'terms' }, value: ofTerms }
  }
  if (!approval?.date) return null
  const [year, month] = approval.date.split('-').map(Number)
  const from = month >= 6 ? year : year - 1
  const value = { start: `${from}-09-01`, end: `${from + 1}-08-31`, school: true }
  return { plan: { original: null, start: value.start, end: value.end, source: 'approval' }, value }
}

function isSchool({ start }: PlanPeriod): boolean {
  return start.endsWith('-09-01')
}
