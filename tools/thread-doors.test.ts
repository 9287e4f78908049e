import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrowsOf } from './check-arrows.ts'

const ROOT = join(import.meta.dirname, '..')

/**
 * A thread loads its modules anew. Entered through the doors of the server, a screening loaded two thousand of them:
 * a second before it began, and tens of megabytes for pages that it never answers.
 */
describe('threads', () => {
  it.each([
    'app/features/screening/runs/screening-worker.ts',
    'app/features/screening/detection/set-worker.ts',
    'app/features/results/import/read-worker.ts',
    'app/features/portraits/archive/render-worker.ts',
    'app/features/plans/files/read-plan-worker.ts',
  ])('%s loads neither the web server nor the database', entry => {
    const packages = packagesOf(entry)
    expect(
      [...packages].filter(name => /^(fastify|@fastify\/|kysely|pg$|better-auth|zod)/.test(name)),
    ).toEqual([])
  })
})

/** Packages that a file loads at run time, itself or through others of the app. */
function packagesOf(entry: string): Set<string> {
  const seen = new Set<string>()
  const packages = new Set<string>()
  const waiting = [entry]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const code = stripTypeScriptTypes(readFileSync(join(ROOT, file), 'utf8'))
    for (const { to } of arrowsOf(file, code))
      if (to.startsWith('app/')) waiting.push(to)
      else packages.add(to)
  }
  return packages
}
