import type { Database } from './database.ts'

/** Below so many pages of 8 KB any plan is quick. */
const SMALL = 16
/** Share by which a table has grown or shrunk when what was gathered of it is too old; as a server's own setting. */
const GROWN = 0.1

/**
 * Does for the embedded database what processes beside it do on a server (autovacuum): it has none, so that without this no
 * table would ever have statistics. A join of a run's 3 786 rows with its 639 schools took 380 ms without and takes 5 with.
 * On a server it does nothing.
 *
 * @param which `grown`: statistics of tables that have changed in size, to be asked for after much was written; `all`:
 * every table, whose dead rows are cleared away too
 * @returns names of the tables
 */
export async function tendDatabase(
  { kind, ownerPool }: Pick<Database, 'kind' | 'ownerPool'>,
  which: 'grown' | 'all' = 'grown',
): Promise<string[]> {
  if (kind === 'server') return []
  const { rows } = await ownerPool.query<{ name: string }>(
    `select c.oid::regclass::text as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
       and ($1 or (pg_relation_size(c.oid) / 8192 >= ${SMALL}
         and (c.reltuples < 0 or abs(pg_relation_size(c.oid) / 8192 - c.relpages) > ${GROWN} * c.relpages)))
     order by 1`,
    [which === 'all'],
  )
  const names = rows.map(({ name }) => name)
  // One by one: there is a single connection, and whoever waits for it gets in between.
  for (const name of names)
    await ownerPool.query(`${which === 'all' ? 'vacuum (analyze)' : 'analyze'} ${name}`)
  return names
}
