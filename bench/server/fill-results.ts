import { sql } from 'kysely'
import { createPeople } from '../../app/features/accounts/index.ts'
import type { Database, Tx } from '../../app/platform/database/index.ts'
import { fillInstallation, PASSWORD, REGION, type Visitor } from './fill-installation.ts'
import { findingSamples, KINDS, SETS, schoolSetSample, setFacts } from './run-samples.ts'

/** An installation after five springs, each with a campaign, its files, and an analysis that was published. */
export const YEARS = [2022, 2023, 2024, 2025, 2026] as const

/** A visitor with what they may look at. */
export interface ResultsVisitor extends Visitor {
  readonly role: 'analyst' | 'municipality' | 'school'
  /** Signals in reach, those of the latest year first. */
  readonly signals: readonly number[]
}

export interface FilledResults {
  readonly visitors: readonly ResultsVisitor[]
  /** Runs, the latest first. */
  readonly runs: readonly number[]
  readonly signals: number
}

/** Of a region without results: what is not looked at here is kept small. */
const TERRITORY = { ...REGION, people: 700, auditRows: 100_000 }
const ANALYST = 'analyst@example.org'

/** Fills an empty database by SQL in bulk, past the triggers, in the shapes that the product writes. */
export async function fillResults(database: Database): Promise<FilledResults> {
  const known = await fillInstallation(database, TERRITORY)
  const [analyst] = await createPeople(database, [
    { name: 'Аналитик', email: ANALYST, password: PASSWORD, grants: [{ role: 'analyst', unitId: 1 }] },
  ])
  const runs = await database.asSystem('system:bench', async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update setting set value = '[]' where id = 'second-factor-roles'`.execute(tx)
    await keepSamples(tx)
    const made: number[] = []
    for (const year of YEARS) made.unshift(await fillYear(tx, year, analyst))
    return made
  })
  await database.ownerPool.query('analyze')
  const visitors: ResultsVisitor[] = []
  const own = { email: ANALYST, unitId: 1, unitPath: '1.' }
  for (const visitor of [own, ...known]) {
    const { email, unitPath } = visitor
    if (unitPath === '1.' && email !== ANALYST) continue
    const role = unitPath === '1.' ? 'analyst' : /^1\.\d+\.$/.test(unitPath) ? 'municipality' : 'school'
    visitors.push({ ...visitor, role, signals: await signalsBelow(database, unitPath) })
  }
  const { rows } = await database.ownerPool.query('select count(*)::int as signals from signal')
  return { visitors, runs, signals: rows[0].signals }
}

/** Where the samples lie while the tables are filled from them. */
async function keepSamples(tx: Tx): Promise<void> {
  await sql`create temp table sample (position int, kind int, n int, mean float8, marked boolean, distribution int[],
    profile jsonb, markers jsonb) on commit drop`.execute(tx)
  for (const position of SETS.keys()) {
    const samples = Array.from({ length: KINDS }, (_, kind) => schoolSetSample(position, kind))
    await sql`insert into sample select position, kind, n, mean, marked,
        array(select jsonb_array_elements_text(distribution)::int), profile, markers
      from jsonb_to_recordset(${JSON.stringify(samples)}::jsonb)
        as s (position int, kind int, n int, mean float8, marked boolean, distribution jsonb, profile jsonb, markers jsonb)`.execute(
      tx,
    )
  }
}

/** Returns the number of the run. */
async function fillYear(tx: Tx, year: number, analyst: string): Promise<number> {
  const latest = year === YEARS.at(-1)
  const campaign = await idOf(
    tx,
    sql`insert into campaign (unit_id, unit_path, procedure, title, starts_on, ends_on)
      values (1, '1.', 'ВПР', ${`ВПР, весна ${year}`}, ${`${year}-03-15`}, ${`${year}-05-21`}) returning id`,
  )
  const sets = [...SETS.keys()].map(position => setFacts(year, position))
  const run = await idOf(
    tx,
    sql`insert into screening_run (unit_id, unit_path, campaign_id, title, state, settings, record, data_hash, summary,
        created_by, finished_at, published_at, published_by)
      values (1, '1.', ${campaign}, ${`Анализ весны ${year}`}, 'done',
        '{"notAttempted":"zero","notTaught":"leave-maximum","budget":1,"batches":null}', ${JSON.stringify(recordOf(year))},
        ${'a'.repeat(64)}, ${JSON.stringify(summaryOf(sets))}, ${analyst}, now(), now(), ${analyst}) returning id`,
  )
  await sql`insert into run_set (run_id, position, procedure, year, grade, subject, works, schools, facts)
    select ${run}, ord - 1, 'ВПР', ${year}, (f ->> 'grade')::int, f ->> 'subject', (f ->> 'works')::int, 700, f
    from jsonb_array_elements(${JSON.stringify(sets)}::jsonb) with ordinality as t (f, ord)`.execute(tx)
  await sql`insert into run_school_set (run_id, position, unit_id, unit_path, digits, n, mean, marked, distribution, profile,
      markers)
    select ${run}, s.position, u.id, u.path, u.digits, s.n, s.mean, s.marked, s.distribution, s.profile, s.markers
    from unit u join sample s on s.kind = (u.id * 7 + s.position * 3 + ${year}) % ${KINDS}::int
    where u.kind = 'school' order by u.id, s.position`.execute(tx)
  await sql`insert into run_school (run_id, unit_id, unit_path, digits, login, name, municipality, school_kind, registered,
      degree, p, fdr, flagged, facts)
    select ${run}, u.id, u.path, u.digits, u.login, u.name, m.name, u.school_kind, true, (u.id % 97) / 25.0, 0.01, 0.02,
      u.id % 23 = ${year % 23}, ${JSON.stringify(factsOf())}::jsonb
    from unit u join unit m on m.id = u.parent_id where u.kind = 'school' order by u.id`.execute(tx)
  await sql`insert into run_index (run_id, unit_id, unit_path, year, signs, schools, marked, value)
    select ${run}, id, path, ${year}, 8, 18, 4, 77.8 from unit where kind in ('region', 'municipality')`.execute(
    tx,
  )
  await fillSignals(tx, { run, campaign, year, latest, analyst })
  return run
}

interface Year {
  readonly run: number
  readonly campaign: number
  readonly year: number
  readonly latest: boolean
  readonly analyst: string
}

/** Of earlier years nearly all is closed; of the latest something stands at every step. */
async function fillSignals(tx: Tx, { run, campaign, year, latest, analyst }: Year): Promise<void> {
  const states = latest
    ? ['open', 'asked', 'asked', 'replied', 'closed']
    : ['closed', 'closed', 'closed', 'closed', 'replied']
  await sql`insert into signal (unit_id, unit_path, run_id, campaign_id, source, set_position, year, grade, subject, channels,
      n, degree, fdr, positions, state, outcome, due_on, asked_at, replied_at, closed_at, published, sort_key)
    select s.unit_id, s.unit_path, ${run}, ${campaign}, s.source, s.position, ${year}, t.grade, t.subject, s.channels, s.n,
      s.degree, s.fdr, s.positions, s.state,
      case when s.state = 'closed' then (array['cleared', 'confirmed', 'insufficient'])[1 + s.unit_id % 3] end,
      case when s.state <> 'open' then current_date + s.unit_id % 40 - 10 end,
      case when s.state <> 'open' then now() - interval '20 days' end,
      case when s.state in ('replied', 'closed') then now() - interval '9 days' end,
      case when s.state = 'closed' then now() - interval '3 days' end, true, m.sort_key || chr(1) || u.sort_key
    from (
      select unit_id, unit_path, position, n, 'official' as source, array['high-mean', 'journal-mismatch'] as channels,
        null::float8 as degree, null::float8 as fdr, array[position] as positions,
        (${states}::text[])[1 + (unit_id + position) % 5] as state
      from run_school_set where run_id = ${run} and marked
      union all
      select c.unit_id, c.unit_path, 2, 90, 'own', array['level', 'task-profile', 'similarity'], c.degree, c.fdr,
        array[0, 1, 2, 3, 4, 5, 6, 7], (${states}::text[])[1 + c.unit_id % 5]
      from run_school c where run_id = ${run} and flagged
    ) s join run_set t on t.run_id = ${run} and t.position = s.position
      join unit u on u.id = s.unit_id join unit m on m.id = u.parent_id
    order by s.unit_id, s.position`.execute(tx)
  for (const source of ['official', 'own'] as const)
    for (const position of SETS.keys()) {
      const samples = Array.from({ length: KINDS }, (_, kind) => ({
        kind,
        evidence: {
          ...{ format: 1, findings: findingSamples(source, year, position, kind), record: recordOf(year) },
          sets: [{ procedure: 'ВПР', version: null, year, ...SETS[position], works: 90 }],
          detection: source === 'own' ? { budget: 1, flagged: 30, expectedFalse: 7 } : null,
        },
      }))
      await sql`insert into signal_evidence (signal_id, evidence)
        select s.id, e.evidence || jsonb_build_object('school', jsonb_build_object('login', u.login, 'name', u.name, 'kind',
          u.school_kind, 'locality', u.locality))
        from signal s join unit u on u.id = s.unit_id
          join jsonb_to_recordset(${JSON.stringify(samples)}::jsonb) as e (kind int, evidence jsonb)
            on e.kind = (s.unit_id * 7 + s.set_position * 3 + ${year}) % ${KINDS}::int
        where s.run_id = ${run} and s.source = ${source} and s.set_position = ${position}`.execute(tx)
    }
  const steps = [
    ['opened', sql`null`, sql`'open'`, sql`true`, null],
    ['asked', sql`'open'`, sql`'asked'`, sql`s.state <> 'open'`, 'Просим объяснить результат.'],
    [
      'commented',
      sql`'asked'`,
      sql`'asked'`,
      sql`s.state <> 'open' and s.unit_id % 3 = 0`,
      'Обсудили на совещании.',
    ],
    [
      'replied',
      sql`'asked'`,
      sql`'replied'`,
      sql`s.state in ('replied', 'closed')`,
      'Класс с углублённым изучением. '.repeat(12),
    ],
    [
      'closed',
      sql`'replied'`,
      sql`'closed'`,
      sql`s.state = 'closed'`,
      'Объяснение подтверждается документами.',
    ],
  ] as const
  for (const [kind, before, after, when, text] of steps)
    await sql`insert into signal_step (signal_id, unit_id, unit_path, account_id, role, kind, state_before, state_after, due_on,
        outcome, causes, text)
      select s.id, s.unit_id, s.unit_path, ${analyst}, 'analyst', ${kind}, ${before}, ${after},
        case when ${kind} = 'asked' then s.due_on end, case when ${kind} = 'closed' then s.outcome end, '{}', ${text}
      from signal s where s.run_id = ${run} and ${when} order by s.id`.execute(tx)
}

function recordOf(year: number) {
  return {
    ...{
      method: 'method-2019',
      version: '2',
      dataHash: 'a'.repeat(64),
      createdAt: `${year}-06-01T09:00:00.000Z`,
    },
    parameters: { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 1, methods: 'high-mean 1' },
  }
}

function summaryOf(sets: readonly { works: number; subject: string; grade: number; year: number }[]) {
  return {
    ...{ works: sets.reduce((sum, { works }) => sum + works, 0), schools: 700, sets: sets.length },
    ...{ marked: 560, markedInIndex: 540 },
    own: {
      ...{ budget: 1, threshold: 2.4, measured: 690, flagged: 30, expectedFalse: 6.9, budgetInterval: null },
      silent: sets.map((_, set) => ({ set, channel: 'external', reason: 'no-examination' })),
    },
    files: sets.map(({ works, subject, grade, year }) => ({
      ...{ file: `${year} ${subject}, ${grade} класс.xlsx`, rows: works + 4, works },
    })),
    notes: [{ id: 'run-note.unregistered-schools', params: { count: 1 } }],
  }
}

function factsOf() {
  const readings = Array.from({ length: 40 }, (_, index) => ({
    ...{
      channel: 'level',
      set: index % 8,
      class: `${4 + (index % 4)}А`,
      n: 24,
      z: 1.234,
      p: 0.1234,
      late: false,
    },
  }))
  return { q: 0.4, fisher: 31.2, cauchy: 0.3, units: 16, readings }
}

async function idOf(tx: Tx, query: ReturnType<typeof sql<{ id: number }>>): Promise<number> {
  return (await query.execute(tx)).rows[0].id
}

async function signalsBelow(database: Database, path: string): Promise<number[]> {
  const { rows } = await database.ownerPool.query(
    'select id from signal where starts_with(unit_path, $1) order by year desc, id limit 400',
    [path],
  )
  return rows.map(({ id }) => id)
}
