import { expect, it } from 'vitest'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { listUnits, matchLogins } from '../territory/index.ts'
import { generateRegion } from './generate-region.ts'
import { plantDemoTerritory } from './plant-demo-territory.ts'

const analyst = { accountId: 'p1', role: 'analyst', grantId: null, unitPath: '1.' }

forEachDatabase('the demo territory', open => {
  it('stands with every school of the region, found by either login, and is planted once', async () => {
    const database = await open()
    const region = generateRegion({ schools: 60, dirt: false, plants: false })
    expect(await plantDemoTerritory(database, region)).toBe(true)
    expect(await plantDemoTerritory(database, region)).toBe(false)
    const { digits, name } = region.schools[7]
    const [total, found, classes] = await database.as(analyst, async tx => {
      const list = await listUnits(tx, { today: '2021-04-15', kind: 'school', q: name })
      const school = (await matchLogins(tx, [digits])).get(digits)
      const written = await listUnits(tx, { today: '2021-04-15', kind: 'class', under: school, grade: 4 })
      return [(await listUnits(tx, { today: '2021-04-15', kind: 'school' })).total, list.items, written.items]
    })
    expect(total).toBe(60)
    expect(found[0]).toMatchObject({ name, login: `edu${digits}` })
    const letters = region.sets[0].classes
      .filter(({ school }) => school === 7)
      .map(({ letter }) => `4${letter}`)
    expect(classes.map(one => one.name)).toEqual(letters)
  })
})
