import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { inject } from 'vitest'
import { lockFile } from '../lock-file.ts'

/** How often a file of tests looks whether another has made what both want, ms. */
const LOOK = 100

/**
 * What `make` gives, made once in a whole run by whichever test file wants it first; each of them has a copy of its
 * own. For what takes seconds and is the same every time: plain data, with maps and arrays of numbers.
 */
export async function oncePerRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const path = join(inject('sharedFolder'), name)
  for (;;) {
    if (existsSync(path)) return deserialize(readFileSync(path)) as T
    const lock = lockFile(`${path}.lock`)
    if (lock === null) {
      await sleep(LOOK)
      continue
    }
    try {
      if (existsSync(path)) continue
      writeFileSync(`${path}.new`, serialize(await make()))
      renameSync(`${path}.new`, path)
    } finally {
      lock.release()
    }
  }
}
