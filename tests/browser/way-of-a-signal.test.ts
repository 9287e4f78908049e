import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { Role } from '../../app/features/accounts/index.ts'
import { BROWSER } from '../world/start-world.ts'
import { makeWayFiles, type WayFile } from '../world/way-files.ts'
import { aRegionOnBothDatabases } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { settled, type Visit } from './stage.ts'
import { button, field, goTo, heading, link } from './steps.ts'

const NEXT_WEEK = new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('sv')
/** Beside signs and their passports: what ministry, institute and methodist come for. */
const PAGES_OF_READERS = [
  ['work', '/'],
  ['signals', '/signals'],
  ['region', '/region'],
  ['portraits', '/portraits'],
] as const
const OURS = 'Школа № 1 · Русский язык, 4 класс, 2021'

/** From a sign that somebody asks about to its outcome, each role with what is theirs to see and to do. */
aRegionOnBothDatabases((stage, population) => {
  beforeAll(async () => {
    const { russian, mathematics } = await makeWayFiles()
    await publishAnalysis([russian, mathematics])
  })
  const enter = async (role: Role) => {
    const visit = await stage().visit({ cookie: population().cookies[role] })
    await visit.open('/')
    return visit
  }
  const done = async ({ faults, leave }: Visit) => {
    expect(faults).toEqual([])
    await leave()
  }

  it('the region asks many schools at once, until a day', async () => {
    const visit = await enter('analyst')
    const { page } = visit
    const main = page.getByRole('main')
    await goTo(page, 'Признаки')
    await row(page, 'Школа № 2').first().waitFor()
    await statesOfReplies(page)
    await button(main, /^Выбрать \d+ показанных/).click()
    await button(main, /^Запросить пояснение \(/).click()
    const dialog = page.getByRole('dialog')
    await field(dialog, 'Ответ нужен до').fill('')
    await button(dialog, 'Запросить пояснение').click()
    await dialog.getByRole('alert').getByText('Назовите день').first().waitFor()
    expect(await lookOver(page, 'signals-ask-many')).toEqual([])
    await field(dialog, 'Ответ нужен до').fill(NEXT_WEEK)
    await field(dialog, 'Что важно сказать школе').fill('Расскажите, кто проводил и проверял.')
    await button(dialog, 'Запросить пояснение').click()
    await dialog.waitFor({ state: 'detached' })
    await row(page, 'ждём до').first().waitFor()
    expect(await row(page, 'пояснение не запрошено').count()).toBe(0)
    await statesOfReplies(page)
    expect(await lookOver(page, 'signals-of-region')).toEqual([])
    await done(visit)
  })

  it('the municipality sees its own alone, passes the question on and says its view', async () => {
    const visit = await enter('municipality')
    const { page } = visit
    await goTo(page, 'Признаки')
    await row(page, 'Школа № 1').first().waitFor()
    expect(await page.getByText('Школа № 2').count()).toBe(0)
    await openOwn(page)
    await openAct(page, 'Передать школе')
    await field(form(page, 'Передать школе'), 'Ваши слова школе').fill(
      'Ответьте до пятницы, посмотрим вместе.',
    )
    expect(await lookOver(page, 'signal-forward')).toEqual([])
    await button(page, 'Передать школе').click()
    const timeline = page.getByRole('region', { name: 'Ход' })
    await timeline.getByText('Запрос передан школе муниципалитетом').waitFor()
    await openAct(page, 'Добавить мнение')
    await button(form(page, 'Добавить мнение'), 'Добавить мнение').click()
    await page.getByRole('alert').getByText('Напишите хотя бы одно предложение').first().waitFor()
    expect(await lookOver(page, 'signal-comment-wrong')).toEqual([])
    await field(form(page, 'Добавить мнение'), 'Мнение').fill('В классе новый учитель.')
    await button(form(page, 'Добавить мнение'), 'Добавить мнение').click()
    await timeline.getByText('В классе новый учитель.').waitFor()
    // Rows of participants are never the municipality's.
    expect(await link(page, 'Открыть работы').count()).toBe(0)
    await done(visit)
  })

  it('the school finds it in its work, replies with causes, words and a file, and is heard', async () => {
    const coordinator = await enter('coordinator')
    await shelf(coordinator.page, 'Ждут моего ответа').getByText(OURS).first().waitFor()
    await done(coordinator)

    const head = await enter('head')
    const { page } = head
    await shelf(page, 'Ждут моего ответа').getByText(OURS).first().waitFor()
    expect(await lookOver(page, 'work-of-head')).toEqual([])
    await openOwn(page, shelf(page, 'Ждут моего ответа'))
    await button(page, 'Ответить').click()
    await page.getByRole('alert').getByText('Напишите хотя бы одно предложение').first().waitFor()
    expect(await lookOver(page, 'signal-reply-wrong')).toEqual([])
    await reply(page, 'Класс математический, работу проверяла комиссия района.', 'приказ.pdf')
    await page
      .getByText(/^ответ получен/)
      .first()
      .waitFor()
    expect(await lookOver(page, 'signal-replied')).toEqual([])
    await link(page, 'Открыть работы').click()
    await heading(page, 'Работы участников')
    await page.getByRole('table', { name: 'Работы участников' }).waitFor({ timeout: 120_000 })
    expect(await lookOver(page, 'signal-case')).toEqual([])
    expect(await page.getByText('Школа № 2').count()).toBe(0)

    const analyst = await enter('analyst')
    await openOwn(analyst.page, shelf(analyst.page, 'Проверить'))
    const timeline = analyst.page.getByRole('region', { name: 'Ход' })
    await timeline.getByText('комиссия района').waitFor()
    await button(timeline, 'Скачать: приказ.pdf').waitFor()
    await openAct(analyst.page, 'Вернуть ответ')
    await field(form(analyst.page, 'Вернуть ответ'), 'Чего не хватило').fill('Приложите протокол проверки.')
    expect(await lookOver(analyst.page, 'signal-return')).toEqual([])
    await button(form(analyst.page, 'Вернуть ответ'), 'Вернуть ответ').click()
    await analyst.page
      .getByText(/^возвращено школе/)
      .first()
      .waitFor()

    await page.goto('/')
    await openOwn(page, shelf(page, 'Ждут моего ответа'))
    await page.getByText('Приложите протокол проверки.').waitFor()
    await reply(page, 'Протокол приложен.', 'протокол.pdf')
    await page
      .getByText(/^ответ получен/)
      .first()
      .waitFor()

    await analyst.page.reload()
    await close(analyst.page, 'Снято', 'Протокол убедителен.', 'снято после пояснения', 'signal-close')
    await openAct(analyst.page, 'Возобновить')
    expect(await lookOver(analyst.page, 'signal-reopen')).toEqual([])
    await reopen(analyst.page, 'Прислали ещё сведения.')
    await close(
      analyst.page,
      'Подтверждено',
      'Перепроверка дала другие баллы.',
      'подтверждено после пояснения',
      'signal-close-2',
    )
    expect(await lookOver(analyst.page, 'signal-confirmed')).toEqual([])
    await page.reload()
    await page.getByText('подтверждено после пояснения', { exact: true }).first().waitFor()
    await page.getByText('Перепроверка дала другие баллы.').first().waitFor()
    expect(await lookOver(page, 'signal-confirmed-of-school')).toEqual([])
    await analyst.page.goto('/signals?outcome=confirmed')
    await row(analyst.page, 'подтверждено после пояснения').first().waitFor()
    expect(await row(analyst.page, /ждём до|пояснение не запрошено/).count()).toBe(0)
    await openOwn(analyst.page)
    await openAct(analyst.page, 'Возобновить')
    await reopen(analyst.page, 'Баллы перепроверены с ошибкой.')
    await close(
      analyst.page,
      'Недостаточно данных',
      'Сведения неполны.',
      'недостаточно данных',
      'signal-close-3',
    )
    await done(analyst)

    await page.reload()
    await page.getByText('недостаточно данных').first().waitFor()
    await page.getByText('Сведения неполны.').waitFor()
    expect(await lookOver(page, 'signal-outcome')).toEqual([])
    await done(head)
  })

  it.each(['ministry', 'institute', 'methodist'] as const)('%s reads, and judges nothing', async role => {
    const visit = await enter(role)
    const { page } = visit
    await goTo(page, 'Признаки')
    await row(page, 'Школа № 1').first().waitFor()
    await statesOfReplies(page)
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await openOwn(page)
    await page.getByText('Сведения неполны.').waitFor()
    for (const act of ['Запросить пояснение', 'Подвести итог', 'Возобновить', 'Ответить', 'Вернуть ответ'])
      expect(await page.getByText(act, { exact: true }).count(), act).toBe(0)
    expect(await link(page, 'Открыть работы').count()).toBe(0)
    expect(await lookOver(page, `signal-of-${role}`)).toEqual([])
    for (const [name, path] of PAGES_OF_READERS) {
      await visit.open(path)
      expect(await lookOver(page, `${name}-of-${role}`)).toEqual([])
    }
    await done(visit)
  })

  it('an observer reads where they observe, and nothing of signs', async () => {
    const visit = await enter('observer')
    for (const [name, path] of [
      ['work', '/'],
      ['school', `/units/${population().units.ours}`],
      ['access', '/access'],
    ]) {
      await visit.open(path)
      expect(await lookOver(visit.page, `${name}-of-observer`)).toEqual([])
      if (name !== 'access')
        expect(
          await visit.page
            .getByRole('main')
            .getByText(/признак/i)
            .count(),
        ).toBe(0)
    }
    await done(visit)
  })

  it.each(['expert', 'observer', 'administrator'] as const)('%s is refused', async role => {
    const visit = await enter(role)
    for (const path of ['/signals', '/signals/1', '/signals/1/case']) {
      await visit.open(path)
      await heading(visit.page, 'Эта страница не для вашей роли')
    }
    await done(visit)
  })

  it('undone data is said beside the sign, and nothing of its history is lost', async () => {
    const { send, cookies } = population()
    const found = (await (await send('GET', '/api/imports', cookies.analyst)).json()) as {
      items: { id: number; version: number; set: string }[]
    }
    for (const { id, version, set } of found.items)
      if (set.startsWith('Русский'))
        await send('POST', `/api/imports/${id}/undo`, cookies.analyst, { version, reason: 'прислан другой' })
    const visit = await enter('head')
    await goTo(visit.page, 'Признаки')
    await openOwn(visit.page)
    await visit.page.getByText('Файлы, по которым найден признак, отменены').waitFor()
    const timeline = visit.page.getByRole('region', { name: 'Ход' })
    for (const words of [
      'комиссия района',
      'Сведения неполны.',
      'Данные, на которых основан признак, отменены',
    ])
      await timeline.getByText(words).waitFor()
    expect(await lookOver(visit.page, 'signal-data-undone')).toEqual([])
    await done(visit)
  })

  /** By the same requests as the pages send. */
  async function publishAnalysis(files: readonly WayFile[]): Promise<void> {
    const { send, cookies } = population()
    const ask = async <T>(...[method, url, body]: ['GET' | 'POST', string, unknown?]) => {
      const answer = await send(method, url, cookies.analyst, body)
      expect(answer.status, await answer.clone().text()).toBeLessThan(300)
      return (await answer.json()) as T
    }
    type Standing = { id: number; version: number; state: string }
    const until = async (url: string, going: readonly string[]) => {
      for (;;) {
        const found = await ask<Standing>('GET', url)
        if (!going.includes(found.state)) return found
        await sleep(100)
      }
    }
    const batches: Standing[] = []
    for (const file of files) {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(file.buffer)]), file.name)
      const sent = await fetch(`${stage().running.address}/api/imports`, {
        method: 'POST',
        headers: { ...BROWSER, cookie: cookies.analyst },
        body: form,
      })
      const { id } = (await sent.json()) as Standing
      batches.push(await until(`/api/imports/${id}`, ['waiting', 'reading']))
    }
    await ask('POST', '/api/imports/accept', { batches: batches.map(({ id, version }) => ({ id, version })) })
    const settings = { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 10 }
    const { id } = await ask<Standing>('POST', '/api/runs', { campaign: null, title: 'Анализ', settings })
    const run = await until(`/api/runs/${id}`, ['queued', 'running'])
    await ask('POST', `/api/runs/${id}/publish`, { version: run.version })
  }
})

function row(page: Page, words: string | RegExp) {
  return page.getByRole('table', { name: 'Признаки' }).getByRole('row').filter({ hasText: words })
}

function shelf(page: Page, name: string) {
  return page.getByRole('region', { name: new RegExp(`^${name}`) })
}

/** An act of the passport, by its name. */
function form(page: Page, act: string) {
  return page.locator('details[name="signal-acts"]').filter({ hasText: act })
}

async function openAct(page: Page, act: string): Promise<void> {
  await form(page, act).locator('summary').click()
}

/** The own sign of «Школа № 1» in the list, or on a shelf. */
async function openOwn(page: Page, place?: ReturnType<typeof shelf>): Promise<void> {
  // The method of 2019 marks the same work of the same school as well.
  if (place)
    await link(place.getByRole('listitem').filter({ hasNotText: 'Высокий средний балл' }), OURS).click()
  else
    await link(
      row(page, 'Школа № 1').filter({ hasText: 'Собственные признаки' }).first(),
      'Школа № 1',
    ).click()
  await heading(page, OURS)
  await page.getByRole('heading', { name: 'Что видно' }).waitFor()
  await settled(page)
}

/** No row without the state of its reply. */
async function statesOfReplies(page: Page): Promise<void> {
  const rows = page.getByRole('table', { name: 'Признаки' }).locator('tbody tr')
  for (const text of await rows.allInnerTexts())
    expect(text).toMatch(/не запрошено|ждём до|получен|снято|подтверждено|недостаточно|возвращено/)
}

async function reply(page: Page, words: string, file: string): Promise<void> {
  const acts = form(page, 'Ответить')
  await acts.getByRole('checkbox').first().check()
  await field(acts, 'Пояснение').fill(words)
  await acts
    .locator('input[type=file]')
    .setInputFiles({ name: file, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${words}`) })
  await acts.getByText(file).waitFor()
  await button(acts, 'Ответить').click()
}

/** The act stands open; afterwards that of closing does. */
async function reopen(page: Page, why: string): Promise<void> {
  await field(form(page, 'Возобновить'), 'Почему возвращаетесь').fill(why)
  await button(form(page, 'Возобновить'), 'Возобновить').click()
  await openAct(page, 'Подвести итог')
}

async function close(page: Page, outcome: string, why: string, seen: string, name: string): Promise<void> {
  const acts = form(page, 'Подвести итог')
  if (!(await field(acts, 'Почему такой итог').isVisible())) await openAct(page, 'Подвести итог')
  await field(acts, 'Итог').selectOption({ label: outcome })
  await field(acts, 'Почему такой итог').fill(why)
  expect(await lookOver(page, name)).toEqual([])
  await button(acts, 'Подвести итог').click()
  await page.getByText(seen, { exact: true }).first().waitFor()
}
