import { beforeAll, expect, it } from 'vitest'
import { type PlantedRuns, plantRuns } from '../world/plant-runs.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { button, field, goTo, heading, link } from './steps.ts'

/** Analyses: what an analyst asks for and publishes, and what each level sees of it. */
aRegionAtWork((stage, population) => {
  let runs: PlantedRuns
  beforeAll(async () => {
    runs = await plantRuns(stage().running.database, population())
  })
  const enter = async (role: 'analyst' | 'municipality' | 'head' | 'ministry') => {
    const visit = await stage().visit({ cookie: population().cookies[role] })
    await visit.open('/')
    return visit
  }

  it('the analyst finds every analysis, compares two and publishes one, told what becomes visible', async () => {
    const { page, faults, leave } = await enter('analyst')
    const main = page.getByRole('main')
    await goTo(page, 'Анализы')
    await page.getByRole('row').filter({ hasText: 'Не удался' }).first().waitFor()
    expect(await lookOver(page, 'runs')).toEqual([])

    await link(main, 'Идёт').click()
    await page.getByText('Считаю набор: Математика, 4, 2021').waitFor()
    expect(await lookOver(page, 'run-going')).toEqual([])
    await link(main, 'Анализы').click()
    await link(main, 'Не удался').click()
    await page.getByRole('alert').getByText('нет ни одного принятого файла').waitFor()
    expect(await lookOver(page, 'run-failed')).toEqual([])

    await link(main, 'Анализы').click()
    for (const title of ['Анализ весны', 'Анализ весны, «X» не учтён'])
      await page.getByRole('checkbox', { name: `Сравнить: ${title}`, exact: true }).check()
    await link(main, 'Сравнить отмеченные').click()
    await heading(page, 'Сравнение анализов')
    await page.getByText('нет данных').first().waitFor()
    await page.getByRole('row').filter({ hasText: 'Школа № 1' }).getByText('больше нет').waitFor()
    expect(await lookOver(page, 'runs-compared')).toEqual([])

    await link(main, 'Анализ весны, «X» не учтён').click()
    await page.getByText('Это черновик').waitFor()
    await page.getByText('Приём части файлов после этого анализа отменён').waitFor()
    await button(page, 'Опубликовать').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('2 школы увидят каждая свои результаты').waitFor()
    await dialog.getByText('Анализ «Анализ весны» станет прежним').waitFor()
    expect(await lookOver(page, 'run-publish')).toEqual([])
    await button(dialog, 'Оставить как есть').click()
    expect(faults).toEqual([])
    await leave()
  })

  it('an analysis is asked for in a form that says what is missing; with nothing accepted it leads to the files', async () => {
    const { page, faults, leave } = await enter('analyst')
    await goTo(page, 'Анализы')
    await link(page.getByRole('main'), 'Начать анализ').click()
    await page.getByText('Анализировать пока нечего').waitFor()
    expect(await lookOver(page, 'run-new-nothing')).toEqual([])
    await acceptOneBatch()
    await page.reload()
    await field(page, 'Ложных сигналов').fill('77')
    await page.getByRole('radio', { name: 'Только выбранные' }).check()
    await button(page, 'Начать анализ').click()
    await page.getByRole('alert').getByText('Нужно число от 0 до 49').first().waitFor()
    await page.getByRole('checkbox', { name: /Математика, 4 класс, 2021/ }).waitFor()
    expect(await lookOver(page, 'run-new-wrong')).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it('the same page shows the region, a municipality and a school, each its own', async () => {
    const ministry = await enter('ministry')
    await goTo(ministry.page, 'Картина территории')
    const seen = ministry.page.getByRole('main')
    await seen.getByRole('figure').first().waitFor()
    // Four pupils of a school are nobody's business outside it.
    await seen.getByRole('row').filter({ hasText: 'Школа № 2' }).getByText('меньше 5 работ').waitFor()
    expect(await seen.getByText('не показаны школы, где работ меньше 5').count()).toBe(1)
    expect(await lookOver(ministry.page, 'region-run')).toEqual([])
    await ministry.page.getByRole('combobox', { name: 'Вид' }).selectOption('лицей')
    await ministry.page.waitForURL(/kind=/)
    await seen.getByRole('row').filter({ hasText: 'Школа № 2' }).waitFor({ state: 'detached' })
    await ministry.leave()

    const municipality = await enter('municipality')
    await goTo(municipality.page, 'Картина территории')
    const own = municipality.page.getByRole('main')
    await own.getByText('Школы муниципалитета; пределы и среднее').waitFor()
    await own.getByRole('figure').first().waitFor()
    expect(await municipality.page.getByText('Школа № 2').count()).toBe(0)
    expect(await municipality.page.getByText('Восточный район').count()).toBe(0)
    expect(await lookOver(municipality.page, 'municipality-run')).toEqual([])
    await municipality.open(`/runs/${runs.draft}`)
    await heading(municipality.page, 'Здесь ничего нет')
    await municipality.leave()

    const head = await enter('head')
    await goTo(head.page, 'Картина территории')
    await head.page.getByText('Средний балл школы 14,2').first().waitFor()
    expect(await lookOver(head.page, 'school-run')).toEqual([])
    await link(head.page.getByRole('main'), 'Как это посчитано').first().click()
    await heading(head.page, 'Как это посчитано')
    expect(await lookOver(head.page, 'definitions')).toEqual([])
    expect([...ministry.faults, ...municipality.faults, ...head.faults]).toEqual([])
    await head.leave()
  })

  /** As it stands after somebody has accepted a file. */
  async function acceptOneBatch(): Promise<void> {
    const manifest = {
      source: { file: '2021 Математика, 4 класс.xlsx', sha256: 'c'.repeat(64), bytes: 1 },
      assessment: { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика' },
      counts: { works: 20 },
    }
    await stage().running.database.asSystem('system:test', tx =>
      tx
        .insertInto('import_batch')
        .values({
          unit_id: 1,
          file_name: manifest.source.file,
          sha256: manifest.source.sha256,
          assume: '{}',
          state: 'accepted',
          store_id: 'planted',
          manifest: JSON.stringify(manifest),
          ...{ procedure: 'ВПР', year: 2021, grade: 4, subject: 'Математика', works: 20 },
          sent_by: population().ids.analyst,
        })
        .execute(),
    )
  }
})
