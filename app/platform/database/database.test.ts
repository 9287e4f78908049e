import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Tx } from './schema.ts'
import { forEachDatabase } from './testing/index.ts'
import { executePrepared } from './transaction-driver.ts'

const region = { accountId: 'a1', role: 'analyst', grantId: null, unitPath: '1.' }

async function ids(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from unit order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

async function addUnit(tx: Tx, parent: number, kind: string, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into unit (parent_id, kind, name) values (${parent}, ${kind}, ${name}) returning id`.execute(tx)
  return rows[0].id
}

forEachDatabase('who sees what', open => {
  it('shows a unit, what is below it and the way up, and nothing else', async () => {
    const database = await open()
    const [west, school, east, other] = await database.asSystem('system:test', async tx => {
      const west = await addUnit(tx, 1, 'municipality', 'Западный')
      const east = await addUnit(tx, 1, 'municipality', 'Восточный')
      return [
        west,
        await addUnit(tx, west, 'school', 'Школа № 1'),
        east,
        await addUnit(tx, east, 'school', 'Школа № 2'),
      ]
    })
    expect(await database.as(region, ids)).toEqual([1, west, east, school, other].sort((a, b) => a - b))
    expect(await database.as({ ...region, unitPath: `1.${west}.` }, ids)).toEqual([1, west, school])
    expect(await database.as({ ...region, unitPath: `1.${west}.${school}.` }, ids)).toEqual([1, west, school])
  })

  it('shows nothing when no unit is set', async () => {
    const database = await open()
    expect(await database.as({ ...region, unitPath: '' }, ids)).toEqual([])
  })

  it('has no statement compiled before it is run, whoever asks', async () => {
    const database = await open()
    const jit = async (tx: Tx) => {
      const { rows } = await sql<{ jit: string }>`select current_setting('jit') as jit`.execute(tx)
      return rows[0].jit
    }
    expect([
      await database.as(region, jit),
      await database.asOfNow(region, jit),
      await database.asSystem('system:test', jit),
    ]).toEqual(['off', 'off', 'off'])
  })

  it('refuses a row outside the scope, and the log to everybody', async () => {
    const database = await open()
    const west = await database.asSystem('system:test', tx => addUnit(tx, 1, 'municipality', 'Западный'))
    const below = { ...region, unitPath: `1.${west}.` }
    await expect(database.as(below, tx => addUnit(tx, 1, 'municipality', 'Чужой'))).rejects.toThrow(
      /row-level/,
    )
    await expect(
      database.as(region, tx =>
        sql`insert into audit (unit_id, unit_path, subject, subject_id, action)
        values (1, '1.', 'unit', '1', 'changed')`.execute(tx),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(database.as(region, tx => sql`delete from audit`.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
  })

  it('moves a unit with all its rows, and refuses a place below itself', async () => {
    const database = await open()
    await database.asSystem('system:test', async tx => {
      const west = await addUnit(tx, 1, 'municipality', 'Западный')
      const east = await addUnit(tx, 1, 'municipality', 'Восточный')
      const school = await addUnit(tx, west, 'school', 'Школа № 1')
      await sql`insert into unit_alias (unit_id, kind, value) values (${school}, 'login', 'sch990001')`.execute(
        tx,
      )
      await sql`update unit set parent_id = ${east} where id = ${school}`.execute(tx)
      const { rows } = await sql<{ unit_path: string }>`select unit_path from unit_alias`.execute(tx)
      expect(rows).toEqual([{ unit_path: `1.${east}.${school}.` }])
      const log = await sql<{ path: string }>`
        select distinct unit_path as path from audit where unit_id = ${school}`.execute(tx)
      expect(log.rows).toEqual([{ path: `1.${east}.${school}.` }])
    })
    await expect(
      database.asSystem('system:test', tx =>
        sql`update unit set parent_id = 1, kind = 'school' where id = 1`.execute(tx),
      ),
    ).rejects.toThrow()
  })

  it('writes who changed what, and only what differs', async () => {
    const database = await open()
    await database.as(region, tx =>
      sql`update unit set name = 'Край', version = version + 1 where id = 1`.execute(tx),
    )
    const { rows } = await database.as(region, tx =>
      sql<Record<string, unknown>>`select account_id, role, action, before, after from audit
        where action = 'changed'`.execute(tx),
    )
    expect(rows).toEqual([
      {
        account_id: 'a1',
        role: 'analyst',
        action: 'changed',
        before: { name: 'Регион' },
        after: { name: 'Край' },
      },
    ])
  })

  it('keeps a planned statement to the reach of each who runs it', async () => {
    const database = await open()
    const west = await database.asSystem('system:test', tx => addUnit(tx, 1, 'municipality', 'Западный'))
    const east = await database.asSystem('system:test', tx => addUnit(tx, 1, 'municipality', 'Восточный'))
    const names = (tx: Tx) =>
      executePrepared(tx, sql<{ id: number }>`select id from unit where kind = ${'municipality'} order by id`)
    // More often than PostgreSQL tries a statement before it keeps one plan for all, and by both roles.
    for (let round = 0; round < 8; round++) {
      expect(await database.asSystem('system:test', names)).toEqual([{ id: west }, { id: east }])
      expect(await database.as({ ...region, unitPath: `1.${west}.` }, names)).toEqual([{ id: west }])
      expect(await database.as({ ...region, unitPath: `1.${east}.` }, names)).toEqual([{ id: east }])
      expect(await database.as({ ...region, unitPath: '' }, names)).toEqual([])
    }
  })

  it('takes any text for a setting, and leaves none behind', async () => {
    const database = await open()
    const read = sql<{ account: string | null; scope: string | null }>`
      select app.account() as account, coalesce(app.scope(), app.scope_end()) as scope`
    const accountId = String.raw`o'brien\'; select set_config('app.unit_path', '1.', true) --`
    const { rows } = await database.as({ ...region, accountId, unitPath: '' }, tx => read.execute(tx))
    expect(rows).toEqual([{ account: accountId, scope: null }])
    await database.as(region, ids)
    const after = await database.asSystem('system:test', tx => read.execute(tx))
    expect(after.rows).toEqual([{ account: 'system:test', scope: null }])
  })

  it('refuses a transaction inside a transaction rather than wait for ever', async () => {
    const database = await open()
    await expect(database.as(region, () => database.as(region, ids))).rejects.toThrow(/nested/)
  })
})
