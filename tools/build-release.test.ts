import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BUILD_ONLY } from './build-release.ts'

const ROOT = join(import.meta.dirname, '..')

it('leaves no package out of the bundle that the service names', () => {
  const sources = globSync('{app,packages}/**/*.ts', {
    cwd: ROOT,
    exclude: path => /(^|\/)(web|testing|node_modules)$|\.test\.ts$|build-web\.ts$/.test(path),
  })
  expect(sources.length).toBeGreaterThan(100)
  const named = sources.flatMap(path => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return BUILD_ONLY.filter(name => text.includes(`'${name}'`) || text.includes(`'${name}/`)).map(
      name => `${path}: ${name}`,
    )
  })
  expect(named).toEqual([])
})
