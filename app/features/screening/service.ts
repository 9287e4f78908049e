import type { Database, Tx } from '../../platform/database/index.ts'
import type { ObjectStore } from '../../platform/files/index.ts'
import type { AcceptedBatch, Store } from '../results/index.ts'
import type { NamePeople } from '../territory/index.ts'
import type { SignalsOfRun } from './signals-port.ts'

/** What the room needs of the house to run screenings as the service does. */
export interface ScreeningService extends SignalsOfRun {
  readonly database: Database
  /** Where the works of batches lie. */
  readonly results: Store
  /** Where the outputs of a run are kept. */
  readonly files: ObjectStore
  readonly clock: () => Date
  /** In which the days of terms are counted; that of this machine when absent. */
  readonly timeZone?: string | undefined
  readonly namePeople: NamePeople
  /** What is to be done about every run of a batch that was undone, and about its signals. */
  onBatchUndone(tx: Tx, batchId: number): Promise<void>
  acceptedBatches(
    tx: Tx,
    which: { readonly campaignId?: number; readonly ids?: readonly number[] },
  ): Promise<AcceptedBatch[]>
}
