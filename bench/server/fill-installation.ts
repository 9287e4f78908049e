import { sql } from 'kysely'
import { createPeople } from '../../app/features/accounts/index.ts'
import type { Database, Tx } from '../../app/platform/database/index.ts'

/** The size of an installation: the figures of a large region after a few years. */
export interface Size {
  readonly municipalities: number
  readonly schools: number
  readonly classesPerSchool: number
  readonly people: number
  readonly auditRows: number
}

export const REGION: Size = {
  municipalities: 40,
  schools: 700,
  classesPerSchool: 22,
  people: 2500,
  auditRows: 2_000_000,
}

/** The one password of the people who sign in while the benchmark runs. */
export const PASSWORD = 'только для измерений 26'

/** People who sign in, by e-mail, with the unit they stand at. */
export interface Visitor {
  readonly email: string
  readonly unitId: number
  readonly unitPath: string
}

/**
 * Fills an empty database: the tree, people with roles, and a log of the given length. Written by SQL in bulk, past the
 * triggers: what is measured is reading.
 */
export async function fillInstallation(database: Database, size: Size): Promise<Visitor[]> {
  await database.asSystem('system:bench', async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update unit set name = 'Область' where id = 1`.execute(tx)
    await sql`insert into unit (parent_id, path, kind, name, code)
      select 1, '1.' || (1 + m) || '.', 'municipality', 'Район № ' || m, 'reg99_m' || lpad(m::text, 3, '0')
      from generate_series(1, ${size.municipalities}::int) m`.execute(tx)
    await sql`insert into unit (parent_id, path, kind, name, digits, login, school_kind, locality)
      select 2 + s % ${size.municipalities}::int,
        '1.' || (2 + s % ${size.municipalities}::int) || '.' || (1 + ${size.municipalities}::int + s) || '.',
        'school', 'Средняя школа № ' || s, '99' || lpad(s::text, 4, '0'), 'edu99' || lpad(s::text, 4, '0'),
        (array['СОШ', 'гимназия', 'лицей', 'ООШ'])[1 + s % 4], (array['город', 'село'])[1 + s % 2]
      from generate_series(1, ${size.schools}::int) s`.execute(tx)
    await sql`insert into unit (parent_id, path, kind, name, school_year, grade, letter)
      select u.id, u.path || (1 + ${size.municipalities}::int + ${size.schools}::int
          + (row_number() over (order by u.id, c)))::text || '.',
        'class', (1 + c / 2) || ' ' || (array['А', 'Б'])[1 + c % 2], 2026, 1 + c / 2, (array['А', 'Б'])[1 + c % 2]
      from unit u, generate_series(0, ${size.classesPerSchool}::int - 1) c where u.kind = 'school'`.execute(
      tx,
    )
    const rebuildIndexes = await dropIndexes(tx, 'audit')
    await sql`insert into audit (at, account_id, role, unit_id, unit_path, subject, subject_id, action, before, after)
      select now() - (i || ' seconds')::interval, 'p' || i % 2500, 'coordinator', u.id, u.path, 'unit', u.id::text,
        'changed', '{"name": "Школа"}', '{"name": "Средняя школа"}'
      from generate_series(1, ${size.auditRows}::int) i
      join unit u on u.id = 2 + ${size.municipalities}::int + i % ${size.schools}::int`.execute(tx)
    await rebuildIndexes()
  })
  const schools = await database.asSystem('system:bench', tx =>
    tx.selectFrom('unit').select(['id', 'path']).where('kind', '=', 'school').orderBy('id').execute(),
  )
  const people = Array.from({ length: size.people }, (_, index) => {
    const { id, path } = schools[index % schools.length]
    return { email: `p${index}@example.org`, unitId: id, unitPath: path }
  })
  await createPeople(
    database,
    people.map(({ email, unitId }, index) => ({
      name: `Человек ${index}`,
      email,
      password: PASSWORD,
      grants: [{ role: index % 3 === 0 ? 'head' : 'coordinator', unitId } as const],
    })),
  )
  const office = await officeOf(database)
  await database.ownerPool.query('analyze')
  return [...office, ...people.slice(0, 30)]
}

/** Takes the indexes of a table away and gives what puts them back: building them at once is less work. */
async function dropIndexes(tx: Tx, table: string): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename = ${table} and indexname <> ${`${table}_pkey`}`.execute(tx)
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(tx)
  return async () => {
    for (const { definition } of rows) await sql.raw(definition).execute(tx)
  }
}

/** Those who see more than one school: two of the region, five of municipalities. */
async function officeOf(database: Database): Promise<Visitor[]> {
  const region = { email: 'region@example.org', unitId: 1, unitPath: '1.' }
  const ministry = { email: 'ministry@example.org', unitId: 1, unitPath: '1.' }
  const offices = [2, 3, 4, 5, 6].map(id => ({
    email: `office${id}@example.org`,
    unitId: id,
    unitPath: `1.${id}.`,
  }))
  await createPeople(database, [
    { name: 'Институт', email: region.email, password: PASSWORD, grants: [{ role: 'institute', unitId: 1 }] },
    {
      name: 'Министерство',
      email: ministry.email,
      password: PASSWORD,
      grants: [{ role: 'ministry', unitId: 1 }],
    },
    ...offices.map(({ email, unitId }) => ({
      name: `Управление ${unitId}`,
      email,
      password: PASSWORD,
      grants: [{ role: 'municipality', unitId } as const],
    })),
  ])
  return [region, ministry, ...offices]
}
