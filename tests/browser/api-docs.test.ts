import { expect, it } from 'vitest'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'

/** A closed operation looks like the first of its group. */
const REPEATED = ['.operation-tag-content > span:nth-child(n+2) .opblock:not(.is-open)']

/** The pages of the API: drawn by others and served by us, so held to what every page is held to. */
aRegionAtWork((stage, population) => {
  it('the pages of the API, with one operation of each method opened', async () => {
    const { page, faults, leave } = await stage().visit({ cookie: population().cookies.administrator })
    // They draw an operation when it comes into view, at the size the window had at first.
    await page.setViewportSize({ width: 1366, height: 20_000 })
    await page.goto('/api/docs/')
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
      await page.locator(`.opblock-${method} .opblock-summary-control`).last().click()
      await page.locator(`.opblock-${method}.is-open .opblock-body`).waitFor()
    }
    expect(await page.locator('.opblock').count()).toBeGreaterThan(130)
    const wrong = await lookOver(page, 'api-docs', REPEATED)
    // Swagger UI itself gives a region and the choice of media types within it one id; nothing refers to it by that id.
    expect(
      wrong.filter(line => !/^api-docs: ids that stand twice: [^ ]+_requests_select(, |$)/.test(line)),
    ).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })
})
