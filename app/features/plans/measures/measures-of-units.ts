import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../rules.ts'
import type { MeasureState } from '../tables.ts'
import { CARRIED_BELOW } from './carried-below.ts'
import { isOverdueOn } from './choose-measures.ts'

/** Measures of one unit's own plans for a document about it: no person is named. */
export interface MeasuresOfUnit {
  readonly unitId: number
  /** Measures in a state, and how many of them are late; states that no measure is in are left out. */
  readonly states: readonly {
    readonly state: MeasureState
    readonly count: number
    readonly late: number
    /** Of them, those that answer a signal. */
    readonly addressed: number
  }[]
  /** Those that answer a signal, by their terms. */
  readonly addressed: readonly {
    readonly text: string
    readonly dueOn: LocalDate | null
    readonly state: MeasureState
    readonly late: boolean
  }[]
}

type Row = Pick<MeasuresOfUnit, 'unitId'> & MeasuresOfUnit['addressed'][number]

/** Of these units, as far as the reader has them in reach; of plans in force and ended ones, since a draft is nobody's word yet. */
export async function measuresOfUnits(
  tx: Tx,
  { unitIds, today }: { readonly unitIds: readonly number[]; readonly today: LocalDate },
): Promise<MeasuresOfUnit[]> {
  if (unitIds.length === 0) return []
  const chosen = sql`plan_measure m join plan p on p.id = m.plan_id
    where m.unit_id = any (${[...unitIds]}::integer[]) and m.removed_at is null and p.removed_at is null
      and p.state in ('approved', 'closed') and not ${CARRIED_BELOW}`
  const late = sql`coalesce(${isOverdueOn(today)}, false)`
  const { rows: heaps } = await sql<
    Pick<Row, 'unitId' | 'state' | 'late'> & { readonly isAddressed: boolean; readonly count: number }
  >`select m.unit_id as "unitId", m.state, ${late} as late, m.signal_id is not null as "isAddressed", count(*) as count
    from ${chosen} group by 1, 2, 3, 4`.execute(tx)
  // The day of a measure goes with its last task: of an ended one it is the last there was.
  const { rows } = await sql<Row>`select m.unit_id as "unitId", m.text, m.state, ${late} as late,
      coalesce(m.due_on, (select max(t.due_on) from measure_task t where t.measure_id = m.id)) as "dueOn"
    from ${chosen} and m.signal_id is not null order by 5 nulls last, m.id`.execute(tx)
  const addressed = Map.groupBy(rows, ({ unitId }) => unitId)
  const byUnit = Map.groupBy(heaps, ({ unitId }) => unitId)
  return [...byUnit].map(([unitId, of]) => ({
    unitId,
    states: [...Map.groupBy(of, ({ state }) => state)].map(([state, alike]) => {
      const sum = (some: typeof alike) => some.reduce((total, { count }) => total + count, 0)
      return {
        state,
        count: sum(alike),
        late: sum(alike.filter(heap => heap.late)),
        addressed: sum(alike.filter(heap => heap.isAddressed)),
      }
    }),
    addressed: (addressed.get(unitId) ?? []).map(({ unitId: _, ...measure }) => measure),
  }))
}
