import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ownFolderPrefix, sweepDeadFolders } from '../files/temporary-folders.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What is made once for a whole run and read by several test files (see once-per-run.ts). */
    sharedFolder: string
  }
}

/** Browsers leave a socket or a crash record behind now and then, and clear it up themselves. */
const NOT_OURS = /^(\.?org\.chromium|\.?com\.google|playwright|node-compile-cache)/

/**
 * One temporary folder for a whole run, in which all the others are made: by tests, by the program under test, by
 * browsers and database servers. It goes with the run, or at the start of the next one where a run was killed; a test
 * that leaves something behind is found out.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  await sweepDeadFolders()
  const before = process.env.TMPDIR
  const folder = mkdtempSync(join(tmpdir(), ownFolderPrefix()))
  // The database server runs as a user of its own, who must get through to its folder.
  chmodSync(folder, 0o711)
  const shared = join(folder, 'shared')
  mkdirSync(shared)
  project.provide('sharedFolder', shared)
  project.onTestsRerun(() => {
    for (const name of readdirSync(shared)) rmSync(join(shared, name), { recursive: true })
  })
  process.env.TMPDIR = folder
  // Compiled once, not by each of the workers and of the processes they start: half of their time otherwise.
  const compiled = join(folder, 'compiled')
  process.env.NODE_COMPILE_CACHE ??= compiled
  let cancelled = false
  project.vitest.onCancel(() => {
    cancelled = true
  })

  return () => {
    if (process.env.NODE_COMPILE_CACHE === compiled) delete process.env.NODE_COMPILE_CACHE
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    const left = readdirSync(folder).filter(
      name => name !== 'shared' && name !== 'compiled' && !NOT_OURS.test(name),
    )
    const paths = left.flatMap(name => [name, ...inside(join(folder, name))]).slice(0, 20)
    rmSync(folder, { recursive: true, force: true })
    if (left.length > 0 && !cancelled)
      throw new Error(`tests left behind in the temporary folder: ${paths.join(', ')}`)
  }
}

/** What lies in a folder tells whose it was. */
function inside(path: string): string[] {
  return statSync(path).isDirectory() ? (readdirSync(path, { recursive: true }) as string[]) : []
}
