import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '../../platform/problem.ts'
import type { Progress } from '../../platform/progress.ts'

const CLI = join(import.meta.dirname, '../../cli.ts')
/** While it is written a backup has this at its end. */
const UNFINISHED = '.part'
const LONGEST_TEXT = 2000

export interface BackupFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly createdAt: Date
}

export interface BackupMakerOptions {
  /** Root of the data folder, as the command knows it. */
  readonly dataFolder: string
  /** Where the backups go. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock?: () => Date
}

/**
 * Makes backups, each in a process of its own: the command `objektiv backup`, which asks this service for a
 * snapshot as it would when typed by hand. People go on working meanwhile.
 */
export class BackupMaker {
  private readonly options: BackupMakerOptions

  constructor(options: BackupMakerOptions) {
    this.options = options
  }

  pathOf(name: string): string {
    return join(this.options.folder, name)
  }

  async list(): Promise<BackupFile[]> {
    const names = await readdir(this.options.folder).catch(() => [])
    const files = await Promise.all(
      names
        .filter(name => name.endsWith('.tar.gz'))
        .map(async name => ({ name, facts: await stat(this.pathOf(name)).catch(() => null) })),
    )
    return files
      .flatMap(({ name, facts }) => (facts ? [{ name, size: facts.size, createdAt: facts.mtime }] : []))
      .sort((a, b) => (a.name < b.name ? 1 : -1))
  }

  /** Makes one. Throws ProblemError `backup-failed` with the words of the command, or the reason of `signal`. */
  async make(signal: AbortSignal, progress: Progress): Promise<BackupFile> {
    try {
      const { folder, dataFolder, env, clock = () => new Date() } = this.options
      const name = `objektiv-${clock().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}.tar.gz`
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Killed outright: the command has nothing to put in order but its half-made file, which goes below.
      const child = spawn(process.execPath, [CLI, 'backup', this.pathOf(name), '--data', dataFolder], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        signal,
        killSignal: 'SIGKILL',
      })
      let said = ''
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-LONGEST_TEXT)
      })
      child.on('message', message => {
        const { stage, detail, done, total } = message as Step
        progress.report(stage, detail, done, total)
      })
      // Of a command that was killed the code says enough.
      child.on('error', () => {})
      const [code] = (await once(child, 'close')) as [number | null]
      signal.throwIfAborted()
      if (code !== 0) throw new ProblemError({ code: 'backup-failed', params: { reason: reasonIn(said) } })
      const { size, mtime } = await stat(this.pathOf(name))
      return { name, size, createdAt: mtime }
    } finally {
      await this.discardUnfinished()
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true })
  }

  /** Clears away what was left half-made. */
  async discardUnfinished(): Promise<void> {
    for (const name of await readdir(this.options.folder).catch(() => []))
      if (name.endsWith(UNFINISHED)) await rm(this.pathOf(name), { force: true })
  }
}

interface Step {
  readonly stage: string
  readonly detail: string
  readonly done: number
  readonly total: number | null
}

/** The command words its problems itself; what stands before the first is no part of them. */
function reasonIn(said: string): string {
  return (said.includes('✖') ? said.slice(said.indexOf('✖') + 1) : said).trim()
}
