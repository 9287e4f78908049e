import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '../../messages/format.ts'
import type { PortraitContext } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { safeName } from './names.ts'
import type { PortraitFormat } from './tables.ts'
import type { PortraitLevel, PortraitRequest } from './types.ts'
import { rowsOf, writePortrait } from './write-portrait.ts'

/** A portrait that was written: a line of the manifest. */
export interface WrittenPortrait {
  readonly file: string
  readonly level: PortraitLevel
  /** Login of a school, name of a municipality or the region. */
  readonly unit: string
  readonly title: string
  /** Rows of all tables of the report, those behind its figures too. */
  readonly rows: number
  readonly sha256: string
  readonly bytes: number
}

export interface PortraitsToWrite {
  readonly context: PortraitContext
  readonly requests: readonly PortraitRequest[]
  readonly formats: readonly PortraitFormat[]
  readonly folder: string
  readonly locale: Locale
  readonly onPortrait?: (done: number, all: number) => void
}

/**
 * Writes portraits into a folder, made where it is missing, and manifest.json last: a folder with a manifest is whole. Each
 * file appears when it is complete. Throws where the disk refuses.
 */
export async function writePortraits(asked: PortraitsToWrite): Promise<readonly WrittenPortrait[]> {
  const { context, requests, formats, folder, locale, onPortrait } = asked
  await mkdir(folder, { recursive: true })
  const taken = new Set<string>()
  const written: WrittenPortrait[] = []
  for (const [done, request] of requests.entries()) {
    onPortrait?.(done, requests.length)
    const report = makePortrait(context, request, locale)
    if (report === null) throw new Error(`No portrait of «${request.unit}»: the run does not know it`)
    const name = freeName(nameOf(request, `${report.kind} — ${report.title}`), taken)
    const { level } = request
    const unit = level === 'region' ? context.run.region : request.unit
    for (const format of formats) {
      const file = `${name}.${format}`
      const { sha256, bytes } = await writeWhole(join(folder, file), path =>
        writePortrait(path, report, format),
      )
      written.push({ file, level, unit, title: report.title, rows: rowsOf(report), sha256, bytes })
    }
  }
  onPortrait?.(requests.length, requests.length)
  await writeWhole(join(folder, 'manifest.json'), path => writeFile(path, manifestOf(asked, written)))
  return written
}

/** Schools of one name are told apart by their logins, which stand first so that a folder is in their order. */
function nameOf({ level, unit }: PortraitRequest, title: string): string {
  return safeName(level === 'school' ? `${unit} ${title}` : title)
}

function freeName(name: string, taken: Set<string>): string {
  for (let i = 1; ; i++) {
    const free = i === 1 ? name : `${name} (${i})`
    // Folders of Windows and macOS do not tell large letters from small ones.
    const key = free.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return free
  }
}

async function writeWhole(path: string, write: (path: string) => Promise<void>) {
  const unfinished = `${path}.${randomUUID()}.tmp`
  try {
    await write(unfinished)
    const content = await readFile(unfinished)
    await rename(unfinished, path)
    return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** What was written and from what: with it anyone can see whether a file is the one that was made, and make it again. */
function manifestOf(
  { context, requests, locale }: PortraitsToWrite,
  files: readonly WrittenPortrait[],
): string {
  const { record, region } = context.run
  const [{ template, date, notableOnly }] = requests
  const manifest = {
    run: record,
    region,
    template,
    date,
    notableOnly,
    locale,
    portraits: requests.length,
    files,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
