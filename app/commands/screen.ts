import { loadSpecifications } from '../features/procedures/index.ts'
import {
  type BatchManifest,
  findConflicts,
  listBatches,
  openStore,
  type Store,
} from '../features/results/index.ts'
import {
  DEFAULT_SETTINGS,
  printSummary,
  renderReport,
  runScreening,
  type ScreeningSettings,
  writeOutputs,
} from '../features/screening/index.ts'
import { readRegistry } from '../features/territory/index.ts'
import { say } from '../messages/format.ts'
import { type Problem, ProblemError } from '../platform/problem.ts'
import { findFiles } from './find-files.ts'
import { loadProtocols, READING_OPTIONS } from './load-protocols.ts'
import { type Command, type CommandInput, required } from './parse-options.ts'
import { withTemporaryFolder } from './temporary-folder.ts'
import { terminalProgress } from './terminal-progress.ts'

/** `objektiv screen`: protocols in, report out. */
export const screen: Command = {
  options: {
    ...READING_OPTIONS,
    out: 'text',
    data: 'text',
    registry: 'text',
    'not-attempted': ['zero', 'missing'],
    'not-taught': ['leave-maximum', 'zero'],
  },
  run: screenFiles,
}

/** Screens files (or, without files, what the data folder holds) and returns the path of the report. */
export async function screenFiles(input: CommandInput): Promise<void> {
  const out = required(input.values, 'out')
  const { data } = input.values
  if (data !== undefined) return await screenInto(out, data, input)
  await withTemporaryFolder(temporary => screenInto(out, temporary, input))
}

async function screenInto(out: string, data: string, { files, values, locale }: CommandInput): Promise<void> {
  const start = performance.now()
  const progress = terminalProgress(locale)
  const store = await openStore(data)
  // The registry is small: whatever is wrong with it is said before the long reading begins.
  const registry = values.registry === undefined ? null : await readRegistry(values.registry)
  const storedOnly = files.length === 0 && values.data !== undefined
  const loaded = storedOnly ? null : await loadProtocols(store, findFiles(files), values, progress, 'run')
  const { batches, warnings } = loaded
    ? { batches: loaded.outcomes.map(({ manifest }) => manifest), warnings: loaded.warnings }
    : await everythingStored(store)

  const screening = await runScreening({
    store,
    batches: [...new Map(batches.map(batch => [batch.id, batch])).values()],
    registry: registry ?? loaded?.registry ?? null,
    specifications: loaded?.specifications ?? (await loadSpecifications(values.specifications)),
    settings: settingsOf(values),
    now: new Date(),
    notes: warnings.map(toNote),
    progress,
  })
  progress.report('progress.writing', out, 0, null)
  const paths = await writeOutputs(screening, out, locale, renderReport)
  progress.finish()
  console.log(printSummary(screening, paths, locale))
  console.log(say(locale, 'command.done', { seconds: (performance.now() - start) / 1000 }))
}

/** All batches of the store, which may have been brought together by runs that each were in order. */
async function everythingStored(
  store: Store,
): Promise<{ batches: readonly BatchManifest[]; warnings: readonly Problem[] }> {
  const batches = (await listBatches(store)).filter(({ undone }) => !undone)
  if (batches.length === 0) throw new ProblemError({ code: 'nothing-to-screen' })
  const { problems, warnings } = await findConflicts(store, batches)
  if (problems.length > 0) throw new ProblemError(problems)
  return { batches, warnings }
}

function settingsOf(values: CommandInput['values']): ScreeningSettings {
  return {
    notAttempted: (values['not-attempted'] ??
      DEFAULT_SETTINGS.notAttempted) as ScreeningSettings['notAttempted'],
    notTaught: (values['not-taught'] ?? DEFAULT_SETTINGS.notTaught) as ScreeningSettings['notTaught'],
  }
}

/** A warning told in the summary and the report by the same text as a problem. */
function toNote({ code, params, place }: Problem) {
  return { id: `problem.${code}`, params: { ...place, ...params } }
}
