import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '../../messages/format.ts'
import { ProblemError } from '../../platform/problem.ts'

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
 * Makes backups one at a time, each in a process of its own: the command `objektiv backup`, which asks this service for a
 * snapshot as it would when typed by hand. People go on working meanwhile.
 */
export class BackupMaker {
  private readonly options: BackupMakerOptions
  /** Set before anything is waited for, so that of two asked at one moment one is refused. */
  private making: { readonly since: Date; readonly name: string; child: ChildProcess | null } | null = null
  private lastFailure: { readonly at: Date; readonly text: string } | null = null

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

  /** What is being made now, null when nothing is. */
  async current(): Promise<{ since: Date; size: number } | null> {
    if (!this.making) return null
    const { since, name } = this.making
    const facts = await stat(`${this.pathOf(name)}${UNFINISHED}`).catch(() => null)
    return { since, size: facts?.size ?? 0 }
  }

  failure(): { at: Date; text: string } | null {
    return this.lastFailure
  }

  /** Throws ProblemError `backup-running`. */
  async start(locale: Locale): Promise<void> {
    if (this.making) throw new ProblemError({ code: 'backup-running' })
    const { folder, dataFolder, env, clock = () => new Date() } = this.options
    const since = clock()
    const name = `objektiv-${since.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}.tar.gz`
    const words = [CLI, 'backup', this.pathOf(name), '--data', dataFolder, '--lang', locale]
    const making = { since, name, child: null as ChildProcess | null }
    this.making = making
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
    } catch (error) {
      this.making = null
      throw error
    }
    const child = spawn(process.execPath, words, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    making.child = child
    this.lastFailure = null
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LONGEST_TEXT)
    })
    child.once('error', error => this.ended(since, error.message))
    child.once('close', code => this.ended(since, code === 0 ? null : said))
  }

  private ended(since: Date, said: string | null): void {
    if (this.making?.since !== since) return
    this.making = null
    if (said === null) return
    // The command words its problems itself; what stands before the first is its progress.
    const text = said.includes('✖') ? said.slice(said.indexOf('✖')) : said
    this.lastFailure = { at: this.options.clock?.() ?? new Date(), text: text.trim() }
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true })
  }

  /** Clears away what a service that was killed left half-made. */
  async discardUnfinished(): Promise<void> {
    for (const name of await readdir(this.options.folder).catch(() => []))
      if (name.endsWith(UNFINISHED)) await rm(this.pathOf(name), { force: true })
  }

  /** The service stops: so does the backup, and leaves nothing. */
  async stop(): Promise<void> {
    const { child } = this.making ?? {}
    if (!child) return
    const ended = new Promise(resolve => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
    await this.discardUnfinished()
  }
}
