import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Outcome } from '../rules.ts'
import type { LocalDate, SignalState } from '../terms.rules.ts'

/** A signal as lists know it. */
export interface SignalRow {
  readonly id: number
  readonly unitId: number
  readonly unitPath: string
  readonly schoolName: string
  readonly municipalityId: number | null
  readonly municipalityName: string | null
  readonly runId: number
  readonly runTitle: string
  readonly campaignId: number | null
  readonly source: 'official' | 'own'
  readonly version: number
  readonly paperVersion: string | null
  readonly year: number
  readonly grade: number
  readonly subject: string
  readonly channels: readonly string[]
  readonly n: number
  readonly degree: number | null
  readonly fdr: number | null
  readonly state: SignalState
  readonly outcome: Outcome | null
  readonly dueOn: LocalDate | null
  readonly repliedAt: Date | null
  readonly dataUndone: boolean
  readonly escalated: number
  readonly published: boolean
  readonly forwarded: boolean
  /** By what the list is ordered, as the database writes it. */
  readonly key: string
}

export interface Chosen {
  /** Conditions, and what the rows are ordered by (then by id): over the alias `s`. */
  readonly where: RawBuilder<SqlBool>
  readonly key: RawBuilder<unknown>
  readonly descending: boolean
  readonly limit: number
}

/**
 * The chosen signals with school, municipality and run named. Names are joined to the few rows of a page, behind its
 * limit, and the order is said again outside it.
 */
export async function describeSignals(
  tx: Tx,
  { where, key, descending, limit }: Chosen,
): Promise<SignalRow[]> {
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const { rows } = await sql<SignalRow>`
    select p.id, p.unit_id as "unitId", p.unit_path as "unitPath",
      -- An heir does not have the school itself in reach.
      coalesce(u.name, (select coalesce(e.evidence -> 'school' ->> 'name', e.evidence -> 'school' ->> 'login')
        from signal_evidence e where e.signal_id = p.id)) as "schoolName",
      m.id as "municipalityId", m.name as "municipalityName", p.run_id as "runId", coalesce(r.title, '') as "runTitle",
      p.campaign_id as "campaignId", p.source, p.version, p.paper_version as "paperVersion", p.year, p.grade, p.subject,
      p.channels, p.n, p.degree, p.fdr, p.state, p.outcome, p.due_on as "dueOn", p.replied_at as "repliedAt",
      p.data_undone_at is not null as "dataUndone", p.escalated, p.published,
      p.forwarded_at is not null as forwarded, p.key::text as key
    from (
      select s.id, s.unit_id, s.unit_path, s.run_id, s.campaign_id, s.source, s.version, s.paper_version, s.year, s.grade,
        s.subject, s.channels, s.n, s.degree, s.fdr, s.state, s.outcome, s.due_on, s.replied_at, s.data_undone_at,
        s.escalated, s.published, s.forwarded_at, ${key} as key,
        nullif(split_part(s.unit_path, '.', 2), '')::integer as second_id
      from signal s where ${where} order by ${key} ${direction}, s.id ${direction} limit ${limit}
    ) p
    left join unit u on u.id = p.unit_id
    left join unit m on m.id = p.second_id and m.kind = 'municipality'
    left join screening_run r on r.id = p.run_id
    order by p.key ${direction}, p.id ${direction}`.execute(tx)
  return [...rows]
}
