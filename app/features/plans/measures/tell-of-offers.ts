import './notice-kinds.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { findHolders } from '../../accounts/index.ts'
import { notify } from '../../notices/index.ts'
import type { Level } from '../reading/plan.ts'
import type { LocalDate } from '../rules.ts'
import { RECEIVING } from '../tell-of-plans.ts'

/** A service that stood still for so many days makes up for what it did not say. */
const MADE_UP_DAYS = 7

interface Row {
  readonly planId: number
  readonly title: string
  readonly unitId: number
  readonly level: Level
  readonly count: number
  readonly latest: Date
}

/**
 * Those who have a plan from above hear that it has changed there: once for each last change, however many measures it
 * concerns. By the round of every hour, so that ten changes of a morning are one line of the digest.
 */
export async function tellOfOffers(
  tx: Tx,
  { today, now }: { readonly today: LocalDate; readonly now: Date },
) {
  const { rows } = await sql<Row>`
    select p.id as "planId", p.title, p.unit_id as "unitId", u.kind as level, count(*) as count, max(s.at) as latest
    from plan_measure m join plan p on p.id = m.plan_id and p.removed_at is null and p.state <> 'closed'
      join unit u on u.id = p.unit_id
      join lateral (select max(at) as at from measure_step where measure_id = m.id and kind = 'offered') s on true
    where m.offered is not null and m.removed_at is null
    group by 1, 2, 3, 4 having max(s.at) > ${new Date(now.getTime() - MADE_UP_DAYS * 86_400_000)} order by 1`.execute(
    tx,
  )
  for (const level of ['municipality', 'school'] as const) {
    const concerned = rows.filter(row => row.level === level)
    if (concerned.length === 0) continue
    const unitIds = concerned.map(({ unitId }) => unitId)
    const holders = await findHolders(tx, { unitIds, roles: RECEIVING[level], today })
    const there = Map.groupBy(holders, ({ unitId }) => unitId)
    await notify(
      tx,
      concerned.flatMap(({ planId, title, unitId, count, latest }) =>
        [...new Set((there.get(unitId) ?? []).map(({ personId }) => personId))].map(to => ({
          ...{ to, unitId, link: `/plans/${planId}` },
          kind: 'measure-offered' as const,
          params: { what: title, count },
          onceKey: `plan ${planId} offered ${latest.toISOString()}`,
        })),
      ),
    )
  }
}
