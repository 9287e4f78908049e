import { inject } from 'vitest'
import type { DatabaseKind } from '../world/lay-database.ts'

/** Where a test in the browser runs. */
export interface Run {
  readonly on: DatabaseKind
  /** Whether pages are looked over (see look-over.ts) as they are met. */
  readonly looks: boolean
}

/**
 * Ways of people from beginning to end are gone on both databases: what is written, counted, refused and waited for is
 * the database's work. How a page looks is not, so pages are looked over on one, and what is mostly looks runs on that
 * one alone: the server, which takes a little less of the processor than a database inside the service.
 *
 * BROWSER_DATABASE (embedded, postgres) runs everything on the one that is named, and looks everything over.
 */
export function runsOn(databases: 'one' | 'both'): readonly Run[] {
  const named = process.env.BROWSER_DATABASE || null
  const server = inject('postgresUrl') !== null
  if (named !== null && named !== 'embedded' && named !== 'postgres')
    throw new Error(`BROWSER_DATABASE is «${named}», neither embedded nor postgres`)
  if (named === 'postgres' && !server) throw new Error('BROWSER_DATABASE: PostgreSQL is not installed')
  if (named !== null || !server) return [{ on: named ?? 'embedded', looks: true }]
  const one = { on: 'postgres', looks: true } as const
  return databases === 'one' ? [one] : [one, { on: 'embedded', looks: false }]
}
