import { sql } from 'kysely'
import { executePrepared, type Tx } from '../../../platform/database/index.ts'
import { examCodeIn, foldWords, patternsOf } from '../fold.ts'
import { parseLogin } from '../login.ts'
import type { LocalDate } from '../tables.ts'
import type { UnitSummary } from './describe-units.ts'
import { getUnits } from './get-units.ts'

export interface FoundUnit extends UnitSummary {
  /** The name by which it was found, where that is no longer its name. */
  readonly formerName: string | null
}

const DEFAULT_LIMIT = 10

/**
 * Regions, municipalities and schools by name, former name, code (of ОГЭ and ЕГЭ too), or login in any spelling (joined by
 * the six digits);
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
  const found = await rank(tx, words, { digits: digitsOf(q), code: examCodeIn(q) }, limit, today)
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const units = await getUnits(tx, ids, today)
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
  { digits, code }: { readonly digits: string | null; readonly code: string | null },
  limit: number,
  today: LocalDate,
): Promise<Ranked[]> {
  const own = sql`u.search_text`
  const patterns = words.map(patternsOf)
  // Whole words weigh more than parts: «школа 1» is first Школа № 1, then Школа № 12.
  const whole = (text: typeof own) =>
    sql.join(
      patterns.map(
        ({ whole }) => sql`(case when ${text} like any (${[...whole]}::text[]) then 0 else 1 end)`,
      ),
      sql` + `,
    )
  const fits = (text: typeof own) =>
    sql.join(
      patterns.map(({ found }) => sql`${text} like any (${[...found]}::text[])`),
      sql` and `,
    )
  const former = sql`a.search_text`
  const byCode =
    code === null
      ? sql`false`
      : sql`coalesce(${code} in (ltrim(u.oge_code, '0'), ltrim(u.ege_code, '0')), false)`
  return executePrepared(
    tx,
    sql<Ranked>`
    with found as (
      select u.id, u.kind, u.valid_to, u.sort_key, (${digits}::text is not null and u.digits = ${digits}) or ${byCode} as by_login,
        ${whole(own)} as distance, null::text as former
      from unit u
      where u.kind <> 'class' and u.withdrawn_at is null and (u.digits = ${digits} or ${byCode} or (${fits(own)}))
      union all
      select u.id, u.kind, u.valid_to, u.sort_key, a.kind = 'login',
        10 + ${whole(former)}, case a.kind when 'former-name' then a.value end
      from unit_alias a join unit u on u.id = a.unit_id
      where u.withdrawn_at is null and ((a.kind = 'login' and right(a.value, 6) = ${digits})
        or (a.kind = 'former-name' and ${fits(former)}))
    ), best as (
      select distinct on (id) * from found order by id, by_login desc, distance
    )
    select id, former from best
    order by by_login desc, (valid_to is not null and valid_to < ${today}::date), distance, kind = 'school', sort_key, id
    limit ${limit}`,
  )
}
