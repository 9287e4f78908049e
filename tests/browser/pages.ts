import { expect, it } from 'vitest'
import type { Population } from '../world/start-world.ts'
import { aRegionAtWork } from './a-region-at-work.ts'
import { lookOver } from './look-over.ts'

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
  campaigns: () => '/campaigns',
  specifications: () => '/specifications?year=2020',
  'a-specification': () => `/specifications/${encodeURIComponent('ВПР.2021.8.География')}`,
  plans: () => '/plans',
  'plans-import': () => '/plans/import',
  'plans-new': () => '/plans/new',
  measures: () => '/measures',
  'measures-calendar': () => '/measures?view=calendar',
  'measures-timeline': () => '/measures?view=timeline',
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

/**
 * Accessibility, width and title of every page inside. There are many: part 1 and part 2 stand in files of their own,
 * so that two browsers look at a time.
 */
export function lookOverPages(part: 1 | 2): void {
  const names = Object.keys(PAGES).filter((_, index) => index % 2 === part - 1)
  aRegionAtWork((stage, population) => {
    it(`pages inside, part ${part}`, async () => {
      const { page, faults, leave, open } = await stage().visit({
        cookie: population().cookies.administrator,
      })
      const wrong: string[] = []
      for (const name of names) {
        await open(PAGES[name](population()))
        wrong.push(...(await lookOver(page, name)))
      }
      expect(wrong).toEqual([])
      expect(faults).toEqual([])
      await leave()
    })
  })
}
