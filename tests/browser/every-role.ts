import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { allows, type Right, ROLES, type Role } from '../../app/features/accounts/index.ts'
import { PASSWORD, type Population } from '../world/start-world.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { settled, type Visit } from './stage.ts'
import { button, field, findNothing, findUnit, goTo, heading, link, offered, signIn } from './steps.ts'

/** What the navigation offers, and the right it takes. */
const OFFERED: readonly (readonly [string, Right | null])[] = [
  ['Моя работа', null],
  ['Признаки', 'signal.read'],
  ['Картина территории', 'run.read'],
  ['Портреты', 'portrait.read'],
  ['Планы', 'plan.read'],
  ['Меры', 'plan.read'],
  ['Загрузка файлов', 'results.import'],
  ['Кто сдал', 'results.received'],
  ['Анализы', 'run.read'],
  ['Кампании', 'procedure.read'],
  ['Спецификации', 'procedure.read'],
  ['Федеральный перечень', 'federal-list.read'],
  ['Школы и муниципалитеты', 'unit.read'],
  ['Загрузка реестра', 'registry.import'],
  ['Люди и роли', 'person.read'],
  ['Кто что может', null],
  ['Журнал действий', 'audit.read'],
  ['Фоновые задания', 'job.read'],
  ['Резервные копии', 'backup.make'],
  ['Настройки', 'setting.read'],
]
const OF_REGION: readonly Role[] = ['administrator', 'ministry', 'analyst', 'institute']
const DARK = 'html[data-mantine-color-scheme="dark"]'
const NEXT_PASSWORD = 'осенний листопад 2027'

/**
 * Each role from signing in to signing out: what they find, what they are offered, what they are not. They come one
 * after another to one browser, as to a shared computer: nothing of the former may stand in the next one's way.
 */
export function everyRole(place: 'region' | 'below'): void {
  const roles = ROLES.filter(role => OF_REGION.includes(role) === (place === 'region'))
  aRegionAtWork((stage, population) => {
    let shared: Visit | null = null
    afterAll(() => shared?.leave())

    it.each(roles)('%s', async role => {
      const visit = shared ?? (await stage().visit())
      // Where one fails, the next begins anew.
      shared = null
      const { page, faults } = visit
      await signIn(page, `${role}@example.org`)
      await heading(page, 'Моя работа')
      const path = OF_REGION.includes(role) ? '1.' : '1.2.'
      const may = (right: Right) => allows(role, path, right)
      expect(await offered(page)).toEqual(
        OFFERED.filter(([, right]) => right === null || may(right)).map(([name]) => name),
      )
      await finds(page, role)
      await seesNoButtonsOfOthers(page, may)
      await isRefused(page, role, population())
      await ownThings(page, role, population().cookies[role])
      expect(faults).toEqual([])
      shared = visit
    })
  })
}

/** By name and by login in another spelling; not what belongs to somebody else. */
async function finds(page: Page, role: Role): Promise<void> {
  await findUnit(page, 'школа № 1', 'Школа № 1')
  expect(await page.title()).toBe('Школа № 1 — Объектив')
  await goTo(page, 'Моя работа')
  await findUnit(page, 'SCH990001', 'Школа № 1')
  if (OF_REGION.includes(role)) await findUnit(page, 'edu990002', 'Школа № 2')
  else await findNothing(page, 'edu990002')
}

async function seesNoButtonsOfOthers(page: Page, may: (right: Right) => boolean): Promise<void> {
  await findUnit(page, 'edu990001', 'Школа № 1')
  await page.getByRole('heading', { name: 'Сведения' }).waitFor()
  await settled(page)
  const main = page.getByRole('main')
  const seen = async (name: string) => (await main.getByRole('heading', { name, level: 2 }).count()) > 0
  expect(await seen('Люди')).toBe(may('person.read'))
  expect(await seen('История')).toBe(may('history.read'))
  expect((await link(main, 'Изменить').count()) > 0).toBe(may('unit.edit'))
  expect((await link(main, 'Пригласить').count()) > 0).toBe(may('person.invite'))
  await goTo(page, 'Школы и муниципалитеты')
  await page.getByRole('table').waitFor()
  expect((await button(main, /скачать список/).count()) > 0).toBe(may('registry.export'))
  if (!may('person.read')) return
  await goTo(page, 'Люди и роли')
  await page.getByRole('table', { name: 'Люди и роли' }).waitFor()
  expect((await link(main, 'Пригласить').count()) > 0).toBe(may('person.invite'))
}

/** An address typed by hand opens nothing that the menu does not offer. */
async function isRefused(page: Page, role: Role, { units }: Population): Promise<void> {
  if (role === 'administrator') return
  await page.goto('/settings')
  await page.getByRole('alert').waitFor()
  if (OF_REGION.includes(role)) return
  await page.goto(`/units/${units.theirs}`)
  await page.getByText('Школа № 2').waitFor({ state: 'detached' })
  await page.getByRole('alert').or(page.getByText('Здесь ничего нет')).first().waitFor()
}

/** Language, theme, password, where one is signed in; all others are signed out, and then oneself. */
async function ownThings(page: Page, role: Role, elsewhere: string): Promise<void> {
  await goTo(page, 'Моя работа')
  await button(page, /switch to English/).click()
  await heading(page, 'My work')
  await page.locator('html[lang="en"]').waitFor({ state: 'attached' })
  await button(page, /перейти на русский/).click()
  await heading(page, 'Моя работа')
  await button(page, /^Тема: Как в системе/).click()
  await button(page, /^Тема: Светлая/).click()
  await button(page, /^Тема: Тёмная/).waitFor()
  await page.locator(DARK).waitFor({ state: 'attached' })

  await link(page, /Мой профиль/).click()
  await heading(page, 'Мой профиль')
  const sessions = page.getByRole('table', { name: 'Где вы вошли' })
  await sessions.getByRole('row').nth(2).waitFor()
  expect(await isSignedIn(page, elsewhere)).toBe(true)
  await button(page, 'Выйти на всех других').click()
  await sessions.getByRole('row').nth(2).waitFor({ state: 'detached' })
  expect(await isSignedIn(page, elsewhere)).toBe(false)
  await button(page, 'Сменить пароль').click()
  await field(page, 'Нынешний пароль').fill(PASSWORD)
  await field(page, 'Новый пароль').fill(NEXT_PASSWORD)
  await field(page, 'Новый пароль ещё раз').fill(NEXT_PASSWORD)
  await button(page.getByRole('main'), 'Сменить пароль').click()
  await page.getByText('Пароль сменён.').waitFor()
  await button(page, 'Выйти').click()
  await heading(page, 'Вход')
  await page.goto('/me')
  await heading(page, 'Вход')
  expect(page.url()).toContain('back=')
  await field(page, 'Электронная почта').fill(`${role}@example.org`)
  await field(page, 'Пароль').fill(NEXT_PASSWORD)
  await button(page, 'Войти').click()
  await heading(page, 'Мой профиль')
  await page.locator(DARK).waitFor({ state: 'attached' })
  await button(page, 'Выйти').click()
  await heading(page, 'Вход')
}

/** Whether the cookies of another browser still open anything; asked from outside this page. */
async function isSignedIn(page: Page, cookie: string): Promise<boolean> {
  const userAgent = await page.evaluate<string>('navigator.userAgent')
  const answer = await fetch(new URL('/api/session', page.url()), {
    headers: { cookie, 'user-agent': userAgent },
  })
  return ((await answer.json()) as { me: unknown }).me !== null
}
