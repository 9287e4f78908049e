/**
 * The service in a process of its own, to be killed. Arguments: data folder, address of a server or ''. Tells its
 * address; asked anything, it answers with what stands in the database.
 */
import { flushCompileCache } from 'node:module'
import { createPeople } from '../../app/features/accounts/index.ts'
import { startApp } from '../../app/start-app.ts'
import { ACCOUNT } from './load.ts'

const [dataFolder, databaseUrl] = process.argv.slice(2)

const app = await startApp({
  ...{ dataFolder, host: '127.0.0.1', port: 0, web: false, requestLimit: 1_000_000 },
  configuration: { trustProxy: false, ...(databaseUrl ? { databaseUrl } : {}) },
  prepare: async database => {
    const { rows } = await database.ownerPool.query('select exists (select from person) as some')
    if (rows[0].some) return
    await database.ownerPool.query(`update setting set value = '[]' where id = 'second-factor-roles'`)
    await createPeople(database, [{ ...ACCOUNT, name: 'А', grants: [{ role: 'administrator', unitId: 1 }] }])
  },
})

/** Everything the load can have written, with the lines of the log that must stand beside it. */
async function facts() {
  const { rows } = await app.database.ownerPool.query(`
    select
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'version', u.version,
         'created', (select count(*) from audit a where a.subject = 'unit' and a.subject_id = u.id::text
            and a.before is null),
         'changed', (select count(*) from audit a where a.subject = 'unit' and a.subject_id = u.id::text
            and a.before is not null),
         'classes', (select count(*) from unit c where c.parent_id = u.id and c.kind = 'class'))), '[]')
       from unit u where u.kind in ('municipality', 'school')) as units,
      (select json_agg(json_build_object('id', id, 'hash', hash)) from stored_file) as files,
      (select count(*)::int from audit a where a.subject = 'unit' and not exists
        (select from unit u where u.id::text = a.subject_id)) as "lonelyLines"`)
  return rows[0]
}

process.on('message', () => void facts().then(found => process.send?.({ facts: found })))
process.send?.({ address: app.address })
// Node writes compiled code down when a process ends, which this one never does by itself: the next starts sooner.
flushCompileCache()
