import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '../../../platform/database/index.ts'
import type { StoredObject } from '../../../platform/files/index.ts'
import { XLSX } from '../../../platform/http/index.ts'
import { attachMadeFile, listAttached } from '../../files/index.ts'
import { OUTPUT_NAMES } from '../contract.ts'
import type { ScreeningService } from '../service.ts'

export type OutputName = (typeof OUTPUT_NAMES)[number]

export const OUTPUT_TYPES: Readonly<Record<OutputName, string>> = {
  'report.html': 'text/html; charset=utf-8',
  'signals.xlsx': XLSX,
  'signals.json': 'application/json',
}

/** Its files hold places open for replies (reply-slots.ts): they are handed out by this room alone. */
export const OUTPUTS_OF_RUN = 'screening_run'

export async function hasOutputs(tx: Tx, run: number): Promise<boolean> {
  return (await listOutputs(tx, run)).length > 0
}

/** Files of a run, for those who may start one: they name every school of the region. */
export function listOutputs(tx: Tx, run: number) {
  return listAttached(tx, OUTPUTS_OF_RUN, String(run))
}

/** Keeps the outputs of the command with the run, among the files of the installation, which every backup holds. */
export async function keepOutputs(
  { files }: Pick<ScreeningService, 'files'>,
  transact: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  run: { readonly id: number; readonly unitId: number },
  folder: string,
): Promise<void> {
  const kept: { readonly name: OutputName; readonly object: StoredObject }[] = []
  for (const name of OUTPUT_NAMES)
    kept.push({ name, object: await files.put(createReadStream(join(folder, name))) })
  await transact(async tx => {
    if (await hasOutputs(tx, run.id)) return
    for (const { name, object } of kept)
      await attachMadeFile(
        tx,
        files,
        object,
        { unitId: run.unitId, name, mediaType: OUTPUT_TYPES[name] },
        { subject: OUTPUTS_OF_RUN, subjectId: String(run.id), access: 'run.start' },
      )
  })
}
