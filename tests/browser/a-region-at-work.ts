import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { notify } from '../../app/features/notices/index.ts'
import type { Database } from '../../app/platform/database/index.ts'
import { oncePerRun } from '../../app/platform/testing/once-per-run.ts'
import { copyInstallation, type DatabaseKind, layInstallation } from '../world/lay-database.ts'
import { type Inhabitants, type Population, populate, sendTo } from '../world/start-world.ts'
import { CHROMIUM } from './chromium.ts'
import { type Run, runsOn } from './databases.ts'
import { openStage, type Stage, startOn } from './stage.ts'

if (!CHROMIUM)
  console.warn('Chromium is not found (CHROMIUM_PATH, /usr/bin/chromium): the web is not looked at')

type Body = (stage: () => Stage, population: () => Population) => void

/**
 * Tests in a browser, on an installation of their own: empty as it was set up. Each file of tests has one, so that
 * files run side by side and none finds what another has changed. On both databases.
 */
export function anEmptyInstallation(body: (stage: () => Stage) => void): void {
  for (const { on, looks } of runsOn('both'))
    describe.skipIf(!CHROMIUM)(`an empty installation · ${on}`, () => {
      let stage: Stage
      beforeAll(async () => {
        stage = await openStage(folder => layInstallation(folder, on), looks)
      })
      afterAll(() => stage?.stop())
      body(() => stage)
    })
}

/** The same with the small region in it, somebody in every role, and work that has been done; on one database. */
export function aRegionAtWork(body: Body): void {
  for (const run of runsOn('one')) regionAtWork(run, body)
}

/** For the ways of people from beginning to end. */
export function aRegionOnBothDatabases(body: Body): void {
  for (const run of runsOn('both')) regionAtWork(run, body)
}

function regionAtWork({ on, looks }: Run, body: Body): void {
  describe.skipIf(!CHROMIUM)(`a region at work · ${on}`, () => {
    let stage: Stage
    let population: Population
    beforeAll(async () => {
      const { inhabitants, installation } = await oncePerRun(`region at work, ${on}`, () => layRegion(on))
      stage = await openStage(folder => copyInstallation(installation, folder), looks)
      population = { ...inhabitants, send: sendTo(stage.running.address) }
    })
    afterAll(() => stage?.stop())
    body(
      () => stage,
      () => population,
    )
  })
}

/** Made once for a whole run on each database, and copied for each file. */
async function layRegion(on: DatabaseKind) {
  const folder = join(inject('sharedFolder'), `region-at-work-${on}`)
  // What an attempt that failed has left.
  rmSync(folder, { recursive: true, force: true })
  const installation = await layInstallation(folder, on)
  const { database, address, stop } = await startOn(installation, { web: false })
  const { send: _, ...inhabitants } = await populate(database, address)
  await plantWork(database, inhabitants)
  await stop()
  return { inhabitants: inhabitants satisfies Inhabitants, installation }
}

/** A notice and a finished job of the administrator's own. */
async function plantWork(database: Database, { ids, units }: Inhabitants): Promise<void> {
  await database.asSystem('system:test', async tx => {
    const params = { what: 'План объективности', reason: 'нет сроков' }
    await notify(tx, [{ to: ids.administrator, unitId: units.ours, kind: 'returned', params }])
    await sql`insert into job (kind, unit_id, unit_path, account_id, role, state, finished_at)
      select 'test.work', id, path, ${ids.administrator}, 'administrator', 'done', now() from unit where id = 1`.execute(
      tx,
    )
  })
}
