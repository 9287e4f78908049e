import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '../database/embedded.ts'
import { silentProgress } from '../progress.ts'
import { openSource, writeBackup } from './backup/index.ts'
import { askService, type ControlSocket } from './control-socket.ts'
import { createRemovalHold } from './removal-hold.ts'
import { openServiceControl } from './service-control.ts'
import {
  fillInstallation,
  NOW,
  openInstallation,
  type TestInstallation,
  VERSION,
} from './testing/installation.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-control-'))
const removals = createRemovalHold()
let installation: TestInstallation
let control: ControlSocket

beforeAll(async () => {
  installation = await openInstallation(join(root, 'data'))
  await fillInstallation(installation)
  control = await openServiceControl(installation.folder, {
    database: installation.database,
    removals,
    programVersion: VERSION,
  })
  await installation.lock.announce({ control: control.reach })
})
afterAll(async () => {
  await control.close()
  await installation.close()
  rmSync(root, { recursive: true, force: true })
})

describe('the control socket', () => {
  it('answers who knows the secret, and nobody else', async () => {
    const { value, end } = await askService(control.reach, 'status')
    expect(value).toEqual({ programVersion: VERSION, kind: 'embedded', pid: process.pid })
    end()
    await expect(askService({ ...control.reach, secret: 'guess' }, 'status')).rejects.toThrow(
      'service-silent',
    )
    await expect(askService(control.reach, 'constructor')).rejects.toThrow('service-silent')
  })

  it('lets go of a talker who never ends a line', async () => {
    const socket = connect(control.reach.path)
    socket.on('error', () => {}).write('x'.repeat(5000))
    await new Promise(resolve => socket.once('close', resolve))
  })
})

describe('a snapshot of the running service', () => {
  it('is a database of its own that stands until the command hangs up, and holds removals meanwhile', async () => {
    const { value, end } = await askService(control.reach, 'snapshot')
    await installation.database.ownerPool.query(`update unit set name = 'После' where id = 1`)
    expect(removals.held).toBe(true)
    const copy = await openEmbedded(String(value.database))
    expect((await copy.owner.query('select name from unit where id = 1')).rows).toEqual([{ name: 'Регион' }])
    await copy.close()
    end()
    await vi.waitFor(() => expect(existsSync(String(value.database))).toBe(false))
    expect(removals.held).toBe(false)
  })

  it('lets the service go on while a backup of it is made', async () => {
    let running = true
    let written = 0
    const writer = (async () => {
      while (running) {
        await installation.database.ownerPool.query(
          `insert into unit_alias (unit_id, kind, value) values (1, 'former-name', $1)`,
          [`имя ${written++}`],
        )
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    })()
    const source = await openSource({
      folder: installation.folder,
      env: {},
      programVersion: VERSION,
      now: NOW,
    })
    const before = written
    const path = join(root, 'running.tar.gz')
    const { tables } = await writeBackup(path, source, { now: NOW, progress: silentProgress })
    await source.close()
    running = false
    await writer
    expect(written).toBeGreaterThan(before)
    const aliases = tables.find(({ name }) => name === 'public.unit_alias')?.rows ?? -1
    const log = tables.find(({ name }) => name === 'public.audit')?.rows ?? -1
    // Every alias came with its line of the log, in one transaction: the snapshot holds both or neither.
    expect(log - aliases).toBe(FIRST_LINES)
    await vi.waitFor(() => expect(removals.held).toBe(false))
  })
})

/** Lines that are there before: three units and the move of one, two written by hand, the name given above, a setting. */
const FIRST_LINES = 8
