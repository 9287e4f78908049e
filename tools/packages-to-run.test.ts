import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagesToRun } from './packages-to-run.ts'

const ROOT = join(import.meta.dirname, '..')

describe('the packages to run', () => {
  const lock = {
    'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { 'a-win32': '1', 'a-linux': '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': {},
    'node_modules/c': {
      peerDependencies: { d: '1', e: '1' },
      peerDependenciesMeta: { e: { optional: true } },
    },
    'node_modules/d': {},
    'node_modules/e': {},
    'node_modules/a-linux': {},
    'node_modules/a-win32': {},
    'node_modules/@house/one': { link: true, resolved: 'packages/one' },
    'packages/one': { dependencies: { b: '1' } },
  }
  const installed = (path: string) => !path.includes('win32')

  it('are those nearest on the way up, peers included, other platforms and optional peers left out', () => {
    expect(packagesToRun(lock, ['a'], installed)).toEqual([
      'node_modules/a',
      'node_modules/a-linux',
      'node_modules/a/node_modules/b',
      'node_modules/c',
      'node_modules/d',
    ])
  })

  it('follow a package of the house to where it stands', () => {
    expect(packagesToRun(lock, ['@house/one'], installed)).toEqual([
      'node_modules/@house/one',
      'node_modules/b',
    ])
  })

  it('say what is missing', () => {
    expect(() => packagesToRun(lock, ['a'], path => !path.endsWith('/c'))).toThrow(/c, which .*b needs/)
  })

  it('of this program are installed, its Node among them', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const all = packagesToRun(packages, Object.keys(dependencies), path => existsSync(join(ROOT, path)))
    expect(all).toContain('node_modules/node')
    expect(all.some(path => path.startsWith('node_modules/@duckdb/node-bindings-'))).toBe(true)
  })
})
