import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { describeSchema } from './describe-schema.ts'
import { forEachDatabase } from './testing/index.ts'

/** Tables that hold no unit's data, each with the reason why the rule of the territory does not apply. */
const WITHOUT_A_UNIT: Readonly<Record<string, string>> = {
  person:
    'a person is not of one unit: seen by themselves and by those whose scope holds one of their grants',
  run_batch: 'seen where its run is seen: the policy asks for the run, which has a unit',
  run_set: 'seen where its run is seen: the policy asks for the run, which has a unit',
  setting: 'settings of the whole installation',
  signal_evidence: 'seen where its signal is seen: the policy asks for the signal, which has a unit',
}

interface TableFacts {
  readonly name: string
  readonly secured: boolean
  readonly columns: readonly string[]
  readonly policies: number
  readonly audited: boolean
}

async function publicTables(database: Database): Promise<TableFacts[]> {
  const { rows } = await database.ownerPool.query(`
    select c.relname as name, c.relrowsecurity as secured,
      (select array_agg(attname::text) from pg_attribute where attrelid = c.oid and attnum > 0) as columns,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
      exists (select from pg_trigger where tgrelid = c.oid and tgname = 'write_audit') as audited
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
  return rows
}

forEachDatabase('the schema', open => {
  it('is the one written down in app/migrations/schema.txt (node tools/write-schema.ts)', async () => {
    const database = await open()
    const written = readFileSync(join(import.meta.dirname, '../../migrations/schema.txt'), 'utf8')
    expect(await describeSchema(database.ownerPool)).toBe(written)
  })

  it('has no table that row-level security does not guard', async () => {
    const tables = await publicTables(await open())
    expect(tables.length).toBeGreaterThan(2)
    for (const { name, secured, policies, columns } of tables) {
      expect({ name, secured, hasPolicy: policies > 0 }).toEqual({ name, secured: true, hasPolicy: true })
      const ofAUnit = columns.includes('unit_path') || columns.includes('path')
      expect({ name, ofAUnit: ofAUnit || name in WITHOUT_A_UNIT }).toEqual({ name, ofAUnit: true })
    }
  })

  it('gives the plain role nothing of the account library and no way to write the log', async () => {
    const { rows } = await (await open()).ownerPool.query(`
      select table_schema || '.' || table_name as name, privilege_type as may from information_schema.role_table_grants
      where grantee in ('objektiv_app', 'PUBLIC') and table_schema not in ('public', 'pg_catalog', 'information_schema')
      union all
      select 'public.audit', privilege_type from information_schema.role_table_grants
      where grantee in ('objektiv_app', 'PUBLIC') and table_name = 'audit' and privilege_type <> 'SELECT'`)
    expect(rows).toEqual([])
  })
})

describe('the list of tables without a unit', () => {
  it('gives a reason for each', () => {
    for (const reason of Object.values(WITHOUT_A_UNIT)) expect(reason.length).toBeGreaterThan(20)
  })
})
