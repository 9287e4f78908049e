import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Locale, say } from '../../messages/format.ts'
import { type MadePortrait, renderInThreads } from './archive/render-threads.ts'
import type { PortraitContext } from './context.ts'
import type { PortraitFormat } from './formats.ts'
import { safeName } from './names.ts'
import type { PortraitLevel, PortraitRequest } from './types.ts'

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

/** Nobody replies to a command, and nobody calls it off but by ending it. */
const NOBODY = { schools: new Map(), territories: null }
const NO_REPLIES = { school: NOBODY, territory: NOBODY }

/**
 * Writes portraits into a folder, made where it is missing, and manifest.json last: a folder with a manifest is whole. They are
 * made by the threads of the archives, elsewhere in the folder, and each appears when it is complete. Throws where the disk
 * refuses.
 */
export async function writePortraits(asked: PortraitsToWrite): Promise<readonly WrittenPortrait[]> {
  const { context, requests, formats, folder, locale, onPortrait } = asked
  const names = namesOf(asked)
  const written: WrittenPortrait[][] = []
  const parts = join(folder, `.portraits.${randomUUID()}.tmp`)
  let done = 0
  try {
    await mkdir(parts, { recursive: true })
    onPortrait?.(done, requests.length)
    await renderInThreads(
      { run: context.run, replies: NO_REPLIES, locale, folder: parts },
      requests.map((request, unit) => ({ unit, request, formats })),
      new AbortController().signal,
      async ({ unit, made }) => {
        written[unit] = await place(made, parts, join(folder, names[unit]), asked, requests[unit])
        onPortrait?.(++done, requests.length)
      },
    )
    const files = written.flat()
    await writeFile(join(parts, 'manifest'), manifestOf(asked, files))
    await rename(join(parts, 'manifest'), join(folder, 'manifest.json'))
    return files
  } finally {
    await rm(parts, { recursive: true, force: true })
  }
}

/** Gives the forms of a portrait their names. Two portraits of the same bytes lie under one hash, so files are copied. */
async function place(
  made: readonly MadePortrait[],
  parts: string,
  path: string,
  { context }: PortraitsToWrite,
  request: PortraitRequest,
): Promise<WrittenPortrait[]> {
  const { level } = request
  const title = titleOf(context, request)
  const unit = level === 'school' ? request.unit : title
  const written: WrittenPortrait[] = []
  for (const { format, rows, hash, bytes } of made) {
    const name = `${path}.${format}`
    const unfinished = join(parts, `${hash}.${randomUUID()}`)
    await copyFile(join(parts, hash), unfinished)
    await rename(unfinished, name)
    written.push({ file: basename(name), level, unit, title, rows, sha256: hash, bytes })
  }
  return written
}

function titleOf({ run, byLogin }: PortraitContext, { level, unit }: PortraitRequest): string {
  if (level === 'region') return run.region
  return level === 'school' ? (byLogin.get(unit)?.school.name ?? unit) : unit
}

/** Schools of one name are told apart by their logins, which stand first so that a folder is in their order. */
function namesOf({ context, requests, locale }: PortraitsToWrite): readonly string[] {
  const taken = new Set<string>()
  return requests.map(request => {
    const { level, unit } = request
    const title = `${say(locale, `portrait.kind.${level}`)} — ${titleOf(context, request)}`
    const name = safeName(level === 'school' ? `${unit} ${title}` : title)
    for (let i = 1; ; i++) {
      const free = i === 1 ? name : `${name} (${i})`
      // Folders of Windows and macOS do not tell large letters from small ones.
      const key = free.toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return free
    }
  })
}

/** What was written and from what: with it anyone can see whether a file is the one that was made, and make it again. */
function manifestOf(
  { context, requests, locale }: PortraitsToWrite,
  files: readonly WrittenPortrait[],
): string {
  const { record, region } = context.run
  const [first] = requests
  const manifest = {
    ...{ run: record, region, locale },
    ...(first ? { template: first.template, date: first.date, notableOnly: first.notableOnly } : {}),
    portraits: requests.length,
    files,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
