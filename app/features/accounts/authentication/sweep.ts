import type { Database } from '../../../platform/database/index.ts'
import { IDLE_HOURS } from './session-rules.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/**
 * Clears away what time has made void: sessions that are over, codes, counted failures, old links. Once a day is enough:
 * nothing here is believed after its time, swept or not.
 */
export async function sweepAccounts(database: Database, now = new Date()): Promise<void> {
  await database.asSystem('system:sweep', async tx => {
    await tx
      .deleteFrom('auth.session')
      .where(({ or, eb }) =>
        or([eb('expires_at', '<', now), eb('updated_at', '<', new Date(now.getTime() - IDLE_HOURS * HOUR))]),
      )
      .execute()
    const yesterday = new Date(now.getTime() - DAY)
    await tx.deleteFrom('auth.verification').where('expires_at', '<', now).execute()
    await tx.deleteFrom('auth.used_code').where('used_at', '<', yesterday).execute()
    await tx.deleteFrom('auth.attempt').where('last_at', '<', yesterday).execute()
    await tx
      .deleteFrom('auth.one_time_link')
      .where('expires_at', '<', new Date(now.getTime() - 30 * DAY))
      .execute()
  })
}
