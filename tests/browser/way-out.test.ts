import { expect, it } from 'vitest'
import { aRegionAtWork } from './a-region-at-work.ts'
import { button, heading } from './steps.ts'

/** «Выйти» leads out whatever happened to the session meanwhile, and says so when it could not. */
aRegionAtWork((stage, population) => {
  const enter = async () => {
    const visit = await stage().visit({ cookie: population().cookies.administrator })
    await visit.open('/units')
    await visit.page.getByRole('link', { name: 'Школа № 1' }).waitFor()
    return visit
  }

  it('leads out of a session that has ended', async () => {
    const { page, faults, leave } = await enter()
    await page.context().clearCookies()
    await button(page, 'Выйти').click()
    await heading(page, 'Вход')
    expect(await page.getByText('Школа № 1').count()).toBe(0)
    expect(faults).toEqual([])
    await leave()
  })

  it('leads out where the server could not be told, once it can', async () => {
    const { page, leave } = await enter()
    await page.route('**/api/sign-out', route => route.abort())
    await button(page, 'Выйти').click()
    await page.getByRole('alert').getByText('Выйти не получилось').waitFor()
    await page.unroute('**/api/sign-out')
    await button(page, 'Выйти').click()
    await heading(page, 'Вход')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await leave()
  })
})
