import type { z } from 'zod'
import { type Locale, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { wordProblem } from '../../../platform/word-problem.ts'
import { type NamePeople, nameUnits } from '../../territory/index.ts'
import type { screeningContract } from '../contract.ts'
import { wordRecord } from '../findings/word-record.ts'
import { noteText, setName } from '../outputs/words.ts'
import { listOutputs, type OutputName } from '../runs/keep-outputs.ts'
import type { ListedRun } from '../store/list-runs.ts'
import { readFiles } from '../store/read-comparison.ts'
import { readJobProgress } from '../store/read-job-progress.ts'
import { readSets } from '../store/read-run.ts'
import type { RunSummary } from '../tables.ts'
import type { ScreenedSet } from '../types.ts'

export type RunSummaryView = z.input<(typeof screeningContract)['GET /api/runs']['response']>['items'][number]
type Run = z.input<(typeof screeningContract)['GET /api/runs/:id']['response']>

/** Runs as a list shows them. */
export async function presentRuns(
  tx: Tx,
  rows: readonly ListedRun[],
  namePeople: NamePeople,
): Promise<RunSummaryView[]> {
  const people = await namePeople(
    tx,
    rows.map(row => row.created_by),
  )
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    campaign:
      row.campaign_id === null || row.campaign_title === null
        ? null
        : { id: row.campaign_id, title: row.campaign_title },
    state: row.state,
    createdBy: { id: row.created_by, name: people.get(row.created_by) ?? row.created_by },
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    publishedAt: row.published_at?.toISOString() ?? null,
    supersededBy:
      row.superseded_id === null ? null : { id: row.superseded_id, title: row.superseded_title ?? '' },
    dataUndone: row.data_undone_at !== null,
    counts: row.summary && {
      sets: row.summary.sets,
      works: row.summary.works,
      schools: row.summary.schools,
      marked: row.summary.marked,
      flagged: row.summary.own?.flagged ?? null,
    },
    version: row.version,
  }))
}

/** One run as its page shows it. */
export async function presentRun(
  tx: Tx,
  { locale, may }: Actor,
  row: ListedRun,
  namePeople: NamePeople,
): Promise<Run> {
  const [summary] = await presentRuns(tx, [row], namePeople)
  const sets = row.state === 'done' ? await readSets(tx, row.id) : []
  const starts = may('run.start')
  const files = starts ? await readFiles(tx, row.id) : []
  const outputs = starts ? await listOutputs(tx, row.id) : []
  const region = (await nameUnits(tx, [row.unit_id])).get(row.unit_id) ?? ''
  const going = row.state === 'queued' || row.state === 'running'
  const { notAttempted, notTaught, budget, batches } = row.settings
  return {
    ...summary,
    region: { id: row.unit_id, name: region },
    settings: { notAttempted, notTaught, budget, batches: batches?.length ?? null },
    progress: going ? await readJobProgress(tx, locale, row) : null,
    problems: row.problems.map(problem => ({ code: problem.code, ...wordProblem(locale, problem) })),
    findings: row.summary ? findingsOf(locale, row.summary) : [],
    notes: (row.summary?.notes ?? []).map(note => noteText(locale, note)),
    sets: sets.map((set, position) => presentSet(locale, set, position)),
    record: row.record
      ? wordRecord(locale, row.record).map(({ label, value }) => ({
          label,
          value: typeof value === 'number' ? value.toLocaleString(locale) : value,
        }))
      : [],
    files: starts ? (row.summary?.files ?? []).map(({ file, works }) => ({ file, works })) : [],
    undoneFiles: files.flatMap(({ file, undone }) => (undone && file !== null ? [file] : [])),
    outputs: outputs.map(({ id, name, size }) => ({ id, name: name as OutputName, size })),
    silent: silentOf(locale, row.summary, sets),
    may: [
      ...(starts && going ? (['cancel'] as const) : []),
      ...(starts && row.state === 'done' && row.published_at === null ? (['publish'] as const) : []),
    ],
  }
}

/** What was found, in sentences: the method of 2019 first, our own degree apart from it. */
function findingsOf(
  locale: Locale,
  { works, schools, sets, markedInIndex, marked, own }: RunSummary,
): string[] {
  return [
    say(locale, 'report.lead', { works, schools, sets, marked: markedInIndex }),
    ...(marked > markedInIndex ? [say(locale, 'run.marked-outside', { count: marked - markedInIndex })] : []),
    ...(own
      ? [
          say(locale, 'detection.lead', {
            budget: own.budget,
            flagged: own.flagged,
            expected: own.expectedFalse ?? 0,
          }),
        ]
      : [say(locale, 'run.no-own')]),
    ...(own && own.budgetInterval === null ? [say(locale, 'detection.too-few')] : []),
  ]
}

function presentSet(locale: Locale, set: ScreenedSet, position: number): Run['sets'][number] {
  return {
    position,
    name: setName(locale, set),
    year: set.year,
    works: set.works,
    schools: set.schools,
    mean: set.mean,
    maxScore: set.maxScore,
    notes: set.notes.map(note => noteText(locale, note)),
  }
}

/** «Не считался: нет …», once per channel and reason. */
function silentOf(locale: Locale, summary: RunSummary | null, sets: readonly ScreenedSet[]): Run['silent'] {
  const groups = Map.groupBy(summary?.own?.silent ?? [], ({ channel, reason }) => `${channel} ${reason}`)
  return [...groups.values()].map(found => ({
    channel: say(locale, `channel.${found[0].channel}.title`),
    why: say(locale, `silence.${found[0].reason}`),
    where:
      found.length === sets.length
        ? say(locale, 'detection.silent.everywhere')
        : found.map(({ set }) => setName(locale, sets[set])).join('; '),
  }))
}
