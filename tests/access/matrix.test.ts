import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { allows, REGION_RIGHTS, type Right, ROLES, type Role } from '../../app/features/accounts/index.ts'
import type { Tx } from '../../app/platform/database/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import type { Endpoint } from '../../app/platform/http/index.ts'
import { type Method, startWorld, type World } from '../world/start-world.ts'
import { type Foreign, type Knock, knocks } from './calls.ts'
import { everyRoleOfTheWest } from './every-role-of-the-west.ts'
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
  let west: Readonly<Record<Role, string>>
  beforeAll(async () => {
    world = await startWorld(open)
    west = await everyRoleOfTheWest(world)
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
    const path = await pathOf(world, 'west')
    const mayOfWest = ROLES.filter(role => access === 'signed-in' || allows(role, path, access as Right))
    // A right that nobody can hold below the region has no holder to knock: the test above has refused them all.
    expect({ name, hasKnockers: mayOfWest.length > 0 }).toEqual({
      name,
      hasKnockers: !REGION_RIGHTS.has(access as Right),
    })
    const before = await eastAsItIs(world)
    for (const role of mayOfWest) {
      const { status } = await send(name, knock, west[role])
      // Some acts are of the region or the school alone: a role that stands elsewhere is told so, whatever the id.
      const isMisplaced = HOMES[role] === 'region' && role !== 'administrator'
      expect({ role, status }).toEqual({ role, status: isMisplaced && status === 403 ? 403 : 404 })
    }
    expect(await eastAsItIs(world)).toEqual(before)
  })

  it('shows the west no row of the east in any table of units, whatever the role', async () => {
    const { database, units } = world
    const [west, east] = [await pathOf(world, 'west'), await pathOf(world, 'east')]
    const tables = await database.asSystem('system:test', async tx => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'unit_path' order by 1`.execute(tx)
      const held = await Promise.all(
        rows.map(async ({ name }) => ({ name, rows: await countUnder(tx, name, east) })),
      )
      return held
    })
    const filled = tables.filter(({ rows }) => rows > 0).map(({ name }) => name)
    expect(filled).toEqual(
      expect.arrayContaining(['audit', 'invitation', 'job', 'role_grant', 'stored_file']),
    )
    for (const role of ROLES) {
      const scope = { accountId: world.ids[role], role, grantId: null, unitPath: west }
      for (const { name } of tables) {
        const seen = await database
          .as(scope, tx => countUnder(tx, name, east))
          // No right to the table at all is as good.
          .catch((error: { code?: string }) => (error.code === '42501' ? 0 : Promise.reject(error)))
        expect({ role, name, seen }).toEqual({ role, name, seen: 0 })
      }
    }
    expect(units.east).not.toBe(units.west)
  })
})

async function countUnder(tx: Tx, table: string, path: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from ${sql.table(table)} where starts_with(unit_path, ${path})`.execute(tx)
  return rows[0].n
}

async function pathOf(
  { database, units }: World,
  home: 'region' | 'west' | 'east' | 'ours',
): Promise<string> {
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
    batches: await tx.selectFrom('import_batch').selectAll().where('unit_id', '=', units.theirs).execute(),
    signals: await tx.selectFrom('signal').selectAll().where('unit_id', '=', units.theirs).execute(),
    jobs: await tx.selectFrom('job').selectAll().where('unit_id', '=', units.theirs).execute(),
  }))
}
