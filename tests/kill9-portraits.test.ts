import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { createTestDatabase } from '../app/platform/database/testing/index.ts'
import { killAll, prepareService } from './kill9/prepare-service.ts'
import { removeFolder } from './kill9/remove-folder.ts'
import { layDatabase } from './world/lay-database.ts'

interface Facts {
  readonly id: number
  readonly state: string
  readonly selected: number
  readonly written: number | null
}

/** Five units in four forms. */
const FILES = 20
/** Killed when so many files are in the journal, and once more. */
const KILLS = [3, 9]
/** Seconds on a quiet machine; one that runs other suites beside may be many times slower, ms. */
const TIMEOUT = 300_000

const root = mkdtempSync(join(tmpdir(), 'objektiv-kill9-portraits-'))
afterAll(async () => {
  killAll()
  await removeFolder(root)
})

const isMade = (name: string) => /^[0-9a-f]{64}$/.test(name)

function checks(place: (name: string) => Promise<{ folder: string; url: string }>): void {
  it('goes on where it was killed: what was made is not made again', { timeout: TIMEOUT }, async () => {
    const { folder, url } = await place('archive')
    const made = join(folder, 'portraits', '1')
    const files = () => (existsSync(made) ? readdirSync(made).filter(isMade) : [])
    const inodes = () => new Map(files().map(name => [name, statSync(join(made, name)).ino]))
    const journal = () => {
      const path = join(made, 'made.jsonl')
      return existsSync(path) ? readFileSync(path, 'utf8') : ''
    }
    const lines = () => journal().split('\n').filter(Boolean).length
    let kept = new Map<string, number>()
    let told = ''
    for (const count of KILLS) {
      const service = await prepareService<Facts>('portraits-service.ts', folder, url).begin()
      await vi.waitFor(() => expect(lines()).toBeGreaterThanOrEqual(count), {
        timeout: TIMEOUT,
        interval: 5,
      })
      await service.kill()
      // What the journal names is there for good; a file that it does not name yet may be made once more.
      told = journal()
      kept = new Map([...inodes()].filter(([name]) => told.includes(name)))
    }
    expect(kept.size).toBeGreaterThan(0)
    const service = await prepareService<Facts>('portraits-service.ts', folder, url).begin()
    await vi.waitFor(async () => expect((await service.facts()).state).toBe('done'), {
      timeout: TIMEOUT,
      interval: 200,
    })
    expect(await service.facts()).toMatchObject({ selected: FILES, written: FILES })
    await service.kill()
    const after = inodes()
    for (const [name, inode] of kept) expect(after.get(name)).toBe(inode)
    // The last line may have been torn by the blow; a whole one stands to the end.
    const linesOf = (text: string) => text.split('\n').filter(Boolean)
    const last = linesOf(journal()).map(line => JSON.parse(line))
    for (const line of linesOf(told).slice(0, -1)) expect(last).toContainEqual(JSON.parse(line))
    for (const name of files())
      expect(
        createHash('sha256')
          .update(readFileSync(join(made, name)))
          .digest('hex'),
      ).toBe(name)
    expect(readdirSync(made).filter(name => name.endsWith('.part'))).toEqual([])
  })
}

describe('an archive of portraits, killed · embedded', () => {
  checks(async name => {
    const folder = join(root, name)
    await layDatabase(folder)
    return { folder, url: '' }
  })
})
const server = inject('postgresUrl')
describe.skipIf(server === null)('an archive of portraits, killed · PostgreSQL server', () => {
  checks(async name => ({
    folder: join(root, `${name}-server`),
    url: await createTestDatabase(server ?? ''),
  }))
})
