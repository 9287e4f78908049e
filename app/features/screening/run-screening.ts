import { createTally, type Tally, tallyWorks, type Works } from '@objektiv/forensics'
import { type Problem, ProblemError } from '../../platform/problem.ts'
import { type Progress, silentProgress } from '../../platform/progress.ts'
import { boundariesOf, type Specifications } from '../procedures/threads.ts'
import {
  type BatchManifest,
  readExcluded,
  readSchools,
  readWorks,
  type Store,
  worksSource,
} from '../results/threads.ts'
import type { Registry } from '../territory/index.ts'
import { type CollectedWorks, collectWorks } from './detection/collect-works.ts'
import { covariatesOf, detectRegion } from './detection/detect-region.ts'
import { type Examination, examinationFor, examinationOf, isExamination } from './detection/examinations.ts'
import { openSetThreads, readOptions, type SetThreads } from './detection/set-threads.ts'
import { groupSets, type SetOfBatches } from './group-sets.ts'
import { nameFindings } from './name-findings.ts'
import { nameSchools } from './name-schools.ts'
import { makeRoster, type Roster } from './roster.ts'
import { runRecord } from './run-record.ts'
import { type SetResult, screenSet } from './screen-set.ts'
import type { ScreeningSettings } from './settings.ts'
import { territoryIndex } from './territory-index.ts'
import type { ExcludedRow, ScreenedFile, Screening } from './types.ts'

export interface ScreeningInput {
  readonly store: Store
  /** Batches to screen; undone ones are passed over. */
  readonly batches: readonly BatchManifest[]
  /** ОГЭ and ЕГЭ that are no part of the run: only what others are held against. */
  readonly examinations?: readonly BatchManifest[]
  readonly registry: Registry | null
  readonly specifications: Specifications
  readonly settings: ScreeningSettings
  readonly now: Date
  /** Name of the region; by default as most files give it. */
  readonly region?: string
  /** What a person should know before the first number: warnings of reading and loading. */
  readonly notes?: Screening['notes']
  readonly progress?: Progress
}

/**
 * Screens every set of the batches with every method its data allow. Works stream from the store through the tally of
 * their set; without our own signals (budget 0) what remains in memory depends on the number of schools only. Throws ProblemError where a scale of the
 * user's own is faulty or a batch was read by other maxima or tasks than the specification has.
 */
export async function runScreening(input: ScreeningInput): Promise<Screening> {
  const { store, registry, specifications, settings } = input
  const batches = inFixedOrder(input.batches.filter(batch => batch.undone === null))
  const { groups, problems, warnings } = groupSets(batches, specifications)
  if (problems.length > 0) throw new ProblemError(problems)
  // Opened first: they load while the files are being read.
  const threads = settings.budget > 0 ? openSetThreads(measurable(groups)) : null
  try {
    const met = await readSchools(batches.map(batch => worksSource(store, batch)))
    const roster = makeRoster(
      new Map(met.map(({ school, login }) => [Number(school), login])),
      registry?.byKey ?? null,
    )
    return await screenGroups(input, { batches, groups, warnings, roster, threads })
  } finally {
    await threads?.close()
  }
}

/** What a run works on. */
interface Groups {
  readonly batches: readonly BatchManifest[]
  readonly groups: readonly SetOfBatches[]
  readonly warnings: readonly Problem[]
  readonly roster: Roster
  readonly threads: SetThreads | null
}

/** Examinations that stand beside the run. One that cannot be used now is told, and stops nothing. */
async function examinationsOf(
  { store, examinations = [], specifications, settings }: ScreeningInput,
  warnings: Problem[],
  roster: Roster,
): Promise<Examination[]> {
  const { groups, problems, warnings: told } = groupSets(inFixedOrder(examinations), specifications)
  warnings.push(...problems, ...told)
  if (problems.length > 0) return []
  const found: Examination[] = []
  for (const group of groups) {
    const { tally } = await readSetOnce(store, -1, group, roster, settings)
    const one = examinationOf(group.assessment, tally)
    if (one) found.push(one)
  }
  return found
}

/** Which examination each subject was held against: the pages say only that one was. */
function heldAgainst(
  collected: readonly CollectedWorks[],
  examinations: readonly Examination[],
): Screening['notes'] {
  const held = collected.flatMap(({ assessment: { subject, grade, year } }) => {
    const found = examinationFor({ subject, year }, examinations)?.assessment
    if (!found) return []
    const by = `${found.procedure} ${found.subject} ${found.year}`
    return [{ by, subject, set: `${grade} (${year})` }]
  })
  const pairs = [...Map.groupBy(held, ({ by }) => by)].map(
    ([by, sets]) => `${sets[0].subject} ${sets.map(({ set }) => set).join(', ')} — ${by}`,
  )
  return pairs.length > 0 ? [{ id: 'run-note.examinations', params: { pairs: pairs.join('; ') } }] : []
}

/** Numbers of the sets, those of examinations first: the others are held against them. */
function examinationsFirst(groups: readonly SetOfBatches[]): number[] {
  return [...groups.keys()].sort(
    (a, b) =>
      Number(isExamination(groups[b].assessment)) - Number(isExamination(groups[a].assessment)) || a - b,
  )
}

/** Works of each set that can be measured, by its number. */
function measurable(groups: readonly SetOfBatches[]): Map<number, number> {
  const sizes = groups.map(({ assessment, tasks, batches }) =>
    isExamination(assessment) || tasks.length === 0
      ? 0
      : batches.reduce((sum, { counts }) => sum + counts.works, 0),
  )
  return new Map([...sizes.entries()].filter(([, works]) => works > 0))
}

async function screenGroups(
  input: ScreeningInput,
  { batches, groups, warnings: ofSets, roster, threads }: Groups,
): Promise<Screening> {
  const { store, registry, specifications, settings } = input
  const warnings = [...ofSets]
  const results: SetResult[] = []
  let counted = 0
  const collected: CollectedWorks[] = []
  const covariates = covariatesOf(roster)
  const examinations = await examinationsOf(input, warnings, roster)
  for (const set of examinationsFirst(groups)) {
    const group = groups[set]
    const { subject, grade, year } = group.assessment
    input.progress?.report('progress.counting', `${subject}, ${grade}, ${year}`, counted++, groups.length)
    const { tally, works } = await readSetOnce(store, set, group, roster, settings)
    if (works !== null && works.works.count > 0) {
      const examination = examinationFor(group.assessment, examinations)?.means ?? null
      collected.push({ ...works, examination })
      threads?.read(set, works.works, readOptions(covariates, works.writtenAt, examination))
    }
    if (isExamination(group.assessment))
      examinations.push(...[examinationOf(group.assessment, tally)].filter(one => one !== null))
    results[set] = screenSet(group, tally)
  }
  const onSet = (done: number, all: number) => input.progress?.report('progress.detecting', '', done, all)
  if (collected.length > 0) onSet(0, 1)
  const detecting =
    collected.length > 0 ? detectRegion(collected, roster, settings.budget, threads, onSet) : null
  // Waited for last, so that what follows is done meanwhile; a fault of it is told there.
  detecting?.catch(() => {})

  const { markers, setFindings } = nameFindings(results, roster)
  const region = input.region ?? regionName(batches)
  const unknown = registry ? roster.schools.filter(({ registered }) => !registered).length : 0
  const notes = [
    ...notesWith(warnings, input.notes ?? []),
    ...heldAgainst(collected, examinations),
    ...(unknown > 0 ? [{ id: 'run-note.unregistered-schools', params: { count: unknown } }] : []),
  ]
  const found = {
    run: runRecord(
      {
        files: inputFiles([...batches, ...(input.examinations ?? [])]),
        registry: registry?.sha256 ?? null,
        specifications: specifications.sha256,
      },
      settings,
      input.now,
    ),
    region,
    files: batches.map(toFile),
    sets: results.map(({ set }) => set),
    markers,
    schools: nameSchools(roster, results, markers),
    index: territoryIndex(region, setFindings, roster),
    excluded: await excludedRows(store, batches, roster),
    notes,
  }
  const detection = await detecting
  ;(input.progress ?? silentProgress).finish()
  return { ...found, detection }
}

/**
 * One pass over the works of a set: they are tallied as they go by and, for our own signals, kept with their classes.
 * Without tasks there is no measurement model to hold works against, and none are kept.
 */
async function readSetOnce(
  store: Store,
  set: number,
  group: SetOfBatches,
  roster: Roster,
  settings: ScreeningSettings,
): Promise<{ tally: Tally; works: CollectedWorks | null }> {
  const bands = group.specification?.bands ?? null
  const shape = {
    schoolCount: roster.schools.length,
    maxScore: group.maxScore,
    taskMaxima: Uint8Array.from(group.tasks, ({ max }) => max),
    boundaries: bands ? boundariesOf(bands) : null,
  }
  const tally = createTally(shape, settings)
  const onChunk = (works: Works) => tallyWorks(tally, works)
  if (settings.budget > 0 && group.tasks.length > 0 && !isExamination(group.assessment))
    return { tally, works: await collectWorks(store, set, group, roster, onChunk) }
  const sources = group.batches.map(batch => worksSource(store, batch))
  await readWorks(sources, { schoolIndex: roster.indexByDigits, onChunk })
  return { tally, works: null }
}

/** Hashes of the files of works and, each once, of the journal marks that came apart from them. */
function inputFiles(batches: readonly BatchManifest[]): string[] {
  const journals = batches.flatMap(({ journals = [] }) => journals.map(({ sha256 }) => sha256))
  return [...batches.map(({ source }) => source.sha256), ...new Set(journals)]
}

function toFile({ source, layout, assessment, counts, dirt }: BatchManifest): ScreenedFile {
  return { file: source.file, layout, assessment, rows: counts.rows, works: counts.works, dirt }
}

/** By name of file, so that nothing in the result depends on the order in which files were given. */
export function inFixedOrder(batches: readonly BatchManifest[]): BatchManifest[] {
  return batches.toSorted(
    ({ source: a }, { source: b }) => a.file.localeCompare(b.file, 'ru') || (a.sha256 < b.sha256 ? -1 : 1),
  )
}

/** Warnings of the sets' scales first; the reading of each file has told the same of its set, which is not repeated. */
function notesWith(warnings: readonly Problem[], notes: Screening['notes']): Screening['notes'] {
  const ofSets = warnings.map(({ code, params = {} }) => ({ id: `problem.${code}`, params }))
  const told = (note: Screening['notes'][number]) =>
    ofSets.some(({ id, params }) => note.id === id && note.params.set === params.set)
  return [...ofSets, ...notes.filter(note => !told(note))]
}

async function excludedRows(
  store: Store,
  batches: readonly BatchManifest[],
  { schools, indexByDigits }: Roster,
): Promise<ExcludedRow[]> {
  const rows = await readExcluded(batches.map(batch => worksSource(store, batch)))
  return rows.map(({ source, row, school, reason }) => ({
    file: batches[source].source.file,
    row,
    school: school === '' ? '' : schools[indexByDigits[Number(school)]].login,
    reason,
  }))
}

/** The region as most files call it. */
export function regionName(batches: readonly BatchManifest[]): string {
  const names = Map.groupBy(
    batches.flatMap(({ region }) => (region ? [region] : [])),
    name => name,
  )
  const [name] = [...names].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, 'ru'))[0] ?? [
    'Регион',
  ]
  return name
}
