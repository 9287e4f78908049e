import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { allows, type Right, ROLES, type Role } from '../../app/features/accounts/index.ts'
import { forEachDatabase } from '../../app/platform/database/testing/index.ts'
import type { Endpoint } from '../../app/platform/http/index.ts'
import { plantRuns } from '../world/plant-runs.ts'
import { type Method, startWorld, type World } from '../world/start-world.ts'
import { type OwnCall, ownCalls, type Standing } from './own-calls.ts'
import { type Own, plantOwn } from './plant-own.ts'

const endpoints = Object.entries(contract) as [keyof typeof contract, Endpoint][]
const guarded = endpoints.filter(([, { access }]) => access !== 'public' && access !== 'signed-in')
const WEST: ReadonlySet<Role> = new Set(['municipality', 'methodist', 'expert'])
const OURS: ReadonlySet<Role> = new Set(['head', 'coordinator', 'observer'])

/** The other side of denial: whoever the matrix lets through is answered, with nothing refused by mistake. */
forEachDatabase('what is allowed', open => {
  let world: World
  let own: Own
  let standing: Standing
  beforeAll(async () => {
    world = await startWorld(open)
    const { campaignId, published, draft } = await plantRuns(world.database, world)
    own = plantOwn(world, campaignId)
    const paper = 'ВПР.2026.5.Свой предмет'
    const put = { maxPrimary: 5, bands: null, tasks: null, source: 'приказ', base: 0 }
    await own.told(
      await world.send('PUT', `/api/specifications/${encodeURIComponent(paper)}`, world.cookies.analyst, put),
    )
    const { id, version } = await own.protocol('analyst')
    await own.told(await world.send('POST', `/api/imports/${id}/accept`, world.cookies.analyst, { version }))
    standing = {
      ...{ published, draft, paper },
      assessmentId: (await own.assessment()).id,
      fileId: await own.attached(),
      signalId: await own.signal('open'),
      caseId: await own.signal('open', id),
    }
  })
  afterAll(() => world?.stop())

  const call = (name: string, role: Role, { url, body, file }: OwnCall) =>
    file
      ? own.upload(url, role, file)
      : world.send(name.split(' ')[0] as Method, url, world.cookies[role], body)

  it.each(guarded)('%s answers every role that has the right', async (name, { access }) => {
    const { region, west, ours } = world.units
    for (const role of ROLES) {
      const path = `${region}.${WEST.has(role) ? `${west}.` : OURS.has(role) ? `${west}.${ours}.` : ''}`
      if (!allows(role, path, access as Right)) continue
      const answer = await call(
        name,
        role,
        await ownCalls[name as keyof typeof ownCalls](own, role, standing),
      )
      const said = answer.ok ? '' : await answer.text()
      if (answer.ok) await answer.arrayBuffer()
      expect({ role, status: answer.status, said }).toEqual({
        role,
        status: expect.toSatisfy(isDone),
        said: '',
      })
    }
  })
})

const isDone = (status: number) => status === 200 || status === 204
