import type { Locator, Page } from 'playwright-core'
import { PASSWORD } from '../world/start-world.ts'

/** What people do again and again, by the words they see. */

export function button(page: Page | Locator, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: typeof name === 'string' })
}

export function link(page: Page | Locator, name: string | RegExp): Locator {
  return page.getByRole('link', { name, exact: typeof name === 'string' })
}

/** A field by its label; asterisks and «(необязательно)» behind it do not matter. */
export function field(page: Page | Locator, label: string): Locator {
  return page.locator(`xpath=.//*[@id=//label[starts-with(normalize-space(.), "${label}")]/@for]`).first()
}

export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor()
}

/** From the page of signing in where one stands there already, as after signing out. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  if (new URL(page.url()).pathname !== '/sign-in') await page.goto('/sign-in')
  await heading(page, 'Вход')
  await field(page, 'Электронная почта').fill(email)
  await field(page, 'Пароль').fill(password)
  await button(page, 'Войти').click()
}

/** Presses «/», types, and takes the first unit that is offered. */
export async function findUnit(page: Page, words: string, name: string): Promise<void> {
  await page.keyboard.press('Slash')
  await page.getByRole('combobox', { name: 'Поиск по территории' }).fill(words)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await heading(page, name)
}

/** Looks for a unit that must not be found. */
export async function findNothing(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Slash')
  await page.getByRole('combobox', { name: 'Поиск по территории' }).fill(words)
  await page.getByText('ничего не нашлось').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Goes by the navigation at the left. */
export async function goTo(page: Page, name: string): Promise<void> {
  await link(page.getByRole('navigation', { name: 'Разделы' }), name).click()
  await heading(page, name)
}

/** The invitation form, up to the link that is shown once. Where `where` is null the unit is filled in already. */
export async function invite(
  page: Page,
  person: { name: string; email: string; role: string; where: string | null },
): Promise<string> {
  await heading(page, 'Приглашение человека')
  await field(page, 'Фамилия, имя, отчество').fill(person.name)
  await field(page, 'Электронная почта').fill(person.email)
  await field(page, 'Роль').selectOption({ label: person.role })
  if (person.where) {
    await page.getByRole('combobox', { name: 'Где' }).fill(person.where)
    await page.getByRole('option', { name: person.where }).first().click()
  }
  await button(page, 'Создать приглашение').click()
  return page.getByRole('textbox', { name: 'Ссылка готова' }).inputValue()
}

/** What the person who was sent a link does with it. */
export async function acceptInvitation(page: Page, url: string, sentence: string): Promise<void> {
  await page.goto(url)
  await heading(page, 'Приглашение')
  await page.getByRole('main').getByText(sentence).first().waitFor()
  await field(page, 'Новый пароль').fill(PASSWORD)
  await field(page, 'Новый пароль ещё раз').fill(PASSWORD)
  await button(page, 'Принять приглашение').click()
  await heading(page, 'Моя работа')
}

/** The words of the navigation's links: what this person is offered at all. */
export async function offered(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Разделы' }).getByRole('link').allInnerTexts()
}
