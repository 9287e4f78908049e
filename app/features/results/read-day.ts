import type { Cell } from '../../documents/spreadsheet/types.ts'

/** Days of a spreadsheet are counted from 30.12.1899; ours from 01.01.2000, so that they fit 16 bits until 2179. */
const SPREADSHEET_DAY = 36_526
const DAY = 86_400_000
const EPOCH = Date.UTC(2000, 0, 1)
const LAST = 65_535

/**
 * Day of a date cell, in days since 31.12.1999: «11.04.2022», «2022-04-11» (a time of day may follow) or the day number
 * of a spreadsheet. 0 where the cell holds no date of this century.
 */
export function readDay(cell: Cell): number {
  if (typeof cell === 'number') return within(Math.floor(cell) - SPREADSHEET_DAY + 1)
  if (typeof cell !== 'string') return 0
  const text = cell.trim()
  if (/^\d{5}(\.\d+)?$/.test(text)) return readDay(Number(text))
  const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (russian) return dayOf(Number(russian[3]), Number(russian[2]), Number(russian[1]))
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  return 0
}

function dayOf(year: number, month: number, day: number): number {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return 0
  return within((time - EPOCH) / DAY + 1)
}

function within(day: number): number {
  return day >= 1 && day <= LAST ? day : 0
}
