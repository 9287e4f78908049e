import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../app/platform/database/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import { plantRuns } from '../world/plant-runs.ts'
import { startWorld, type World } from '../world/start-world.ts'
import { plantForeign } from './plant-foreign.ts'

/** Tables that the plain role may read without row security, each with its reason. */
const OPEN_TO_ALL: Readonly<Record<string, string>> = {}

/** Policies that say `true`, each with its reason. */
const POLICIES_OF_ALL: Readonly<Record<string, string>> = {}

interface Table {
  readonly name: string
  readonly guarded: boolean
  readonly readable: boolean
  /** Columns a row can be written back with, and those of them that may be changed afterwards. */
  readonly columns: readonly string[]
  readonly changeable: readonly string[]
}

/** What the database itself answers when the program forgets to say who asks: nothing, whatever the statement. */
forEachDatabase('row security', open => {
  let world: World
  let tables: readonly Table[]
  beforeAll(async () => {
    world = await startWorld(open)
    await plantForeign(world)
    await plantRuns(world.database, world)
    tables = await world.database.asSystem('system:test', readTables)
  })
  afterAll(() => world?.stop())

  const noScope = { accountId: '', role: '', grantId: null, unitPath: '' }
  const guarded = () => tables.filter(table => table.guarded)

  it('stands on every table that the plain role may read, and no policy of it lets everybody through', async () => {
    const unguarded = tables.filter(table => !table.guarded && table.readable).map(({ name }) => name)
    expect(unguarded.sort()).toEqual(Object.keys(OPEN_TO_ALL).sort())
    const policies = await world.database.asSystem('system:test', async tx => {
      const { rows } = await sql<{
        name: string
      }>`select tablename || '.' || policyname as name from pg_policies
        where 'true' in (qual, with_check) order by 1`.execute(tx)
      return rows.map(({ name }) => name)
    })
    expect(policies).toEqual(Object.keys(POLICIES_OF_ALL).sort())
    expect(guarded().length).toBeGreaterThan(25)
  })

  it('shows no row of any table where no scope is set, though every one of them holds some', async () => {
    const empty: string[] = []
    for (const { name } of guarded()) {
      const held = await world.database.asSystem('system:test', tx => count(tx, name))
      if (held === 0) empty.push(name)
      expect({ name, seen: await refusedIsNone(tx => count(tx, name)) }).toEqual({ name, seen: 0 })
    }
    expect(empty).toEqual([])
  })

  it('shows no row of any view where no scope is set', async () => {
    const views = await world.database.asSystem('system:test', async tx => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.views where table_schema = 'public'`.execute(tx)
      return rows.map(({ name }) => name)
    })
    expect(views).toContain('person_known')
    for (const name of views)
      expect({ name, seen: await refusedIsNone(tx => count(tx, name)) }).toEqual({ name, seen: 0 })
  })

  it('takes no row, changes none and removes none where no scope is set', async () => {
    for (const { name, columns, changeable } of guarded()) {
      const [row] = await world.database.asSystem('system:test', async tx => {
        const { rows } = await sql<{ row: unknown }>`
          select to_jsonb(t) as row from ${sql.table(name)} t limit 1`.execute(tx)
        return rows.map(one => JSON.stringify(one.row))
      })
      const list = sql.join(columns.map(column => sql.ref(column)))
      const inserted = await world.database
        .as(noScope, tx =>
          sql`insert into ${sql.table(name)} (${list}) overriding system value
            select ${list} from jsonb_populate_record(null::${sql.table(name)}, ${row}::jsonb)`.execute(tx),
        )
        .then(() => 'taken')
        .catch((error: { code?: string }) => error.code)
      expect({ name, inserted }).toEqual({ name, inserted: '42501' })
      for (const column of changeable) {
        const changed = await refusedIsNone(tx =>
          affected(tx, sql`update ${sql.table(name)} set ${sql.ref(column)} = ${sql.ref(column)}`),
        )
        expect({ name, column, changed }).toEqual({ name, column, changed: 0 })
      }
      const removed = await refusedIsNone(tx => affected(tx, sql`delete from ${sql.table(name)}`))
      expect({ name, removed }).toEqual({ name, removed: 0 })
    }
  })

  /** No right to the table or the column at all is as good as no row. */
  function refusedIsNone(work: (tx: Tx) => Promise<number>): Promise<number> {
    return world.database
      .as(noScope, work)
      .catch((error: { code?: string }) => (error.code === '42501' ? 0 : Promise.reject(error)))
  }
})

async function count(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(
    tx,
  )
  return rows[0].n
}

async function affected(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  return Number((await statement.execute(tx)).numAffectedRows ?? 0)
}

async function readTables(tx: Tx): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, c.relrowsecurity as guarded,
      has_any_column_privilege('objektiv_app', c.oid, 'select') as readable,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a') as changeable
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`.execute(
    tx,
  )
  return rows
}
