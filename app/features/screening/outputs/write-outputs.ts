import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '../../../messages/format.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Screening } from '../types.ts'
import type { ReplyOf } from './reply-slots.ts'
import { serialiseSignals } from './serialise-signals.ts'
import { toSignalsJson } from './to-signals-json.ts'
import { writeSignalsXlsx } from './write-signals-xlsx.ts'

/** Where the three views of a screening were written. */
export interface OutputPaths {
  readonly report: string
  readonly signals: string
  readonly json: string
}

/**
 * Writes report.html, signals.xlsx and signals.json into the folder, made where it is missing. They appear together
 * when all three are complete; when anything fails, earlier outputs stay as they were and nothing new is left. Throws
 * a ProblemError `out-not-writable` where the folder is a file or the disk refuses.
 *
 * @param replyOf where replies are known; the command, to which nobody can reply, says that it knows none
 */
export async function writeOutputs(
  screening: Screening,
  folder: string,
  locale: Locale,
  renderHtml: (screening: Screening, locale: Locale, replyOf?: ReplyOf) => string,
  replyOf?: ReplyOf,
): Promise<OutputPaths> {
  const paths = {
    report: join(folder, 'report.html'),
    signals: join(folder, 'signals.xlsx'),
    json: join(folder, 'signals.json'),
  }
  const run = randomUUID()
  const unfinished = {
    report: join(folder, `.report.${run}.tmp`),
    signals: join(folder, `.signals.${run}.tmp`),
    json: join(folder, `.json.${run}.tmp`),
  }
  let made: string | undefined
  try {
    made = await mkdir(folder, { recursive: true })
    await writeFile(unfinished.report, renderHtml(screening, locale, replyOf))
    await writeSignalsXlsx(screening, unfinished.signals, locale, replyOf)
    await writeFile(unfinished.json, serialiseSignals(toSignalsJson(screening, locale, replyOf)))
    for (const path of Object.values(paths)) await refuseFolder(path)
    // The spreadsheet first: on Windows one that is open in Excel cannot be replaced, and then nothing is.
    for (const kind of ['signals', 'report', 'json'] as const) await rename(unfinished[kind], paths[kind])
    return paths
  } catch (error) {
    for (const path of Object.values(unfinished)) await rm(path, { force: true }).catch(() => {})
    if (made !== undefined) await rmdir(folder).catch(() => {})
    throw asProblem(error, folder)
  }
}

/** A folder under the name of an output would be found only after another output has been replaced. */
async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', syscall: 'rename' })
}

function asProblem(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  const disk =
    error instanceof ProblemError ? error.problems.find(({ code }) => code === 'file-not-writable') : null
  const reason = disk?.params?.reason ?? (syscall ? code : undefined)
  if (reason === undefined) return error
  return new ProblemError({ code: 'out-not-writable', params: { reason }, place: { file: folder } })
}
