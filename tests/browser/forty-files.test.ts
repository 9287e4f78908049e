import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { header2021, row2021, sheetFile } from '../../app/features/results/testing/results-room.ts'
import { fileOf, type WayFile } from '../world/way-files.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { button, field, goTo, heading, link } from './steps.ts'

const COUNT = 40
const WORKS = 12
const PATIENTLY = { timeout: 120_000 }

/** Monday morning: forty files at once, some of them with what real ones have, one twice, two that are no protocols. */
aRegionAtWork((stage, population) => {
  it('forty files are dropped at once: each is told of, what is read is accepted, one is undone', async () => {
    const files = await fortyFiles()
    const { page, faults, leave } = await stage().visit({ cookie: population().cookies.analyst })
    const main = page.getByRole('main')
    const list = page.getByRole('table', { name: 'Файлы' })
    await page.goto('/')
    await goTo(page, 'Загрузка файлов')
    await page.locator('input[type=file]').setInputFiles(files)
    await main.getByText(`Прочитано и ждёт решения: 37 файлов, ${37 * WORKS} работы`).waitFor(PATIENTLY)
    const states = async (words: string) =>
      list.getByRole('row').filter({ hasText: words, visible: true }).count()
    await expect.poll(() => list.getByRole('row').count()).toBe(COUNT + 1)
    expect([
      await states('Прочитан, ждёт решения'),
      await states('Не читается'),
      await states('Повтор'),
    ]).toEqual([37, 2, 1])
    const kinds = page.getByRole('table', { name: 'Виды замечаний' })
    const usual = page.getByRole('table', { name: 'Обычные записи' })
    // One in every fifth file, and one in every seventh; the copy is not read a second time.
    const met = (table: Locator, kind: string, times: string) =>
      table.getByRole('row').filter({ hasText: kind }).getByRole('cell', { name: times, exact: true }).first()
    await met(kinds, 'итог не равен сумме баллов за задания', '5').waitFor()
    await main.getByText('Обычные записи, прочитаны без сомнений').click()
    await met(usual, 'латинская буква X вместо балла', '7').waitFor()
    expect(await lookOver(page, 'forty-files')).toEqual([])

    await button(main, 'Принять 37 файлов').click()
    await page.getByRole('status').getByText('Принято: 37 файлов').waitFor(PATIENTLY)
    await link(list, files[2].name).click()
    await heading(page, files[2].name)
    await main.getByText('Отменить приём', { exact: true }).first().click()
    await field(main, 'Причина').fill('Прислан не тот файл.')
    await button(main, 'Отменить приём').click()
    await main.getByText('Отменён', { exact: true }).first().waitFor()
    await link(main, 'Загрузка файлов').click()
    await expect.poll(() => states('Отменён')).toBe(1)
    expect(await states('Принят')).toBe(36)
    expect(faults).toEqual([])
    await leave()
  })
})

async function fortyFiles(): Promise<WayFile[]> {
  const files: WayFile[] = []
  for (let at = 0; at < COUNT - 3; at++) {
    const rows = Array.from({ length: WORKS }, (_, row) =>
      row2021({
        login: `sch99000${1 + (at % 2)}`,
        code: 40_000 + at * 100 + row,
        class: 'АБВ'[at % 3],
        ...(row === 0 && at % 5 === 4 ? { total: 19, scores: { 0: 'X' } } : {}),
        ...(row === 1 && at % 7 === 6 ? { total: 3 } : {}),
      }),
    )
    const buffer = await sheetFile('Sheet', [header2021(15), ...rows])
    files.push(fileOf(`2021 Математика, 4 класс, часть ${at + 1}.xlsx`, buffer))
  }
  return [
    ...files,
    { ...files[0], name: '2021 Математика, 4 класс, копия.xlsx' },
    fileOf('просто текст.xlsx', Buffer.from('просто текст')),
    fileOf(
      '2021 Математика, 4 класс, опись.xlsx',
      await sheetFile('Опись', [
        ['папка', 'листов'],
        ['1', 30],
      ]),
    ),
  ]
}
