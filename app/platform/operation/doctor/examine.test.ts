import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dataFolder } from '../data-folder.ts'
import { lockDataFolder } from '../lock-data-folder.ts'
import { fillInstallation, NOW, openInstallation, VERSION } from '../testing/installation.ts'
import { examine } from './examine.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-doctor-'))
let hashes: string[] = []

beforeAll(async () => {
  const installation = await openInstallation(root)
  hashes = await fillInstallation(installation)
  await installation.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function troubles(named: readonly string[]): Promise<string[]> {
  const { findings, problems } = await examine({
    ...{ root, env: {}, programVersion: VERSION, now: new Date(), namedContents: async () => [...named] },
  })
  return [
    ...findings.filter(({ level }) => level === 'trouble').map(({ code }) => code),
    ...problems.map(({ code }) => code),
  ]
}

it('finds nothing wrong with an installation that is in order', async () => {
  expect(await troubles(hashes)).toEqual([])
})

it('takes a service that only starts for no fault, and says what it could not look at yet', async () => {
  const lock = await lockDataFolder(dataFolder(root), { purpose: 'serve', now: new Date() })
  try {
    expect(await troubles(hashes)).toEqual([])
    const { findings } = await examine({
      ...{ root, env: {}, programVersion: VERSION, now: new Date(), namedContents: async () => hashes },
    })
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['lock-held', 'held']))
  } finally {
    await lock.release()
  }
})

it('finds content that a record names and nobody keeps, and content that is not what its hash says', async () => {
  truncateSync(join(root, 'files', hashes[0].slice(0, 2), hashes[0].slice(2, 4), hashes[0]), 10)
  expect((await troubles([...hashes, 'f'.repeat(64)])).sort()).toEqual(['files-damaged', 'files-lost'])
})

it('tells what it could not look at, and the rest all the same', async () => {
  const { findings, problems } = await examine({
    ...{ root, env: {}, programVersion: VERSION, now: new Date() },
    namedContents: () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:9000')),
  })
  expect(problems).toEqual([
    { code: 'part-not-examined', params: { reason: 'connect ECONNREFUSED 127.0.0.1:9000' } },
  ])
  expect(findings.map(({ code }) => code)).toContain('database')
})

it('finds a table that nothing guards', async () => {
  const installation = await openInstallation(root)
  await installation.database.ownerPool.query('alter table unit_alias disable row level security')
  await installation.close()
  expect(await troubles([])).toContain('guard-missing')
})

it('says of a folder without an installation that it is none, and nothing else', async () => {
  const options = { env: {}, programVersion: VERSION, now: NOW, namedContents: async () => [] }
  await expect(examine({ ...options, root: join(root, 'nothing') })).rejects.toThrow(/no-installation/)
  // What a restore that failed used to leave.
  const left = join(root, 'left')
  mkdirSync(left)
  writeFileSync(join(left, 'lock'), '')
  await expect(examine({ ...options, root: left })).rejects.toThrow(/no-installation/)
  expect(readdirSync(left)).toEqual(['lock'])
})
