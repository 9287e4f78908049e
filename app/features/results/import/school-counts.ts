import { parseLogin } from '../../territory/threads.ts'
import { EXCLUDED, type ProtocolBatch, RowFlag } from '../types.ts'

/** What a file holds of one school: counts, and the days of upload where it gives them. */
export interface SchoolCounts {
  readonly digits: string
  /** The spelling that most rows have. */
  readonly login: string
  readonly rows: number
  readonly works: number
  readonly absent: number
  readonly firstDay: string | null
  readonly lastDay: string | null
}

/** Counts the rows of a file by school; rows whose login cannot be read belong to none. */
export function countSchools({ columns }: Pick<ProtocolBatch, 'columns'>): SchoolCounts[] {
  const { count, school, flags, login, logins, day } = columns
  const schools = new Map<number, Tally>()
  for (let i = 0; i < count; i++) {
    if (school[i] === 0) continue
    const tally = schools.get(school[i]) ?? newTally()
    schools.set(school[i], tally)
    tally.rows++
    tally.logins.set(login[i], (tally.logins.get(login[i]) ?? 0) + 1)
    if ((flags[i] & EXCLUDED) === 0) tally.works++
    else if (flags[i] & RowFlag.absent) tally.absent++
    const of = day?.[i] ?? 0
    if (of === 0) continue
    tally.first = Math.min(tally.first, of)
    tally.last = Math.max(tally.last, of)
  }
  return [...schools].map(([digits, { first, last, logins: spelled, ...counts }]) => ({
    digits: String(digits).padStart(6, '0'),
    login: usual(spelled, logins),
    ...counts,
    firstDay: last === 0 ? null : dayOf(first),
    lastDay: last === 0 ? null : dayOf(last),
  }))
}

interface Tally {
  rows: number
  works: number
  absent: number
  first: number
  last: number
  readonly logins: Map<number, number>
}

function newTally(): Tally {
  return { rows: 0, works: 0, absent: 0, first: Number.POSITIVE_INFINITY, last: 0, logins: new Map() }
}

function usual(spelled: ReadonlyMap<number, number>, logins: readonly string[]): string {
  const [[most]] = [...spelled].sort(([a, x], [b, y]) => y - x || a - b)
  return parseLogin(logins[most])?.canonical ?? logins[most]
}

const DAY = 86_400_000
const EPOCH = Date.UTC(1999, 11, 31)

/** A day counted from 31.12.1999 as a local date. */
function dayOf(day: number): string {
  return new Date(EPOCH + day * DAY).toISOString().slice(0, 10)
}
