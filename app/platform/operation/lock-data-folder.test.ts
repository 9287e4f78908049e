import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { catalogues, say } from '../../messages/format.ts'
import type { ProblemError } from '../problem.ts'
import { dataFolder } from './data-folder.ts'
import { holderOf, lockDataFolder } from './lock-data-folder.ts'
import { NOW } from './testing/installation.ts'

let folder = dataFolder('')
const made: string[] = []
beforeEach(() => {
  folder = dataFolder(mkdtempSync(join(tmpdir(), 'objektiv-lock-')))
  made.push(folder.root)
})
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true })
})

const lock = () => lockDataFolder(folder, { purpose: 'serve', now: NOW })

/** Another process that takes the lock and keeps it. */
async function holdElsewhere(): Promise<ChildProcess> {
  const program = `
    const { lockDataFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'lock-data-folder.ts'))})
    const { dataFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))})
    const lock = await lockDataFolder(dataFolder(process.argv[1]), { purpose: 'serve', now: new Date(0) })
    await lock.announce({ address: 'http://localhost:3000' })
    process.stdout.write('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder.root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise(resolve => child.stdout?.once('data', resolve))
  return child
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await new Promise(resolve => child.once('exit', resolve))
}

it('is held against another process, and tells in words by whom', async () => {
  const other = await holdElsewhere()
  const { problems } = (await lock().catch(error => error)) as ProblemError
  expect(problems[0].code).toBe('folder-in-use')
  for (const locale of Object.keys(catalogues) as (keyof typeof catalogues)[]) {
    const text = say(locale, 'problem.folder-in-use', problems[0].params)
    expect(text).toContain(`${other.pid}`)
    expect(text).toContain('1970-01-01 00:00')
    expect(text).toContain('http://localhost:3000')
  }
  expect(holderOf(folder)).toMatchObject({ pid: other.pid, purpose: 'serve' })
  await ended(other, 'SIGTERM')
})

it('is free at once after kill -9, whatever the file beside it says', async () => {
  await ended(await holdElsewhere(), 'SIGKILL')
  expect(existsSync(folder.holder)).toBe(true)
  expect(holderOf(folder)).toBeNull()
  const own = await lock()
  expect(JSON.parse(readFileSync(folder.holder, 'utf8')).pid).toBe(process.pid)
  own.release()
})

it('is not taken twice in one process, and is free after its release', async () => {
  const first = await lock()
  await expect(lock()).rejects.toThrow('folder-in-use')
  first.release()
  const second = await lock()
  expect(existsSync(folder.holder)).toBe(true)
  second.release()
  expect(existsSync(folder.holder)).toBe(false)
})

it('is held where the words about it are missing or broken', async () => {
  const own = await lock()
  writeFileSync(folder.holder, '{"pid":')
  expect(holderOf(folder)).toBe('unknown')
  await expect(lock()).rejects.toThrow('folder-in-use')
  own.release()
})

it('shows its secret to nobody else', async () => {
  const own = await lock()
  await own.announce({ control: { path: '/x', secret: 's' } })
  expect(statSync(folder.holder).mode & 0o077).toBe(0)
  own.release()
})
