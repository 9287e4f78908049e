/**
 * The service with a small region, a published analysis and a signal in it, in a process of its own, to be killed.
 * Arguments and manners are those of service.ts.
 */
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { officialSign, plantRun, plantSmallRegion } from '../../app/features/signals/testing/small-region.ts'
import { startApp } from '../../app/start-app.ts'

const [dataFolder, databaseUrl] = process.argv.slice(2)
/**
 * On a server somebody else may be at a job, so what a killed process was at is taken over when its lease has run out:
 * here not after a minute, ms.
 */
const LEASE = 5000

await once(process, 'message')
const app = await startApp({
  ...{ dataFolder, host: '127.0.0.1', port: 0, web: false, requestLimit: 1_000_000, jobLease: LEASE },
  configuration: { trustProxy: false, ...(databaseUrl ? { databaseUrl } : {}) },
  prepare: async database => {
    const { rows } = await database.ownerPool.query('select exists (select from person) as some')
    if (rows[0].some) return
    await database.ownerPool.query(`update setting set value = '[]' where id = 'second-factor-roles'`)
    await plantRun(database, await plantSmallRegion(database), [officialSign('edu990002')])
  },
})

/** Batches, analyses and the signal, each with everything that must stand beside it. */
async function facts() {
  const { rows } = await app.database.ownerPool.query(`
    select
      (select coalesce(json_agg(json_build_object('id', b.id, 'state', b.state, 'works', b.works,
         'schools', b.schools, 'storeId', b.store_id, 'reason', b.reason,
         'rows', (select count(*) from batch_school s where s.batch_id = b.id))), '[]') from import_batch b) as batches,
      (select coalesce(json_agg(json_build_object('id', r.id, 'state', r.state, 'summarised', r.summary is not null,
         'sets', (select count(*) from run_set s where s.run_id = r.id),
         'schools', (select count(*) from run_school s where s.run_id = r.id),
         'rows', (select count(*) from run_school_set s where s.run_id = r.id),
         'signals', (select count(*) from signal s where s.run_id = r.id),
         'evidence', (select count(*) from signal s join signal_evidence e on e.signal_id = s.id
            where s.run_id = r.id))), '[]')
       from screening_run r where r.settings <> '{}') as runs,
      (select json_build_object('id', s.id, 'state', s.state, 'version', s.version,
         'last', (select state_after from signal_step where signal_id = s.id order by id desc limit 1),
         'steps', (select count(*) from signal_step t where t.signal_id = s.id
            and t.kind in ('asked', 'replied', 'returned')),
         'replies', (select count(*) from signal_step t where t.signal_id = s.id and t.kind = 'replied'),
         'files', (select count(*) from stored_file where subject = 'signal_step'),
         'told', (select count(*) from notice where kind = 'signal-replied'),
         'logged', (select count(*) from audit where subject = 'signal_step' and action = 'signal.replied'))
       from signal s join screening_run r on r.id = s.run_id where r.settings = '{}') as signal`)
  return rows[0]
}

process.on('message', () => void facts().then(found => process.send?.({ facts: found })))
process.send?.({ address: app.address })
flushCompileCache()
