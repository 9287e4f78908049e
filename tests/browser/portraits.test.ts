import { beforeAll, expect, it, vi } from 'vitest'
import { type PlantedRuns, plantRuns } from '../world/plant-runs.ts'
import { plantSign } from '../world/plant-sign.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { button, field, goTo, heading, link } from './steps.ts'

/** Portraits: sent by the analyst, read and remarked on by the school, answered, made as one archive. */
aRegionAtWork((stage, population) => {
  let runs: PlantedRuns
  beforeAll(async () => {
    runs = await plantRuns(stage().running.database, population())
  })
  const enter = async (role: 'analyst' | 'head') => {
    const visit = await stage().visit({ cookie: population().cookies[role] })
    await visit.open('/')
    return visit
  }

  it('the analyst reads and sends a portrait, the school says what it misses, and is answered', async () => {
    const analyst = await enter('analyst')
    await goTo(analyst.page, 'Портреты')
    const seen = analyst.page.getByRole('main')
    // The last analysis is a draft: it is said why nothing of it can be sent.
    await seen.getByText('Анализ ещё не опубликован').waitFor()
    await seen.getByLabel('Анализ', { exact: true }).selectOption({ label: 'Анализ весны' })
    await button(seen, 'Отправить всем школам').waitFor()
    expect(await lookOver(analyst.page, 'portraits')).toEqual([])
    await link(seen, 'Школа № 1').click()
    await heading(analyst.page, 'Портрет школы: Школа № 1')
    await seen.getByText('14,20').first().waitFor()
    expect(await lookOver(analyst.page, 'portrait')).toEqual([])
    // What is unremarkable is grey until it is left out; the part that is not there yet says so.
    const quiet = seen.getByText('В загруженных федеральных перечнях школы нет, или перечни не загружены.')
    expect(await quiet.count()).toBe(2)
    await seen.getByText('этой части продукта ещё нет').waitFor()
    await seen.getByRole('checkbox', { name: 'Только значимое' }).check()
    await analyst.page.waitForURL(/notable=yes/)
    await vi.waitFor(async () => expect(await quiet.count()).toBe(1), { timeout: 20_000 })
    await button(seen, 'Отправить').click()
    await seen.getByText('Отправлен').first().waitFor()

    const head = await enter('head')
    await head.open(`/portraits/${runs.published}/${population().units.ours}`)
    await heading(head.page, 'Портрет школы: Школа № 1')
    await head.page.getByText('Оставить замечание или предложение').click()
    await button(head.page, 'Отправить замечание').click()
    await head.page.getByRole('alert').getByText('Напишите замечание.').waitFor()
    await field(head.page, 'Замечание или предложение').fill('Не хватает сравнения с прошлым годом.')
    await button(head.page, 'Отправить замечание').click()
    await head.page.getByRole('status').getByText('Замечание отправлено').waitFor()
    expect(await lookOver(head.page, 'portrait-remark')).toEqual([])

    await analyst.open('/portraits/remarks?state=open')
    await seen.getByText('Не хватает сравнения с прошлым годом.').waitFor()
    await seen.getByText('Ответить').click()
    await field(analyst.page, 'Ответ и обоснование').fill('Добавим в следующей версии.')
    expect(await lookOver(analyst.page, 'portrait-remarks')).toEqual([])
    await button(seen, 'Сохранить решение').click()
    await seen.getByText('Под выбранные условия ничего не подошло').waitFor()
    await head.page.reload()
    await head.page.getByText('Добавим в следующей версии.').waitFor()

    // What changes after the sending is offered, not put in its place.
    await head.page.getByText('как при отправке, на').waitFor()
    const { database } = stage().running
    await database.asSystem('system:test', tx => plantSign(tx, runs.published, population().units.ours))
    await head.page.reload()
    const main = head.page.getByRole('main')
    await main.getByText('С отправки что-то изменилось').waitFor()
    expect(await lookOver(head.page, 'portrait-changed')).toEqual([])
    expect(await main.getByText('ждём до').count()).toBe(0)
    await button(main, 'Показать на сегодня').click()
    await main.getByText('ждём до').first().waitFor()
    await button(main, 'Показать, как при отправке').click()
    await main.getByText('С отправки что-то изменилось').waitFor()
    expect([...analyst.faults, ...head.faults]).toEqual([])
    await head.leave()
    await analyst.leave()
  })

  it('the analyst makes a new version of the template and the archive of a region', async () => {
    const { page, faults, leave, open } = await enter('analyst')
    const main = page.getByRole('main')
    await open('/portraits/template')
    await page.getByRole('checkbox', { name: /^Проведение процедур/ }).uncheck()
    await field(page, 'Что изменилось и почему').fill('Раздел о проведении пока пуст.')
    expect(await lookOver(page, 'portrait-template')).toEqual([])
    await button(main, 'Создать версию 2').click()
    await button(main, 'Создать версию 3').waitFor()
    await main.getByText('Раздел о проведении пока пуст.').waitFor()
    // A portrait that nobody was sent is of the new version.
    await open(`/portraits/${runs.published}/${population().units.west}`)
    await main.getByRole('heading', { name: 'Меры и мероприятия' }).waitFor()
    expect(await main.getByRole('heading', { name: 'Проведение процедур' }).count()).toBe(0)
    for (const nowhere of [`${runs.published}/none`, `${runs.published}/999999`, `999999/1`]) {
      await open(`/portraits/${nowhere}`)
      await heading(page, 'Здесь ничего нет')
    }
    await open('/portraits/archives')
    await page.getByRole('checkbox', { name: 'PDF' }).uncheck()
    await button(main, 'Подготовить архив').click()
    await page.getByRole('alert').getByText('Выберите хотя бы один вид файлов.').waitFor()
    await page.getByRole('checkbox', { name: 'HTML' }).check()
    await button(main, 'Подготовить архив').click()
    await main.getByText('Скачать: 5 файлов').waitFor({ timeout: 60_000 })
    expect(await lookOver(page, 'portrait-archives')).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })
})
