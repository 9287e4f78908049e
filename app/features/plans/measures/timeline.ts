import type { Term, TermKind } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate, TaskState } from '../rules.ts'
import { CARRIED_BELOW } from './carried-below.ts'
import { chooseMeasures, type MeasureFilters, type Reading } from './choose-measures.ts'

/** More lines than this nobody reads on one drawing. */
const MOST = 500

interface Row {
  readonly id: number
  readonly number: string | null
  readonly text: string
  readonly unitId: number
  readonly unit: string
  readonly term: Term | null
  readonly carried: boolean
  readonly tasks: readonly {
    readonly id: number
    readonly due: LocalDate | null
    readonly state: TaskState
  }[]
}

export interface TimelineItem {
  readonly measure: number
  readonly number: string | null
  readonly text: string
  readonly unit: { readonly id: number; readonly name: string }
  readonly kind: TermKind | null
  readonly spans: {
    start: LocalDate | null
    end: LocalDate
    state: TaskState
    task: number
    below: boolean
  }[]
  readonly open: boolean
  readonly words: string | null
}

/** Measures with the days their tasks have; what has none is told apart, not drawn over the whole year. */
export async function readTimeline(
  tx: Tx,
  filters: MeasureFilters,
  reading: Reading,
): Promise<{ items: TimelineItem[]; leftOff: number }> {
  const chosen = await chooseMeasures(tx, filters, reading)
  const { rows } = await sql<Row & { total: number }>`
    select c.id, c.number, c.text, c.unit_id as "unitId", u.name as unit, c.term, c.carried, c.total,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'due', t.due_on, 'state', t.state) order by t.position), '[]')
        from measure_task t where t.measure_id = c.id) as tasks
    from (select m.id, m.number, m.text, m.unit_id, m.term, m.plan_id, m.position, ${CARRIED_BELOW} as carried, count(*) over () as total
      from plan_measure m join plan p on p.id = m.plan_id where ${chosen}
      order by m.plan_id, m.position, m.id limit ${MOST}) c
    join unit u on u.id = c.unit_id order by c.plan_id, c.position, c.id`.execute(tx)
  return {
    items: rows.map(row => {
      const dated = row.tasks.filter(({ due }) => due !== null)
      return {
        measure: row.id,
        number: row.number,
        text: row.text,
        unit: { id: row.unitId, name: row.unit },
        kind: row.term?.kind ?? null,
        spans: dated.map(({ id, due, state }) => ({
          start: row.tasks.length === 1 ? beginOf(row.term, due!) : null,
          end: due!,
          state,
          task: id,
          below: row.carried,
        })),
        open: dated.length < row.tasks.length || row.tasks.length === 0,
        words: row.term?.original ?? null,
      }
    }),
    leftOff: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
  }
}

/** First day of a stretch; a deadline has none, whatever day the plan begins on. */
function beginOf(term: Term | null, due: LocalDate): LocalDate | null {
  if (term === null || term.start === null || term.kind === 'deadline' || term.start > due) return null
  return term.start
}
