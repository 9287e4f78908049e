import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  AUDIENCES,
  type Audience,
  chooseUnits,
  FORMATS,
  fromScreening,
  type PortraitRequest,
  preparePortraits,
  SECTIONS,
  type SectionId,
  writePortraits,
} from '../features/portraits/index.ts'
import { runScreening } from '../features/screening/index.ts'
import { say } from '../messages/format.ts'
import { ProblemError } from '../platform/problem.ts'
import { type Command, type CommandInput, required, textsOf } from './parse-options.ts'
import { RUN_OPTIONS, type Run, readRun, withDataFolder } from './read-run.ts'
import { settingsOf, toNote } from './screen.ts'
import { terminalProgress } from './terminal-progress.ts'

/** The template of the command: the parts that its user does not switch off. */
const TEMPLATE = '1'

/** `objektiv portraits`: protocols in, portraits of schools, municipalities and the region out. */
export const portraits: Command = {
  options: {
    ...RUN_OPTIONS,
    from: 'texts',
    unit: 'texts',
    format: 'text',
    date: 'text',
    audience: AUDIENCES,
    without: 'text',
    notable: 'flag',
    'not-attempted': ['zero', 'missing'],
    'not-taught': ['leave-maximum', 'zero'],
    budget: 'number',
  },
  run: drawPortraits,
}

async function drawPortraits(input: CommandInput): Promise<void> {
  const { values, locale } = input
  const start = performance.now()
  // Whatever is wrong with the words is said before the long reading begins.
  const folder = required(values, 'out')
  required(values, 'unit')
  refuseFile(folder)
  const formats = listOf(values, 'format', FORMATS, ['pdf'])
  refuseDate(values)
  const off = listOf<SectionId>(values, 'without', SECTIONS, [])
  const files = [...input.files, ...textsOf(values, 'from')]
  refuseReports(files)

  const progress = terminalProgress(locale)
  const { screening, date } = await withDataFolder(values, async data => {
    const { warnings, ...run } = await readRun(data, { ...input, files }, progress)
    const date = values.date ?? dateOfData(run.batches)
    const screening = await runScreening({
      ...run,
      settings: settingsOf(values),
      // The same data give the same portraits, whenever they are made: the hour of the clock is not part of them.
      now: new Date(`${date}T00:00:00Z`),
      notes: warnings.map(toNote),
      progress,
    })
    return { screening, date }
  })
  const asked = requestsOf(values, off, date)
  const context = preparePortraits(fromScreening(screening, locale))
  const { units, unknown } = chooseUnits(context, textsOf(values, 'unit'))
  if (unknown.length > 0)
    throw new ProblemError(unknown.map(value => ({ code: 'portrait-unit-unknown', params: { value } })))
  const written = await writePortraits({
    ...{ context, formats, folder, locale },
    requests: units.map(unit => ({ ...unit, ...asked(unit.level) })),
    onPortrait: (done, all) => progress.report('progress.portraits', `${done} / ${all}`, done, all),
  }).catch(error => {
    const { code, syscall } = error as NodeJS.ErrnoException
    throw syscall && code ? notWritable(folder, code) : error
  })
  progress.finish()
  const bytes = written.reduce((sum, one) => sum + one.bytes, 0)
  const counts = { portraits: units.length, files: written.length, megabytes: bytes / 1e6 }
  console.log(say(locale, 'command.portraits-written', { ...counts, folder }))
  console.log(say(locale, 'command.done', { seconds: (performance.now() - start) / 1000 }))
}

/** What every portrait of a level is asked for with. A school's is meant for the school, the others for who stands above. */
function requestsOf(
  values: CommandInput['values'],
  off: readonly SectionId[],
  date: string,
): (level: PortraitRequest['level']) => Omit<PortraitRequest, 'level' | 'unit'> {
  return level => ({
    audience: (values.audience as Audience | undefined) ?? (level === 'school' ? 'school' : 'territory'),
    template: { version: TEMPLATE, off },
    notableOnly: values.notable !== undefined,
    date,
    repliesOn: null,
  })
}

function refuseDate({ date }: CommandInput['values']): void {
  if (date !== undefined && !isDay(date)) throw unfit('date', date, '2026-11-22')
}

/** The last day of the latest year of the works: protocols carry no date that all of them have. */
function dateOfData(batches: Run['batches']): string {
  return `${Math.max(...batches.map(({ assessment }) => assessment.year))}-12-31`
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** «pdf,docx»: words of a list, each once. */
function listOf<Word extends string>(
  values: CommandInput['values'],
  option: string,
  allowed: readonly Word[],
  usual: readonly Word[],
): readonly Word[] {
  const given = values[option]
  if (given === undefined) return usual
  const words = given.split(',').map(word => word.trim().toLowerCase())
  const wrong = words.find(word => !allowed.includes(word as Word))
  if (wrong !== undefined) throw unfit(option, wrong, allowed.join(', '))
  return [...new Set(words as Word[])]
}

function unfit(option: string, given: string, allowed: string): ProblemError {
  return new ProblemError({ code: 'option-value', params: { option, given, allowed } })
}

/** What `screen` writes says what was found, but not how works are distributed nor how tasks were done. */
function refuseReports(files: readonly string[]): void {
  const isReport = (path: string) =>
    existsSync(join(path, 'signals.json')) || basename(path) === 'signals.json'
  const problems = files.filter(isReport).map(file => ({ code: 'portrait-from-report', place: { file } }))
  if (problems.length > 0) throw new ProblemError(problems)
}

function refuseFile(out: string): void {
  const found = statSync(out, { throwIfNoEntry: false })
  if (found !== undefined && !found.isDirectory()) throw notWritable(out, 'EEXIST')
}

function notWritable(out: string, reason: string): ProblemError {
  return new ProblemError({ code: 'out-not-writable', params: { reason }, place: { file: out } })
}
