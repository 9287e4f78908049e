import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { say } from '../messages/format.ts'
import {
  dataFolder,
  openSource,
  programVersion,
  readConfiguration,
  writeBackup,
} from '../platform/operation/index.ts'
import { ProblemError } from '../platform/problem.ts'
import { parentProgress } from './parent-progress.ts'
import { type Command, required } from './parse-options.ts'
import { terminalProgress } from './terminal-progress.ts'

/** `objektiv backup FILE`: the whole installation in one file, while the service runs or while it does not. */
export const backup: Command = {
  options: { data: 'text' },
  async run({ files, values, locale }) {
    const [file] = files
    if (file === undefined) throw new ProblemError({ code: 'backup-unnamed' })
    if (existsSync(file)) throw new ProblemError({ code: 'backup-exists', place: { file } })
    const started = performance.now()
    const parent = parentProgress()
    const { databaseUrl } = readConfiguration(process.env)
    const now = new Date()
    const source = await openSource({
      folder: dataFolder(resolve(required(values, 'data'))),
      ...{ databaseUrl, env: process.env, programVersion, now, forService: parent !== null },
    })
    const progress = parent ?? terminalProgress(locale)
    try {
      const { tables, files: attached } = await writeBackup(resolve(file), source, { now, progress })
      progress.finish()
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const seconds = (performance.now() - started) / 1000
      console.log(say(locale, 'command.backup-done', { file, rows, files: attached, seconds }))
    } finally {
      progress.finish()
      await source.close()
    }
  },
}
