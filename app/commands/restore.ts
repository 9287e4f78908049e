import { resolve } from 'node:path'
import { closeDoors } from '../features/accounts/index.ts'
import { say } from '../messages/format.ts'
import { programVersion, readConfiguration, restoreBackup } from '../platform/operation/index.ts'
import { ProblemError } from '../platform/problem.ts'
import { type Command, required } from './parse-options.ts'
import { terminalProgress } from './terminal-progress.ts'

/**
 * Not brought back: a session or a link that was ended after the backup must not open the door again. People sign in
 * anew; their passwords and second factors are as they were. Tokens and invitations come back ended, for the log.
 */
const FORGOTTEN = ['auth.session', 'auth.verification', 'auth.one_time_link']

/** `objektiv restore FILE`: a backup into a new folder, and into an empty database where DATABASE_URL names one. */
export const restore: Command = {
  options: { data: 'text' },
  async run({ files, values, locale }) {
    const [file] = files
    if (file === undefined) throw new ProblemError({ code: 'backup-unnamed' })
    const data = required(values, 'data')
    const { databaseUrl, appDatabaseUrl } = readConfiguration(process.env)
    const progress = terminalProgress(locale)
    const now = new Date()
    let closed: Awaited<ReturnType<typeof closeDoors>> = { tokens: 0, invitations: 0 }
    try {
      const { tables, createdAt } = await restoreBackup(resolve(file), {
        ...{ root: resolve(data), databaseUrl, appDatabaseUrl, env: process.env },
        ...{ programVersion, now, progress, forget: FORGOTTEN },
        settle: async (database, { createdAt }) => {
          closed = await closeDoors(database, { now, madeAt: createdAt })
        },
      })
      progress.finish()
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const made = `${createdAt.slice(0, 16).replace('T', ' ')} UTC`
      console.log(say(locale, 'command.restore-done', { data, rows, made }))
      if (closed.tokens + closed.invitations > 0)
        console.log(say(locale, 'command.restore-closed', { ...closed }))
    } finally {
      progress.finish()
    }
  },
}
