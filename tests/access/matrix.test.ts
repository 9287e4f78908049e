import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { allows, type Right, ROLES, type Role } from '../../app/features/accounts/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import type { Endpoint } from '../../app/platform/http/index.ts'
import { type Method, startWorld, type World } from '../world/start-world.ts'
import { type Foreign, type Knock, knocks } from './calls.ts'
import { plantForeign } from './plant-foreign.ts'

type Name = keyof typeof contract

const endpoints = Object.entries(contract) as [Name, Endpoint][]
const guarded = endpoints.filter(([, { access }]) => access !== 'public' && access !== 'signed-in')
const methodOf = (name: string) => name.split(' ')[0] as Method
const HOMES: Readonly<Record<Role, 'region' | 'west' | 'ours'>> = {
  administrator: 'region',
  ministry: 'region',
  analyst: 'region',
  institute: 'region',
  municipality: 'west',
  methodist: 'west',
  expert: 'west',
  head: 'ours',
  coordinator: 'ours',
  observer: 'ours',
}

describe('the API', () => {
  it('has no endpoint without a test of its denial', () => {
    expect(Object.keys(knocks).sort()).toEqual(endpoints.map(([name]) => name).sort())
    for (const [name] of endpoints.filter(([name]) => name.includes('/:') && !name.includes('/history/')))
      expect({ name, isKnockedAt: knocks[name] !== null }).toEqual({ name, isKnockedAt: true })
  })
})

forEachDatabase('access', open => {
  let world: World
  let theirs: Foreign
  beforeAll(async () => {
    world = await startWorld(await open())
    theirs = await plantForeign(world)
  })
  afterAll(() => world?.stop())

  const send = (name: string, { url, body }: Knock, cookie: string | null) =>
    world.send(methodOf(name), url, cookie, body)

  /** A request that gets past the gate and no further: its parameters and body are not what the endpoint takes. */
  const knockEmpty = (name: string): Knock => ({
    url: name.split(' ')[1].replaceAll(/:\w+/g, '0').concat('?limit=none&unitId=none'),
    ...(methodOf(name) === 'GET' || methodOf(name) === 'DELETE' ? {} : { body: { nothing: 'of use' } }),
  })

  it.each(endpoints.filter(([, { access }]) => access !== 'public').map(([name]) => name))(
    '%s is closed to whoever is not signed in',
    async name => {
      expect((await send(name, knockEmpty(name), null)).status).toBe(401)
    },
  )

  it.each(guarded)('%s asks the matrix for every role', async (name, { access }) => {
    for (const role of ROLES) {
      const path = await pathOf(world, HOMES[role])
      const answer = await send(name, knockEmpty(name), world.cookies[role])
      const refused = answer.status === 403 && (await answer.text()).includes('"right-missing"')
      expect({ role, refused }).toEqual({ role, refused: !allows(role, path, access as Right) })
      expect({ role, fault: answer.status >= 500 }).toEqual({ role, fault: false })
    }
  })

  const ofRecords = endpoints.filter(([name, { access }]) => access !== 'public' && knocks[name] !== null)
  it.each(ofRecords)('%s does not know the record of another municipality', async (name, { access }) => {
    const knock = knocks[name]!(world, theirs)
    const west = await pathOf(world, 'west')
    const mayOfWest = (['administrator', 'municipality', 'methodist', 'head', 'coordinator'] as const).filter(
      role => access === 'signed-in' || allows(role, west, access as Right),
    )
    const before = await eastAsItIs(world)
    for (const role of mayOfWest) {
      const cookie = role === 'administrator' ? world.westAdministrator : world.cookies[role]
      const { status } = await send(name, knock, cookie)
      expect({ role, status }).toEqual({ role, status: 404 })
    }
    expect(await eastAsItIs(world)).toEqual(before)
  })
})

async function pathOf({ database, units }: World, home: 'region' | 'west' | 'ours'): Promise<string> {
  const { path } = await database.asSystem('system:test', tx =>
    tx.selectFrom('unit').select('path').where('id', '=', units[home]).executeTakeFirstOrThrow(),
  )
  return path
}

/** Everything of the east that a knock could have changed. */
function eastAsItIs({ database, units }: World): Promise<unknown> {
  return database.asSystem('system:test', async tx => ({
    units: await tx
      .selectFrom('unit')
      .selectAll()
      .where('parent_id', '=', units.east)
      .orderBy('id')
      .execute(),
    grants: await tx.selectFrom('role_grant').selectAll().where('unit_id', '=', units.theirs).execute(),
    invitations: await tx.selectFrom('invitation').selectAll().where('unit_id', '=', units.theirs).execute(),
    tokens: await tx.selectFrom('api_token').selectAll().where('unit_id', '=', units.theirs).execute(),
    files: await tx.selectFrom('stored_file').selectAll().where('unit_id', '=', units.theirs).execute(),
    jobs: await tx.selectFrom('job').selectAll().where('unit_id', '=', units.theirs).execute(),
  }))
}
