import { expect, it } from 'vitest'
import { writeCsv } from '../../app/documents/csv/index.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { acceptInvitation, button, field, findUnit, goTo, heading, invite, link, signIn } from './steps.ts'

const HEADER = [
  'Логин ОО',
  'Наименование ОО',
  'Код муниципалитета',
  'Муниципалитет',
  'Тип населённого пункта',
]
const WEST = ['reg99_m001', 'Западный район', 'Городской']
const registry = (third: readonly string[]) => ({
  name: 'registry.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    writeCsv([
      HEADER,
      ['edu990001', 'Школа № 1', ...WEST],
      ['edu990002', 'Школа № 2', 'reg99_m002', 'Восточный район', 'Городской'],
      third,
    ]),
  ),
})

/** What the administrator of the region does: the registry, people and roles, the log, settings, backups, a conflict. */
aRegionAtWork((stage, population) => {
  const enter = async () => {
    const visit = await stage().visit({ cookie: population().cookies.administrator })
    await visit.open('/')
    return visit
  }

  it('the registry: problems, a corrected file, accepting, undoing', async () => {
    const { page, faults, leave } = await enter()
    await goTo(page, 'Загрузка реестра')
    await page.locator('input[type=file]').setInputFiles(registry(['школа', 'Лицей', ...WEST]))
    await heading(page, 'registry.csv')
    await page
      .getByRole('table', { name: 'Замечания' })
      .getByText('школа', { exact: false })
      .first()
      .waitFor()
    expect(await button(page, /^Принять/).count()).toBe(0)
    expect(await lookOver(page, 'import-problems')).toEqual([])

    await link(page.getByRole('main'), 'Загрузка реестра').click()
    await page.locator('input[type=file]').setInputFiles(registry(['edu990003', 'Новый лицей', ...WEST]))
    await button(page, /^Принять: новых 1/).waitFor()
    expect(await lookOver(page, 'import-difference')).toEqual([])
    await button(page, /^Принять: новых 1/).click()
    await page.getByText('Изменения внесены в реестр').waitFor()
    await findUnit(page, 'новый лицей', 'Новый лицей')

    // The log tells it in words, and not what may not be shown.
    await goTo(page, 'Журнал действий')
    await page
      .getByRole('combobox', { name: 'О чём', exact: true })
      .selectOption({ label: 'загрузка реестра' })
    const line = page.getByRole('row').filter({ hasText: 'принято' }).first()
    expect(await line.textContent()).not.toContain('«скрыто» →')
    expect(page.url()).toContain('subject=')

    await goTo(page, 'Загрузка реестра')
    await link(page.getByRole('row').filter({ hasText: 'Принят' }), 'registry.csv').click()
    await button(page, 'Отменить загрузку').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Отменить загрузку целиком?').waitFor()
    expect(await lookOver(page, 'dialog-undo')).toEqual([])
    await button(dialog, 'Отменить загрузку').click()
    await page.getByText('Загрузка отменена, реестр такой же').waitFor()
    await page.keyboard.press('Slash')
    await page.getByRole('combobox', { name: 'Поиск по территории' }).fill('новый лицей')
    await page.getByText('ничего не нашлось').waitFor()
    expect(faults).toEqual([])
    await leave()
  })

  it('a link invites, another browser accepts, a role is given and taken back', async () => {
    const { page, faults, leave } = await enter()
    await findUnit(page, 'Школа № 1', 'Школа № 1')
    await link(page.getByRole('region', { name: 'Люди' }), 'Пригласить').click()
    // The unit one came from stands in the form.
    const url = await invite(page, {
      name: 'Новикова Ольга Петровна',
      email: 'novikova@example.org',
      role: 'Координатор',
      where: null,
    })
    expect(await lookOver(page, 'invited')).toEqual([])

    const theirs = await stage().visit()
    await acceptInvitation(theirs.page, url, 'Школа № 1')
    await button(theirs.page, 'Выйти').click()
    await heading(theirs.page, 'Вход')
    await signIn(theirs.page, 'novikova@example.org')
    await heading(theirs.page, 'Моя работа')
    const again = await stage().visit()
    await again.page.goto(url)
    await again.page.getByRole('alert').waitFor()
    expect(await lookOver(again.page, 'invitation-used')).toEqual([])
    await again.leave()

    await goTo(page, 'Люди и роли')
    await page.getByLabel('Найти человека').fill('Новикова')
    await page.waitForURL(/q=/)
    await link(page.getByRole('main'), 'Новикова Ольга Петровна').click()
    await heading(page, 'Новикова Ольга Петровна')
    const roles = page.getByRole('region', { name: 'Роли' })
    await button(roles, 'Дать роль').click()
    await field(roles, 'Роль').selectOption({ label: 'Методист' })
    await roles.getByRole('combobox', { name: 'Где' }).fill('западный')
    await roles.getByRole('option', { name: 'Западный район' }).click()
    expect(await lookOver(page, 'person-giving')).toEqual([])
    await button(roles, 'Дать роль').click()
    const given = roles.getByRole('listitem').filter({ hasText: 'Методист' })
    await given.waitFor()
    expect(await lookOver(page, 'person')).toEqual([])
    await button(given, 'Отозвать роль').click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('Новикова Ольга Петровна')
    await button(dialog, 'Отозвать роль').click()
    await given.getByText('Отозвана').waitFor()
    expect([...faults, ...theirs.faults]).toEqual([])
    await theirs.leave()
    await leave()
  })

  it('the log is narrowed, the settings are kept, a backup is made', async () => {
    const { page, faults, leave } = await enter()
    await goTo(page, 'Журнал действий')
    await page.getByRole('table').waitFor()
    await page.getByRole('combobox', { name: 'О чём', exact: true }).selectOption({ label: 'приглашение' })
    await page.waitForURL(/subject=invitation/)
    await page.getByText('novikova', { exact: false }).or(page.getByText('Новикова')).first().waitFor()
    await button(page, 'Сбросить').click()
    await page.waitForURL(url => url.search === '')

    await goTo(page, 'Настройки')
    const expert = page.getByRole('checkbox', { name: 'Эксперт предметной комиссии' })
    const keep = async (legend: string) => {
      const form = page.locator('form').filter({ hasText: legend })
      await button(form, 'Сохранить').click()
      await form.getByText('Сохранено').waitFor()
    }
    await expert.check()
    await keep('второй шаг')
    await page.reload()
    await expert.waitFor()
    expect(await expert.isChecked()).toBe(true)
    await expert.uncheck()
    await keep('второй шаг')
    const days = page.getByRole('textbox', { name: 'Через сколько дней' })
    await days.fill('0')
    await button(page.locator('form').filter({ has: days }), 'Сохранить').click()
    await page.getByRole('alert').getByText('Введите целое число дней').waitFor()
    await days.fill('14')
    await keep('Просроченные меры')
    await page.reload()
    await days.waitFor()
    expect(await days.inputValue()).toBe('14')

    await goTo(page, 'Резервные копии')
    await button(page, 'Сделать копию').click()
    await page.getByRole('row').filter({ hasText: '.tar.gz' }).waitFor({ timeout: 60_000 })
    expect(await lookOver(page, 'backups')).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it('two people change one school: the second is told, and decides', async () => {
    const [mine, theirs] = [await enter(), await enter()]
    const edit = `/units/${population().units.ours}/edit`
    await mine.open(edit)
    await theirs.open(edit)
    await field(mine.page, 'Код для ОГЭ').fill('10001')
    await button(mine.page, 'Сохранить').click()
    await heading(mine.page, 'Школа № 1')

    await field(theirs.page, 'Код для ЕГЭ').fill('20002')
    await button(theirs.page, 'Сохранить').click()
    await theirs.page.getByRole('heading', { name: 'Запись изменил другой человек' }).waitFor()
    expect(await lookOver(theirs.page, 'conflict')).toEqual([])
    await button(theirs.page, 'Внести мои правки поверх').click()
    await button(theirs.page, 'Сохранить').click()
    await heading(theirs.page, 'Школа № 1')
    const facts = theirs.page.getByRole('region', { name: 'Сведения' })
    await facts.getByText('20002').waitFor()
    await facts.getByText('10001').waitFor()
    expect([...mine.faults, ...theirs.faults]).toEqual([])
    await mine.leave()
    await theirs.leave()
  })
})
