import { sql } from 'kysely'
import { createPeople } from '../../app/features/accounts/index.ts'
import type { Database, Tx } from '../../app/platform/database/index.ts'
import { fillInstallation, PASSWORD, REGION, type Visitor } from './fill-installation.ts'

/** A plan of every school and municipality, and some of years gone by. */
export const PLANS = 700
export const MEASURES_A_PLAN = 43
/** Of the plan whose coverage is asked for. */
export const COVERED_MEASURES = 200
export const COVERED_SCHOOLS = 640

const STATES = `(array['not-started', 'in-progress', 'submitted', 'accepted', 'returned'])`

/** Fills an empty database by SQL in bulk, past the triggers, in the shapes that the product writes. */
export async function fillPlans(database: Database): Promise<readonly Visitor[]> {
  const known = await fillInstallation(database, { ...REGION, people: 40, auditRows: 1000 })
  const analyst = { email: 'analyst@example.org', unitId: 1, unitPath: '1.' }
  await createPeople(database, [
    {
      ...{ name: 'Аналитик', email: analyst.email, password: PASSWORD },
      grants: [{ role: 'analyst', unitId: 1 }],
    },
  ])
  await database.asSystem('system:bench', async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update setting set value = '[]' where id = 'second-factor-roles'`.execute(tx)
    await sql`insert into plan (unit_id, unit_path, title, starts_on, ends_on, school, state, created_by)
      select id, path, 'План повышения объективности: ' || name, '2026-09-01', '2027-08-31', true, 'approved', 'system:bench'
      from unit where kind in ('municipality', 'school') order by id limit ${PLANS}`.execute(tx)
    await fillMeasures(
      tx,
      sql`select id, unit_id, unit_path, null::integer as above from plan`,
      MEASURES_A_PLAN,
    )
  })
  await database.ownerPool.query('analyze')
  return [analyst, ...known.filter(({ unitPath }) => unitPath !== '1.')]
}

/** A plan of the region that every school has a copy of; its number. */
export async function fillCoverage(database: Database): Promise<number> {
  const id = await database.asSystem('system:bench', async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { rows } = await sql<{ id: number }>`
      insert into plan (unit_id, unit_path, title, starts_on, ends_on, school, state, created_by)
      values (1, '1.', 'Дорожная карта', '2026-09-01', '2027-08-31', true, 'approved', 'system:bench')
      returning id`.execute(tx)
    const plan = rows[0].id
    await fillMeasures(tx, sql`select id, unit_id, unit_path from plan where id = ${plan}`, COVERED_MEASURES)
    await sql`insert into plan (unit_id, unit_path, title, starts_on, ends_on, school, state, above_id, created_by)
      select id, path, 'Дорожная карта', '2026-09-01', '2027-08-31', true, 'approved', ${plan}, 'system:bench'
      from unit where kind = 'school' order by id limit ${COVERED_SCHOOLS}`.execute(tx)
    await sql`insert into plan_measure (plan_id, unit_id, unit_path, position, text, state, due_on, tasks_total, above_id,
        root_id)
      select p.id, p.unit_id, p.unit_path, m.position, m.text, ${sql.raw(STATES)}[1 + (p.id + m.position) % 5],
        m.due_on, 1, m.id, m.id
      from plan p join plan_measure m on m.plan_id = ${plan} where p.above_id = ${plan}`.execute(tx)
    return plan
  })
  await database.ownerPool.query('analyze')
  return id
}

async function fillMeasures(tx: Tx, plans: ReturnType<typeof sql>, count: number): Promise<void> {
  await sql`with made as (
      insert into plan_measure (plan_id, unit_id, unit_path, position, number, section, text, term_words, state, due_on,
        tasks_total)
      select p.id, p.unit_id, p.unit_path, n, '1.' || n, 'Раздел ' || n / 10,
        'Провести совещание об итогах процедур, разобрать признаки и согласовать действия, № ' || n, 'сентябрь',
        ${sql.raw(STATES)}[1 + (p.id + n) % 5], date '2026-09-15' + (n * 7) % 300, 1
      from (${plans}) p, generate_series(1, ${count}::integer) n order by p.id, n
      returning id, unit_id, unit_path, state, due_on)
    insert into measure_task (measure_id, unit_id, unit_path, position, state, due_on)
    select id, unit_id, unit_path, 1, state, due_on from made`.execute(tx)
}
