import { chmod, mkdir } from 'node:fs/promises'
import type { DataFolder } from './data-folder.ts'

/** One step between two formats of the data folder. Repeatable: a step that was cut off is done again from its start. */
export interface FormatStep {
  readonly from: number
  readonly run: (folder: DataFolder) => Promise<void>
}

/**
 * Format 0 is the folder of the command before there was a service: `batches` and nothing else. Format 1 is the folder
 * of an installation. The batches stay where they are, so that `objektiv batches` and `undo` go on as before; what is
 * new is that nobody but the service may look in (results of pupils, secrets).
 */
const closeTheFolder: FormatStep = {
  from: 0,
  async run(folder) {
    // A mounted volume may belong to somebody else; `objektiv doctor` then says what is open to others.
    await chmod(folder.root, 0o700).catch(() => {})
    await mkdir(folder.run, { recursive: true, mode: 0o700 })
  },
}

/** Format 2 gives the installation a number of its own, which its database bears too; prepareDataFolder writes it. */
const numberTheInstallation: FormatStep = { from: 1, run: async () => {} }

/** Every step ever, oldest first: the way of any older folder to this version. */
export const FORMAT_STEPS: readonly FormatStep[] = [closeTheFolder, numberTheInstallation]

/** The format this version of the program writes. */
export const FOLDER_FORMAT = FORMAT_STEPS.length
