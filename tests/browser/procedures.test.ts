import { expect, it } from 'vitest'
import { writeCsv } from '../../app/documents/csv/index.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { button, field, goTo, heading, link } from './steps.ts'

const HEADER = ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров']
const list = (name: string, ...rows: (string | number)[][]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(writeCsv([HEADER, ...rows])),
})

/** Campaigns, papers and the federal list: the analyst makes them, a school reads what concerns it. */
aRegionAtWork((stage, population) => {
  const enter = async (role: 'analyst' | 'head' | 'municipality') => {
    const visit = await stage().visit({ cookie: population().cookies[role] })
    await visit.open('/')
    return visit
  }

  it('a campaign: made, filled with a whole grade, a faulty scale put right, a school taken out', async () => {
    const { page, faults, leave } = await enter('analyst')
    const main = page.getByRole('main')
    await goTo(page, 'Кампании')
    expect(await lookOver(page, 'campaigns-empty')).toEqual([])
    await link(main, 'Создать кампанию').click()
    await heading(page, 'Новая кампания')
    await field(page, 'Название').fill('ВПР весна 2021')
    await field(page, 'Начало').fill('2021-05-21')
    await field(page, 'Окончание').fill('2021-03-15')
    await button(page, 'Создать').click()
    await page.getByRole('alert').getByText('Окончание раньше начала.').first().waitFor()
    expect(await lookOver(page, 'campaign-new-wrong')).toEqual([])
    await field(page, 'Начало').fill('2021-03-15')
    await field(page, 'Окончание').fill('2021-05-21')
    await field(page, 'Результаты сдать до').fill('2021-06-01')
    await button(page, 'Создать').click()

    await heading(page, 'Добавление работ')
    await page.getByRole('checkbox', { name: 'Отметить все работы 8 класса' }).check()
    await field(page, 'Предмет').fill('Родной язык')
    await field(page, 'Класс').selectOption('9')
    await button(page, 'Добавить в выбранные').click()
    expect(await lookOver(page, 'campaign-add')).toEqual([])
    await button(page, 'Добавить 9 работ').click()
    await heading(page, 'ВПР весна 2021')
    const care = page.getByRole('region', { name: 'О чём позаботиться' })
    await care.getByText('Для 1 работы нет спецификации').waitFor()
    expect(await lookOver(page, 'campaign')).toEqual([])

    await link(care, 'География, 8 класс, 2021').click()
    await heading(page, 'География, 8 класс, 2021')
    await main.getByText('балл 35 относится и к «4», и к «5»').waitFor()
    expect(await lookOver(page, 'specification-faulty')).toEqual([])
    await link(main, 'Дать исправленную шкалу').click()
    await heading(page, 'Исправление спецификации')
    await button(page, 'Сохранить редакцию').click()
    await page.getByRole('alert').getByText('балл 35 относится и к «4», и к «5»').waitFor()
    expect(await lookOver(page, 'specification-edit-refused')).toEqual([])
    await page.getByRole('textbox', { name: 'Отметка «4», баллы до' }).fill('34')
    await field(page, 'Источник').fill('Письмо организатора от 12.03.2021, с. 3')
    await field(page, 'Причина').fill('уточнены границы')
    await button(page, 'Сохранить редакцию').click()
    const revisions = page.getByRole('region', { name: 'Редакции' })
    await revisions.getByText('27–34').waitFor()
    expect(await lookOver(page, 'specification-revised')).toEqual([])

    await link(main, 'ВПР весна 2021').click()
    await heading(page, 'ВПР весна 2021')
    await care.waitFor()
    // What was read before stands there until the answer of now has come.
    await care.getByText('География').waitFor({ state: 'detached' })
    await link(main, 'Задать сроки территории').click()
    await heading(page, 'Сроки территории')
    await page.getByRole('combobox', { name: 'Муниципалитет или школа' }).fill('школа № 1')
    await page.getByRole('option', { name: 'Школа № 1' }).first().click()
    await page.getByRole('radio', { name: 'Не участвует' }).check()
    await page.getByRole('checkbox', { name: 'Все работы кампании' }).uncheck()
    await page.getByRole('checkbox', { name: 'География, 8 класс, 2021' }).check()
    await button(page, 'Сохранить').click()
    await page.getByRole('alert').getByText('почему не участвует').first().waitFor()
    expect(await lookOver(page, 'campaign-terms-wrong')).toEqual([])
    await field(page, 'Причина').fill('нет восьмого класса')
    await button(page, 'Сохранить').click()
    await page.getByRole('region', { name: 'Сроки территорий' }).getByText('нет восьмого класса').waitFor()

    await link(main, 'Физика, 8 класс, 2021').click()
    await heading(page, 'Физика, 8 класс, 2021')
    await field(page, 'Пишут с').fill('2021-04-12')
    await button(page, 'Сохранить').click()
    await page.getByText('12 апреля – 21 мая 2021').first().waitFor()
    expect(await lookOver(page, 'assessment')).toEqual([])
    await button(page, 'Снять работу').click()
    await page.getByText('Работа снята: результатов по ней не ждут').waitFor()
    await button(page, 'Вернуть в кампанию').click()
    await button(page, 'Снять работу').waitFor()
    // Leaving no description, it can be described.
    await page.goto(
      `${new URL(page.url()).origin}/specifications/${encodeURIComponent('ВПР.2021.9.Родной язык')}`,
    )
    await heading(page, 'Родной язык, 9 класс, 2021')
    expect(await lookOver(page, 'specification-unknown')).toEqual([])
    await link(page.getByRole('main'), 'Описать эту работу').click()
    await heading(page, 'Описание работы')
    expect(await lookOver(page, 'specification-describe')).toEqual([])
    // The answer that says «not found» is a red line in the console of the browser, and expected.
    expect(faults.filter(fault => !/404|409|422/.test(fault))).toEqual([])
    await leave()

    const school = await enter('head')
    await goTo(school.page, 'Кампании')
    await link(school.page.getByRole('main'), 'ВПР весна 2021').click()
    await heading(school.page, 'ВПР весна 2021')
    const row = school.page.getByRole('row').filter({ hasText: 'География' }).first()
    await row.getByText('Не участвует').waitFor()
    expect(await link(school.page, 'Изменить').count()).toBe(0)
    expect(await button(school.page, 'Завершить кампанию').count()).toBe(0)
    expect(await lookOver(school.page, 'campaign-of-school')).toEqual([])
    expect(school.faults).toEqual([])
    await school.leave()
  })

  it('papers: found by filters that stay in the address, saved as a file, brought in again', async () => {
    const { page, faults, leave } = await enter('analyst')
    await goTo(page, 'Спецификации')
    await page.getByRole('combobox', { name: 'Полнота' }).selectOption({ label: 'Без заданий' })
    await page.waitForURL(/paper=no-tasks/)
    await link(page.getByRole('main'), 'Биология, 6 класс, 2021').waitFor()
    expect(await lookOver(page, 'specifications')).toEqual([])
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, /Файл/).click()])
    await link(page.getByRole('main'), 'Загрузить файл').click()
    await heading(page, 'Загрузка файла спецификаций')
    expect(await lookOver(page, 'specifications-upload')).toEqual([])
    const entries = JSON.parse(await textOf(await file.createReadStream())) as Record<string, unknown>[]
    const fresh = [{ ...entries[0], year: 2026, source: '' }, entries[1]]
    const upload = (content: unknown) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'шкалы.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(content)),
      })
    await upload([{ ...fresh[0], bands: { 2: [0, 5], 3: [5, 9], 4: [10, 14], 5: [15, 20] } }])
    await page.getByRole('alert').first().waitFor()
    await upload(fresh)
    await page.getByText('Новая работа').waitFor()
    expect(await lookOver(page, 'specifications-checked')).toEqual([])
    await field(page, 'Источник для работ без своего').fill('Описание 2026 года')
    await button(page, 'Принять 1 редакцию').click()
    await page.getByText('Сохранена 1 редакция').waitFor()
    expect(faults.filter(fault => !/422/.test(fault))).toEqual([])
    await leave()
  })

  it('the federal list: problems at once, accepted, seen by each level as its own, undone', async () => {
    const { page, faults, leave } = await enter('analyst')
    const main = page.getByRole('main')
    await goTo(page, 'Федеральный перечень')
    expect(await lookOver(page, 'federal-list-empty')).toEqual([])
    await link(main, 'Загрузить перечень').click()
    await heading(page, 'Загрузка перечня')
    const upload = page.locator('input[type=file]')
    await upload.setInputFiles(list('плохой.csv', [2021, 'edu990777', '', 'Школа', 1, '', '', '', 2]))
    await heading(page, 'плохой.csv')
    const problems = page.getByRole('table', { name: 'Замечания' })
    await problems.getByText('Школы с таким логином в реестре нет').waitFor()
    await problems.getByText('отмечен 1 столбец').waitFor()
    expect(await button(page, /^Принять/).count()).toBe(0)
    expect(await lookOver(page, 'federal-list-problems')).toEqual([])
    await link(main, 'Загрузка перечня').click()
    await upload.setInputFiles(
      list(
        'перечень.csv',
        [2020, 'edu990001', '', 'Школа № 1', 1, '', '', '', 1],
        [2021, 'edu990001', '', 'Школа № 1', 1, '', '', 1, 2],
        [2021, 'edu990002', '', 'Школа № 2', '', 1, '', '', 1],
      ),
    )
    await button(page, 'Принять: 3 школы').click()
    await page.getByText('Школы этого перечня видны').waitFor()
    expect(await lookOver(page, 'federal-list-accepted')).toEqual([])
    await goTo(page, 'Федеральный перечень')
    await page.getByRole('row').filter({ hasText: 'Школа № 1' }).getByText('2 года').waitFor()
    await page.getByRole('combobox', { name: 'Лет подряд' }).selectOption('2')
    await page.waitForURL(/running=2/)
    await page.getByText('Показано 1 из 1').waitFor()
    expect(await lookOver(page, 'federal-list')).toEqual([])

    const theirs = await enter('municipality')
    await goTo(theirs.page, 'Федеральный перечень')
    await link(theirs.page.getByRole('main'), 'Школа № 1').waitFor()
    expect(await theirs.page.getByText('Школа № 2').count()).toBe(0)
    expect(await lookOver(theirs.page, 'federal-list-of-municipality')).toEqual([])
    await theirs.leave()

    await link(main, 'Загрузки перечня').click()
    await link(main, 'перечень.csv').click()
    await field(page, 'Причина').fill('прислан исправленный')
    await button(page, 'Отменить перечень').click()
    await page.getByText('Перечень отменён и больше не учитывается').waitFor()
    expect([...faults, ...theirs.faults]).toEqual([])
    await leave()
  })

  it('the campaign is chosen once and kept from page to page', async () => {
    const { page, faults, leave, open } = await enter('analyst')
    await open('/campaigns')
    const id = /\d+$/.exec(
      (await link(page.getByRole('main'), 'ВПР весна 2021').getAttribute('href')) ?? '',
    )?.[0]
    await open(`/campaigns?campaign=${id}`)
    await goTo(page, 'Спецификации')
    expect(new URL(page.url()).searchParams.get('campaign')).toBe(id)
    expect(faults).toEqual([])
    await leave()
  })
})

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
