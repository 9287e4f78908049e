import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUnit } from '../app/features/territory/index.ts'
import { forEachDatabase } from '../app/platform/database/testing/index.ts'
import { BROWSER, startWorld, type World } from './world/start-world.ts'

/** The order behind an act («приказ») stands with its line in the history, for whoever may read that history. */
forEachDatabase('orders behind acts', open => {
  let world: World
  let school = 0
  beforeAll(async () => {
    world = await startWorld(open)
    const scope = { accountId: 'system:test', role: 'administrator', grantId: null, unitPath: '1.' }
    const { west } = world.units
    school = await world.database.as(scope, tx =>
      createUnit(tx, { kind: 'school', parentId: west, name: 'Школа № 7', login: 'edu990007' }),
    )
  })
  afterAll(() => world?.stop())

  async function upload(name: string, cookie = world.cookies.administrator): Promise<number> {
    const form = new FormData()
    form.append('file', new Blob([`приказ ${name}`]), name)
    const headers = { ...BROWSER, cookie }
    const answer = await fetch(`${world.address}/api/files`, { method: 'POST', headers, body: form })
    expect(answer.status).toBe(200)
    return ((await answer.json()) as { id: number }).id
  }
  const act = async (name: string, body: object) => {
    const page = await world.send('GET', `/api/units/${school}`, world.cookies.administrator)
    const { version } = (await page.json()) as { version: number }
    return world.send('POST', `/api/units/${school}/${name}`, world.cookies.administrator, {
      version,
      ...body,
    })
  }
  const history = async (cookie: string) => {
    const answer = await world.send('GET', `/api/history/unit/${school}`, cookie)
    const { items } = (await answer.json()) as { items: { action: string; files: { name: string }[] }[] }
    return items.map(({ action, files }) => [action, ...files.map(({ name }) => name)])
  }

  it('stand with renaming, moving, closing and merging, each with its own', async () => {
    const { units, cookies } = world
    const orders = [await upload('переименование.txt'), await upload('приложение.txt')]
    expect((await act('rename', { name: 'Гимназия № 7', files: orders })).status).toBe(200)
    const moved = { parentId: units.east, files: [await upload('перевод.txt')] }
    expect((await act('move', moved)).status).toBe(200)
    expect((await act('move', { ...moved, parentId: units.west, files: [] })).status).toBe(200)
    const closed = { lastDay: '2026-06-30', files: [await upload('закрытие.txt')] }
    expect((await act('close', closed)).status).toBe(200)
    expect((await act('reopen', {})).status).toBe(200)
    const merged = { into: units.ours, lastDay: '2026-06-30', files: [await upload('слияние.txt')] }
    expect((await act('merge', merged)).status).toBe(200)
    expect(await history(cookies.administrator)).toEqual([
      ['unit.merged', 'слияние.txt'],
      ['unit.reopened'],
      ['unit.closed', 'закрытие.txt'],
      ['unit.moved'],
      ['unit.moved', 'перевод.txt'],
      // The former name that the act kept, and the act.
      ['unit.renamed'],
      ['unit.renamed', 'переименование.txt', 'приложение.txt'],
      ['unit.created'],
    ])
    expect(await history(cookies.municipality)).toEqual(await history(cookies.administrator))
  })

  it('are read by whoever may read the history of the unit, and by nobody else', async () => {
    const { cookies, stranger } = world
    const file = await upload('приказ.txt')
    expect((await act('reopen', {})).status).toBe(200)
    await act('rename', { name: 'Лицей № 7', files: [file] })
    const read = async (cookie: string) =>
      (await world.send('GET', `/api/files/${file}/content`, cookie)).status
    expect(await read(cookies.municipality)).toBe(200)
    expect(await read(cookies.methodist)).toBe(200)
    // Of the same municipality, without the right to histories; of another school; of another municipality.
    for (const cookie of [cookies.expert, cookies.head, stranger.cookie]) expect(await read(cookie)).toBe(404)
    const removed = await world.send('DELETE', `/api/files/${file}`, cookies.administrator)
    expect(removed.status).toBe(409)
  })

  it('that are somebody else’s drafts are refused, and the act with them', async () => {
    const theirs = await upload('чужой.txt', world.cookies.analyst)
    const answer = await act('rename', { name: 'Не бывать', files: [theirs] })
    expect(answer.status).toBe(404)
    const page = await world.send('GET', `/api/units/${school}`, world.cookies.administrator)
    expect(((await page.json()) as { name: string }).name).toBe('Лицей № 7')
  })
})
