import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import type { Visit } from './stage.ts'
import { button, field, goTo, heading, link } from './steps.ts'

const DAY = 86_400_000
const SOON = new Date(Date.now() + 3 * DAY)
const YEAR = SOON.getMonth() >= 7 ? SOON.getFullYear() : SOON.getFullYear() - 1
const SOON_WORDS = `до ${SOON.toLocaleDateString('ru', { day: 'numeric', month: 'long' })} ${SOON.getFullYear()} года`
const YESTERDAY = new Date(Date.now() - DAY).toLocaleDateString('sv')
const MEASURE = '1 Провести педагогический совет об объективности'

/** A measure from the shelf of the school to its acceptance, and where its term is seen meanwhile. */
aRegionAtWork((stage, population) => {
  beforeAll(plantPlan)
  const enter = async (role: 'municipality' | 'head') => {
    const visit = await stage().visit({ cookie: population().cookies[role] })
    await visit.open('/')
    return visit
  }
  const done = async ({ faults, leave }: Visit) => {
    expect(faults).toEqual([])
    await leave()
  }

  it('the school proves a measure, the municipality returns it with a reason, then accepts it', async () => {
    const head = await enter('head')
    const { page } = head
    await link(shelf(page, 'Сроки мер'), MEASURE).waitFor()
    expect(await lookOver(page, 'work-with-measures')).toEqual([])
    await link(shelf(page, 'Сроки мер'), MEASURE).click()
    await heading(page, MEASURE)
    await button(page, 'Представить подтверждение').click()
    await page.getByRole('alert').getByText('Документ 1: Назовите документ.').waitFor()
    expect(await lookOver(page, 'measure-submit-wrong')).toEqual([])
    await field(page, 'Название').fill('О педагогическом совете')
    await field(page, 'Номер').fill('14')
    await field(page, 'Дата').fill(YESTERDAY)
    await page.locator('input[type=file]').setInputFiles({
      name: 'приказ.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 приказ'),
    })
    await page.getByText('приказ.pdf', { exact: true }).waitFor()
    await button(page, 'Представить подтверждение').click()
    await button(page, 'Скачать: приказ.pdf').waitFor()
    expect(await lookOver(page, 'measure-submitted')).toEqual([])

    const above = await enter('municipality')
    await link(shelf(above.page, 'Ждут моей проверки'), MEASURE).click()
    await heading(above.page, MEASURE)
    await above.page.getByText('О педагогическом совете').waitFor()
    await open(above.page, 'Вернуть')
    await button(act(above.page, 'Вернуть'), 'Вернуть').click()
    await above.page.getByRole('alert').getByText('Напишите хотя бы несколько слов').waitFor()
    await field(act(above.page, 'Вернуть'), 'Чего не хватило').fill('Приложите протокол совета.')
    expect(await lookOver(above.page, 'measure-return')).toEqual([])
    await button(act(above.page, 'Вернуть'), 'Вернуть').click()
    await history(above.page).getByText('Приложите протокол совета.').waitFor()

    await page.goto('/')
    await link(shelf(page, 'Вернули доработать'), MEASURE).click()
    await history(page).getByText('Приложите протокол совета.').waitFor()
    await field(page, 'Что сделано').fill('Совет прошёл, протокол подписан и выложен на сайте.')
    await button(page, 'Представить подтверждение').click()
    await history(page).getByText('протокол подписан').waitFor()

    await above.page.reload()
    await open(above.page, 'Принять')
    await button(act(above.page, 'Принять'), 'Принять').click()
    await above.page
      .getByRole('main')
      .getByText(/^принята/)
      .first()
      .waitFor()
    expect(await lookOver(above.page, 'measure-accepted')).toEqual([])
    await page.reload()
    await page
      .getByRole('main')
      .getByText(/^принята/)
      .first()
      .waitFor()
    await done(above)
    await done(head)
  })

  it('terms stand in the list, the calendar and along the timeline, an open one without any day', async () => {
    const visit = await enter('head')
    const { page } = visit
    await goTo(page, 'Меры')
    await page.getByRole('table', { name: 'Меры' }).getByText('Методическая помощь').waitFor()
    expect(await lookOver(page, 'measures-of-school')).toEqual([])
    await link(page, 'Календарь').click()
    await page.getByText('Без дня: 1 мера').waitFor()
    await link(page.getByRole('listitem'), new RegExp(`^${MEASURE}`))
      .first()
      .waitFor()
    expect(await lookOver(page, 'measures-calendar-of-school')).toEqual([])
    await link(page, 'Лента').click()
    await page.getByRole('img', { name: '2 меры: с днями 1, без дня 1' }).waitFor()
    await page.getByText('Таблица сроков').click()
    await page.getByRole('table', { name: 'Таблица сроков' }).getByText('срок открытый').waitFor()
    expect(await lookOver(page, 'measures-timeline-of-school')).toEqual([])
    await done(visit)
  })

  it('the address of a calendar is shown once, fetched, and ended', async () => {
    const visit = await enter('head')
    const { page } = visit
    await visit.open('/me')
    await button(page, 'Получить адрес').click()
    const address = await page.getByRole('textbox', { name: 'Адрес календаря' }).inputValue()
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR')
    expect(await lookOver(page, 'own-calendar')).toEqual([])
    await page.reload()
    await button(page, 'Заменить адрес').waitFor()
    expect(await page.getByRole('textbox', { name: 'Адрес календаря' }).count()).toBe(0)
    await button(page, 'Прекратить').click()
    await button(page, 'Получить адрес').waitFor()
    expect((await fetch(address)).status).toBe(404)
    await done(visit)
  })

  /** A plan of the municipality that its school has taken over; by the same requests as the pages send. */
  async function plantPlan(): Promise<void> {
    const { send, cookies, units } = population()
    const ask = async <T>(role: 'municipality' | 'head', ...[method, url, body]: Parameters<Ask>) => {
      const answer = await send(method, url, cookies[role], body)
      expect(answer.status, await answer.clone().text()).toBeLessThan(300)
      return (await answer.json()) as T
    }
    type Kept = { id: number; version: number }
    const period = { start: `${YEAR}-08-01`, end: `${YEAR + 1}-08-31`, school: true, original: null }
    const approval = { post: null, person: null, date: null, number: null }
    const plan = await ask<Kept>('municipality', 'POST', '/api/plans', {
      unit: units.west,
      source: null,
      title: 'План объективности',
      period,
      approval,
      abbreviations: [],
      measures: [
        measure('1', 'Провести педагогический совет об объективности', SOON_WORDS),
        measure('2', 'Методическая помощь учителям', 'в течение года'),
      ],
    })
    const approved = await ask<Kept>('municipality', 'POST', `/api/plans/${plan.id}/approve`, {
      version: plan.version,
      approval,
    })
    await ask('municipality', 'POST', `/api/plans/${plan.id}/send`, {
      version: approved.version,
      units: [units.ours],
    })
    const { items } = await ask<{ items: Kept[] }>('head', 'GET', '/api/plans')
    await ask('head', 'POST', `/api/plans/${items[0].id}/approve`, { version: items[0].version, approval })
  }
})

type Ask = (method: 'GET' | 'POST', url: string, body?: unknown) => void

function measure(number: string, text: string, term: string) {
  const nothing = { section: null, year: null, level: null, plannedStart: null, plannedFinish: null }
  const unsaid = { place: null, participants: null, performer: null, expectedResult: null, note: null }
  return { number, text, term, ...nothing, ...unsaid, completion: null, responsible: [], doubtful: [] }
}

function shelf(page: Page, name: string): Locator {
  return page.getByRole('region', { name: new RegExp(`^${name}`) })
}

function act(page: Page, name: string): Locator {
  return page.locator('details').filter({ has: page.locator('summary').getByText(name, { exact: true }) })
}

/** The first act stands open already. */
async function open(page: Page, name: string): Promise<void> {
  if ((await act(page, name).getAttribute('open')) === null) await act(page, name).locator('summary').click()
}

function history(page: Page): Locator {
  return page.getByRole('region', { name: 'История' })
}
