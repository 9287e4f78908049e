import { sql } from 'kysely'
import { executePrepared, type Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { LocalDate, UnitKind } from '../tables.ts'
import { describeUnits, type UnitLink, type UnitSummary } from './describe-units.ts'
import { presentOn } from './present-on.ts'

export interface UnitPage extends UnitSummary {
  /** Whether it lies at the reader's own unit or below; above there are only its name and the way up. */
  readonly inReach: boolean
  /** From the root down to the parent. */
  readonly wayUp: readonly UnitLink[]
  readonly children: readonly KindCount[]
  readonly below: readonly KindCount[]
  readonly logins: readonly string[]
  readonly formerNames: readonly { readonly name: string; readonly until: LocalDate | null }[]
  readonly predecessors: readonly UnitLink[]
  readonly schoolYears: readonly number[]
}

interface KindCount {
  readonly kind: UnitKind
  readonly count: number
}

/**
 * Everything that the page of a unit shows of the territory. Of a unit above one's own what stands below it is not told:
 * counted by what the reader sees, a region would have one municipality. Throws `not-found` outside the actor's sight.
 */
export async function getUnitPage(tx: Tx, id: number, today: LocalDate): Promise<UnitPage> {
  const [unit] = await describeUnits(tx, tx.selectFrom('unit').selectAll('unit').where('unit.id', '=', id), {
    today,
  })
  if (!unit) throw new ProblemError({ code: 'not-found' })
  const [around] = await executePrepared(
    tx,
    sql<Around>`
    select
      app.in_scope(${unit.path}) as "inReach",
      ${list(sql`select w.id, w.kind, w.name from unit w where w.id = any (${idsAbove(unit)}) order by length(w.path)`)}
        as "wayUp",
      ${list(sql`select c.kind, count(*)::integer as count from unit c
        where c.parent_id = ${id} and ${presentOn('c', today)} group by c.kind`)} as children,
      ${list(sql`select b.kind, count(*)::integer as count from unit b
        where b.kind <> 'class' and b.path > ${unit.path} and b.path < ${`${unit.path.slice(0, -1)}/`}
          and ${presentOn('b', today)} group by b.kind`)} as below,
      ${list(sql`select a.kind, a.value, a.valid_to as until from unit_alias a where a.unit_id = ${id}
        order by a.valid_to desc nulls last, a.id desc`)} as aliases,
      ${list(sql`select p.id, p.kind, p.name from unit p where p.successor_id = ${id} and p.withdrawn_at is null
        order by p.valid_to, p.id`)} as predecessors,
      ${list(sql`select distinct y.school_year as year from unit y
        where y.parent_id = ${id} and y.kind = 'class' and y.withdrawn_at is null order by year desc`)} as years
  `,
  )
  const { inReach, wayUp, children, below, aliases, predecessors, years } = around
  return {
    ...unit,
    inReach,
    wayUp,
    children: inReach ? children : [],
    below: inReach ? below : [],
    predecessors: inReach ? predecessors : [],
    logins: aliases
      .filter(({ kind, value }) => kind === 'login' && value !== unit.login)
      .map(({ value }) => value),
    formerNames: aliases
      .filter(({ kind }) => kind === 'former-name')
      .map(({ value, until }) => ({ name: value, until })),
    schoolYears: inReach ? years.map(({ year }) => year) : [],
  }
}

interface Around {
  readonly inReach: boolean
  readonly wayUp: UnitLink[]
  readonly children: KindCount[]
  readonly below: KindCount[]
  readonly aliases: { kind: 'login' | 'former-name'; value: string; until: LocalDate | null }[]
  readonly predecessors: UnitLink[]
  readonly years: { year: number }[]
}

/** The rows of a query as one json value, so that a page costs two statements and not eight. */
function list(query: ReturnType<typeof sql>): ReturnType<typeof sql> {
  return sql`(select coalesce(json_agg(to_json(x)), '[]') from (${query}) x)`
}

function idsAbove({ path, id }: UnitSummary): number[] {
  return path
    .split('.')
    .filter(Boolean)
    .map(Number)
    .filter(one => one !== id)
}
