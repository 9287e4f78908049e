/**
 * The service with an analysis of a small region and an archive of its portraits asked for, in a process of its own, to be
 * killed. Arguments and manners are those of service.ts.
 */
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { sql } from 'kysely'
import { plantSmallRegion } from '../../app/features/signals/testing/small-region.ts'
import { startApp } from '../../app/start-app.ts'
import { plantRuns } from '../world/plant-runs.ts'

const [dataFolder, databaseUrl] = process.argv.slice(2)
/** As in way-service.ts, ms. */
const LEASE = 5000

await once(process, 'message')
const app = await startApp({
  ...{ dataFolder, host: '127.0.0.1', port: 0, web: false, jobLease: LEASE },
  configuration: { trustProxy: false, ...(databaseUrl ? { databaseUrl } : {}) },
  prepare: async database => {
    const { rows } = await database.ownerPool.query('select exists (select from person) as some')
    if (rows[0].some) return
    const { west, east, first, eastern, analyst } = await plantSmallRegion(database)
    const { published } = await plantRuns(database, {
      ids: { analyst: analyst.personId },
      units: { region: 1, west, east, ours: first, theirs: eastern },
    } as never)
    await database.as(analyst.scope, async tx => {
      const { rows: made } = await sql<{ id: number }>`
        insert into portrait_archive (unit_id, run_id, template, day, locale, formats, levels)
        values (1, ${published}, 1, '2026-11-22', 'ru', '{pdf,docx,xlsx,html}', '{region,municipality,school}')
        returning id`.execute(tx)
      const { rows: jobs } = await sql<{ id: number }>`
        insert into job (kind, unit_id, params) values ('portraits.make', 1, ${JSON.stringify({ archive: made[0].id })})
        returning id`.execute(tx)
      await sql`update portrait_archive set job_id = ${jobs[0].id} where id = ${made[0].id}`.execute(tx)
    })
  },
})

async function facts() {
  const { rows } = await app.database.ownerPool.query(
    'select id, state, selected, written, bytes from portrait_archive order by id limit 1',
  )
  return rows[0]
}

process.on('message', () => void facts().then(found => process.send?.({ facts: found })))
process.send?.({ address: app.address })
flushCompileCache()
