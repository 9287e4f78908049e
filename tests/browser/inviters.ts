import { expect, it } from 'vitest'
import type { Population } from '../world/start-world.ts'
import type { Stage } from './stage.ts'
import { acceptInvitation, field, findNothing, findUnit, goTo, heading, invite, link } from './steps.ts'

/** Who brings people in below the region: the municipality its heads, the head the coordinators of the school. */
export function inviters(stage: () => Stage, population: () => Population): void {
  it.concurrent('a municipality invites a head of its own school, and sees nobody of another', async () => {
    const { page, faults, leave } = await stage().visit({ cookie: population().cookies.municipality })
    await page.goto('/')
    await heading(page, 'Моя работа')
    await findNothing(page, 'Восточный')
    await goTo(page, 'Люди и роли')
    await page.getByRole('table', { name: 'Люди и роли' }).getByText('Человек head').waitFor()
    expect(await page.getByText('Человек stranger').count()).toBe(0)
    await link(page.getByRole('main'), 'Пригласить').click()
    await heading(page, 'Приглашение человека')
    const roles = await field(page, 'Роль').locator('option').allInnerTexts()
    expect(roles).toContain('Руководитель школы')
    expect(roles).not.toContain('Администратор')
    const url = await invite(page, {
      name: 'Директорова Вера Павловна',
      email: 'head2@example.org',
      role: 'Руководитель школы',
      where: 'Школа № 1',
    })
    const theirs = await stage().visit()
    await acceptInvitation(theirs.page, url, 'Школа № 1')
    await findNothing(theirs.page, 'edu990002')
    expect([...faults, ...theirs.faults]).toEqual([])
    await theirs.leave()
    await leave()
  })

  it.concurrent('a head sees the own school and invites its coordinator', async () => {
    const { page, faults, leave } = await stage().visit({ cookie: population().cookies.head })
    await page.goto('/')
    await heading(page, 'Моя работа')
    await findUnit(page, 'школа', 'Школа № 1')
    const people = page.getByRole('region', { name: 'Люди' })
    await people.getByText('Человек head').first().waitFor()
    await link(people, 'Пригласить').click()
    const url = await invite(page, {
      name: 'Координаторова Нина Олеговна',
      email: 'coordinator2@example.org',
      role: 'Координатор',
      where: null,
    })
    expect(url).toContain('/invitation/')
    expect(faults).toEqual([])
    await leave()
  })
}
