import { setTimeout as sleep } from 'node:timers/promises'

const BREATH = 50

/**
 * Between two parts of long work in the database. The embedded one works in this very process, which takes no request up
 * while one statement follows the other: without a pause all the others wait for the last part.
 */
export async function breathe(): Promise<void> {
  await sleep(BREATH)
}
