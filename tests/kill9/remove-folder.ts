import { existsSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Removes the folder of a test whose services were killed. A backup that outlived one may be clearing up beside: what it
 * removes first ends a forced removal half-way without a word, what it writes last makes a folder not empty.
 *
 * @throws what stands in the way after ten seconds
 */
export async function removeFolder(folder: string): Promise<void> {
  for (let tries = 1; existsSync(folder); tries++) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (tries === 100) throw error
    }
    await sleep(100)
    if (tries === 100 && existsSync(folder)) throw new Error(`${folder} is being written to`)
  }
}
