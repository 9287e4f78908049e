import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Population } from '../world/start-world.ts'
import { lookOver } from './look-over.ts'
import { PHONE, type Stage, settled, type Visit } from './stage.ts'
import { button, goTo, heading, link } from './steps.ts'

type Where = (population: Population) => string

/** Every page of the app inside the shell, by the name of its picture. */
const PAGES: Readonly<Record<string, Where>> = {
  work: () => '/',
  units: () => '/units',
  municipalities: () => '/units?kind=municipality',
  'units-nothing': () => '/units?q=чего-нет',
  region: ({ units }) => `/units/${units.region}`,
  municipality: ({ units }) => `/units/${units.west}`,
  school: ({ units }) => `/units/${units.ours}`,
  'school-edit': ({ units }) => `/units/${units.ours}/edit`,
  registry: () => '/registry',
  people: () => '/people',
  'a-person': ({ ids }) => `/people/${ids.head}`,
  'people-invite': () => '/people/invite',
  access: () => '/access',
  audit: () => '/audit',
  jobs: () => '/jobs',
  notices: () => '/notices',
  settings: () => '/settings',
  me: () => '/me',
  'not-found': () => '/no-such-page',
}

/** Pages for people who have not signed in; those of one kind look alike, and one of each is looked over. */
const GUEST_PAGES: Readonly<Record<string, string>> = {
  'sign-in': '/sign-in',
  'sign-in-unknown-person': '/sign-in?problem=provider-unknown-person',
  'invitation-void': '/invitation/nothing',
}
/** What each says is wrong. */
const SAID: Readonly<Record<string, string>> = {
  '/sign-in?problem=provider-unknown-person': 'Вас пока нет среди тех, кто работает в системе',
  '/sign-in?problem=provider-email': 'не подтвердила адрес вашей почты',
  '/sign-in?problem=provider-failed': 'не получилось',
  '/sign-in?problem=provider-away': 'не отвечает',
  '/setup/nothing': 'Код для звонка администратору',
  '/password-reset/nothing': 'Код для звонка администратору',
}

/** Accessibility, width and title of every page and dialog; the keyboard. */
export function pages(stage: () => Stage, population: () => Population): void {
  const asAdministrator = (): Promise<Visit> => stage().visit({ cookie: population().cookies.administrator })

  it.concurrent.each(halves(Object.keys(PAGES)))('pages inside, part %#', async (...names) => {
    const { page, faults, leave, open } = await asAdministrator()
    const wrong: string[] = []
    for (const name of names) {
      await open(PAGES[name](population()))
      wrong.push(...(await lookOver(page, name)))
    }
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it.concurrent('pages outside, and each has words', async () => {
    const { page, faults, leave, open } = await stage().visit()
    const wrong: string[] = []
    for (const [name, path] of Object.entries(GUEST_PAGES)) {
      await open(path)
      wrong.push(...(await lookOver(page, name)))
    }
    for (const [path, words] of Object.entries(SAID)) {
      await open(path)
      await page.getByRole('alert').getByText(words).waitFor()
    }
    const { send, cookies, ids } = population()
    const made = await send('POST', `/api/people/${ids.expert}/reset-link`, cookies.administrator, {})
    await open(((await made.json()) as { path: string }).path)
    wrong.push(...(await lookOver(page, 'password-reset')))
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })

  it.concurrent('dialogs, and the menu of a phone', async () => {
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
}

/** Two parts, so that two pages are looked over at a time. */
function halves(names: readonly string[]): string[][] {
  return [names.filter((_, index) => index % 2 === 0), names.filter((_, index) => index % 2 === 1)]
}

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement?.textContent?.trim()')
}
