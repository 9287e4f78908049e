import type { Selectable } from 'kysely'
import { executePrepared, type Schema, type Tx } from '../../../platform/database/index.ts'
import { listAttachedToAll, type StoredFile } from '../../files/index.ts'

export interface SignalStep extends Selectable<Schema['signal_step']> {
  readonly files: readonly StoredFile[]
}

/** The timeline of a signal, oldest first, with what is attached to it. */
export async function readSteps(tx: Tx, signalId: number): Promise<SignalStep[]> {
  const steps = await executePrepared(
    tx,
    tx.selectFrom('signal_step').selectAll().where('signal_id', '=', signalId).orderBy('id'),
  )
  const files = await listAttachedToAll(
    tx,
    'signal_step',
    steps.map(({ id }) => String(id)),
  )
  return steps.map(step => ({ ...step, files: files.get(String(step.id)) ?? [] }))
}
