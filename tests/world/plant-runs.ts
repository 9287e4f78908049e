import { sql } from 'kysely'
import type { Database, Tx } from '../../app/platform/database/index.ts'
import type { Inhabitants } from './start-world.ts'

export interface PlantedRuns {
  readonly campaignId: number
  /** A run that everybody sees, a later draft of other settings whose data were undone, one that failed, one that goes on. */
  readonly published: number
  readonly draft: number
  readonly failed: number
  readonly running: number
}

const SCORES = Array.from({ length: 21 }, (_, score) => Math.round(20 * Math.exp(-(((score - 11) / 5) ** 2))))
const WORKS = SCORES.reduce((sum, works) => sum + works, 0)
const JOURNAL = [
  [4, 3, 0, 0],
  [2, 30, 20, 1],
  [0, 12, 60, 14],
  [0, 0, 9, WORKS - 155],
]

/** A table of marks and what follows from it, as in JournalComparison. */
function comparisonOf(table: readonly (readonly number[])[]) {
  const cells = table.flatMap((row, j) => row.map((works, w) => ({ works, step: w - j })))
  const count = (is: (step: number) => boolean) =>
    cells.reduce((sum, { works, step }) => sum + (is(step) ? works : 0), 0)
  return {
    ...{ table, kappa: 0.5, stuartMaxwell: null },
    n: count(() => true),
    lowered: count(step => step < 0),
    confirmed: count(step => step === 0),
    raised: count(step => step > 0),
    far: count(step => Math.abs(step) >= 2),
  }
}

/** The counts as they would be of fewer works: what is left over by rounding goes to the largest. */
function scaled(counts: readonly number[], n: number): number[] {
  const all = counts.reduce((sum, one) => sum + one, 0)
  const parts = counts.map(one => Math.floor((one * n) / all))
  const order = [...counts.keys()].sort((a, b) => counts[b] - counts[a])
  const left = n - parts.reduce((sum, one) => sum + one, 0)
  for (let k = 0; k < left; k++) parts[order[k % order.length]]++
  return parts
}

const COMPARISON = comparisonOf(JOURNAL)

/** What the region's only set says of itself; the names as in ScreenedSet. */
const FACTS = {
  ...{ procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика' },
  ...{ works: WORKS, schools: 2, absent: 3, excluded: 1, mean: 11, sd: 3.5, lower: 10.5, upper: 11.5 },
  ...{ maxScore: 20, boundaries: [6, 10, 15], alpha: 0.81, tau2: 0.6, within: 12, distribution: SCORES },
  bunching: [6, 10, 15].map((score, i) => ({
    mark: 3 + i,
    score,
    below: SCORES[score - 1],
    at: SCORES[score],
  })),
  journal: { ...COMPARISON, share: COMPARISON.lowered / WORKS, correlation: 0.01 },
  tasks: ['1', '2', '3К1'].map((name, i) => ({ name, max: 2, level: 'Б', share: 0.9 - i / 4 })),
  notes: [],
}

const SUMMARY = {
  ...{ works: WORKS, schools: 2, sets: 1, marked: 1, markedInIndex: 1 },
  own: {
    ...{ budget: 1, threshold: 2.4, measured: 2, flagged: 1, expectedFalse: 0.02, budgetInterval: null },
    silent: [{ set: 0, channel: 'external', reason: 'no-examination' }],
  },
  files: [{ file: '2021 Математика, 4 класс.xlsx', rows: WORKS + 4, works: WORKS }],
  notes: [{ id: 'run-note.unregistered-schools', params: { count: 1 } }],
}

const RECORD = {
  method: 'method-2019',
  version: '2',
  parameters: { notAttempted: 'zero', budget: 1, methods: 'high-mean 1' },
  dataHash: 'a'.repeat(64),
  createdAt: '2026-11-22T09:00:00.000Z',
}

/** Analyses of a small region as their rows stand, for whoever looks at their pages. */
export function plantRuns(database: Database, { ids, units }: Inhabitants): Promise<PlantedRuns> {
  return database.asSystem('system:test', async tx => {
    const one = async (query: ReturnType<typeof sql<{ id: number }>>) => (await query.execute(tx)).rows[0].id
    const campaignId = await one(sql`insert into campaign (unit_id, procedure, title, starts_on, ends_on)
      values (1, 'ВПР', 'ВПР, весна 2021 (анализы)', '2021-03-15', '2021-05-21') returning id`)
    const jobId =
      await one(sql`insert into job (kind, unit_id, unit_path, account_id, role, state, lease_until, stage, detail, done, total)
      select 'screening.run', id, path, ${ids.analyst}, 'analyst', 'running', now() + interval '1 day',
        'progress.counting', 'Математика, 4, 2021', 1, 4 from unit where id = 1 returning id`)
    const run = (title: string, state: string, more: Record<string, unknown> = {}) =>
      one(sql`insert into screening_run (unit_id, campaign_id, title, state, settings, record, data_hash, summary, problems,
          created_by, finished_at, published_at, data_undone_at, job_id)
        values (1, ${campaignId}, ${title}, ${state},
          '{"notAttempted":"zero","notTaught":"leave-maximum","budget":1,"batches":null}',
          ${state === 'done' ? JSON.stringify({ ...RECORD, ...(more.record as object) }) : null}, ${RECORD.dataHash},
          ${state === 'done' ? JSON.stringify(SUMMARY) : null}, ${JSON.stringify(more.problems ?? [])}, ${ids.analyst},
          ${state === 'running' ? null : new Date()}, ${more.published ? new Date() : null},
          ${more.undone ? new Date() : null}, ${state === 'running' ? jobId : null}) returning id`)
    const published = await run('Анализ весны', 'done', { published: true })
    const draft = await run('Анализ весны, «X» не учтён', 'done', {
      undone: true,
      record: { parameters: { ...RECORD.parameters, notAttempted: 'missing' } },
    })
    await plantRows(tx, published, units, true)
    await plantRows(tx, draft, units, false)
    return {
      campaignId,
      published,
      draft,
      failed: await run('Не удался', 'failed', { problems: [{ code: 'run-without-batches' }] }),
      running: await run('Идёт', 'running'),
    }
  })
}

async function plantRows(tx: Tx, run: number, units: Inhabitants['units'], marked: boolean): Promise<void> {
  await sql`insert into run_set (run_id, position, procedure, year, grade, subject, works, schools, facts)
    values (${run}, 0, 'ВПР', 2021, 4, 'Математика', ${WORKS}, 2, ${JSON.stringify(FACTS)})`.execute(tx)
  const schools = [
    { unit: units.ours, digits: '990001', name: 'Школа № 1', place: 'Западный район', n: 80, mean: 14.2 },
    { unit: units.theirs, digits: '990002', name: 'Школа № 2', place: 'Восточный район', n: 4, mean: 9.5 },
  ]
  for (const { unit, digits, name, place, n, mean } of schools) {
    const asks = marked && unit === units.ours
    const distribution = scaled(SCORES, n)
    const marks = scaled(JOURNAL.flat(), n)
    const details = comparisonOf([0, 1, 2, 3].map(row => marks.slice(4 * row, 4 * row + 4)))
    const markers = [
      {
        marker: 'high-mean',
        at: [0],
        n,
        value: mean,
        lower: mean - 1,
        upper: mean + 1,
        reference: 11.5,
        marked: asks,
      },
      { marker: 'journal-gap', at: [0], n, value: 0.2, lower: 0.1, upper: 0.3, reference: 0.2, marked: null },
    ].map(one => ({ ...one, p: null, q: null, official: true, notes: [], details }))
    const profile = [0, 1, 2].map(task => [task, n, 0.7, 0.1 - task / 10, task / 10 - 0.2, task / 10 + 0.2])
    await sql`insert into run_school_set (run_id, position, unit_id, digits, n, mean, marked, distribution, profile, markers)
      values (${run}, 0, ${unit}, ${digits}, ${n}, ${mean}, ${asks}, ${distribution}, ${JSON.stringify(profile)},
        ${JSON.stringify(markers)})`.execute(tx)
    await sql`insert into run_school (run_id, unit_id, digits, login, name, municipality, school_kind, registered, degree, p,
        fdr, flagged) values (${run}, ${unit}, ${digits}, ${`edu${digits}`}, ${name}, ${place},
        ${unit === units.ours ? 'лицей' : 'СОШ'}, true, ${asks ? 2.9 : 0.3}, 0.1, 0.2, ${asks})`.execute(tx)
  }
  for (const [unit, count] of [
    [1, 2],
    [units.west, 1],
    [units.east, 1],
  ] as const)
    await sql`insert into run_index (run_id, unit_id, year, signs, schools, marked, value)
      values (${run}, ${unit}, 2021, 8, ${count}, ${marked && unit !== units.east ? 1 : 0}, ${marked ? 100 - 100 / count : 100})`.execute(
      tx,
    )
}
