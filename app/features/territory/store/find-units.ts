import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { anywhere, foldWords } from '../fold.ts'
import { parseLogin } from '../login.ts'
import type { LocalDate } from '../tables.ts'
import { describeUnits, type UnitSummary } from './describe-units.ts'

export interface FoundUnit extends UnitSummary {
  /** The name by which it was found, where that is no longer its name. */
  readonly formerName: string | null
}

const DEFAULT_LIMIT = 10

/**
 * Regions, municipalities and schools by name, former name, code, or login in any spelling (joined by the six digits);
 * the closest first, closed ones last. Sees what the actor sees, the way up included.
 */
export async function findUnits(
  tx: Tx,
  {
    q,
    today,
    limit = DEFAULT_LIMIT,
  }: { readonly q: string; readonly today: LocalDate; readonly limit?: number | undefined },
): Promise<FoundUnit[]> {
  const words = foldWords(q)
  if (words.length === 0) return []
  const found = await rank(tx, words, digitsOf(q), limit, today)
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const units = await describeUnits(tx, tx.selectFrom('unit').selectAll('unit').where('unit.id', 'in', ids), {
    today,
  })
  const byId = new Map(units.map(unit => [unit.id, unit]))
  return found.flatMap(({ id, former }) => {
    const unit = byId.get(id)
    return unit ? [{ ...unit, formerName: former }] : []
  })
}

/** Six digits that a query gives as a login or bare; null where it is not about a login. */
function digitsOf(q: string): string | null {
  const bare = q.replace(/\s/g, '')
  return parseLogin(q)?.key ?? (/^\d{6}$/.test(bare) ? bare : null)
}

interface Ranked {
  readonly id: number
  readonly former: string | null
}

async function rank(
  tx: Tx,
  words: readonly string[],
  digits: string | null,
  limit: number,
  today: LocalDate,
): Promise<Ranked[]> {
  const own = sql`app.fold(concat_ws(' ', u.name, u.short_name, u.code, u.login))`
  const all = words.map(anywhere)
  // Whole words weigh more than parts: «школа 1» is first Школа № 1, then Школа № 12.
  const whole = (text: typeof own) =>
    sql.join(
      words.map(word => sql`(case when ${text} like ${anywhere(` ${word} `)} then 0 else 1 end)`),
      sql` + `,
    )
  const former = sql`app.fold(a.value)`
  const { rows } = await sql<Ranked>`
    with found as (
      select u.id, ${digits}::text is not null and u.digits = ${digits} as by_login,
        ${whole(own)} as distance, null::text as former
      from unit u
      where u.kind in ('region', 'municipality', 'school') and u.withdrawn_at is null
        and (u.digits = ${digits} or ${own} like all (${all}::text[]))
      union all
      select a.unit_id, a.kind = 'login', 10 + ${whole(former)}, case a.kind when 'former-name' then a.value end
      from unit_alias a
      where (a.kind = 'login' and right(a.value, 6) = ${digits}) or (a.kind = 'former-name' and ${former} like all (${all}::text[]))
    ), best as (
      select distinct on (id) id, by_login, distance, former from found order by id, by_login desc, distance
    )
    select best.id, best.former
    from best join unit u on u.id = best.id
    where u.withdrawn_at is null
    order by best.by_login desc, (u.valid_to is not null and u.valid_to < ${today}::date), best.distance,
      u.kind = 'school', app.sort_key(u.name), u.id
    limit ${limit}`.execute(tx)
  return rows
}
