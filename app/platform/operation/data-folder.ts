import { join } from 'node:path'

/** Where things lie in the data folder of an installation. One definition, so that a backup forgets nothing. */
export interface DataFolder {
  readonly root: string
  /** The embedded database; absent where DATABASE_URL names a server. */
  readonly database: string
  /** Contents of attached files by hash; absent where a bucket keeps them. */
  readonly files: string
  /** Batches of results (format 0 had nothing else). */
  readonly batches: string
  /** Letters written as files where no mail server is set. */
  readonly letters: string
  /** Backups made from the page of the administrator. */
  readonly backups: string
  /** What lives no longer than a process: copies being backed up, the control socket. */
  readonly run: string
  readonly secrets: string
  readonly installation: string
  readonly lock: string
  /** Who holds the lock, in words. */
  readonly holder: string
  /** A restore at work; where it stands without a process, the restore was cut off. */
  readonly restoring: string
}

export function dataFolder(root: string): DataFolder {
  const at = (name: string) => join(root, name)
  return {
    root,
    database: at('database'),
    files: at('files'),
    batches: at('batches'),
    letters: at('letters'),
    backups: at('backups'),
    run: at('run'),
    secrets: at('secrets.json'),
    installation: at('installation.json'),
    lock: at('lock'),
    holder: at('lock.json'),
    restoring: at('.restoring'),
  }
}
