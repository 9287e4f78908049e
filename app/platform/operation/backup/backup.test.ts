import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase } from '../../database/testing/index.ts'
import type { ProblemError } from '../../problem.ts'
import { silentProgress } from '../../progress.ts'
import { dataFolder } from '../data-folder.ts'
import { AWKWARD, fillInstallation, NOW, openInstallation, VERSION } from '../testing/installation.ts'
import { type Manifest, openSource, restoreBackup, verifyBackup, writeBackup } from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-backup-'))
const at = (name: string) => join(root, name)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const url = inject('postgresUrl')

async function backup(data: string, file: string, databaseUrl?: string): Promise<Manifest> {
  const source = await openSource({
    folder: dataFolder(at(data)),
    databaseUrl,
    env: {},
    programVersion: VERSION,
    now: NOW,
  })
  try {
    return await writeBackup(at(file), source, { now: NOW, progress: silentProgress })
  } finally {
    await source.close()
  }
}

function restore(file: string, data: string, databaseUrl?: string): Promise<Manifest> {
  return restoreBackup(at(file), {
    root: at(data),
    databaseUrl,
    env: {},
    programVersion: VERSION,
    now: NOW,
    progress: silentProgress,
  })
}

/** Everything that two backups of equal installations share: hashes of all members but the list of them. */
function contentOf({ tables, sequences, members }: Manifest) {
  return { tables, sequences, members: members.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: ProblemError) => error.problems?.[0].code ?? error,
  )

let original: Manifest
let hashes: string[]

beforeAll(async () => {
  const installation = await openInstallation(at('original'))
  hashes = await fillInstallation(installation)
  mkdirSync(join(at('original'), 'batches', 'b-1'), { recursive: true })
  writeFileSync(join(at('original'), 'batches', 'b-1', 'manifest.json'), '{}')
  writeFileSync(join(at('original'), 'batches', 'b-1', 'works.parquet'), 'PAR1')
  writeFileSync(join(at('original'), 'batches', 'b-1', 'half.parquet.tmp'), 'PAR')
  await installation.close()
  original = await backup('original', 'original.tar.gz')
})

describe('a backup', () => {
  it('names every table, file and batch, and only its owner may read it', async () => {
    expect(original.tables.find(({ name }) => name === 'public.unit')?.rows).toBe(4)
    const paths = original.members.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(hashes.map(hash => `files/${hash}`)))
    expect(paths.filter(path => path.startsWith('batches/'))).toEqual([
      'batches/b-1/works.parquet',
      'batches/b-1/manifest.json',
    ])
    expect(statSync(at('original.tar.gz')).mode & 0o077).toBe(0)
    expect(await verifyBackup(at('original.tar.gz'))).toEqual(original)
  })

  it('takes the folder for itself only when a person asked for it', async () => {
    const folder = dataFolder(at('original'))
    const asked = { folder, env: {}, programVersion: VERSION, now: NOW }
    // The service that asked was killed meanwhile: the next one must find the folder free.
    expect(await codeOf(openSource({ ...asked, forService: true }))).toBe('service-silent')
    const source = await openSource(asked)
    expect(await codeOf(openSource(asked))).toBe('folder-in-use')
    await source.close()
  })

  it('refuses a folder that is no installation', async () => {
    mkdirSync(at('nothing'))
    expect(await codeOf(backup('nothing', 'nothing.tar'))).toBe('no-installation')
    expect(existsSync(at('nothing.tar'))).toBe(false)
  })
})

describe('a restore', () => {
  it('brings the same installation back, and it works on', async () => {
    await restore('original.tar.gz', 'again')
    expect(contentOf(await backup('again', 'again.tar')).tables).toEqual(contentOf(original).tables)
    expect(contentOf(await verifyBackup(at('again.tar')))).toEqual(contentOf(original))
    const { database, close } = await openInstallation(at('again'))
    const { rows } = await database.ownerPool.query(`select name from unit where kind = 'school'`)
    expect(rows).toEqual([{ name: AWKWARD }])
    // Counters stand behind the rows, triggers write the log again, and exactly once.
    const added = await database.ownerPool.query(
      `insert into unit (parent_id, kind, name) values (1, 'municipality', 'Новый') returning id, path`,
    )
    expect(added.rows).toEqual([{ id: 5, path: '1.5.' }])
    const log = await database.ownerPool.query(`select action from audit where subject_id = '5'`)
    expect(log.rows).toEqual([{ action: 'created' }])
    await expect(
      database.ownerPool.query(`insert into unit_alias (unit_id, kind, value) values (99, 'login', 'x')`),
    ).rejects.toThrow()
    await close()
    const secret = (data: string) => JSON.parse(readFileSync(join(at(data), 'secrets.json'), 'utf8'))
    expect(secret('again').authSecret).toBe(secret('original').authSecret)
    expect(secret('again').databasePassword).not.toBe(secret('original').databasePassword)
  })

  it.skipIf(url === null)('goes from the embedded database to a server and back', async () => {
    const server = await createTestDatabase(url ?? '', 'template0')
    await restore('original.tar.gz', 'server', server)
    const moved = await backup('server', 'server.tar.gz', server)
    expect(contentOf(moved)).toEqual(contentOf(original))
    expect(moved.database).toBe('server')
    await restore('server.tar.gz', 'home')
    expect(contentOf(await backup('home', 'home.tar.gz'))).toEqual(contentOf(original))
    // The plain login can sign in and sees nothing without a unit.
    const { database, close } = await openInstallation(at('server'), server)
    const scope = { accountId: 'a', role: 'analyst', grantId: null, unitPath: '' }
    expect(
      await database.as(scope, async tx =>
        tx
          .selectFrom('unit' as never)
          .selectAll()
          .execute(),
      ),
    ).toEqual([])
    await close()
    expect(await codeOf(restore('original.tar.gz', 'second', server))).toBe('restore-database-not-empty')
    expect(existsSync(at('second'))).toBe(false)
  })

  it('overwrites nothing', async () => {
    expect(await codeOf(restore('original.tar.gz', 'original'))).toBe('restore-not-empty')
    mkdirSync(join(at('batched'), 'batches'), { recursive: true })
    expect(await codeOf(restore('original.tar.gz', 'batched'))).toBe('restore-not-empty')
    expect(readdirSync(at('batched'))).toEqual(['batches'])
  })

  it('that fails leaves nothing behind that it made, and whatever was there', async () => {
    const settle = () => Promise.reject(new Error('out of paper'))
    const failing = (data: string) =>
      restoreBackup(at('original.tar.gz'), {
        ...{ root: at(data), env: {}, programVersion: VERSION, now: NOW, progress: silentProgress, settle },
      })
    await expect(failing('deep/er/target')).rejects.toThrow('out of paper')
    expect(existsSync(at('deep'))).toBe(false)
    mkdirSync(at('prepared'))
    await expect(failing('prepared')).rejects.toThrow('out of paper')
    expect(readdirSync(at('prepared'))).toEqual([])
  })

  it('begins anew where it was cut off, and the service refuses such a folder', async () => {
    mkdirSync(join(at('cut'), '.restoring', 'files'), { recursive: true })
    mkdirSync(join(at('cut'), 'database'))
    expect(await codeOf(openInstallation(at('cut')))).toBe('restore-unfinished')
    await restore('original.tar.gz', 'cut')
    expect(readdirSync(at('cut')).sort()).toEqual([
      'batches',
      'database',
      'files',
      'installation.json',
      'lock',
      'secrets.json',
    ])
  })
})

describe('a damaged backup', () => {
  const spoiled = async (name: string, spoil: (content: Buffer) => Buffer) => {
    writeFileSync(at(name), spoil(readFileSync(at('original.tar'))))
    const code = await codeOf(restore(name, `from-${name}`))
    expect(existsSync(join(at(`from-${name}`), 'installation.json'))).toBe(false)
    return code
  }
  beforeAll(async () => {
    await backup('original', 'original.tar')
  })

  it('is refused wherever a byte differs or the end is missing', async () => {
    const flip = (place: number) => (content: Buffer) => {
      content[place] ^= 1
      return content
    }
    const whole = readFileSync(at('original.tar'))
    for (const part of ['"1.2."', hashes[0], 'PAR1', '"objektiv-backup"']) {
      const place = whole.indexOf(part)
      expect(place, part).toBeGreaterThan(0)
      expect(await spoiled('flipped.tar', flip(place + 3)), part).toMatch(/^backup-(damaged|foreign)$/)
    }
    for (const share of [0.3, 0.9, 0.999])
      expect(await spoiled('short.tar', content => content.subarray(0, content.length * share))).toMatch(
        /^backup-(damaged|foreign)$/,
      )
    copyFileSync(at('original.tar.gz'), at('packed.gz'))
    writeFileSync(at('packed.gz'), readFileSync(at('original.tar.gz')).subarray(0, 20_000))
    expect(await codeOf(verifyBackup(at('packed.gz')))).toBe('backup-damaged')
  })

  it('is told from a file of another kind and from none', async () => {
    writeFileSync(at('letter.txt'), 'Уважаемые коллеги!\n'.repeat(200))
    expect(await codeOf(verifyBackup(at('letter.txt')))).toMatch(/^backup-(damaged|foreign)$/)
    expect(await codeOf(verifyBackup(at('nowhere.tar')))).toBe('file-missing')
  })
})
