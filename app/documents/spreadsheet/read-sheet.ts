import type { Place, Problem } from '../../platform/problem.ts'
import { cellValue } from './cell-value.ts'
import { columnLetter, columnOfReference } from './column-letter.ts'
import { MARKUP_PER_CHARACTER } from './escaped-text.ts'
import { Fault } from './fault.ts'
import { type Attributes, readXml, type XmlHandler } from './read-xml.ts'
import type { Cell, MergedCells, OnRow, SpreadsheetLimits } from './types.ts'

/** Formulas without a value are listed up to here; the rest are counted. */
const LISTED = 100

/** A sheet of a person has some hundreds; further ones are not told. */
const MOST_MERGED = 20_000

/** Where a worksheet keeps its cells: worksheet › sheetData › row › c › v, f, is › t or r › t. */
const DATA_DEPTH = 1
const ROW_DEPTH = 2
const CELL_DEPTH = 3
const VALUE_DEPTH = 4

/** Turns the XML of one worksheet into rows, given on at once; keeps only the row being read. */
export class SheetReader implements XmlHandler {
  readonly #limits: SpreadsheetLimits
  readonly #shared: readonly string[]
  readonly #onRow: OnRow

  rows = 0
  cachedFormulas = 0
  readonly merged: MergedCells[] = []
  finished = false
  readonly #formulas: Place[] = []
  #formulaCount = 0

  #row = 0
  #rowIsCounted = false
  #cells: Cell[] = []
  #inData = false

  #column = -1
  #type: string | undefined
  #words: string | null = null
  #hasFormula = false
  #parent = ''
  #collecting = false

  constructor(limits: SpreadsheetLimits, shared: readonly string[], onRow: OnRow) {
    this.#limits = limits
    this.#shared = shared
    this.#onRow = onRow
  }

  /** Reads the part to its end, or until onRow wants no more. Faults carry the row, and the column where known. */
  async read(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      await readXml(chunks, this.#limits.cellCharacters * MARKUP_PER_CHARACTER, this)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const tooLong = error.code === 'xml-run'
      const code = tooLong ? 'cell-too-long' : error.code
      const params = tooLong ? { limit: this.#limits.cellCharacters } : error.params
      throw new Fault(code, params, { ...this.#place(), ...error.place })
    }
  }

  /** Formulas met without a value, each with its row and column; the last one says how many more there are. */
  formulaProblems(file: Place): Problem[] {
    const problems: Problem[] = this.#formulas.map(place => ({
      code: 'formula-without-value',
      place: { ...file, ...place },
    }))
    const count = this.#formulaCount - problems.length
    if (count > 0) problems.push({ code: 'formulas-without-value-more', params: { count }, place: file })
    return problems
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 0 && name !== 'worksheet') throw new Fault('xml-broken')
    if (depth === DATA_DEPTH) this.#inData = name === 'sheetData'
    if (depth === DATA_DEPTH + 1 && name === 'mergeCell') this.#addMerged(attributes.ref)
    if (!this.#inData) return
    if (depth === ROW_DEPTH && name === 'row') this.#openRow(attributes.r)
    else if (depth === CELL_DEPTH && name === 'c') this.#openCell(attributes)
    else if (depth >= VALUE_DEPTH) this.#openInCell(name, depth)
  }

  close(name: string, depth: number): void {
    if (depth >= VALUE_DEPTH) this.#collecting = false
    else if (!this.#inData) return
    else if (depth === CELL_DEPTH && name === 'c') this.#closeCell()
    else if (depth === ROW_DEPTH && name === 'row') this.#closeRow()
  }

  text(words: string): void {
    if (!this.#collecting) return
    this.#words = this.#words ? this.#words + words : words
    if (this.#words.length > this.#limits.cellCharacters * MARKUP_PER_CHARACTER) this.#failTooLong()
  }

  /** A reference that is none is left out: without it the cells stand each for itself. */
  #addMerged(reference: string | undefined): void {
    const [from, to] = (reference ?? '').split(':')
    const [left, right] = [from, to ?? from].map(columnOfReference)
    const [top, bottom] = [from, to ?? from].map(one => Number(one.replace(/^[A-Za-z]+/, '')))
    const limit = this.#limits.columns
    if (left < 0 || right < left || right >= limit || bottom < top || this.merged.length >= MOST_MERGED)
      return
    this.merged.push({ top, bottom, left, right })
  }

  #openRow(reference: string | undefined): void {
    const number = reference === undefined ? this.#row + 1 : Number(reference)
    this.#rowIsCounted = reference === undefined
    this.#goToRow(number)
    this.#cells = []
    this.#column = -1
  }

  #goToRow(number: number): void {
    if (!Number.isInteger(number) || number <= this.#row) {
      throw new Fault('rows-out-of-order', {}, { value: String(number) })
    }
    this.#row = number
    const limit = this.#limits.rowsPerSheet
    if (number > limit) throw new Fault('too-many-rows', { limit })
  }

  #openCell({ r: reference, t: type }: Attributes): void {
    if (reference === undefined) this.#column++
    else {
      this.#column = columnOfReference(reference)
      if (this.#column < 0) throw new Fault('cell-broken', {}, { value: reference })
      if (this.#rowIsCounted) this.#takeRowFrom(reference)
    }
    const limit = this.#limits.columns
    if (this.#column >= limit) throw new Fault('too-many-columns', { limit })
    this.#type = type
    this.#words = null
    this.#hasFormula = false
  }

  /** A row without a number of its own stands where its first cell says. */
  #takeRowFrom(reference: string): void {
    this.#rowIsCounted = false
    const number = Number(reference.replace(/^[A-Za-z]+/, ''))
    if (number !== this.#row) this.#goToRow(number)
  }

  #openInCell(name: string, depth: number): void {
    if (depth === VALUE_DEPTH) {
      if (name === 'f') this.#hasFormula = true
      this.#collecting = name === 'v'
      if (name === 'v') this.#words ??= ''
      if (name === 'is') this.#words = ''
    }
    if (depth === VALUE_DEPTH || depth === VALUE_DEPTH + 1) {
      if (depth === VALUE_DEPTH + 1) this.#collecting = name === 't' && this.#parent === 'is'
      this.#parent = name
    } else this.#collecting = depth === VALUE_DEPTH + 2 && name === 't' && this.#parent === 'r'
  }

  #closeCell(): void {
    const value = cellValue(this.#type, this.#words, this.#shared)
    if (this.#hasFormula) this.#countFormula(value)
    if (value === null) return
    if (typeof value === 'string' && value.length > this.#limits.cellCharacters) this.#failTooLong()
    const cells = this.#cells
    while (cells.length < this.#column) cells.push(null)
    if (this.#column === cells.length) cells.push(value)
    else if (cells[this.#column] === null) cells[this.#column] = value
    // What stands in it may be a name: the place is said, the words are not.
    else throw new Fault('cell-broken', {}, { value: `${columnLetter(this.#column)}${this.#row}` })
  }

  #countFormula(value: Cell): void {
    if (value !== null) {
      this.cachedFormulas++
      return
    }
    this.#formulaCount++
    if (this.#formulas.length < LISTED) {
      this.#formulas.push({ row: this.#row, column: columnLetter(this.#column) })
    }
  }

  #closeRow(): void {
    const cells = this.#cells
    const number = this.#row
    this.#column = -1
    if (cells.length === 0 || this.finished) return
    this.rows++
    if (this.#onRow(number, cells) === false) this.finished = true
  }

  #failTooLong(): never {
    throw new Fault('cell-too-long', { limit: this.#limits.cellCharacters })
  }

  #place(): Place {
    if (this.#row === 0) return {}
    return this.#column < 0 ? { row: this.#row } : { row: this.#row, column: columnLetter(this.#column) }
  }
}
