import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../platform/database/index.ts'
import { createTestDatabase } from '../../platform/database/testing/index.ts'

/** Killed after so many steps, at whatever moment of the next it is then. */
const KILLS = [2, 9]

const folders: string[] = []
const alive = new Set<ChildProcess>()
afterAll(() => {
  for (const child of alive) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Runs people at work until they have been told of `steps` steps, and kills them; the last version they know. */
async function workAndKill(steps: number, place: { folder: string; url: string }): Promise<number> {
  const program = join(import.meta.dirname, 'testing/reply-for-ever.ts')
  const child = spawn(process.execPath, [program, place.folder, place.url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  alive.add(child)
  let told = 0
  let known = 0
  await new Promise<void>((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
    child.on('message', ({ version }: { version: number }) => {
      known = version
      if (++told === steps) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20)
    })
  })
  alive.delete(child)
  expect(told).toBeGreaterThanOrEqual(steps)
  return known
}

/** What stands in the database afterwards, side by side. */
async function whatStands(place: { folder: string; url: string }) {
  const { folder, url } = place
  const database = await openDatabase({ folder, ...(url ? { url } : {}) })
  try {
    return await database.asSystem('system:test', async tx => {
      const { rows } = await sql<Record<string, number | string>>`
        select s.state, s.version,
          (select state_after from signal_step where signal_id = s.id order by id desc limit 1) as last,
          (select count(*) from signal_step where kind in ('asked', 'replied', 'returned')) as steps,
          (select count(*) from signal_step where kind = 'replied') as replies,
          (select count(*) from signal_step where kind = 'returned') as returns,
          (select count(*) from stored_file f where subject = 'signal_step'
            and exists (select from signal_step t where t.id::text = f.subject_id and t.kind = 'replied')) as files,
          (select count(*) from stored_file where subject is not null) as attached,
          (select count(*) from notice where kind = 'signal-replied') as replied_told,
          (select count(*) from notice where kind = 'returned') as returned_told,
          (select count(*) from audit where subject = 'signal_step' and action = 'signal.replied') as logged
        from signal s`.execute(tx)
      return rows[0]
    })
  } finally {
    await database.close()
  }
}

function checks(place: () => Promise<{ folder: string; url: string }>): void {
  it.each(KILLS)('after %d steps leaves nothing half, and what was told is done', async steps => {
    const where = await place()
    const known = await workAndKill(steps, where)
    const found = await whatStands(where)
    expect(found.version).toBeGreaterThanOrEqual(known)
    // A head and a coordinator are told of what is given back, the one who asked of a reply.
    expect(found).toMatchObject({
      last: found.state,
      version: 1 + Number(found.steps),
      files: found.replies,
      attached: found.replies,
      replied_told: found.replies,
      returned_told: 2 * Number(found.returns),
      logged: found.replies,
    })
  })
}

describe('people at work on signals, killed · embedded', () => {
  checks(async () => {
    folders.push(mkdtempSync(join(tmpdir(), 'objektiv-signals-killed-')))
    return { folder: folders[folders.length - 1], url: '' }
  })
})
const server = inject('postgresUrl')
describe.skipIf(server === null)('people at work on signals, killed · PostgreSQL server', () => {
  checks(async () => ({ folder: '', url: await createTestDatabase(server ?? '') }))
})
