import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { button } from './steps.ts'

/** People, those on their way, and the keys that act in their name. */
aRegionAtWork((stage, population) => {
  it('every invitation is within reach, however many wait, and so are those that came to nothing', async () => {
    const { units, ids, cookies } = population()
    await stage().running.database.asSystem('system:test', tx =>
      sql`insert into invitation (unit_id, token_hash, email, name, role, expires_at, invited_by, revoked_at)
        select ${units.ours}, 'many' || n, 'many' || n || '@example.org', 'Званов № ' || n, 'coordinator',
          now() + '1 day', ${ids.municipality}, case when n > 60 then now() end
        from generate_series(1, 61) n`.execute(tx),
    )
    const { page, faults, leave, open } = await stage().visit({ cookie: cookies.municipality })
    await open('/people')
    const invitations = page.getByRole('region', { name: 'Приглашения' })
    await invitations.getByText('Званов № 60', { exact: true }).waitFor()
    expect(await invitations.getByText('Званов № 1', { exact: true }).count()).toBe(0)
    await button(invitations, 'Показать ещё').click()
    await invitations.getByText('Званов № 1', { exact: true }).waitFor()
    await invitations.getByRole('combobox', { name: 'Что с ними' }).selectOption({ label: 'Отозваны' })
    await page.waitForURL(/invitations=revoked/)
    await invitations.getByText('Званов № 61', { exact: true }).waitFor()
    expect(await button(invitations, 'Новая ссылка').count()).toBe(0)
    expect(await lookOver(page, 'invitations')).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it('a key that acts in somebody’s name is ended on their page', async () => {
    const { ids, cookies } = population()
    await stage().running.database.asSystem('system:test', tx =>
      sql`insert into api_token (unit_id, person_id, grant_id, name, token_hash, rights, expires_at)
        select unit_id, person_id, id, 'Выгрузка в хранилище', 'x', '{unit.read}', now() + '9 days'
        from role_grant where person_id = ${ids.municipality}`.execute(tx),
    )
    const { page, faults, leave, open } = await stage().visit({ cookie: cookies.administrator })
    await open(`/people/${ids.municipality}`)
    const keys = page.getByRole('region', { name: 'Ключи для программ' })
    await keys.getByText('Выгрузка в хранилище').waitFor()
    expect(await lookOver(page, 'person-keys')).toEqual([])
    await button(keys, 'Отозвать').click()
    await button(page.getByRole('dialog'), 'Отозвать').click()
    await keys.getByText('отозван', { exact: true }).waitFor()
    expect(faults).toEqual([])
    await leave()
  })

  it('of somebody who has left there is the name and the past roles', async () => {
    const { ids, cookies } = population()
    await stage().running.database.asSystem('system:test', tx =>
      sql`update role_grant set revoked_at = now() where person_id = ${ids.observer}`.execute(tx),
    )
    const { page, faults, leave, open } = await stage().visit({ cookie: cookies.municipality })
    await open(`/people/${ids.observer}`)
    await page.getByText('больше нет ролей').waitFor()
    await page.getByRole('region', { name: 'Роли' }).getByText('Отозвана').waitFor()
    expect(await page.getByText('observer@example.org').count()).toBe(0)
    expect(await lookOver(page, 'person-left')).toEqual([])
    for (const act of ['Закрыть учётную запись', 'Обезличить']) {
      await button(page, act).click()
      expect(await lookOver(page, `person-${act}`)).toEqual([])
      await button(page.getByRole('dialog'), act).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.getByRole('heading', { level: 1, name: 'Бывший сотрудник 1' }).waitFor()
    expect(await lookOver(page, 'person-anonymised')).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })
})
