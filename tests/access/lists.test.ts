import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { readSheets } from '../../app/documents/spreadsheet/testing/read-sheets.ts'
import { ROLES, type Role } from '../../app/features/accounts/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import { startWorld, type World } from '../world/start-world.ts'
import { type Foreign, knocks } from './calls.ts'
import { everyRoleOfTheWest } from './every-role-of-the-west.ts'
import { plantForeign } from './plant-foreign.ts'
import { textOfAnswer } from './text-of-answer.ts'

/** Every GET that takes no id: lists, counts, searches, exports. */
const lists = Object.keys(contract).filter(
  name => name.startsWith('GET ') && knocks[name as keyof typeof knocks] === null && !name.includes('/:'),
)

/** Reading the log makes another line of it; remarks lie in files, which have tests of their own (remarks.test.ts). */
const NOT_COMPARED = new Set(['GET /api/audit', 'GET /api/imports/remarks'])
/** Lists that leave as a spreadsheet. */
const exported = lists
  .filter(name => `${name}/export.xlsx` in contract && !NOT_COMPARED.has(name))
  .map(name => name.slice('GET '.length))

/** Words that stand in records of the east and nowhere else. */
const OF_THE_EAST = /Восточн|Школа № 2|990002|stranger|east@example|чужой/i

forEachDatabase('lists', open => {
  let world: World
  let theirs: Foreign
  let west: Readonly<Record<Role, string>>
  beforeAll(async () => {
    world = await startWorld(open)
    west = await everyRoleOfTheWest(world)
    theirs = await plantForeign(world)
  })
  afterAll(() => world?.stop())

  it.each(lists)('%s tells the west nothing of the east', async name => {
    const path = name.slice('GET '.length)
    for (const role of ROLES)
      for (const query of [
        '',
        '?q=Восточн',
        '?q=990002&limit=200',
        `?under=${world.units.east}`,
        `?unit=${world.units.east}`,
      ]) {
        const answer = await world.send('GET', path + encodeURI(query), west[role])
        expect(answer.status).toBeLessThan(500)
        // No other words open a list that the role has no right to.
        if (answer.status === 403) break
        const told = answer.status === 200 ? withoutAsked(await textOfAnswer(answer)) : ''
        const foreign = OF_THE_EAST.exec(told)
        expect({ role, query, told: foreign && told.slice(foreign.index - 200, foreign.index + 50) }).toEqual(
          {
            role,
            query,
            told: null,
          },
        )
      }
  })

  it('have what the east is refused in the region: the words are there to be found', async () => {
    const found: string[] = []
    for (const name of lists) {
      // The latest lines of the log are what the tests above have read.
      const query = name === 'GET /api/audit' ? '?action=created&limit=200' : ''
      const answer = await world.send('GET', name.slice('GET '.length) + query, world.cookies.administrator)
      if (answer.status === 200 && OF_THE_EAST.test(await textOfAnswer(answer))) found.push(name)
    }
    expect(found).toEqual(
      expect.arrayContaining([
        'GET /api/units',
        'GET /api/people',
        'GET /api/invitations',
        'GET /api/audit',
        'GET /api/registry/export.csv',
        'GET /api/registry/export.xlsx',
        'GET /api/audit/export.xlsx',
      ]),
    )
  })

  it.each(exported)('%s leaves with as many rows as it has', async path => {
    const { analyst, administrator, municipality, head } = world.cookies
    let most = 0
    for (const who of [analyst, administrator, municipality, head]) {
      const rows = await countRows(who, path)
      const answer = await world.send('GET', `${path}/export.xlsx`, who)
      // Who may not read the list may not take it away either.
      expect({ path, status: answer.status }).toEqual({ path, status: rows === null ? 403 : 200 })
      const content = Buffer.from(await answer.arrayBuffer())
      if (rows === null) continue
      const [first, second] = Object.values(await readSheets(content))
      expect({ path, told: first.slice(-2).map(([, value]) => value), rows: second.length - 1 }).toEqual({
        path,
        told: [rows, rows],
        rows,
      })
      most = Math.max(most, rows)
    }
    // Of every list somebody is shown a row: there was something to compare.
    expect({ path, most }).toEqual({ path, most: expect.toSatisfy(count => count > 0) })
  })

  /** How many rows a list has for somebody, page by page; null where it is refused. */
  async function countRows(who: string, path: string): Promise<number | null> {
    let count = 0
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await world.send('GET', `${path}?limit=200${cursor && `&cursor=${cursor}`}`, who)
      if (answer.status === 403) return null
      const { items, next } = (await answer.json()) as { items: unknown[]; next: string | null }
      count += items.length
      cursor = next === null ? null : encodeURIComponent(next)
    }
    return count
  }

  it('the log is narrowed to a person by the words of their name, and to nobody by a name out of reach', async () => {
    const by = async (who: string, words: string) => {
      const answer = await world.send('GET', `/api/audit?limit=200&person=${encodeURIComponent(words)}`, who)
      const items = (await itemsOf(answer)) as { who: string }[]
      return [...new Set(items.map(item => item.who))]
    }
    expect(await by(world.cookies.administrator, 'человек WEST')).toEqual(['Человек west'])
    expect(await by(world.cookies.administrator, 'stranger')).toEqual(['Человек stranger'])
    expect(await by(world.cookies.administrator, 'такого нет')).toEqual([])
    expect(await by(world.westAdministrator, 'stranger')).toEqual([])
  })

  it('the history of a unit holds its logins and former names', async () => {
    const { cookies, units } = world
    const page = await (await world.send('GET', `/api/units/${units.theirs}`, cookies.administrator)).json()
    const { version } = page as { version: number }
    await world.send('POST', `/api/units/${units.theirs}/rename`, cookies.administrator, {
      version,
      name: 'Восточная гимназия',
    })
    const history = await world.send('GET', `/api/history/unit/${units.theirs}`, cookies.administrator)
    const items = (await itemsOf(history)) as { subject: string }[]
    expect(new Set(items.map(item => item.subject))).toEqual(new Set(['unit', 'unit_alias']))
  })

  it('the history of a record of the east is empty for the west', async () => {
    const { units, stranger } = world
    const records = [
      ['unit', units.theirs],
      ['unit', units.east],
      ['person', stranger.id],
      ['role_grant', stranger.grantId],
      ['invitation', theirs.invitationId],
      ['api_token', theirs.tokenId],
      ['stored_file', theirs.fileId],
    ] as const
    for (const [subject, id] of records) {
      const path = `/api/history/${subject}/${id}`
      const asked = await world.send('GET', path, world.westAdministrator)
      expect({ subject, body: asked.status === 404 ? [] : await itemsOf(asked) }).toEqual({
        subject,
        body: [],
      })
      const known = await world.send('GET', path, world.cookies.administrator)
      // A file that is not yet attached to anything is its author's alone.
      const isKnown = subject !== 'stored_file'
      expect({ subject, known: (await itemsOf(known)).length > 0 }).toEqual({ subject, known: isKnown })
    }
  })
})

/** A spreadsheet says on its first sheet what was asked for, and the log what somebody of the west asked for. */
function withoutAsked(text: string): string {
  return text
    .replaceAll(/<t>(Восточн|990002)<\/t>/g, '')
    .replaceAll(/<w:t[^>]*>(Восточн|990002)<\/w:t>/g, '')
    .replaceAll(/[Пп]оиск: «?(Восточн|990002)/g, '')
    .replaceAll(/"after":"(Восточн|990002)"/g, '')
}

async function itemsOf(answer: Response): Promise<unknown[]> {
  return ((await answer.json()) as { items: unknown[] }).items
}
