import type { ListToWrite, Parameter } from '../../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { setName } from '../outputs/words.ts'
import { countSchoolSets, listSchoolSets, type SchoolSetFilters } from '../store/list-school-sets.ts'
import { readIndex } from '../store/read-index.ts'
import { type RunRow, readDoneRun, readSets } from '../store/read-run.ts'
import { compareRuns } from './compare-runs.ts'
import { layOutTable } from './lay-out-table.ts'
import { presentIndex } from './present-index.ts'
import { presentSchoolSet } from './present-schools.ts'
import { type View, viewOf } from './reader.ts'
import { type ReplyReader, readAlikeReplies, readReplies, repliesInSet } from './replies.ts'

/** Schools taken in one go. */
const PAGE = 1000

/** Schools of a run, set by set, as the list has them, with a line in the log. */
export async function schoolTable(
  tx: Tx,
  reader: ReplyReader,
  actor: Actor,
  runId: number,
  { under, ...filters }: Omit<SchoolSetFilters, 'run' | 'view'> & { readonly under?: number | undefined },
): Promise<ListToWrite> {
  const { locale } = actor
  const view = await viewOf(tx, actor, under)
  const run = await readDoneRun(tx, runId)
  const sets = await readSets(tx, runId)
  const chosen = { ...filters, run: runId, view }
  const rows = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await listSchoolSets(tx, { ...chosen, limit: PAGE, cursor })
    const replies = await readReplies(tx, reader, locale, runId, items)
    for (const item of items) {
      const {
        name,
        login,
        municipality,
        kind,
        set,
        n,
        mean,
        interval,
        regionMean,
        markers,
        degree,
        flagged,
      } = presentSchoolSet(locale, item, sets, view, replies)
      rows.push([
        municipality,
        name,
        login,
        kind,
        set,
        n,
        mean,
        interval?.lower ?? null,
        interval?.upper ?? null,
        regionMean,
        markers.map(({ text }) => text).join('; '),
        degree,
        yesNo(locale, flagged),
        repliesInSet(replies, item)
          .map(({ reply }) => reply)
          .join('; '),
      ])
    }
    cursor = next
  }
  await logExport(tx, run, view, { rows: rows.length, ...filters })
  return layOutTable(locale, {
    id: 'schools',
    columns: [
      { id: 'municipality', width: 30 },
      { id: 'school', width: 40 },
      { id: 'login', width: 14 },
      { id: 'kind', width: 18 },
      { id: 'set', width: 34 },
      { id: 'n', width: 10 },
      { id: 'mean', width: 14, format: '0.00' },
      { id: 'from', width: 12, format: '0.00' },
      { id: 'to', width: 12, format: '0.00' },
      { id: 'region-mean', width: 16, format: '0.00' },
      { id: 'markers', width: 44 },
      { id: 'degree', width: 12, format: '0.00' },
      { id: 'flagged', width: 20 },
      { id: 'reply', width: 40 },
    ],
    rows,
    selected: await countSchoolSets(tx, chosen),
    parameters: [
      ...parametersOf(locale, run, view),
      ...(filters.set === undefined || !sets[filters.set]
        ? []
        : [[say(locale, 'run.column.set'), setName(locale, sets[filters.set])] as const]),
      ...(filters.kind === undefined ? [] : [[say(locale, 'run.column.kind'), filters.kind] as const]),
      ...(filters.sign === undefined
        ? []
        : [[say(locale, 'run.filter.sign'), say(locale, `run.sign.${filters.sign}`)] as const]),
      ...(filters.q === undefined ? [] : [[say(locale, 'run.filter.q'), filters.q] as const]),
    ],
  })
}

/** The index of the region and its municipalities. */
export async function indexTable(
  tx: Tx,
  reader: ReplyReader,
  actor: Actor,
  runId: number,
): Promise<ListToWrite> {
  const { locale } = actor
  const view = await viewOf(tx, actor, undefined)
  const run = await readDoneRun(tx, runId)
  const lines = await readIndex(tx, runId)
  const alike = await readAlikeReplies(tx, reader, locale, runId, view.unit)
  await logExport(tx, run, view, { rows: lines.length })
  return layOutTable(locale, {
    id: 'index',
    columns: [
      { id: 'year', width: 8 },
      { id: 'unit', width: 40 },
      { id: 'signs', width: 14 },
      { id: 'schools', width: 10 },
      { id: 'marked', width: 14 },
      { id: 'index', width: 10, format: '0.0' },
      { id: 'from', width: 10, format: '0.0' },
      { id: 'to', width: 10, format: '0.0' },
      { id: 'replies', width: 60 },
    ],
    rows: lines.map(line => {
      const { unit, year, signs, schools, marked, index, interval, replies } = presentIndex(
        locale,
        line,
        view.unit,
        alike,
      )
      return [
        year,
        unit.name,
        signs,
        schools,
        marked,
        index,
        interval?.lower ?? null,
        interval?.upper ?? null,
        replies,
      ]
    }),
    selected: lines.length,
    parameters: parametersOf(locale, run, view),
  })
}

/** Every school of two runs, with what differs. */
export async function comparisonTable(
  tx: Tx,
  reader: ReplyReader,
  actor: Actor,
  { under, ...ids }: { readonly before: number; readonly after: number; readonly under?: number | undefined },
): Promise<ListToWrite> {
  const { locale } = actor
  const view = await viewOf(tx, actor, under)
  const { comparison, schools, setNames, repliesTo } = await compareRuns(tx, reader, locale, ids, view)
  const run = await readDoneRun(tx, ids.after)
  await logExport(tx, run, view, { rows: schools.length, before: ids.before })
  const named = (keys: readonly string[]) => keys.map(key => setNames.get(key) ?? key).join('; ')
  return layOutTable(locale, {
    id: 'comparison',
    columns: [
      { id: 'municipality', width: 30 },
      { id: 'school', width: 40 },
      { id: 'newly-marked', width: 40 },
      { id: 'no-longer-marked', width: 40 },
      { id: 'flagged-before', width: 18 },
      { id: 'flagged-after', width: 18 },
      { id: 'degree-before', width: 14, format: '0.00' },
      { id: 'degree-after', width: 14, format: '0.00' },
      { id: 'moved', width: 14, format: '0.00' },
      { id: 'reply', width: 60 },
    ],
    rows: schools.map(one => {
      const { name, municipality } = (one.after ?? one.before)!
      return [
        municipality,
        name,
        named(one.newlyMarked),
        named(one.noLongerMarked),
        yesNo(locale, one.before?.flagged ?? false),
        yesNo(locale, one.after?.flagged ?? false),
        one.before?.degree ?? null,
        one.after?.degree ?? null,
        one.moved,
        repliesTo(one).join('; '),
      ]
    }),
    selected: schools.length,
    parameters: [
      [say(locale, 'run.column.before'), titleOf(locale, comparison.before)],
      [say(locale, 'run.column.after'), titleOf(locale, comparison.after)],
      [say(locale, 'run.column.unit'), view.unit.name],
      ...comparison.settings.map(
        ({ label, before, after }) => [label, say(locale, 'run.setting-changed', { before, after })] as const,
      ),
    ],
  })
}

function titleOf(locale: Locale, { title, createdAt }: { title: string; createdAt: string }): string {
  return `${title} (${sayInstant(locale, new Date(createdAt))})`
}

function parametersOf(locale: Locale, run: RunRow, { unit }: View): Parameter[] {
  return [
    [say(locale, 'run.column.run'), run.title],
    [say(locale, 'run.column.made'), sayDate(locale, run.created_at.toISOString().slice(0, 10))],
    [say(locale, 'run.column.hash'), run.data_hash ?? ''],
    [say(locale, 'run.column.unit'), unit.name],
  ]
}

function yesNo(locale: Locale, value: boolean): string {
  return say(locale, value ? 'output.yes' : 'output.no')
}

async function logExport(
  tx: Tx,
  run: RunRow,
  { unit }: View,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await logRead(tx, 'screening_run', String(run.id), unit.id, details)
}
