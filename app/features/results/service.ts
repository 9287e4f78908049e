import { mkdir } from 'node:fs/promises'
import type { Database, Tx } from '../../platform/database/index.ts'
import type { NamePeople } from '../territory/index.ts'
import { incomingFolder } from './import/incoming.ts'
import { openStore, type Store } from './store/open-store.ts'

export interface ResultsOptions {
  readonly database: Database
  readonly dataFolder: string
  readonly clock: () => Date
  /** Time zone of the installation: the day on which a file came is a local one. */
  readonly timeZone: string
  readonly namePeople: NamePeople
  /** Told in the transaction of an undo: what was concluded from the batch must say so. */
  readonly onBatchUndone: (tx: Tx, batchId: number) => Promise<void>
  /** Told when works have been read and again when they begin to count, so that others may get ready for what comes next. */
  readonly onWorks?: (works: number) => void
  /** A backup is copying: what it may name is not removed now. */
  readonly removalsHeld?: () => boolean
}

/** The room as the service runs it: its folders beside what it was given. */
export interface ResultsService extends Required<ResultsOptions> {
  readonly store: Store
  readonly incoming: string
}

/** Opens the folders of the room inside the data folder. */
export async function openResultsStore(options: ResultsOptions): Promise<ResultsService> {
  const incoming = incomingFolder(options.dataFolder)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const store = await openStore(options.dataFolder, { now: options.clock() })
  return { removalsHeld: () => false, onWorks: () => {}, ...options, store, incoming }
}
