import type { z } from 'zod'
import { type Locale, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { screeningContract } from '../contract.ts'
import { wordRecord } from '../findings/word-record.ts'
import { setKey } from '../group-sets.ts'
import { setName } from '../outputs/words.ts'
import { compareSchools, isDifferent, type SchoolDifference } from '../rules.ts'
import { countMarked, type RunFile, readComparedSchools, readFiles } from '../store/read-comparison.ts'
import { type RunRow, readDoneRun, readSets } from '../store/read-run.ts'
import type { ScreenedSet } from '../types.ts'
import type { View } from './reader.ts'
import { type Replies, type ReplyReader, readReplies, wordReplies } from './replies.ts'

type Comparison = z.input<(typeof screeningContract)['GET /api/runs/compare']['response']>

export interface ComparedRuns {
  readonly comparison: Comparison
  /** Every school of either run, by place: the list holds those where something differs. */
  readonly schools: readonly SchoolDifference[]
  /** Names of sets by the keys that the differences speak in. */
  readonly setNames: ReadonlyMap<string, string>
  /**
   * How the replies to a school's signs stand, in words: those of the later run, and of the earlier what it does not name or
   * what still goes on: a draft takes no question back.
   */
  repliesTo(school: SchoolDifference): string[]
}

/** What differs between two runs, for the schools of one territory. */
export async function compareRuns(
  tx: Tx,
  reader: ReplyReader,
  locale: Locale,
  ids: { readonly before: number; readonly after: number },
  view: View,
): Promise<ComparedRuns> {
  const before = await sideOf(tx, reader, locale, ids.before, view)
  const after = await sideOf(tx, reader, locale, ids.after, view)
  const schools = compareSchools(before.schools, after.schools)
  const setNames = new Map(
    [...before.sets, ...after.sets].map(set => [setKey(set), setName(locale, set)] as const),
  )
  const named = (keys: readonly string[]) => keys.map(key => setNames.get(key) ?? key)
  const moved = schools.filter(one => one.moved !== null)
  const repliesTo = (one: SchoolDifference) => {
    const [now, then] = [[after, one.after] as const, [before, one.before] as const].map(([side, school]) =>
      school?.registered ? wordReplies(locale, side.replies.get(school.unitId) ?? [], side.sets) : [],
    )
    const goesOn = then.filter(
      ({ sign, state, words }) =>
        !now.some(later => later.words === words) &&
        (state !== 'superseded' || !now.some(later => later.sign === sign)),
    )
    return [
      ...now.map(({ words }) => words),
      ...goesOn.map(({ words }) => say(locale, 'run.reply-before', { text: words })),
    ]
  }
  return {
    schools,
    setNames,
    repliesTo,
    comparison: {
      before: before.named,
      after: after.named,
      settings: settingsOf(locale, before.run, after.run),
      files: filesOf(locale, before.files, after.files),
      sets: setsOf(locale, before, after),
      counts: {
        newlyMarked: schools.filter(one => one.newlyMarked.length > 0).length,
        noLongerMarked: schools.filter(one => one.noLongerMarked.length > 0).length,
        newlyFlagged: schools.filter(one => one.flagChanged && one.after?.flagged).length,
        noLongerFlagged: schools.filter(one => one.flagChanged && !one.after?.flagged).length,
        measured: moved.length,
        moved: moved.filter(isMoved).length,
      },
      schools: schools.filter(isDifferent).map(one => {
        const { digits, unitId, registered, name, municipality } = (one.after ?? one.before)!
        return {
          key: digits,
          school: registered ? { id: unitId, name } : null,
          name,
          municipality,
          newlyMarked: named(one.newlyMarked),
          noLongerMarked: named(one.noLongerMarked),
          flagged: { before: one.before?.flagged ?? false, after: one.after?.flagged ?? false },
          degree: { before: one.before?.degree ?? null, after: one.after?.degree ?? null },
          replies: repliesTo(one),
        }
      }),
    },
  }
}

interface Side {
  readonly run: RunRow
  readonly named: Comparison['before']
  readonly sets: readonly ScreenedSet[]
  readonly files: readonly RunFile[]
  readonly schools: Awaited<ReturnType<typeof readComparedSchools>>
  readonly marked: ReadonlyMap<number, number>
  readonly replies: Replies
}

async function sideOf(tx: Tx, reader: ReplyReader, locale: Locale, id: number, view: View): Promise<Side> {
  const run = await readDoneRun(tx, id)
  const schools = await readComparedSchools(tx, id, view)
  return {
    run,
    named: { id, title: run.title, createdAt: run.created_at.toISOString() },
    sets: await readSets(tx, id),
    files: await readFiles(tx, id),
    schools,
    marked: await countMarked(tx, id, view),
    replies: await readReplies(tx, reader, locale, id, schools),
  }
}

function isMoved(one: SchoolDifference): boolean {
  return isDifferent({ ...one, newlyMarked: [], noLongerMarked: [], flagChanged: false })
}

/** Settings and versions that differ; the day and the hash of the data always do, and say nothing. */
function settingsOf(locale: Locale, before: RunRow, after: RunRow): Comparison['settings'] {
  const linesOf = ({ record }: RunRow) =>
    new Map((record ? wordRecord(locale, record) : []).map(({ label, value }) => [label, String(value)]))
  const silent = new Set(['parameter.created-at', 'parameter.data-hash'].map(id => say(locale, id)))
  const [was, is] = [linesOf(before), linesOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter(label => !silent.has(label) && was.get(label) !== is.get(label))
    .map(label => ({ label, before: was.get(label) ?? '—', after: is.get(label) ?? '—' }))
}

function filesOf(locale: Locale, before: readonly RunFile[], after: readonly RunFile[]): Comparison['files'] {
  const [was, is] = [before, after].map(files => new Set(files.map(({ batchId }) => batchId)))
  const name = ({ file }: RunFile) => file ?? say(locale, 'run.file-of-region')
  return {
    both: after.filter(({ batchId }) => was.has(batchId)).length,
    onlyBefore: before.filter(({ batchId }) => !is.has(batchId)).map(name),
    onlyAfter: after.filter(({ batchId }) => !was.has(batchId)).map(name),
  }
}

function setsOf(locale: Locale, before: Side, after: Side): Comparison['sets'] {
  const places = ({ sets }: Side) => new Map(sets.map((set, position) => [setKey(set), position]))
  const [was, is] = [places(before), places(after)]
  const missing = ({ sets }: Side, other: ReadonlyMap<string, number>) =>
    sets.filter(set => !other.has(setKey(set))).map(set => setName(locale, set))
  return {
    onlyBefore: missing(before, is),
    onlyAfter: missing(after, was),
    both: after.sets.flatMap((set, position) => {
      const earlier = was.get(setKey(set))
      if (earlier === undefined) return []
      const old = before.sets[earlier]
      return [
        {
          set: setName(locale, set),
          works: { before: old.works, after: set.works },
          mean: { before: old.mean, after: set.mean },
          marked: { before: before.marked.get(earlier) ?? 0, after: after.marked.get(position) ?? 0 },
        },
      ]
    }),
  }
}
