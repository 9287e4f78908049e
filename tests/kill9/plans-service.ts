/**
 * The service with a region of some municipalities and an approved plan of a school, in a process of its own, to be killed.
 * Arguments and manners are those of service.ts.
 */
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { approvedPlan, measure, planOf } from '../../app/features/plans/testing/planned.ts'
import { plantSmallRegion } from '../../app/features/signals/testing/small-region.ts'
import { createUnit } from '../../app/features/territory/index.ts'
import { startApp } from '../../app/start-app.ts'
import { MUNICIPALITIES, PERIOD, SCHOOL_PLAN } from './plans-load.ts'

const [dataFolder, databaseUrl] = process.argv.slice(2)
/** As in way-service.ts, ms. */
const LEASE = 5000
/** Measures that the school proves, one after another. */
const TO_PROVE = 200

await once(process, 'message')
const app = await startApp({
  ...{ dataFolder, host: '127.0.0.1', port: 0, web: false, requestLimit: 1_000_000, jobLease: LEASE },
  configuration: { trustProxy: false, ...(databaseUrl ? { databaseUrl } : {}) },
  prepare: async database => {
    const { rows } = await database.ownerPool.query('select exists (select from person) as some')
    if (rows[0].some) return
    await database.ownerPool.query(`update setting set value = '[]' where id = 'second-factor-roles'`)
    const { analyst, head, first } = await plantSmallRegion(database)
    await database.as(analyst.scope, async tx => {
      for (let n = 3; n <= MUNICIPALITIES; n++)
        await createUnit(tx, { kind: 'municipality', parentId: 1, name: `Район ${n}`, code: `reg99_m00${n}` })
    })
    const measures = Array.from({ length: TO_PROVE }, (_, n) => measure(`Педсовет ${n + 1}`, 'до 12 марта'))
    const plan = { ...planOf(first, measures, SCHOOL_PLAN), period: PERIOD }
    const now = new Date()
    const today = now.toLocaleDateString('sv')
    await database.as(head.scope, tx => approvedPlan(tx, head, plan, { now, today }))
  },
})

/** Plans, what was sent of them, and measures of the school, each with everything that must stand beside it. */
async function facts() {
  const { rows } = await app.database.ownerPool.query(`
    select
      (select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'above', p.above_id, 'unit', p.unit_id,
         'measures', (select count(*) from plan_measure m where m.plan_id = p.id),
         'tasks', (select count(*) from measure_task t join plan_measure m on m.id = t.measure_id where m.plan_id = p.id),
         'logged', (select count(*) from audit a where a.subject = 'plan' and a.subject_id = p.id::text
            and a.before is null and a.action = case when p.above_id is null then 'plan.created' else 'plan.sent' end),
         'told', (select count(*) from notice n where n.kind = 'plan-received' and n.link = '/plans/' || p.id),
         'people', (select count(*) from role_grant g where g.unit_id = p.unit_id and g.role = 'municipality'))), '[]')
       from plan p where p.title <> '${SCHOOL_PLAN}') as plans,
      (select coalesce(json_agg(json_build_object('plan', d.plan_id, 'state', d.state, 'reached', d.reached,
         'waiting', cardinality(d.waiting), 'total', d.total, 'leftOut', jsonb_array_length(d.left_out),
         'attempts', (select attempts from job j where j.id = d.job_id))), '[]') from plan_dispatch d) as dispatches,
      (select json_agg(json_build_object('id', m.id, 'state', t.state, 'rolled', m.state, 'version', m.version,
         'last', (select state_after from measure_step s where s.measure_id = m.id and s.state_after is not null
            order by id desc limit 1),
         'submitted', (select count(*) from measure_step s where s.measure_id = m.id and s.kind = 'submitted'),
         'returned', (select count(*) from measure_step s where s.measure_id = m.id and s.kind = 'returned'),
         'accepted', (select count(*) from measure_step s where s.measure_id = m.id and s.kind = 'accepted'),
         'evidence', (select count(*) from evidence e where e.measure_id = m.id),
         'files', (select count(*) from stored_file f join evidence e on f.subject = 'evidence'
            and f.subject_id = e.id::text where e.measure_id = m.id)) order by m.id)
       from plan_measure m join plan p on p.id = m.plan_id join measure_task t on t.measure_id = m.id
       where p.title = '${SCHOOL_PLAN}' and exists (select from measure_step s where s.measure_id = m.id
         and s.kind = 'submitted')) as proved`)
  return rows[0]
}

process.on('message', () => void facts().then(found => process.send?.({ facts: found })))
process.send?.({ address: app.address })
flushCompileCache()
