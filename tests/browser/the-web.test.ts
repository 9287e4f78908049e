import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '../../app/features/notices/index.ts'
import { type Population, populate } from '../world/start-world.ts'
import { administrator } from './administrator.ts'
import { everyRole } from './every-role.ts'
import { firstAdministrator } from './first-administrator.ts'
import { inviters } from './inviters.ts'
import { pages } from './pages.ts'
import { CHROMIUM, openStage, type Stage } from './stage.ts'

if (!CHROMIUM)
  console.warn('Chromium is not found (CHROMIUM_PATH, /usr/bin/chromium): the web is not looked at')

describe.skipIf(!CHROMIUM)('the web in a browser', () => {
  let stage: Stage
  let population: Population
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.stop())

  describe('an empty installation', () => firstAdministrator(() => stage))

  describe('a region at work', () => {
    beforeAll(async () => {
      population = await populate(stage.running.database, stage.running.address)
      await plantWork(stage, population)
    })

    it('«Моя работа» shows what one was told and the work that is done', async () => {
      const { page, faults, leave, open } = await stage.visit({ cookie: population.cookies.administrator })
      await open('/')
      const notices = page.getByRole('region', { name: 'Новые уведомления' })
      await notices.getByText('План объективности').waitFor()
      await page.getByRole('region', { name: 'Фоновые задания' }).getByText('Готово').waitFor()
      await notices.getByRole('button', { name: 'Прочитано' }).click()
      await notices.getByText('Непрочитанных нет').waitFor()
      expect(faults).toEqual([])
      await leave()
    })
    pages(
      () => stage,
      () => population,
    )
    administrator(
      () => stage,
      () => population,
    )
    inviters(
      () => stage,
      () => population,
    )
    everyRole(
      () => stage,
      () => population,
    )
  })
})

/** A notice and a finished job of the administrator's own. */
async function plantWork({ running }: Stage, { ids, units }: Population): Promise<void> {
  await running.database.asSystem('system:test', async tx => {
    const params = { what: 'План объективности', reason: 'нет сроков' }
    await notify(tx, [{ to: ids.administrator, unitId: units.ours, kind: 'returned', params }])
    await sql`insert into job (kind, unit_id, unit_path, account_id, role, state, finished_at)
      select 'test.work', id, path, ${ids.administrator}, 'administrator', 'done', now() from unit where id = 1`.execute(
      tx,
    )
  })
}
