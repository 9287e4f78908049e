/**
 * The service in a process of its own, to be killed. Arguments: data folder, address of a server or ''. Reads its
 * program, begins when told to and tells its address; asked anything after that, it answers with what stands in the
 * database.
 */
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { createPeople } from '../../app/features/accounts/index.ts'
import { startApp } from '../../app/start-app.ts'
import { ACCOUNT } from './load.ts'

const [dataFolder, databaseUrl] = process.argv.slice(2)

// Half of a start is reading the program: that is done beside the load of the process before this one.
await once(process, 'message')
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
         'login', u.login, 'withdrawn', u.withdrawn_at is not null,
         'created', (select count(*) from audit a where a.subject = 'unit' and a.subject_id = u.id::text
            and a.before is null),
         'changed', (select count(*) from audit a where a.subject = 'unit' and a.subject_id = u.id::text
            and a.before is not null),
         'classes', (select count(*) from unit c where c.parent_id = u.id and c.kind = 'class'))), '[]')
       from unit u where u.kind in ('municipality', 'school')) as units,
      (select json_agg(json_build_object('id', id, 'hash', hash)) from stored_file) as files,
      (select coalesce(json_agg(json_build_object('id', id, 'file', file_name, 'state', state)), '[]')
       from registry_import) as imports,
      (select coalesce(json_agg(json_build_object('id', i.id, 'accepted', i.accepted_at is not null,
         'people', (select count(*) from person p where p.email = i.email),
         'passwords', (select count(*) from auth.account a join person p on p.id = a.user_id where p.email = i.email),
         'roles', (select count(*) from role_grant g where g.person_id = i.accepted_by),
         'told', (select count(*) from notice n where n.kind = 'invitation-accepted'
            and n.link = '/people/' || i.accepted_by))), '[]')
       from invitation i) as invitations,
      (select coalesce(json_agg(json_build_object('id', id, 'state', state)), '[]') from job where not internal) as jobs,
      (select count(*)::int from audit a where a.subject = 'unit' and not exists
        (select from unit u where u.id::text = a.subject_id)) as "lonelyLines"`)
  return rows[0]
}

process.on('message', () => void facts().then(found => process.send?.({ facts: found })))
process.send?.({ address: app.address })
// Node writes compiled code down when a process ends, which this one never does by itself: the next starts sooner.
flushCompileCache()
