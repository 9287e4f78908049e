import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { FOLDER_FORMAT, FORMAT_STEPS } from './folder-format.ts'
import { loadSecrets } from './load-secrets.ts'
import { openDataFolder, prepareDataFolder } from './prepare-data-folder.ts'
import { NOW, VERSION } from './testing/installation.ts'

let root = ''
const made: string[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'objektiv-folder-'))
  made.push(root)
})
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

const options = { programVersion: VERSION, now: NOW }
const prepare = async () => {
  await openDataFolder(root)
  return prepareDataFolder(root, options)
}
const written = () => JSON.parse(readFileSync(join(root, 'installation.json'), 'utf8'))

it('makes a new folder that only the service may enter', async () => {
  root = join(root, 'a', 'b')
  await prepare()
  expect(written()).toEqual({
    format: FOLDER_FORMAT,
    createdAt: NOW.toISOString(),
    programVersion: VERSION,
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(statSync(root).mode & 0o077).toBe(0)
})

it('keeps its number for good', async () => {
  await prepare()
  const { id } = written()
  await prepare()
  writeFileSync(join(root, 'installation.json'), JSON.stringify({ ...written(), format: 1 }))
  await prepare()
  expect(written()).toMatchObject({ format: FOLDER_FORMAT, id })
})

it('takes over the folder of the command of before, batches untouched', async () => {
  mkdirSync(join(root, 'batches', '20261122T0900-abc'), { recursive: true })
  writeFileSync(join(root, 'batches', '20261122T0900-abc', 'manifest.json'), '{"format":1}')
  chmodSync(root, 0o755)
  await prepare()
  expect(readFileSync(join(root, 'batches', '20261122T0900-abc', 'manifest.json'), 'utf8')).toBe(
    '{"format":1}',
  )
  expect(written().format).toBe(FOLDER_FORMAT)
  expect(statSync(root).mode & 0o077).toBe(0)
})

it('goes step by step, and a step that broke off is done again', async () => {
  const done: number[] = []
  let broken = true
  const step = (from: number) => ({
    from,
    async run() {
      if (from === 1 && broken) throw new Error('no space')
      done.push(from)
    },
  })
  const steps = [step(0), step(1), step(2)]
  await expect(prepareDataFolder(root, { ...options, steps })).rejects.toThrow('no space')
  expect(written().format).toBe(1)
  broken = false
  await prepareDataFolder(root, { ...options, steps })
  expect(done).toEqual([0, 1, 2])
  expect(written()).toMatchObject({ format: 3, createdAt: NOW.toISOString() })
})

it('has steps for every format there ever was', () => {
  expect(FORMAT_STEPS.map(({ from }) => from)).toEqual(FORMAT_STEPS.map((_, index) => index))
})

it('refuses a folder of a newer program, of something else, and one that says nonsense', async () => {
  writeFileSync(
    join(root, 'installation.json'),
    JSON.stringify({ format: 99, createdAt: '', programVersion: '9' }),
  )
  await expect(prepare()).rejects.toThrow('folder-newer')
  writeFileSync(join(root, 'installation.json'), '{')
  await expect(prepare()).rejects.toThrow('installation-broken')
  rmSync(join(root, 'installation.json'))
  writeFileSync(join(root, 'диссертация.docx'), '')
  await expect(prepare()).rejects.toThrow('folder-foreign')
  expect(existsSync(join(root, 'installation.json'))).toBe(false)
})

it('lets the fictional region into a new folder and back into its own, and nowhere else', async () => {
  const demo = () => prepareDataFolder(root, { ...options, demo: true })
  await demo()
  expect(written().demo).toBe(true)
  await demo()
  await prepare()
  expect(written().demo).toBe(true)

  rmSync(join(root, 'installation.json'))
  await prepare()
  const earnest = readFileSync(join(root, 'installation.json'), 'utf8')
  await expect(demo()).rejects.toThrow('demo-in-earnest')
  expect(readFileSync(join(root, 'installation.json'), 'utf8')).toBe(earnest)

  rmSync(join(root, 'installation.json'))
  mkdirSync(join(root, 'batches'))
  await expect(demo()).rejects.toThrow('demo-in-earnest')
  expect(existsSync(join(root, 'installation.json'))).toBe(false)
})

it('clears away what a killed process left in `run`', async () => {
  await prepare()
  writeFileSync(join(root, 'run', 'snapshot'), '')
  await prepare()
  expect(existsSync(join(root, 'run', 'snapshot'))).toBe(false)
})

it('keeps its secrets: the same at every start, never replaced when they cannot be read', async () => {
  const folder = await prepare()
  const secrets = await loadSecrets(folder)
  expect(await loadSecrets(folder)).toEqual(secrets)
  expect(statSync(folder.secrets).mode & 0o077).toBe(0)
  writeFileSync(folder.secrets, '{"authSecret":"short"}')
  await expect(loadSecrets(folder)).rejects.toThrow('secrets-broken')
  expect(readFileSync(folder.secrets, 'utf8')).toBe('{"authSecret":"short"}')
})

it('starts although a backup of the service before it still writes into its copy', async () => {
  await prepare()
  const copy = join(root, 'run', 'snapshot-1', 'base')
  mkdirSync(copy, { recursive: true })
  // Removed under its hands, it makes the folder anew: what a process does that has not noticed yet.
  const writer = new Worker(
    `const fs = require('node:fs'); const { workerData } = require('node:worker_threads')
     const end = Date.now() + 250
     for (let at = 0; Date.now() < end; at++) try { fs.mkdirSync(workerData, { recursive: true }); fs.writeFileSync(workerData + '/w' + at, '') } catch {}`,
    { eval: true, workerData: copy },
  )
  // Listened for from the beginning: it may be over before the start is.
  const exited = once(writer, 'exit')
  await once(writer, 'online')
  await prepare()
  expect(written()).toMatchObject({ format: FOLDER_FORMAT })
  await exited
})
