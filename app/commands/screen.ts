import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSpecifications } from '../features/procedures/index.ts'
import { type BatchManifest, listBatches, openStore } from '../features/results/index.ts'
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
  const temporary = await mkdtemp(join(tmpdir(), 'objektiv-'))
  try {
    await screenInto(out, temporary, input)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function screenInto(out: string, data: string, { files, values, locale }: CommandInput): Promise<void> {
  const start = performance.now()
  const progress = terminalProgress(locale)
  const store = await openStore(data)
  // The registry is small: whatever is wrong with it is said before the long reading begins.
  const registry = values.registry === undefined ? null : await readRegistry(values.registry)
  const storedOnly = files.length === 0 && values.data !== undefined
  const loaded = storedOnly ? null : await loadProtocols(store, findFiles(files), values, progress)
  const batches: readonly BatchManifest[] =
    loaded?.outcomes.map(({ manifest }) => manifest) ??
    (await listBatches(store)).filter(({ undone }) => !undone)
  if (batches.length === 0) throw new ProblemError({ code: 'nothing-to-screen' })

  const screening = await runScreening({
    store,
    batches: [...new Map(batches.map(batch => [batch.id, batch])).values()],
    registry: registry ?? loaded?.registry ?? null,
    specifications: loaded?.specifications ?? (await loadSpecifications(values.specifications)),
    settings: settingsOf(values),
    now: new Date(),
    notes: (loaded?.warnings ?? []).map(toNote),
    progress,
  })
  progress.report('progress.writing', out, 0, null)
  const paths = await writeOutputs(screening, out, locale, renderReport)
  progress.finish()
  console.log(printSummary(screening, paths, locale))
  console.log(say(locale, 'command.done', { seconds: (performance.now() - start) / 1000 }))
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
