import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import { findUnstorable } from '../../app/platform/http/refuse-unstorable-text.ts'
import { type Method, startWorld, type World } from '../world/start-world.ts'

const HUGE = 99_999_999_999
const IDS = [
  '0',
  '-1',
  '1.5',
  '2147483648',
  '99999999999',
  '9007199254740993',
  '1e400',
  'NaN',
  'Infinity',
  '%00',
  "1'--",
  '1;drop table unit',
  '..%2f1',
  'null',
  '{}',
  'а'.repeat(90),
]
const names = Object.keys(contract)
const ofIds = names.filter(name => name.includes('/:'))
const lists = names.filter(
  name => name.startsWith('GET ') && !name.includes('/:') && !name.includes('/auth/'),
)
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

forEachDatabase('a hostile value', open => {
  let world: World
  beforeAll(async () => {
    // Every endpoint is knocked at dozens of times by one person: how often one may ask is another test's.
    world = await startWorld(open, { requestLimit: 10_000 })
  })
  afterAll(() => world?.stop())

  const send = (name: string, url: string, body?: unknown) =>
    world.send(name.split(' ')[0] as Method, url, world.cookies.administrator, body)

  /** Refused or simply without a result; never a fault, never insides. */
  async function expectNoFault(answer: Response, of: string): Promise<void> {
    const text = await answer.text()
    expect({ of, fault: answer.status >= 500 }).toEqual({ of, fault: false })
    if (answer.status >= 400) {
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(text).not.toMatch(/select |insert |syntax|at .*\.ts|node_modules|postgres|\/work\//i)
    }
  }

  it.each(ofIds)('as an id of %s is refused in words', async name => {
    for (const id of IDS) {
      const url = name.split(' ')[1].replaceAll(/:\w+/g, id)
      const body = /^(POST|PATCH|PUT)/.test(name) ? { version: 1 } : undefined
      await expectNoFault(await send(name, url, body), `${name} ${id}`)
    }
  })

  it.each(lists)('in the query of %s is refused in words', async name => {
    const path = name.slice('GET '.length)
    for (const query of [
      'q=%00',
      'q=%25_%5C',
      "q=' or 1=1 --",
      'sort=name;drop table unit',
      'sort=name&sort=code',
      'sort=constructor',
      'sort=__proto__',
      'limit=-1',
      'limit=1e9',
      `unit=${HUGE}&under=${HUGE}&schoolYear=${HUGE}&grade=${HUGE}`,
      'unit=NaN&under=1.5&grade=Infinity',
      'who=%00&subject=%00&action=%00&schoolKind=%00&locality=%00&tag=%00',
      'from=0000-00-00&to=9999-99-99',
      'from=0001-01-01&to=9999-12-31',
      'q[$ne]=1&__proto__[x]=1',
    ])
      await expectNoFault(await send(name, `${path}?${encodeURI(query).replaceAll('%2500', '%00')}`), query)
  })

  it.each(lists)('as a cursor of %s is refused in words', async name => {
    const path = name.slice('GET '.length)
    const forged = [
      'x',
      '%00',
      'null',
      '-1',
      String(HUGE),
      '9999999999',
      '999999999999.999999_999999999999999',
      ...[
        null,
        [],
        {},
        ['name', 'а', 1],
        ['name', '\0', 1],
        ['name', 'а', HUGE],
        ['name', 'а', 1.5],
        ['name', { а: 1 }, 1],
        ['login', 'а', 1],
        ['а', 'б'],
        ['\0', 'б'],
        [1],
        [HUGE],
        ['а'],
        [[1]],
        ["'; drop table unit; --", 'б'],
      ].map(encode),
    ]
    for (const cursor of forged) await expectNoFault(await send(name, `${path}?cursor=${cursor}`), cursor)
  })

  it('of another list is no way into it', async () => {
    const { next } = (await (await send('GET', '/api/units?limit=1')).json()) as { next: string }
    for (const path of ['/api/people', '/api/invitations', '/api/audit', '/api/units?sort=login'])
      expect((await send('GET', `${path}${path.includes('?') ? '&' : '?'}cursor=${next}`)).status).toBe(422)
    // One of the whole region, carried over by a school: nothing but the school's own.
    const answer = await world.send('GET', `/api/units?cursor=${next}`, world.cookies.head)
    expect(await answer.text()).not.toContain('Восточн')
  })

  const { bodies } = hostileBodies()
  it.each(bodies)('in the body of %s is refused in words', async (name, body) => {
    const url = name
      .split(' ')[1]
      .replace(':school', String(world.units.ours))
      .replace(':person', world.ids.head)
    await expectNoFault(await send(name, url, JSON.parse(JSON.stringify(body))), name)
  })
})

function hostileBodies(): { bodies: [string, object][] } {
  const grant = { role: 'head', unitId: HUGE }
  return {
    bodies: [
      ['POST /api/units', { kind: 'school', parentId: HUGE, name: 'Школа' }],
      ['POST /api/units', { kind: 'school', parentId: 2, name: 'Школа\0' }],
      ['POST /api/units', { kind: 'school', parentId: 2, name: '\ud800' }],
      ['PATCH /api/units/:school', { version: HUGE, locality: 'село' }],
      ['PATCH /api/units/:school', { version: 1, tags: ['\0'] }],
      ['PATCH /api/units/:school', { version: 1, validFrom: '0000-01-01' }],
      ['POST /api/units/:school/merge', { version: 1, into: HUGE, lastDay: '2026-01-01' }],
      ['POST /api/units/:school/move', { version: 1, parentId: HUGE }],
      ['POST /api/units/:school/close', { version: 1, lastDay: '9999-12-31' }],
      ['POST /api/people/:person/grants', grant],
      ['POST /api/people/:person/grants', { role: 'head', unitId: 1, validFrom: '0000-01-01' }],
      ['PATCH /api/people/:person', { name: 'Имя\0', version: 1 }],
      ['PATCH /api/people/:person', { name: 'Имя', version: HUGE }],
      ['PATCH /api/me', { name: 'Имя\0', version: 1 }],
      ['POST /api/invitations', { ...grant, email: 'a@example.org', name: 'Имя' }],
      ['POST /api/sign-in', { email: 'a\0@example.org', password: '\0' }],
      ['POST /api/invitation/read', { token: '\0'.repeat(30) }],
      ['POST /api/notices/read-all', { upTo: HUGE }],
      ['PUT /api/settings', { secondFactorRoles: [], version: HUGE }],
      ['POST /api/me/tokens', { name: 'ключ\0', rights: ['unit.read'], expiresAt: '9999-12-31T00:00:00Z' }],
    ],
  }
}

describe('a text that cannot be kept', () => {
  it('is found wherever it stands, however deep', () => {
    let deep: unknown = 'х\0'
    for (let i = 0; i < 200_000; i++) deep = { в: deep }
    expect(findUnstorable(deep)).toBe('в')
    expect(findUnstorable({ а: [1, { 'б\0': 1 }] })).toBe('а')
    expect(findUnstorable({ а: ['б', null, 1, true] })).toBe(null)
  })
})
