import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { PHONE, settled, type Visit } from './stage.ts'
import { button, goTo, heading, link } from './steps.ts'

/** What stands around every page: the work that waits, dialogs, the menu of a phone, languages, the keyboard. */
aRegionAtWork((stage, population) => {
  const asAdministrator = (): Promise<Visit> => stage().visit({ cookie: population().cookies.administrator })

  it('«Моя работа» shows what one was told and the work that is done', async () => {
    const { page, faults, leave, open } = await asAdministrator()
    await open('/')
    const notices = page.getByRole('region', { name: 'Новые уведомления' })
    await notices.getByText('План объективности').waitFor()
    await page.getByRole('region', { name: 'Фоновые задания' }).getByText('Готово').waitFor()
    await notices.getByRole('button', { name: 'Прочитано' }).click()
    // Read through, its place goes, and one sentence says that nothing waits.
    await notices.waitFor({ state: 'detached' })
    await page.getByText('Сейчас вас ничего не ждёт').waitFor()
    expect(faults).toEqual([])
    await leave()
  })

  it('at a desk everything one may open, and who one is, is in sight; an unknown address keeps it all', async () => {
    const { page, faults, leave, open } = await asAdministrator()
    await page.setViewportSize({ width: 1366, height: 768 })
    // Another's record and an address that names none look the same, and neither stands without a heading.
    for (const path of ['/units/999999', '/units/none', '/units/99999999999', '/people/nobody']) {
      await open(path)
      await heading(page, 'Здесь ничего нет')
    }
    await open('/nowhere/at/all')
    await heading(page, 'Здесь ничего нет')
    for (const locator of [
      button(page, /Найти школу/),
      page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Настройки' }),
      page.getByRole('link', { name: /Мой профиль/ }),
      button(page, 'Выйти'),
    ]) {
      const box = await locator.boundingBox()
      expect(box && box.y + box.height, String(locator)).toBeLessThanOrEqual(768)
      // Nothing lies over it either.
      await locator.click({ trial: true })
    }
    const menu = page.getByRole('complementary')
    expect(await menu.evaluate(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)).toBe(true)
    expect(faults).toEqual([])
    await leave()
  })

  it('on a phone «Кто что может» tells one role at a time, and a date is said in words', async () => {
    const { page, faults, leave, open } = await stage().visit({
      cookie: population().cookies.analyst,
      width: PHONE,
    })
    await open('/access')
    const right = (words: string) => page.getByRole('rowheader', { name: words })
    await right('запускать анализ').waitFor()
    expect(await right('делать резервную копию').isVisible()).toBe(false)
    await page.getByLabel('Роль', { exact: true }).selectOption('administrator')
    await right('делать резервную копию').waitFor()
    await open('/campaigns/new')
    await page.getByLabel('Начало').fill('2021-03-12')
    await page.getByText('12 марта 2021 г.').waitFor()
    expect(faults).toEqual([])
    await leave()
  })

  it('dialogs, and the menu of a phone', async () => {
    const { page, faults, leave, open } = await asAdministrator()
    const wrong: string[] = []
    const over = async (name: string) => {
      await page.getByRole('dialog').waitFor()
      wrong.push(...(await lookOver(page, name)))
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await open('/units')
    await page.keyboard.press('Slash')
    await page.getByRole('combobox', { name: 'Поиск по территории' }).fill('школа')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await over('dialog-find')
    await page.keyboard.press('Shift+Slash')
    await over('dialog-keys')
    await button(page.getByRole('region', { name: 'О чём эта страница' }), /^Территория/).click()
    await over('dialog-territory')
    await page.setViewportSize({ width: PHONE, height: 844 })
    await button(page, 'Открыть разделы').click()
    await over('dialog-menu')
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it('in English too, and a phone reads the same pages', async () => {
    const { page, faults, leave, open } = await stage().visit({
      cookie: population().westAdministrator,
      width: PHONE,
    })
    await open('/')
    await button(page, /switch to English/).click()
    await heading(page, 'My work')
    const wrong = await lookOver(page, 'work-english')
    await open('/units')
    wrong.push(...(await lookOver(page, 'units-english')))
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it('by the keyboard alone: skip link, j, k, Enter; the heading has the focus after going on', async () => {
    const { page, faults, leave, open } = await asAdministrator()
    await open('/units')
    await page.getByRole('link', { name: 'Школа № 1' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('К содержанию')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement?.id')).toBe('content')
    await page.keyboard.press('j')
    expect(await focused(page)).toBe('Школа № 1')
    await page.keyboard.press('j')
    expect(await focused(page)).toBe('Школа № 2')
    await page.keyboard.press('k')
    expect(await focused(page)).toBe('Школа № 1')
    await page.keyboard.press('Enter')
    await heading(page, 'Школа № 1')
    await settled(page)
    expect(await focused(page)).toBe('Школа № 1')
    expect(await page.title()).toBe('Школа № 1 — Объектив')
    await goTo(page, 'Журнал действий')
    await settled(page)
    expect(await focused(page)).toBe('Журнал действий')
    // The keys can be switched off, and then type nothing and open nothing.
    await page.keyboard.press('Shift+Slash')
    await page.getByRole('checkbox', { name: /Включить клавиши/ }).uncheck()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Slash')
    await link(page, 'Школы и муниципалитеты').click()
    await heading(page, 'Школы и муниципалитеты')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(faults).toEqual([])
    await leave()
  })
})

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement?.textContent?.trim()')
}
