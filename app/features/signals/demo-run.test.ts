import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { openTestEmbedded } from '../../platform/database/testing/index.ts'
import { generateRegion, writeRegion } from '../demo/index.ts'
import { loadSpecifications } from '../procedures/index.ts'
import { type BatchManifest, closeDuckDb, importBatch, openStore, readProtocol } from '../results/index.ts'
import { type FoundSign, runScreening, type Screening, signsOf } from '../screening/index.ts'
import { createUnit } from '../territory/index.ts'
import { buildPassport } from './build-passport.ts'
import { shownFindings } from './shown-findings.ts'
import { sightOf } from './sight.ts'
import { readEvidence } from './store/get-signal.ts'
import { listSignals } from './store/list-signals.ts'
import { openSignals } from './store/open-signals.ts'
import { actorOf, NOW, publishRun } from './testing/small-region.ts'
import { drawShown } from './word-findings.ts'

/** A demo region screened as a run screens it: what it finds is asked of real shapes of data, not of those made by hand. */
describe('signals of a demo region', () => {
  let folder: string
  let database: Database
  let screening: Screening
  let signs: FoundSign[]
  let west: number
  const units = new Map<string, number>()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'objektiv-signal-run-'))
    database = await openTestEmbedded()
    const store = await openStore(folder)
    const whole = generateRegion({ seed: 7, schools: 40 })
    const files = await writeRegion({ ...whole, sets: whole.sets.slice(-4) }, join(folder, 'files'))
    const specifications = await loadSpecifications(files.specifications)
    const batches: BatchManifest[] = []
    for (const file of files.protocols) {
      const protocol = await readProtocol(file, { specifications })
      batches.push((await importBatch(store, protocol, { by: 'test', now: new Date(0) })).manifest)
    }
    screening = await runScreening({
      ...{ store, batches, specifications, registry: null, now: new Date(0) },
      settings: { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 10 },
    })
    signs = signsOf(screening)
    const { scope } = actorOf('anna', 'analyst', '1.')
    await database.as(scope, async tx => {
      west = await createUnit(tx, { kind: 'municipality', parentId: 1, name: 'Западный район' })
      for (const { school } of screening.schools)
        units.set(
          school,
          await createUnit(tx, { kind: 'school', parentId: west, name: `Школа ${school}`, login: school }),
        )
      const { rows } = await sql<{ id: number }>`insert into screening_run (unit_id, title, state, settings)
        values (1, 'Анализ', 'done', '{}') returning id`.execute(tx)
      await openSignals(tx, {
        ...{ runId: rows[0].id, campaignId: null, screening, signs },
        unitOf: login => units.get(login) ?? 1,
        isKnown: login => units.has(login),
      })
      await publishRun(tx, rows[0].id, null)
    })
  }, 300_000)
  afterAll(async () => {
    await closeDuckDb()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('are as many as the run found, each with the works of its school in every set it rests on', async () => {
    const analyst = actorOf('anna', 'analyst', '1.')
    const { total } = await database.as(analyst.scope, tx =>
      listSignals(tx, { limit: 1 }, { scope: analyst.scope, ...NOW }),
    )
    expect(signs.some(({ source }) => source === 'own')).toBe(true)
    expect(total).toBe(signs.length)
    const rows = await database.asSystem('system:test', tx =>
      tx
        .selectFrom('signal as s')
        .innerJoin('signal_evidence as e', 'e.signal_id', 's.id')
        .select(['s.positions', 's.unit_id', 'e.evidence'])
        .execute(),
    )
    const logins = new Map([...units].map(([login, id]) => [id, login]))
    for (const { positions, unit_id, evidence } of rows) {
      const school = screening.schools.find(one => one.school === logins.get(unit_id))!
      expect(evidence.sets.map(({ works }) => works)).toEqual(
        positions.map(position => school.distributions.get(position)?.reduce((a, b) => a + b, 0) ?? 0),
      )
    }
  })

  it('have a passport and pictures for every reader, in both languages, without a hole', async () => {
    const { rows } = await database.asSystem('system:test', tx =>
      sql<{ id: number; path: string }>`select id, unit_path as path from signal order by id`.execute(tx),
    )
    for (const { id, path } of rows)
      for (const locale of ['ru', 'en'] as const)
        for (const reader of [
          actorOf('anna', 'analyst', '1.'),
          actorOf('vera', 'ministry', '1.'),
          actorOf('boris', 'municipality', `1.${west}.`),
          actorOf('olga', 'head', path),
        ]) {
          const actor = { ...reader, locale }
          await database.as(actor.scope, async tx => {
            const passport = await buildPassport(tx, actor, id, NOW, {
              namePeople: async () => new Map(),
              federalYearsOf: async () => new Map(),
            })
            const { evidence, unit_path } = await readEvidence(tx, id)
            const drawn = drawShown(locale, shownFindings(evidence, sightOf(actor.scope, unit_path)), id)
            expect(JSON.stringify([passport, drawn])).not.toMatch(/NaN|undefined|Infinity|\[object/)
            expect(drawn.map(({ name }) => name)).toEqual(
              passport.findings.flatMap(({ figure }) => figure ?? []),
            )
            expect(passport.headline).not.toBe('')
          })
        }
  })
})
