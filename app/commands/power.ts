import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  collectForPower,
  DEFAULT_SETTINGS,
  measureRegionPower,
  printPower,
  renderPower,
  serialisePower,
} from '../features/screening/index.ts'
import { say } from '../messages/format.ts'
import { ProblemError } from '../platform/problem.ts'
import { type Command, type CommandInput, required } from './parse-options.ts'
import { RUN_OPTIONS, readRun, withDataFolder } from './read-run.ts'
import { MOST_BUDGET } from './screen.ts'
import { terminalProgress } from './terminal-progress.ts'

const DEFAULT_SEEDS = 2
const MOST_SEEDS = 20

/** `objektiv power`: what would be found in this region if it were there. */
export const power: Command = {
  options: { ...RUN_OPTIONS, seeds: 'number', budget: 'number' },
  run: powerOf,
}

async function powerOf(input: CommandInput): Promise<void> {
  const { values, locale } = input
  const out = required(values, 'out')
  const seeds = within(values, 'seeds', DEFAULT_SEEDS, MOST_SEEDS)
  const budget = within(values, 'budget', DEFAULT_SETTINGS.budget, MOST_BUDGET)
  await refuseFile(out)

  const start = performance.now()
  const progress = terminalProgress(locale)
  // The runs begin when the temporary folder is gone: they take minutes, and a person may stop them at any moment.
  const region = await withDataFolder(values, async data =>
    collectForPower(await readRun(data, input, progress)),
  )
  const onRun = (done: number, all: number) =>
    progress.report('progress.power', say(locale, 'power.runs', { done, all }), done, all)
  const result = measureRegionPower(region, { seeds, budget, onRun })
  progress.finish()
  const paths = [join(out, 'power.html'), join(out, 'power.json')]
  await writeTogether(out, paths, [renderPower(result, locale), serialisePower(result)])
  console.log(printPower(result, locale))
  for (const path of paths) console.log(`  ${path}`)
  console.log(say(locale, 'command.done', { seconds: (performance.now() - start) / 1000 }))
}

function within(values: CommandInput['values'], option: string, usual: number, most: number): number {
  const given = values[option]
  const number = Number(given ?? usual)
  if (given !== undefined && (number < 1 || number > most))
    throw new ProblemError({ code: 'option-value', params: { option, given, allowed: `1…${most}` } })
  return number
}

/** Said before the long work and not after it. */
async function refuseFile(out: string): Promise<void> {
  const found = await stat(out).catch(() => null)
  if (found !== null && !found.isDirectory()) throw notWritable(out, 'EEXIST')
}

/** Whole files only: earlier ones stay as they were until the new ones are complete. */
async function writeTogether(out: string, paths: readonly string[], texts: readonly string[]): Promise<void> {
  const run = randomUUID()
  const unfinished = paths.map((_, k) => join(out, `.power-${k}.${run}.tmp`))
  try {
    await mkdir(out, { recursive: true })
    for (const [k, path] of unfinished.entries()) await writeFile(path, texts[k])
    for (const [k, path] of unfinished.entries()) await rename(path, paths[k])
  } catch (error) {
    for (const path of unfinished) await rm(path, { force: true }).catch(() => {})
    const { code, syscall } = error as NodeJS.ErrnoException
    throw syscall && code ? notWritable(out, code) : error
  }
}

function notWritable(out: string, reason: string): ProblemError {
  return new ProblemError({ code: 'out-not-writable', params: { reason }, place: { file: out } })
}
