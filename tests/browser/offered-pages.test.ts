import { expect, it } from 'vitest'
import { ROLES, type Role } from '../../app/features/accounts/index.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { settled } from './stage.ts'
import { button, heading } from './steps.ts'

const OF_REGION: readonly Role[] = ['administrator', 'ministry', 'analyst', 'institute']

/** A page that is offered asks for nothing that its reader is refused. */
aRegionAtWork((stage, population) => {
  it.each(ROLES)(
    '%s is answered on every page they are offered, and on the first thing it lists',
    async role => {
      const { page, faults, leave, open } = await stage().visit({ cookie: population().cookies[role] })
      const refused: string[] = []
      page.on('response', answer => {
        const { pathname } = new URL(answer.url())
        if (pathname.startsWith('/api/') && answer.status() >= 400)
          refused.push(`${new URL(page.url()).pathname}: ${answer.status()} ${pathname}`)
      })
      await open('/')
      const links = page.getByRole('navigation', { name: 'Разделы' }).getByRole('link')
      const paths = await links.evaluateAll(all => all.map(one => one.getAttribute('href') ?? ''))
      for (const path of paths) {
        await links.and(page.locator(`[href="${path}"]`)).click()
        await settled(page)
        const row = page.locator('main a[data-row]').first()
        if ((await row.count()) === 0) continue
        await row.click()
        await settled(page)
      }
      expect(refused).toEqual([])
      expect(faults).toEqual([])
      await leave()
    },
  )

  it.each(ROLES.filter(role => !OF_REGION.includes(role)))(
    '%s is told of the region its name alone, nothing counted by what they see',
    async role => {
      const { page, leave, open } = await stage().visit({ cookie: population().cookies[role] })
      await open(`/units/${population().units.region}`)
      await page.getByText('Эта территория выше вашей').waitFor()
      for (const words of ['Муниципалитетов', 'Здесь пока ни у кого нет роли', 'Изменений пока не было'])
        expect(await page.getByText(words).count()).toBe(0)
      await leave()
    },
  )

  it('a page of another role shows the refusal alone, no filters and no buttons', async () => {
    const { page, leave, open } = await stage().visit({ cookie: population().cookies.observer })
    const closed = [
      '/audit',
      '/people',
      '/jobs',
      '/registry',
      '/backups',
      '/settings',
      '/campaigns',
      '/specifications',
    ]
    closed.push('/signals', '/runs', '/imports', '/received', '/federal-list')
    for (const path of closed) {
      await open(path)
      await heading(page, 'Эта страница не для вашей роли')
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('search').count()).toBe(0)
      expect(await button(page.getByRole('main'), /./).count()).toBe(0)
    }
    await leave()
  })
})
