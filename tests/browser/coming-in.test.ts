import { expect, it } from 'vitest'
import { aRegionOnBothDatabases } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { acceptInvitation, field, findNothing, findUnit, goTo, heading, invite, link } from './steps.ts'

/** Pages for people who have not signed in; those of one kind look alike, and one of each is looked over. */
const GUEST_PAGES: Readonly<Record<string, string>> = {
  'sign-in': '/sign-in',
  'sign-in-unknown-person': '/sign-in?problem=provider-unknown-person',
  'invitation-void': '/invitation/nothing',
}
/** What each says is wrong. */
const SAID: Readonly<Record<string, string>> = {
  '/sign-in?problem=provider-unknown-person': 'Вас пока нет среди тех, кто работает в системе',
  '/sign-in?problem=provider-email': 'не подтвердила адрес вашей почты',
  '/sign-in?problem=provider-failed': 'не получилось',
  '/sign-in?problem=provider-away': 'не отвечает',
  '/setup/nothing': 'Код для звонка администратору',
  '/password-reset/nothing': 'Код для звонка администратору',
}

/**
 * Who is not in yet, and who brings people in below the region: the municipality its heads, the head the coordinators
 * of the school.
 */
aRegionOnBothDatabases((stage, population) => {
  it('pages outside, and each has words', async () => {
    const { page, faults, leave, open } = await stage().visit()
    const wrong: string[] = []
    for (const [name, path] of Object.entries(GUEST_PAGES)) {
      await open(path)
      wrong.push(...(await lookOver(page, name)))
    }
    for (const [path, words] of Object.entries(SAID)) {
      await open(path)
      await page.getByRole('alert').getByText(words).waitFor()
    }
    const { send, cookies, ids } = population()
    const made = await send('POST', `/api/people/${ids.expert}/reset-link`, cookies.administrator, {})
    await open(((await made.json()) as { path: string }).path)
    wrong.push(...(await lookOver(page, 'password-reset')))
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it('a municipality invites a head of its own school, and sees nobody of another', async () => {
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

  it('a head sees the own school and invites its coordinator', async () => {
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
})
