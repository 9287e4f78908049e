import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '../../../platform/database/index.ts'
import type { StoredObject } from '../../../platform/files/index.ts'
import { XLSX } from '../../../platform/http/index.ts'
import { attachMadeFile, listAttached } from '../../files/index.ts'
import type { ScreeningService } from '../service.ts'

/** What the command writes beside one another. */
const OUTPUTS = [
  { name: 'report.html', mediaType: 'text/html; charset=utf-8' },
  { name: 'signals.xlsx', mediaType: XLSX },
  { name: 'signals.json', mediaType: 'application/json' },
] as const

const SUBJECT = 'screening_run'

export async function hasOutputs(tx: Tx, run: number): Promise<boolean> {
  return (await listOutputs(tx, run)).length > 0
}

/** Files of a run, for those who may start one: they name every school of the region. */
export function listOutputs(tx: Tx, run: number) {
  return listAttached(tx, SUBJECT, String(run))
}

/** Keeps the outputs of the command with the run, among the files of the installation, which every backup holds. */
export async function keepOutputs(
  { files }: Pick<ScreeningService, 'files'>,
  transact: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  run: { readonly id: number; readonly unitId: number },
  folder: string,
): Promise<void> {
  const kept: ((typeof OUTPUTS)[number] & { readonly object: StoredObject })[] = []
  for (const output of OUTPUTS)
    kept.push({ ...output, object: await files.put(createReadStream(join(folder, output.name))) })
  await transact(async tx => {
    if (await hasOutputs(tx, run.id)) return
    for (const { name, mediaType, object } of kept)
      await attachMadeFile(
        tx,
        files,
        object,
        { unitId: run.unitId, name, mediaType },
        { subject: SUBJECT, subjectId: String(run.id), access: 'run.start' },
      )
  })
}
