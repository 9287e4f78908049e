import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { fileOf, makeAnalytics, makeSchoolForm, makeWayFiles, type WayFiles } from '../world/way-files.ts'
import { aRegionOnBothDatabases } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { settled } from './stage.ts'
import { button, field, goTo, heading, link } from './steps.ts'

const FILES = 'input[type=file]'
/** Reading and analysing go on in threads; a machine that runs other tests beside takes its time. */
const PATIENTLY = { timeout: 120_000 }

/** From dropped files to an analysis that everybody sees, and what a school sends of its own. */
aRegionOnBothDatabases((stage, population) => {
  let files: WayFiles
  beforeAll(async () => {
    files = await makeWayFiles()
  })
  const enter = async (role: 'analyst' | 'head' | 'ministry' | 'observer') => {
    const visit = await stage().visit({ cookie: population().cookies[role] })
    await visit.open('/')
    return visit
  }

  it('the analyst drops files, sees every problem by kind, accepts, analyses and publishes', async () => {
    const { page, faults, leave } = await enter('analyst')
    const main = page.getByRole('main')
    const list = page.getByRole('table', { name: 'Файлы' })
    await goTo(page, 'Кто сдал')
    await main.getByText('Кампаний пока нет').waitFor()
    expect(await lookOver(page, 'received-nothing')).toEqual([])
    await plantCampaign()
    await page.reload()
    await goTo(page, 'Загрузка файлов')
    await main.getByText('Файлов пока нет').waitFor()
    expect(await lookOver(page, 'imports-empty')).toEqual([])
    await page.getByRole('combobox', { name: 'Кампания' }).selectOption({ label: 'ВПР, весна 2021' })
    await page
      .locator(FILES)
      .setInputFiles([
        files.russian,
        files.mathematics,
        fileOf('не протокол.xlsx', Buffer.from('просто текст')),
      ])
    await list.getByText('Не читается').waitFor(PATIENTLY)
    await main.getByText('Прочитано и ждёт решения: 2 файла').waitFor(PATIENTLY)
    const kinds = page.getByRole('table', { name: 'Виды замечаний' })
    // What protocols are full of is folded behind its count: what needs a look stands first.
    const usual = page.getByRole('table', { name: 'Обычные записи' })
    expect(await usual.count()).toBe(0)
    await main.getByText('Обычные записи, прочитаны без сомнений').click()
    await usual.getByRole('row').filter({ hasText: 'латинская буква X вместо балла' }).waitFor()
    expect(await lookOver(page, 'imports-checked')).toEqual([])

    await button(kinds, 'итог не равен сумме баллов за задания').click()
    await page.waitForURL(/kind=/)
    const met = page.getByRole('table', { name: 'Что встретилось в файлах' })
    // What was there before stays until the answer comes.
    await met.getByText('прочитано как «не приступал»').first().waitFor({ state: 'detached' })
    await met.getByText('взят указанный итог').first().waitFor()
    await button(main, 'Сбросить').click()

    await link(main, 'не протокол.xlsx').click()
    await heading(page, 'не протокол.xlsx')
    await page.getByRole('heading', { name: 'Почему файл не читается' }).waitFor()
    expect(await lookOver(page, 'batch-refused')).toEqual([])
    await link(main, 'Загрузка файлов').click()
    await link(main, files.russian.name).click()
    await heading(page, files.russian.name)
    await page.getByRole('table', { name: 'Виды замечаний' }).waitFor()
    await button(main, /^Принять, 1 ?\d{3} работ/).waitFor()
    expect(await lookOver(page, 'batch-checked')).toEqual([])

    await link(main, 'Загрузка файлов').click()
    await button(main, 'Принять 2 файла').click()
    await page.getByRole('status').getByText('Принято: 2 файла').waitFor()
    await page.locator(FILES).setInputFiles([files.russian])
    await list.getByText('Повтор').waitFor(PATIENTLY)
    await link(list, 'первый такой файл').waitFor()
    expect(await lookOver(page, 'imports-accepted')).toEqual([])
    await link(list, files.mathematics.name).click()
    await main.getByText('Отменить приём', { exact: true }).first().click()
    await button(main, 'Отменить приём').click()
    await page.getByRole('alert').getByText('Напишите, почему отменяете').first().waitFor()
    expect(await lookOver(page, 'batch-undo-wrong')).toEqual([])

    await goTo(page, 'Кто сдал')
    await main.getByRole('row').filter({ hasText: 'Школа № 1' }).first().waitFor()
    expect(await lookOver(page, 'received')).toEqual([])

    await goTo(page, 'Анализы')
    await link(main, 'Начать анализ').first().click()
    await main.getByText('Все принятые: 2 файла').waitFor()
    await field(page, 'Ложных сигналов').fill('10')
    await button(page, 'Начать анализ').click()
    await heading(page, /^ВПР, весна 2021: анализ от/)
    await main.getByText('Черновик', { exact: true }).waitFor(PATIENTLY)
    await main.getByRole('figure').first().waitFor()
    // A sign is named together with how its reply stands, or with why nobody can be asked.
    const ours = main.getByRole('row').filter({ hasText: 'Школа № 1' })
    await ours.getByText('черновик: школа ещё не видит').first().waitFor()
    expect(await lookOver(page, 'run-of-files')).toEqual([])
    await sameAsTheCommand(page)
    await button(page, 'Опубликовать').click()
    await button(page.getByRole('dialog'), 'Опубликовать').click()
    await main.getByText('Опубликован', { exact: true }).waitFor()
    await ours.getByText('пояснение не запрошено').first().waitFor()
    await settled(page)
    expect(faults).toEqual([])
    await leave()

    const ministry = await enter('ministry')
    await goTo(ministry.page, 'Картина территории')
    await ministry.page.getByRole('figure').first().waitFor()
    expect(await button(ministry.page, 'Опубликовать').count()).toBe(0)
    expect(ministry.faults).toEqual([])
    await ministry.leave()
  })

  it('a school sends its own form and what «Аналитика» gave it; nobody’s but the region’s is the decision', async () => {
    const { page, faults, leave } = await enter('head')
    const main = page.getByRole('main')
    await goTo(page, 'Загрузка файлов')
    const form = await makeSchoolForm()
    const analytics = await makeAnalytics()
    await page.locator(FILES).setInputFiles([form, analytics])
    const list = page.getByRole('table', { name: 'Файлы' })
    for (const { name } of [form, analytics])
      await list
        .getByRole('row')
        .filter({ hasText: name })
        .getByText('Прочитан, ждёт решения')
        .waitFor(PATIENTLY)
    expect(await button(main, /^Принять/).count()).toBe(0)
    expect(await lookOver(page, 'imports-of-school')).toEqual([])
    await link(list, form.name).click()
    await main.getByText('Решение о приёме — за аналитиком региона').waitFor()
    await main.getByText('Обычные записи, прочитаны без сомнений').click()
    await main.getByText('«отсутствовал» вместо варианта').first().waitFor()
    expect(await lookOver(page, 'batch-of-school')).toEqual([])
    await button(main, 'Отклонить').click()
    await main.getByText('Отклонён', { exact: true }).waitFor()
    // The protocols of the region are not the school's to send.
    await link(main, 'Загрузка файлов').click()
    await page
      .locator(FILES)
      .setInputFiles([{ ...files.mathematics, name: '2021 Математика, 4 класс, чужие.xlsx' }])
    const foreign = list.getByRole('row').filter({ hasText: 'чужие.xlsx' })
    await foreign.getByText(/других школ/).waitFor(PATIENTLY)
    expect(faults).toEqual([])
    await leave()

    const observer = await enter('observer')
    for (const path of ['/imports', '/received', '/runs', '/region']) {
      await observer.open(path)
      await heading(observer.page, 'Эта страница не для вашей роли')
    }
    await observer.leave()
  })

  /** The mean on the page is that of the command's own report, digit by digit, with its interval and the region's mean. */
  async function sameAsTheCommand(page: Page): Promise<void> {
    const { send, cookies } = population()
    const id = /runs\/(\d+)/.exec(page.url())![1]
    const report = await (await send('GET', `/api/runs/${id}/outputs/report.html`, cookies.analyst)).text()
    const [set] = await page
      .getByRole('combobox', { name: 'Работа' })
      .locator('option:checked')
      .allInnerTexts()
    const section = report.slice(report.indexOf(`<h2>${set}</h2>`))
    const [, told] = /Школа № 1<\/(?:a|th)>.*?<td class="number wrap">([\d,]+ \([^)]+\))/.exec(section)!
    const [, whole] = /Средний балл ([\d,]+) из/.exec(section)!
    const [shown] = await page
      .getByRole('main')
      .getByRole('row')
      .filter({ hasText: 'Школа № 1' })
      .allInnerTexts()
    expect(shown.replaceAll(/\s/g, '')).toContain(told.replaceAll(/\s/g, ''))
    expect(shown.split(/\s/)).toContain(whole)
  }

  async function plantCampaign(): Promise<void> {
    const { send, cookies } = population()
    const answer = await send('POST', '/api/campaigns', cookies.analyst, {
      ...{ procedure: 'ВПР', title: 'ВПР, весна 2021', startsOn: '2021-03-15', endsOn: '2021-05-21' },
      dueOn: '2021-06-01',
    })
    const { id } = (await answer.json()) as { id: number }
    const papers = ['Русский язык', 'Математика'].map(subject => ({ year: 2021, grade: 4, subject }))
    await send('POST', `/api/campaigns/${id}/assessments`, cookies.analyst, { assessments: papers })
  }
})
