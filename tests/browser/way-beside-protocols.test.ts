import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { createPeople } from '../../app/features/accounts/index.ts'
import { EGE_HEADER, egeRow, OGE_HEADER, ogeRow } from '../../app/features/results/testing/exam-rows.ts'
import { header2021, row2021, sheetFile } from '../../app/features/results/testing/results-room.ts'
import { PASSWORD } from '../world/start-world.ts'
import { fileOf } from '../world/way-files.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { settled } from './stage.ts'
import { button, goTo, heading, link, signIn } from './steps.ts'

const FILES = 'input[type=file]'
const PATIENTLY = { timeout: 120_000 }
/** Of nobody: what stands in columns of names and documents, and may come out nowhere. */
const NAME = ['Придумкина', 'Веснушка', 'Небылична'] as const
const DOCUMENT = ['7391', '840627'] as const
const SECRETS = [...NAME, ...DOCUMENT]

/** What comes beside protocols of ВПР: marks of the journal by themselves, protocols of examinations, and nothing at all. */
aRegionAtWork((stage, population) => {
  beforeAll(async () => {
    await plantCampaign()
    const { units } = population()
    await stage().running.database.asSystem('system:test', tx =>
      sql`update unit set oge_code = case id when ${units.ours} then '09101' else '9102' end,
        ege_code = case id when ${units.ours} then '8101' else '8102' end
        where id in (${units.ours}, ${units.theirs})`.execute(tx),
    )
  })
  const enter = async (role: 'analyst' | 'municipality' | 'head') => {
    const visit = await stage().visit({ cookie: population().cookies[role] })
    await visit.open('/')
    return visit
  }

  it('marks of a journal are sent as what they are, find their works, and count as marks', async () => {
    const { page, faults, leave } = await enter('analyst')
    const main = page.getByRole('main')
    const list = page.getByRole('table', { name: 'Файлы' })
    const journal = page.getByRole('checkbox', { name: 'отметки по журналу отдельно от работ' })
    await goTo(page, 'Загрузка файлов')
    await drop(page, PROTOCOL, await works())
    await main.getByText('Прочитано и ждёт решения: 1 файл, 12 работ.').waitFor(PATIENTLY)

    // Sent as a protocol it is none; nothing is lost by that.
    await drop(page, JOURNAL, await marks())
    await list.getByText('Не читается').waitFor(PATIENTLY)
    await journal.check()
    await drop(page, JOURNAL, await marks())
    await main.getByText('Прочитано и ждёт решения: 2 файла, 12 работ, 5 отметок.').waitFor(PATIENTLY)
    const sent = list.getByRole('row').filter({ hasText: 'Прочитан, ждёт решения' }).first()
    await sent.getByText('5 отметок').waitFor()
    expect(await lookOver(page, 'journal-checked')).toEqual([])
    await link(sent, JOURNAL).click()
    await heading(page, JOURNAL)
    const found = main.getByText('4 из 5 отметок; без работы 1, работ без отметки 8')
    await found.waitFor()
    expect(await lookOver(page, 'journal')).toEqual([])
    await button(main, 'Принять, 5 отметок').click()
    await main.getByText('Принят', { exact: true }).waitFor()

    // Whoever comes later finds it as what it is, and the next file dropped is a protocol again.
    await goTo(page, 'Загрузка файлов')
    await list.getByRole('row').filter({ hasText: 'Принят' }).getByText('5 отметок').waitFor()
    expect(await journal.isChecked()).toBe(false)
    await button(main, 'Принять 1 файл').click()
    await page.getByRole('status').getByText('Принято: 1 файл, 12 работ.').waitFor()
    await link(list.getByRole('row').filter({ hasText: '5 отметок' }), JOURNAL).click()
    await found.waitFor()
    expect(faults).toEqual([])
    await leave()
  })

  it('schools that have not sent are reminded, those in reach alone, and find what is awaited of them', async () => {
    const { page, faults, leave } = await enter('municipality')
    const main = page.getByRole('main')
    await goTo(page, 'Кто сдал')
    await link(main, 'ВПР, весна 2021').click()
    await main.getByText('Не сдано').first().waitFor()
    expect(await main.getByText('Школа № 2').count()).toBe(0)
    const remind = button(main, 'Напомнить тем, кто не сдал')
    await remind.click()
    await page.getByRole('status').getByText('Напомнили: 1 школа, 2 человека').waitFor()
    expect(await lookOver(page, 'received-reminded')).toEqual([])
    expect(faults).toEqual([])
    await leave()

    const head = await enter('head')
    const notices = head.page.getByRole('region', { name: 'Новые уведомления' })
    const notice = notices.getByText(/^Ждём результаты: Русский язык, 4 класс, 2021\. Срок — 1 июня 2021 г\./)
    await notice.waitFor()
    await notice.click()
    await heading(head.page, 'Кто сдал')
    const own = head.page.getByRole('main')
    await own.getByRole('row').filter({ hasText: 'Русский язык' }).getByText('Не сдано').waitFor()
    expect(await button(own, 'Напомнить тем, кто не сдал').count()).toBe(0)
    expect(head.faults).toEqual([])
    await head.leave()

    const stranger = await stage().visit({ cookie: population().stranger.cookie })
    await stranger.open('/')
    await settled(stranger.page)
    expect(await stranger.page.getByText('Ждём результаты').count()).toBe(0)
    await stranger.leave()
  })

  it('protocols of ОГЭ and ЕГЭ lose every name while they are read: no page and no answer holds one', async () => {
    const { page, faults, leave } = await enter('analyst')
    const main = page.getByRole('main')
    const list = page.getByRole('table', { name: 'Файлы' })
    const told = keepEveryAnswer(page)
    const shown: string[] = []
    const look = async (name: string) => {
      expect(await lookOver(page, name)).toEqual([])
      shown.push(await page.content())
    }
    await goTo(page, 'Загрузка файлов')
    await drop(page, 'Протоколы ОГЭ.xlsx', await oge())
    await drop(page, 'Протоколы ЕГЭ.xlsx', await ege())
    const sets = ['ОГЭ: Русский язык, 9 класс', 'ОГЭ: Математика, 9 класс', 'ЕГЭ: Русский язык, 11 класс']
    for (const set of sets) await list.getByText(set).waitFor(PATIENTLY)
    await main.getByText('Прочитано и ждёт решения: 3 файла, 7 работ.').waitFor(PATIENTLY)
    await main.getByText('строка сдвинута').first().waitFor()
    await look('exams-checked')
    await link(list.getByRole('row').filter({ hasText: sets[0] }), 'Протоколы ОГЭ.xlsx').click()
    await heading(page, 'Протоколы ОГЭ.xlsx')
    await look('exam-checked')
    await button(main, 'Принять, 3 работы').click()
    await main.getByText('Принят', { exact: true }).waitFor()
    await look('exam-accepted')
    await goTo(page, 'Загрузка файлов')
    await button(main, 'Принять 2 файла').click()
    await page.getByRole('status').getByText('Принято: 2 файла, 4 работы.').waitFor()
    for (const set of sets)
      await list.getByRole('row').filter({ hasText: set }).getByText('Принят', { exact: true }).waitFor()
    await look('exams-accepted')
    await page.goto('/audit')
    await main.getByText('Протоколы ОГЭ.xlsx').first().waitFor()
    await look('audit-of-exams')

    const answers = (await Promise.all(told)).join('\n')
    expect(answers).toContain('ОГЭ: Русский язык, 9 класс')
    expect(answers).toContain('exam-row-shifted')
    for (const secret of SECRETS) {
      expect(answers.includes(secret), `${secret} in an answer`).toBe(false)
      for (const content of shown) expect(content.includes(secret), `${secret} on a page`).toBe(false)
    }
    expect(faults).toEqual([])
    await leave()
  })

  it('a municipality’s coordinator sends files of its schools, and is told where to look and who decides', async () => {
    const { database } = stage().running
    const email = 'there@example.org'
    const grants = [{ role: 'coordinator' as const, unitId: population().units.west }]
    await createPeople(database, [{ name: 'Координатор района', email, password: PASSWORD, grants }])
    const { page, faults, leave } = await stage().visit()
    const main = page.getByRole('main')
    const list = page.getByRole('table', { name: 'Файлы' })
    await signIn(page, email)
    await goTo(page, 'Загрузка файлов')
    await main.getByText('Файлов пока нет').waitFor()
    await drop(page, '2021 Математика, 4 класс, соседи.xlsx', await works('sch990002'))
    await list.getByText(/не относятся к вашему муниципалитету/).waitFor(PATIENTLY)
    await link(list, '2021 Математика, 4 класс, соседи.xlsx').click()
    await main.getByRole('row').filter({ hasText: '«sch990002»' }).first().waitFor()
    expect(await lookOver(page, 'batch-of-others')).toEqual([])

    await link(main, 'Загрузка файлов').click()
    await drop(page, '2021 Математика, 4 класс, свои.xlsx', await works('sch990001', { scores: { 0: 'Ж' } }))
    await list.getByText('Прочитан, ждёт решения').waitFor(PATIENTLY)
    await link(list, '2021 Математика, 4 класс, свои.xlsx').click()
    await main.getByText('Решение о приёме — за аналитиком региона').waitFor()
    await main.getByText('Что в этих ячейках у участников, видят сама школа и аналитик региона').waitFor()
    expect(await button(main, /^Принять/).count()).toBe(0)
    expect(await main.getByText('«Ж»').count()).toBe(0)
    expect(await lookOver(page, 'batch-of-municipality')).toEqual([])
    await button(main, 'Отклонить').click()
    await main.getByText('Отклонён', { exact: true }).waitFor()
    expect(faults).toEqual([])
    await leave()
  })

  async function plantCampaign(): Promise<void> {
    const { send, cookies } = population()
    const answer = await send('POST', '/api/campaigns', cookies.analyst, {
      ...{ procedure: 'ВПР', title: 'ВПР, весна 2021', startsOn: '2021-03-15', endsOn: '2021-05-21' },
      dueOn: '2021-06-01',
    })
    const { id } = (await answer.json()) as { id: number }
    const assessments = [{ year: 2021, grade: 4, subject: 'Русский язык' }]
    await send('POST', `/api/campaigns/${id}/assessments`, cookies.analyst, { assessments })
  }
})

const PROTOCOL = '2021 Математика, 4 класс.xlsx'
const JOURNAL = '2021 Математика, 4 класс, журнал.xlsx'

async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  await page.locator(FILES).setInputFiles([fileOf(name, content)])
}

/** Twelve works of one school that say nothing of the journal. */
function works(login = 'sch990001', odd: Parameters<typeof row2021>[0] = {}): Promise<Buffer> {
  const rows = Array.from({ length: 12 }, (_, at) =>
    row2021({ login, code: 40_001 + at, journal: 'нет отметки', ...(at === 0 ? odd : {}) }),
  )
  return sheetFile('Sheet', [header2021(15), ...rows])
}

/** Four of them, and one that has no work. */
function marks(): Promise<Buffer> {
  const rows = [40_001, 40_002, 40_003, 40_004, 49_999].map((code, at) => ['sch990001', code, 3 + (at % 3)])
  return sheetFile('Журнал', [['Логин ОО', 'Код участника', 'Отметка по журналу'], ...rows])
}

/** Two subjects of two schools; in one row the columns are shifted, a name where a number belongs. */
function oge(): Promise<Buffer> {
  const secret = { name: NAME, document: DOCUMENT }
  return sheetFile('Протокол', [
    ['01 - Русский язык 2025.05.30'],
    OGE_HEADER,
    ogeRow({ ...secret, code: 'R-1' }),
    ogeRow({ ...secret, code: 'R-2' }),
    ogeRow({ ...secret, school: 9102, code: 'R-3', primary: 9 }),
    ogeRow({ ...secret, code: 'R-4' }).toSpliced(6, 1),
    ['02 - Математика 2025.06.06'],
    ogeRow({ ...secret, code: 'M-1' }),
    ogeRow({ ...secret, code: 'M-2' }),
  ])
}

function ege(): Promise<Buffer> {
  return sheetFile('Протокол', [
    ['01 - Русский язык 2025.05.31'],
    EGE_HEADER,
    egeRow({ name: NAME, code: 'E-1' }),
    egeRow({ name: NAME, school: 8102, code: 'E-2', result: 71 }),
  ])
}

/** The text of everything that the service answers to this page from now on. */
function keepEveryAnswer(page: Page): Promise<string>[] {
  const told: Promise<string>[] = []
  page.on('response', response => {
    if (response.url().includes('/api/')) told.push(response.text().catch(() => ''))
  })
  return told
}
