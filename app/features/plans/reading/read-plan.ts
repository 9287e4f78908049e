import { calendarYears } from '@objektiv/russian-terms'
import { choosePeriod, type GivenPeriod } from './choose-period.ts'
import { type SourceDocument, spreadCells } from './document.ts'
import { type Draft, doubt, type MeasureSource } from './draft.ts'
import { headerOf } from './find-header.ts'
import { findSources } from './find-sources.ts'
import { finishMeasure } from './finish-measure.ts'
import { approvalOf, periodOf, titleOf } from './front.ts'
import { guessAll } from './guess-columns.ts'
import { levelIn } from './headings.ts'
import { leftOut } from './left-out.ts'
import { abbreviationsOf, withoutLegend } from './legend.ts'
import { isRoman, leadingNumber } from './numbers.ts'
import type { PlanPeriod, RecognisedPlan } from './plan.ts'
import { isResolved } from './points-of-prose.ts'
import { putNumbersRight } from './put-numbers-right.ts'
import { readCellsInTurn } from './read-cells-in-turn.ts'
import { readInterleaved } from './read-interleaved.ts'
import { readLabelled } from './read-labelled.ts'
import { readColumnBlocks, readMonthLists } from './read-lists.ts'
import { readProse } from './read-prose.ts'
import { readTable } from './read-table.ts'
import { readTailedPoints } from './read-tailed-points.ts'
import { yearOfHeading } from './section-rows.ts'
import { newState, type TableState, takeHeading } from './table-state.ts'
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
      /** Points of an order or of minutes that are no measures, in their own words. */
      readonly leftOut: readonly string[]
    }
  | { readonly fault: PlanFault }

export interface PlanOptions {
  /** The period that a person gave; it goes before what the document says. */
  readonly period?: GivenPeriod | null
}

/** Recognises the plan in a document. Nothing of a measure is left out: what is not sure is in its `doubtful`. */
export function readPlan(document: SourceDocument, { period: given = null }: PlanOptions = {}): PlanReading {
  const named = gather(document, newState())
  const { front, cells, state } = named.state.drafts.length > 0 ? named : gather(document, newState(true))
  const headless = state.drafts.length === 0
  let drafts = headless ? readWithoutHeader(document, state) : state.drafts
  if (!headless && isOfMeeting(document))
    drafts = [...readProse(paragraphsOf(document).flatMap(text => text.split('\n'))), ...drafts]
  let before = headless ? paragraphsOf(document) : front
  if (drafts.length === 0) {
    const lines = linesOf(document)
    if (lines.every(line => line.trim() === '')) return { fault: 'plan-empty' }
    const readers = [
      readLabelled,
      readColumnBlocks,
      readCellsInTurn,
      readInterleaved,
      readMonthLists,
      readRecommendations,
      readTailedPoints,
    ]
    const found = readers.map(read => read(lines)).find(({ drafts }) => drafts.length > 0)
    drafts = found?.drafts ?? []
    before = lines.slice(0, found?.begins)
    if (drafts.length === 0) return { fault: faultOf(document) }
  }
  const abbreviations = abbreviationsOf(before)
  const { title } = titleOf(withoutLegend(before, abbreviations))
  const approval = approvalOf(before, cells)
  const only = onlyYear(state, drafts)
  putNumbersRight(drafts)
  const said = { title, front: before, period: periodOf(title, before) ?? only, approval }
  const period = choosePeriod(given, said, drafts)
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
    leftOut: leftOut(document, drafts),
  }
}

/** Minutes and decisions ask for something in their points as well as in a table among them. */
function isOfMeeting(document: SourceDocument): boolean {
  const lines = paragraphsOf(document)
    .flatMap(text => text.split('\n'))
    .map(oneLine)
  return (
    lines
      .slice(0, MOST_FRONT)
      .some(
        line =>
          /^(?:протокол|решение|выписка из протокола)(?![а-яё])/i.test(line) ||
          /\sПРОТОКОЛ(?:\s|$)/.test(line),
      ) && lines.some(isResolved)
  )
}

/** Recommendations begin anywhere; their title stands among the first lines. */
function readRecommendations(lines: readonly string[]): { drafts: Draft[]; begins: number } {
  return { drafts: readProse(lines), begins: MOST_FRONT }
}

/** One year over the only table is the period of the plan, not a part of it. */
function onlyYear({ years, frontYear }: TableState, drafts: readonly Draft[]): PlanPeriod | null {
  if (frontYear === null || years.size !== 1) return null
  for (const draft of drafts) draft.year = null
  const { start, end } = calendarYears(frontYear)
  return { original: `${frontYear} год`, start, end, source: 'document' }
}

/** Goes through the blocks: what stands before the first table of measures, then tables with titles between them. */
function gather(
  { blocks }: SourceDocument,
  state: TableState,
): { front: string[]; cells: string[]; state: TableState } {
  const front: string[] = []
  const cells: string[] = []
  let between: string[] = []
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

/** Tables whose first row is a measure already, in a document that says it is a plan: columns are told by their words. */
function readWithoutHeader(document: SourceDocument, state: TableState): Draft[] {
  if (!/план|мероприяти|дорожн|программ|график/i.test(paragraphsOf(document).join(' '))) return []
  for (const [at, block] of document.blocks.entries()) {
    if (block.type !== 'table') continue
    const grid = spreadCells(block.rows)
    const columns = guessAll(grid)
    if (columns) readTable({ grid, columns, above: 0, from: 0, own: true }, state, at)
  }
  for (const draft of state.drafts) doubt(draft, 'text', 'columns-guessed')
  return state.drafts
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
  const last = lines.findLast(line => yearOfHeading(line) === null && !isOfPage(line))
  if (last === undefined || last.length > 250 || startsLow(last)) return
  const number = /^([IVXL]+|\d{1,2})[.)]/.exec(last)?.[1]
  const isTitle =
    /^(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)(?:\s+20\d\d(?:\s*г(?:\.|ода?)?)?)?$/i.test(
      last,
    ) ||
    /^(?:раздел|направление|задача|этап|блок|модуль)(?![а-яё])/i.test(last) ||
    number !== undefined
  // Between the pages of one table stand running heads as well: what calls itself a section, or is numbered, is one.
  if (!own) {
    if (tables > 0 && isTitle && /\p{L}{3}/u.test(last) && !/[;,]$/.test(last)) state.section = last
    return
  }
  if (
    tables > 0
      ? !/[.;]$/.test(last) || isTitle
      : levelIn(last) !== null && last.length < 80 && !/план|дорожн|перечень/i.test(last)
        ? true
        : isTitle && (isRoman(number ?? '') || leadingNumber(last).number !== null || number === undefined)
  )
    state.section = last
}

/** The number of a page, and what stands over a table that goes on. */
function isOfPage(line: string): boolean {
  return /^[-–—\s]*\d{1,3}[-–—\s]*$|^(?:продолжение|окончание)(?: таблицы)?[.:]?$/i.test(line)
}

function paragraphsOf({ blocks }: SourceDocument): string[] {
  return blocks.flatMap(block => (block.type === 'paragraph' ? [block.text] : []))
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
  const words = paragraphsOf({ blocks }).join(' ')
  return /план|дорожн|мероприяти|рекомендаци/i.test(words) ? 'plan-without-tables' : 'plan-not-recognised'
}
