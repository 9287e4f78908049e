import { z } from 'zod'
import { type Database, tendDatabase } from '../database/index.ts'
import type { Schedule } from './job.ts'

/** Soon after much was written, whoever wrote it; cheap where nothing was. */
const OFTEN = 5
const A_DAY = 24 * 60

/** What the embedded database needs done from time to time; none where a server does it by itself. */
export function tendSchedules(database: Database): Schedule[] {
  if (database.kind === 'server') return []
  return [tending(database, 'grown', OFTEN), tending(database, 'all', A_DAY)]
}

function tending(database: Database, which: 'grown' | 'all', everyMinutes: number): Schedule {
  return {
    job: {
      kind: `database.tend-${which}`,
      internal: true,
      params: z.unknown(),
      async run() {
        await tendDatabase(database, which)
        return undefined
      },
    },
    params: {},
    everyMinutes,
  }
}
