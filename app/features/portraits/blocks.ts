import type { Block, Cell, Column, Figure, Table, Tone } from '../../documents/report/index.ts'

/** Blocks of a report, in one word each. */

export function text(value: string | null): Cell {
  return value === null || value === '' ? ABSENT : { kind: 'text', text: value }
}

export function number(value: number | null, digits = 0): Cell {
  return value === null ? ABSENT : { kind: 'number', value, digits }
}

/** 0 … 1, shown as a percentage. */
export function share(value: number | null, digits = 1): Cell {
  return value === null ? ABSENT : { kind: 'share', value, digits }
}

/** So many of a whole, with their share. */
export function part(count: number, whole: number, digits = 1): Cell {
  return { kind: 'part', count, share: whole === 0 ? null : count / whole, digits }
}

export function interval(lower: number | null, upper: number | null, digits: number): Cell {
  return lower === null || upper === null ? ABSENT : { kind: 'interval', lower, upper, digits, share: false }
}

export function shareInterval(lower: number | null, upper: number | null, digits = 0): Cell {
  return lower === null || upper === null ? ABSENT : { kind: 'interval', lower, upper, digits, share: true }
}

export const ABSENT: Cell = { kind: 'none', reason: 'absent' }
/** Kept back: it speaks of fewer than may be shown. */
export const FEW: Cell = { kind: 'none', reason: 'few' }

export function left(title: string, width?: number): Column {
  return width === undefined ? { title, align: 'left' } : { title, align: 'left', width }
}

export function right(title: string, width?: number): Column {
  return width === undefined ? { title, align: 'right' } : { title, align: 'right', width }
}

export function heading(words: string): Block {
  return { kind: 'heading', text: words }
}

export function sentence(words: string, tone: Tone = 'plain'): Block {
  return { kind: 'sentence', text: words, tone }
}

export function table(
  id: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  wide = false,
): Table {
  return { kind: 'table', id, caption, columns, rows, wide }
}

/** A picture as it was drawn, with its numbers; what it is about, and how far to trust it. */
export function figure(
  id: string,
  { title, description, svg }: Pick<Figure, 'title' | 'description' | 'svg'>,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  heading: string,
  notes: readonly string[] = [],
): Figure {
  return {
    ...{ kind: 'figure', id, heading, title, description, svg },
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    data: { caption: title, columns, rows },
  }
}

/** Tables of the same columns, printed under one head. */
export function goingOn(tables: readonly Table[]): Table[] {
  return tables.map((one, i) => (i === 0 ? one : { ...one, goesOn: true }))
}
