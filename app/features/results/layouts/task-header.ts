import type { HeaderRow, TaskColumn } from './layout.ts'

/** «1 (1б)», «5(1) (1б)», «10К1 (1 б)», «9,1 (2б)» after folding; К and K are one letter there. */
const TASK = /^(\d+(?:[.,]\d+)?(?:\(\d+\))?(?:к\d+)?) ?\((\d+) ?б\.?\)$/

/** Task columns whose headers state the maximum (layouts of 2022 and later). */
export function taskHeaders(header: HeaderRow): TaskColumn[] {
  return header.matches(TASK).map(({ column, match }) => ({
    column,
    name: match[1].replace(',', '.').toUpperCase(),
    index: null,
    max: Number(match[2]),
  }))
}
