import { expect, it } from 'vitest'
import { totp } from '../../app/features/accounts/testing/totp.ts'
import { PASSWORD } from '../world/start-world.ts'
import { anEmptyInstallation } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'
import { button, field, heading, link, signIn } from './steps.ts'

const EMAIL = 'first@example.org'

anEmptyInstallation(stage => {
  it('the one-time link makes the first administrator, with a second factor', async () => {
    const { page, faults, leave } = await stage().visit()
    await page.goto(stage().running.setupLink ?? '')
    await heading(page, 'Первый администратор')
    expect(await lookOver(page, 'setup')).toEqual([])

    // What is missing is said at once, above the form, and leads to its field.
    await button(page, 'Создать и войти').click()
    await page.getByRole('alert').getByText('Проверьте, пожалуйста').waitFor()
    expect(await lookOver(page, 'setup-errors')).toEqual([])
    await link(page, /Название региона/).click()
    expect(await page.evaluate('document.activeElement?.name')).toBe('region')

    await field(page, 'Название региона').fill('Заречная область')
    await field(page, 'Фамилия, имя, отчество').fill('Первова Анна Ивановна')
    await field(page, 'Электронная почта').fill(EMAIL)
    await field(page, 'Новый пароль').fill(PASSWORD)
    await field(page, 'Новый пароль ещё раз').fill(PASSWORD)
    await button(page, 'Создать и войти').click()

    // No page of the app before the second factor.
    await heading(page, 'Второй шаг входа')
    await field(page, 'Пароль').fill(PASSWORD)
    await button(page, 'Настроить').click()
    const secret = await page.getByRole('textbox', { name: 'Секрет для приложения' }).inputValue()
    expect(await lookOver(page, 'second-factor')).toEqual([])
    await field(page, 'Код из приложения').fill(totp(secret))
    await button(page, 'Продолжить').click()
    await heading(page, 'Второй шаг входа включён')
    expect(await page.locator('main li code').count()).toBeGreaterThanOrEqual(8)
    const [code] = await page.locator('main li code').allInnerTexts()
    expect(await lookOver(page, 'second-factor-codes')).toEqual([])
    await button(page, 'Коды сохранены, продолжить').click()
    await heading(page, 'Моя работа')
    await page.getByRole('heading', { name: 'С чего начать' }).waitFor()
    expect(await lookOver(page, 'work-empty')).toEqual([])
    await page.goto('/units')
    await page.getByText('Реестр пока пуст').waitFor()
    expect(await lookOver(page, 'units-empty')).toEqual([])

    // Out, and in again: the password alone is not enough.
    await button(page, 'Выйти').click()
    await signIn(page, EMAIL)
    await heading(page, 'Второй шаг входа')
    expect(await lookOver(page, 'sign-in-code')).toEqual([])
    await field(page, 'Код из приложения').fill('000000')
    await button(page, 'Продолжить').click()
    await page.getByRole('alert').waitFor()
    // The code of this half-minute was used to set up, and is taken once; the emergency code stands in for it.
    await button(page, 'Нет телефона под рукой').click()
    await field(page, 'Запасной код').fill(code)
    await button(page, 'Продолжить').click()
    await heading(page, 'Моя работа')
    await button(page, 'Выйти').click()
    await heading(page, 'Вход')

    // The code of the next half-minute: an authenticator whose clock is a little ahead.
    await signIn(page, EMAIL)
    await heading(page, 'Второй шаг входа')
    await field(page, 'Код из приложения').fill(totp(secret, new Date(Date.now() + 30_000)))
    await button(page, 'Продолжить').click()
    await heading(page, 'Моя работа')

    await page.goto(stage().running.setupLink ?? '')
    await page.getByRole('alert').waitFor()
    expect(faults).toEqual([])
    await leave()
  })
})
