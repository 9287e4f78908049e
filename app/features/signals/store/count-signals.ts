import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Outcome } from '../rules.ts'
import type { SignalState } from '../terms.rules.ts'
import {
  all,
  chooseGround,
  isOverdueOn,
  onShelf,
  type Reading,
  type SignalFilters,
} from './choose-signals.ts'

/** Signals alike in everything that is counted. */
interface Heap {
  readonly state: SignalState
  readonly outcome: Outcome | null
  readonly overdue: boolean
  readonly returned: boolean
  readonly due: boolean
  readonly check: boolean
  readonly year: number
  readonly grade: number
  readonly subject: string
  readonly channels: readonly string[]
  readonly count: number
}

export interface SignalCounts {
  readonly states: { state: SignalState; outcome: Outcome | null; count: number }[]
  readonly overdue: number
  readonly shelves: { returned: number; due: number; check: number }
  readonly channels: { id: string; count: number }[]
  readonly sets: { year: number; grade: number; subject: string; count: number }[]
}

type Filters = Omit<SignalFilters, 'shelf'>
type Facet = 'state' | 'channel' | 'set'

/**
 * How many signals stand how. The table is read once, in heaps of like signals; each choice is then counted under all
 * filters but its own, so that it shows what choosing another value would give.
 */
export async function countSignals(tx: Tx, filters: Filters, reading: Reading): Promise<SignalCounts> {
  const { rows } = await sql<Heap>`
    select s.state, s.outcome, ${isOverdueOn(reading.today)} as overdue,
      ${onShelf('returned', reading)} as returned, ${onShelf('due', reading)} as due, ${onShelf('check', reading)} as check,
      s.year, s.grade, s.subject, s.channels, count(*) as count
    from signal s where ${all(await chooseGround(tx, filters, reading))}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`.execute(tx)
  const heaps = rows.map(heap => ({ ...heap, overdue: heap.overdue ?? false }))
  const under = (but: Facet | null) => heaps.filter(heap => fits(heap, filters, but))
  const chosen = under(null)
  const sum = (some: readonly Heap[]) => some.reduce((total, { count }) => total + count, 0)
  return {
    states: counted(under('state'), ({ state, outcome }) => [{ state, outcome }]),
    overdue: sum(under('state').filter(({ overdue }) => overdue)),
    shelves: {
      returned: sum(chosen.filter(({ returned }) => returned)),
      due: sum(chosen.filter(({ due }) => due)),
      check: sum(chosen.filter(({ check }) => check)),
    },
    channels: counted(under('channel'), ({ channels }) => channels.map(id => ({ id }))).sort(
      (a, b) => b.count - a.count || a.id.localeCompare(b.id),
    ),
    sets: counted(under('set'), ({ year, grade, subject }) => [{ year, grade, subject }]).sort(
      (a, b) => b.year - a.year || a.grade - b.grade || a.subject.localeCompare(b.subject, 'ru'),
    ),
  }
}

function fits(heap: Heap, filters: Filters, but: Facet | null): boolean {
  const { state, outcome, overdue, channel, year, grade, subject } = filters
  const asWished = <T>(wished: T | undefined, is: T) => wished === undefined || wished === is
  if (but !== 'state')
    if (!asWished(state, heap.state) || !asWished(outcome, heap.outcome) || (overdue && !heap.overdue))
      return false
  if (but !== 'channel' && channel !== undefined && !heap.channels.includes(channel)) return false
  return (
    but === 'set' ||
    (asWished(year, heap.year) && asWished(grade, heap.grade) && asWished(subject, heap.subject))
  )
}

function counted<V extends object>(
  heaps: readonly Heap[],
  valuesOf: (heap: Heap) => V[],
): (V & { count: number })[] {
  const counts = new Map<string, V & { count: number }>()
  for (const heap of heaps)
    for (const value of valuesOf(heap)) {
      const key = JSON.stringify(value)
      const { count } = counts.get(key) ?? { count: 0 }
      counts.set(key, { ...value, count: count + heap.count })
    }
  return [...counts.values()]
}
