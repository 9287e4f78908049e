import { userInfo } from 'node:os'
import {
  buildCase,
  DEFAULT_SETTINGS,
  printSummary,
  renderReport,
  runScreening,
  type ScreeningSettings,
  writeCase,
  writeOutputs,
} from '../features/screening/index.ts'
import { say } from '../messages/format.ts'
import type { Problem } from '../platform/problem.ts'
import { type Command, type CommandInput, required } from './parse-options.ts'
import { RUN_OPTIONS, readRun, withDataFolder } from './read-run.ts'
import { terminalProgress } from './terminal-progress.ts'

/** `objektiv screen`: protocols in, report out. */
export const screen: Command = {
  options: {
    ...RUN_OPTIONS,
    'not-attempted': ['zero', 'missing'],
    'not-taught': ['leave-maximum', 'zero'],
    budget: 'number',
    case: 'text',
  },
  run: screenFiles,
}

/** Screens files (or, without files, what the data folder holds) and returns the path of the report. */
export async function screenFiles(input: CommandInput): Promise<void> {
  const out = required(input.values, 'out')
  await withDataFolder(input.values, data => screenInto(out, data, input))
}

async function screenInto(out: string, data: string, input: CommandInput): Promise<void> {
  const { values, locale } = input
  const start = performance.now()
  const progress = terminalProgress(locale)
  const { warnings, ...run } = await readRun(data, input, progress)
  const screening = await runScreening({
    ...run,
    settings: settingsOf(values),
    now: new Date(),
    notes: warnings.map(toNote),
    progress,
  })
  // Built before anything is written: a school that is not there is told first.
  const about = values.case === undefined ? null : await buildCase(run, values.case)
  progress.report('progress.writing', out, 0, null)
  const paths = await writeOutputs(screening, out, locale, renderReport)
  const { dataHash } = screening.run
  const stamp = { by: userInfo().username, now: new Date(), dataHash }
  const casePath = about && (await writeCase(about, out, stamp, locale))
  progress.finish()
  console.log(printSummary(screening, paths, locale))
  if (about) console.log(`  ${casePath} (${say(locale, 'case.written', { school: about.school })})`)
  console.log(say(locale, 'command.done', { seconds: (performance.now() - start) / 1000 }))
}

/** More false alarms than this in a hundred is no longer a signal. */
export const MOST_BUDGET = 49

export function settingsOf(values: CommandInput['values']): ScreeningSettings {
  return {
    notAttempted: (values['not-attempted'] ??
      DEFAULT_SETTINGS.notAttempted) as ScreeningSettings['notAttempted'],
    notTaught: (values['not-taught'] ?? DEFAULT_SETTINGS.notTaught) as ScreeningSettings['notTaught'],
    budget: Math.min(Number(values.budget ?? DEFAULT_SETTINGS.budget), MOST_BUDGET),
  }
}

/** A warning told in the summary and the report by the same text as a problem. */
export function toNote({ code, params, place }: Problem) {
  return { id: `problem.${code}`, params: { ...place, ...params } }
}
