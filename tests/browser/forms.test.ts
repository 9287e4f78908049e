import { expect, it } from 'vitest'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { settled } from './stage.ts'
import { button, field, heading, link } from './steps.ts'

/** Forms as they stand opened, and units that are no longer or are very small: what a walk over pages does not see. */
aRegionAtWork((stage, population) => {
  const enter = async () => stage().visit({ cookie: population().cookies.administrator })

  it('every act on a unit, opened, has fields of its own and says what is wrong with them', async () => {
    const { page, faults, leave, open } = await enter()
    await open(`/units/${population().units.ours}/edit`)
    const acts = page.locator('details[name="unit-acts"]')
    await acts.first().waitFor()
    for (let index = 0; index < (await acts.count()); index++) {
      await acts.nth(index).locator('summary').click()
      expect(await lookOver(page, `act-${index}`)).toEqual([])
    }
    const merge = acts.filter({ hasText: 'Присоединить к другой школе' })
    await merge.locator('summary').click()
    await button(merge, 'Присоединить к другой школе').click()
    const where = merge.getByRole('combobox', { name: 'К какой' })
    expect(await where.getAttribute('aria-invalid')).toBe('true')
    const described = (await where.getAttribute('aria-describedby'))?.split(' ')[0]
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('Выберите школу')
    expect(await lookOver(page, 'act-wrong')).toEqual([])
    // A label leads to the field of its own form.
    await field(merge, 'Причина').fill('приказ')
    expect(await field(page.getByRole('main'), 'Причина').first().inputValue()).toBe('')
    expect(faults).toEqual([])
    await leave()
  })

  it('the forms of one’s profile', async () => {
    const { page, leave, open } = await enter()
    await open('/me')
    await button(page, 'Создать ключ').click()
    await field(page, 'Для чего').fill('Сводка')
    expect(await field(page, 'Фамилия, имя, отчество').inputValue()).not.toBe('Сводка')
    await page.getByText('видеть школы и муниципалитеты').waitFor()
    expect(await page.getByText('создавать ключи для других программ').count()).toBe(0)
    await button(page, 'Сменить пароль').click()
    expect(await lookOver(page, 'profile-forms')).toEqual([])
    await leave()
  })

  it('a municipality, a school and classes are entered by hand; a class knows its school', async () => {
    const { page, faults, leave, open } = await enter()
    await open('/units?kind=municipality')
    await link(page.getByRole('main'), 'Новый муниципалитет').click()
    await heading(page, 'Новый муниципалитет')
    expect(await lookOver(page, 'new-municipality')).toEqual([])
    await button(page, 'Внести в реестр').click()
    await page.getByRole('alert').getByText('Впишите название').waitFor()
    await field(page, 'Название').fill('Северный район')
    await field(page, 'Код').fill('reg99_m009')
    await button(page, 'Внести в реестр').click()
    await heading(page, 'Северный район')

    await link(page.getByRole('main'), 'Новая школа').click()
    await heading(page, 'Новая школа')
    await field(page, 'Название').fill('Школа № 9')
    await field(page, 'Логин').fill('edu990009')
    expect(await lookOver(page, 'new-school')).toEqual([])
    await button(page, 'Внести в реестр').click()
    await heading(page, 'Школа № 9')
    await page.getByText('Северный район').first().waitFor()

    await link(page.getByRole('main'), 'Внести классы').click()
    await heading(page, 'Новые классы')
    await field(page, 'Классы').fill('5А, 5Б, пятый')
    await button(page, /Внести/).click()
    await page.getByRole('alert').getByText('Не похоже на класс: пятый').waitFor()
    expect(await lookOver(page, 'new-classes')).toEqual([])
    await field(page, 'Классы').fill('5А, 5Б')
    await button(page, 'Внести 2 класса').click()
    await heading(page, 'Школа № 9')
    await link(page.getByRole('main'), '5А').click()
    await heading(page, '5А')
    await page.getByText('Класс, Школа № 9').waitFor()
    await settled(page)
    expect(await page.getByText('Пригласите координатора').count()).toBe(0)
    expect(await lookOver(page, 'a-class')).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it('a closed school is looked over and asks nobody to be invited', async () => {
    const { page, leave, open } = await enter()
    await open('/units?q=Школа № 1')
    await link(page.getByRole('main'), 'Школа № 1').click()
    await heading(page, 'Школа № 1')
    await link(page.getByRole('main'), 'Изменить').click()
    const close = page.locator('details').filter({ hasText: 'Отметить закрытие' })
    await close.locator('summary').click()
    await field(close, 'Последний день работы').fill('2020-08-31')
    const order = { name: 'Приказ № 17.txt', mimeType: 'text/plain', buffer: Buffer.from('О закрытии') }
    await close.locator('input[type=file]').setInputFiles(order)
    await close.getByText('Приказ № 17.txt', { exact: true }).waitFor()
    await button(close, 'Отметить закрытие').click()
    await page.getByText('закрыта с 1 сентября 2020 г.').first().waitFor()
    expect(await link(page.getByRole('main'), 'Пригласить').count()).toBe(0)
    const history = page.getByRole('region', { name: 'История' })
    const [taken] = await Promise.all([page.waitForEvent('download'), button(history, /Приказ № 17/).click()])
    expect(taken.suggestedFilename()).toBe('Приказ № 17.txt')
    expect(await lookOver(page, 'closed-school')).toEqual([])
    // Back to the list as it was left.
    await link(page.getByRole('navigation', { name: 'Где вы находитесь' }), 'Школы и муниципалитеты').click()
    await heading(page, 'Школы и муниципалитеты')
    expect(await page.getByLabel('Найти', { exact: true }).inputValue()).toBe('Школа № 1')
    await leave()
  })
})
