import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { MeasureState } from '../tables.ts'
import {
  all,
  chooseGround,
  isOverdueOn,
  type MeasureFilters,
  onShelf,
  type Reading,
} from './choose-measures.ts'

/** Measures alike in everything that is counted. */
interface Heap {
  readonly state: MeasureState
  readonly overdue: boolean
  readonly offered: boolean
  readonly doubtful: boolean
  readonly mine: boolean
  readonly returned: boolean
  readonly due: boolean
  readonly check: boolean
  readonly count: number
}

export interface MeasureCounts {
  readonly states: { state: MeasureState; count: number }[]
  readonly overdue: number
  readonly offered: number
  readonly shelves: { mine: number; returned: number; due: number; check: number }
}

/** How many measures stand how: the table is read once, in heaps of like measures; states are counted under all filters but their own. */
export async function countMeasures(
  tx: Tx,
  filters: Omit<MeasureFilters, 'shelf'>,
  reading: Reading,
): Promise<MeasureCounts> {
  const { rows } = await sql<Heap>`
    select m.state, coalesce(${isOverdueOn(reading.today)}, false) as overdue, m.offered is not null as offered,
      m.doubtful <> '[]' as doubtful, ${onShelf('mine', reading)} as mine, ${onShelf('returned', reading)} as returned,
      coalesce(${onShelf('due', reading)}, false) as due, ${onShelf('check', reading)} as check, count(*) as count
    from plan_measure m join plan p on p.id = m.plan_id where ${all(await chooseGround(tx, filters, reading))}
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(tx)
  const { state, overdue, offered, doubtful } = filters
  const apart = rows.filter(
    heap =>
      (overdue === undefined || heap.overdue) &&
      (offered === undefined || heap.offered) &&
      (doubtful === undefined || heap.doubtful),
  )
  const chosen = apart.filter(heap => state === undefined || heap.state === state)
  const sum = (some: readonly Heap[]) => some.reduce((total, { count }) => total + count, 0)
  return {
    states: [...Map.groupBy(apart, heap => heap.state)].map(([of, heaps]) => ({
      state: of,
      count: sum(heaps),
    })),
    overdue: sum(chosen.filter(heap => heap.overdue)),
    offered: sum(chosen.filter(heap => heap.offered)),
    shelves: {
      mine: sum(chosen.filter(heap => heap.mine)),
      returned: sum(chosen.filter(heap => heap.returned)),
      due: sum(chosen.filter(heap => heap.due)),
      check: sum(chosen.filter(heap => heap.check)),
    },
  }
}
