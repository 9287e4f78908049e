import { expect, it } from 'vitest'
import { tendDatabase } from './tend-database.ts'
import { forEachDatabase } from './testing/index.ts'

forEachDatabase('tending a database', open => {
  it('gathers statistics of a table that has grown, once, and again when it has grown much', async () => {
    const database = await open()
    const fill = () =>
      database.ownerPool.query(
        `insert into unit (parent_id, kind, name) select 1, 'municipality', 'Округ ' || n from generate_series(1, 2000) n`,
      )
    await fill()
    const embedded = database.kind === 'embedded'
    expect(await tendDatabase(database)).toEqual(embedded ? expect.arrayContaining(['unit']) : [])
    expect(await tendDatabase(database)).toEqual([])
    if (!embedded) return
    const { rows } = await database.ownerPool.query(
      `select reltuples, (select count(*) from pg_stats where tablename = 'unit') as columns
       from pg_class where relname = 'unit'`,
    )
    expect(rows[0].reltuples).toBe(2001)
    expect(Number(rows[0].columns)).toBeGreaterThan(5)
    await fill()
    expect(await tendDatabase(database)).toContain('unit')
  })

  it('clears away dead rows, so that a table that is written over and over does not grow', async () => {
    const database = await open()
    if (database.kind === 'server') return
    const pages = async () =>
      (await database.ownerPool.query(`select pg_relation_size('unit') / 8192 as pages`)).rows[0].pages
    await database.ownerPool.query(
      `insert into unit (parent_id, kind, name) select 1, 'municipality', 'Округ ' || n from generate_series(1, 2000) n`,
    )
    await database.ownerPool.query(`update unit set name = name || ' '`)
    const grown = await pages()
    expect(await tendDatabase(database, 'all')).toContain('unit')
    await database.ownerPool.query(`update unit set name = name || '.'`)
    expect(await pages()).toBeLessThan(grown * 1.1)
  })
})
