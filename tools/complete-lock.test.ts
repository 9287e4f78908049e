import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { completeLock, platformOf } from './complete-lock.ts'

it('knows the platform of a binary package by its name', () => {
  expect(platformOf('@biomejs/cli-linux-x64-musl')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  expect(platformOf('@duckdb/node-bindings-win32-arm64')).toEqual({ os: ['win32'], cpu: ['arm64'] })
})

it('keeps the committed lock file complete, so that npm ci works on every platform', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'))
  expect(completeLock(lock)).toEqual([])
})
