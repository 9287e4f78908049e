import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../platform/database/index.ts'
import { openTestEmbedded } from '../../../platform/database/testing/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Role } from '../../accounts/index.ts'
import { generateRegion, writeRegion } from '../../demo/index.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import {
  type BatchManifest,
  closeDuckDb,
  importBatch,
  openStore,
  readProtocol,
  type Store,
} from '../../results/index.ts'
import { buildCase } from '../../screening/index.ts'
import { createUnit } from '../../territory/index.ts'
import { actorOf } from '../testing/small-region.ts'
import { caseReader } from './case-reader.ts'
import type { CaseRequest, ReadCase } from './open-case.ts'

/** Two sets of a demo region of forty schools, imported and screened; one of its schools stands in the tree. */
describe('the works of a school by code', () => {
  let folder: string
  let database: Database
  let store: Store
  let manifests: BatchManifest[]
  let specifications: Awaited<ReturnType<typeof loadSpecifications>>
  let read: ReadCase
  let request: CaseRequest
  let digits: string
  let paths: { school: string; west: string; other: string }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'objektiv-signal-case-'))
    database = await openTestEmbedded()
    store = await openStore(folder)
    const whole = generateRegion({ seed: 7, schools: 40 })
    digits = whole.schools[3].digits
    const files = await writeRegion({ ...whole, sets: whole.sets.slice(-2) }, join(folder, 'files'))
    specifications = await loadSpecifications(files.specifications)
    manifests = []
    for (const file of files.protocols) {
      const protocol = await readProtocol(file, { specifications })
      manifests.push((await importBatch(store, protocol, { by: 'test', now: new Date(0) })).manifest)
    }
    const scope = { accountId: 'anna', role: 'analyst', grantId: null, unitPath: '1.' }
    request = await database.as(scope, async tx => {
      const west = await createUnit(tx, { kind: 'municipality', parentId: 1, name: 'Западный район' })
      const school = await createUnit(tx, {
        kind: 'school',
        parentId: west,
        name: 'Школа',
        login: `edu${digits}`,
      })
      const other = await createUnit(tx, {
        kind: 'school',
        parentId: west,
        name: 'Другая',
        login: 'edu990999',
      })
      paths = { school: `1.${west}.${school}.`, west: `1.${west}.`, other: `1.${west}.${other}.` }
      const { rows } = await sql<{
        id: number
      }>`insert into screening_run (unit_id, title, state, settings, published_at)
        values (1, 'Анализ', 'done', '{}', now()) returning id`.execute(tx)
      for (const manifest of manifests) {
        const { procedure, version, year, grade, subject } = manifest.assessment
        const batch = await sql<{ id: number }>`
          insert into import_batch (unit_id, file_name, state, store_id, manifest, procedure, paper_version, year, grade, subject)
          values (1, 'протокол.xlsx', 'accepted', ${manifest.id}, ${JSON.stringify(manifest)}, ${procedure}, ${version},
            ${year}, ${grade}, ${subject}) returning id`.execute(tx)
        await sql`insert into run_batch values (${rows[0].id}, ${batch.rows[0].id})`.execute(tx)
      }
      const [{ assessment }] = manifests
      return {
        signalId: 7,
        runId: rows[0].id,
        schoolId: school,
        assessment: { ...assessment, works: 0 },
        cursor: undefined,
        limit: 100,
      }
    })
    read = caseReader({ database, store })
  }, 240_000)
  afterAll(async () => {
    await closeDuckDb()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  const who = (role: Role, path: string): Actor => actorOf(`${role} ${path}`, role, path)
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      error => (error instanceof ProblemError ? error.problems[0].code : Promise.reject(error)),
    )

  it('have the numbers of the command, to the last digit, and its pairs', async () => {
    const page = await read(who('analyst', '1.'), request)
    const [expected] = (
      await buildCase({ store, batches: [manifests[0]], registry: null, specifications }, digits)
    ).sets
    expect(page.items.map(({ code: name, class: label, total }) => [label, name, total])).toEqual(
      expected.pupils.map(pupil => [pupil.class, pupil.code, pupil.total]),
    )
    expect(page.items.map(({ fit }) => fit)).toEqual(
      expected.pupils.map(({ code: _, class: __, total: ___, journal: ____, ...fit }) => fit),
    )
    expect(page.pairs).toHaveLength(expected.pairs.length)
    expect(page.tasks).toEqual(manifests[0].tasks.map(({ name, max }) => ({ name, max })))
    // Declared totals differ from the sums in a few rows: that is some of the dirt of protocols.
    const summed = page.items.filter(
      ({ scores, total }) => scores.reduce((sum, score) => sum + (Number(score) || 0), 0) === total,
    )
    expect(summed.length).toBeGreaterThan(0.8 * page.items.length)
    for (const { scores, mark } of page.items) {
      expect(scores).toHaveLength(page.tasks.length)
      expect(scores.every(score => /^(\d+|X|–|\?)$/.test(score))).toBe(true)
      expect([null, 2, 3, 4, 5]).toContain(mark)
    }
  })

  it('go on page by page, the pairs on the first', async () => {
    const whole = await read(who('analyst', '1.'), request)
    const walked: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const page = await read(who('head', paths.school), { ...request, cursor, limit: 7 })
      walked.push(...page.items.map(item => item.code))
      expect(page.pairs).toHaveLength(pages === 0 ? whole.pairs.length : 0)
      cursor = page.next ?? undefined
      pages++
    } while (cursor !== undefined)
    expect(walked).toEqual(whole.items.map(item => item.code))
    expect(pages).toBeGreaterThan(1)
    expect(await code(read(who('analyst', '1.'), { ...request, cursor: '100000' }))).toBe('cursor-unreadable')
  })

  it('are read by the school itself and the region’s analyst, each time with a line in the log', async () => {
    for (const [role, path] of [
      ['ministry', '1.'],
      ['municipality', paths.west],
      ['coordinator', paths.west],
      ['methodist', '1.'],
    ] as const)
      expect({ role, code: await code(read(who(role, path), request)) }).toEqual({
        role,
        code: 'right-missing',
      })
    expect(await code(read(who('head', paths.other), request))).toBe('not-found')
    const lines = () =>
      database.asSystem('system:test', tx =>
        sql<{ account_id: string; after: { signal: number } }>`
          select account_id, after from audit where subject = 'participants' and action = 'read' order by id desc`.execute(
          tx,
        ),
      )
    const before = (await lines()).rows.length
    await read(who('coordinator', paths.school), request)
    const { rows } = await lines()
    expect(rows.length).toBe(before + 1)
    expect(rows[0]).toMatchObject({ account_id: `coordinator ${paths.school}`, after: { signal: 7 } })
  })

  it('are no longer there when their files are gone, and it says so', async () => {
    await rm(join(store.folder, manifests[0].id), { recursive: true })
    expect(await code(read(who('analyst', '1.'), request))).toBe('signal-case-no-files')
  })
})
