import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '../../../platform/database/index.ts'
import type { ObjectStore, StoredObject } from '../../../platform/files/index.ts'
import { XLSX } from '../../../platform/http/index.ts'
import { attachMadeFile, listAttached } from '../../files/index.ts'
import { OUTPUT_NAMES } from '../contract.ts'

export type OutputName = (typeof OUTPUT_NAMES)[number]

export const OUTPUT_TYPES: Readonly<Record<OutputName, string>> = {
  'report.html': 'text/html; charset=utf-8',
  'signals.xlsx': XLSX,
  'signals.json': 'application/json',
}

/** Its files hold places open for replies (reply-slots.ts): they are handed out by this room alone. */
export const OUTPUTS_OF_RUN = 'screening_run'

/** Files of a run, for those who may start one: they name every school of the region. */
export function listOutputs(tx: Tx, run: number) {
  return listAttached(tx, OUTPUTS_OF_RUN, String(run))
}

/** The content of one output, put among the files of the installation, which every backup holds. */
export interface PutOutput {
  readonly name: OutputName
  readonly object: StoredObject
}

/** @param folder where the thread wrote them */
export async function putOutputs(files: ObjectStore, folder: string): Promise<PutOutput[]> {
  const put: PutOutput[] = []
  for (const name of OUTPUT_NAMES)
    put.push({ name, object: await files.put(createReadStream(join(folder, name))) })
  return put
}

/** Gives the run its outputs, in the transaction that writes its rows. */
export async function attachOutputs(
  tx: Tx,
  files: ObjectStore,
  run: { readonly id: number; readonly unitId: number },
  outputs: readonly PutOutput[],
): Promise<void> {
  for (const { name, object } of outputs)
    await attachMadeFile(
      tx,
      files,
      object,
      { unitId: run.unitId, name, mediaType: OUTPUT_TYPES[name] },
      { subject: OUTPUTS_OF_RUN, subjectId: String(run.id), access: 'run.start' },
    )
}
