import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import { BROWSER, startWorld, type World } from '../world/start-world.ts'

const EXPORTS = ['/api/audit/export.xlsx', '/api/registry/export.xlsx', '/api/registry/export.csv']

forEachDatabase('exports', open => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(open)
  })
  afterAll(() => world?.stop())

  it('come whole while others write: what was counted is what was read', async () => {
    const { cookies, units } = world
    let writing = true
    const writer = (async () => {
      for (let n = 0; writing; n++) {
        await world.send('POST', '/api/units', cookies.administrator, {
          kind: 'school',
          parentId: units.west,
          name: `Школа № ${1000 + n}`,
        })
        // Several in the time of one export; without a pause what is exported grows as fast as it is read.
        await new Promise(resolve => setTimeout(resolve, 15))
      }
    })()
    const statuses: number[] = []
    for (let round = 0; round < 6; round++)
      for (const url of EXPORTS) {
        const answer = await world.send('GET', url, cookies.administrator)
        await answer.arrayBuffer()
        statuses.push(answer.status)
      }
    writing = false
    await writer
    expect(statuses).toEqual(statuses.map(() => 200))
  })

  it('leave nothing on the disk when the reader goes away', async () => {
    const own = async () =>
      (await readdir(tmpdir())).filter(name => name.startsWith(`objektiv-${process.pid}-`))
    await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const gone = new AbortController()
        setTimeout(() => gone.abort(), 5 * n)
        await fetch(world.address + EXPORTS[n % 2], {
          headers: { ...BROWSER, cookie: world.cookies.administrator },
          signal: gone.signal,
        }).catch(() => {})
      }),
    )
    // An export whose reader is gone is still made to its end: empty now and then is not yet empty for good.
    let quiet = 0
    await vi.waitFor(
      async () => {
        quiet = (await own()).length === 0 ? quiet + 1 : 0
        expect(quiet).toBeGreaterThan(15)
      },
      { timeout: 20_000, interval: 100 },
    )
  })
})
