import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { loadSpecifications, nameOfSet, type Specifications } from '../features/procedures/index.ts'
import {
  type BatchManifest,
  discardBatch,
  findConflicts,
  type ImportOutcome,
  importBatch,
  listBatches,
  type ProtocolBatch,
  type ReadProtocolOptions,
  readResults,
  type Store,
} from '../features/results/index.ts'
import { type Registry, readRegistry } from '../features/territory/index.ts'
import { type Problem, ProblemError } from '../platform/problem.ts'
import type { Progress } from '../platform/progress.ts'
import type { ParsedOptions } from './parse-options.ts'

/** Options of every command that reads protocols: what the files may not say themselves. */
export const READING_OPTIONS = {
  subject: 'text',
  grade: 'number',
  year: 'number',
  version: ['базовая', 'углублённая'],
  school: 'text',
  specifications: 'text',
} as const

export interface LoadedProtocols {
  readonly outcomes: readonly ImportOutcome[]
  readonly specifications: Specifications
  /** A registry of schools found among the files: people keep it in the same folder as the protocols. */
  readonly registry: Registry | null
  /** What a person should know though nothing was refused. */
  readonly warnings: readonly Problem[]
}

/**
 * Which batches may not contradict each other: those of this run alone, or with them whatever else the store holds of
 * the same sets. Other sets of the store are no matter of this run.
 */
export type ConflictScope = 'run' | 'store'

/**
 * Reads all files, and only when every one of them is in order puts them into the store: a person gets all problems
 * of all files at once, and a refused or failed run leaves nothing behind.
 *
 * @param named the registry that the person named, which tells whose the codes of ОГЭ and ЕГЭ are
 */
export async function loadProtocols(
  store: Store,
  files: readonly string[],
  values: ParsedOptions['values'],
  progress: Progress,
  scope: ConflictScope,
  named: Registry | null = null,
): Promise<LoadedProtocols> {
  const specifications = await loadSpecifications(values.specifications)
  const { protocols, registries, problems } = await readAll(
    files,
    { specifications, assume: assumed(values), ...(named ? { examCodes: named.examCodes } : {}) },
    progress,
  )
  for (const { file } of registries.slice(1))
    problems.push({ code: 'registries-several', params: { first: registries[0].file }, place: { file } })
  if (problems.length === 0 && protocols.length === 0) problems.push({ code: 'no-protocols' })
  if (problems.length > 0) throw new ProblemError(withoutRepeats(problems))

  const stamp = { by: userInfo().username, now: new Date() }
  const outcomes: ImportOutcome[] = []
  try {
    for (const [done, protocol] of protocols.entries()) {
      progress.report('progress.storing', protocol.source.file, done, protocols.length)
      outcomes.push(await importBatch(store, protocol, stamp))
    }
    progress.finish()
    const read = outcomes.map(({ manifest }) => manifest)
    const conflicts = await findConflicts(
      store,
      scope === 'run' ? unique(read) : await ofSameSets(store, read),
    )
    if (conflicts.problems.length > 0) throw new ProblemError(conflicts.problems)
    return {
      outcomes,
      specifications,
      registry: registries[0] ?? null,
      warnings: [...protocols.flatMap(one => one.warnings), ...conflicts.warnings],
    }
  } catch (error) {
    progress.finish()
    for (const { manifest, duplicate } of outcomes) if (!duplicate) await discardBatch(store, manifest.id)
    throw error
  }
}

/** The same file named twice is one batch. */
function unique(batches: readonly BatchManifest[]): BatchManifest[] {
  return [...new Map(batches.map(batch => [batch.id, batch])).values()]
}

async function ofSameSets(store: Store, named: readonly BatchManifest[]): Promise<BatchManifest[]> {
  const sets = new Set(named.map(({ assessment }) => nameOfSet(assessment)))
  return (await listBatches(store)).filter(({ assessment }) => sets.has(nameOfSet(assessment)))
}

/** A fault of the specification file is met by every protocol of its set, and told once. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}

async function readAll(files: readonly string[], options: ReadProtocolOptions, progress: Progress) {
  const protocols: ProtocolBatch[] = []
  const registries: Registry[] = []
  const problems: Problem[] = []
  const waiting: string[] = []
  const read = async (
    file: string,
    { examCodes = options.examCodes }: Pick<ReadProtocolOptions, 'examCodes'>,
  ) => {
    const onProgress = (rows: number) => progress.report('progress.reading', basename(file), rows, null)
    onProgress(0)
    try {
      const known = examCodes ? { examCodes } : {}
      protocols.push(...(await readResults(file, { ...options, ...known, onProgress })))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const registry = await asRegistry(file, error)
      if (registry) registries.push(registry)
      else if (examCodes === undefined && needsCodes(error)) waiting.push(file)
      else
        problems.push(...error.problems.map(problem => ({ ...problem, place: { file, ...problem.place } })))
    }
  }
  for (const file of files) await read(file, {})
  // Whose the codes are, a registry among the files may say: it can stand behind them.
  const examCodes = registries[0]?.examCodes ?? { ОГЭ: new Map(), ЕГЭ: new Map() }
  for (const file of waiting) await read(file, { examCodes })
  progress.finish()
  return { protocols, registries, problems }
}

function needsCodes(error: ProblemError): boolean {
  return error.problems.every(({ code }) => code === 'exam-codes-missing')
}

/** The registry that a file without protocols turns out to be; null for anything else. */
async function asRegistry(file: string, error: ProblemError): Promise<Registry | null> {
  if (error.problems.some(({ code }) => code !== 'unknown-layout')) return null
  try {
    return await readRegistry(file)
  } catch (other) {
    if (other instanceof ProblemError) return null
    throw other
  }
}

/** What a grade and a year can be; a slip of the finger would otherwise make a set of its own. */
const RANGES = { grade: [1, 11], year: [1990, 2100] } as const

function checkRange(option: keyof typeof RANGES, given: string | undefined): void {
  const [least, most] = RANGES[option]
  if (given === undefined || (Number(given) >= least && Number(given) <= most)) return
  throw new ProblemError({ code: 'option-value', params: { option, given, allowed: `${least}–${most}` } })
}

function assumed({ subject, grade, year, version, school }: ParsedOptions['values']) {
  checkRange('grade', grade)
  checkRange('year', year)
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(grade === undefined ? {} : { grade: Number(grade) }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(version === undefined ? {} : { version: version as 'базовая' | 'углублённая' }),
    ...(school === undefined ? {} : { school }),
  }
}
