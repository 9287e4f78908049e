import { sql } from 'kysely'
import type { Database, Scope, Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { createPeople, type Role, rightsOf } from '../../accounts/index.ts'
import type { FinishedRun, Screening } from '../../screening/index.ts'
import { createUnit } from '../../territory/index.ts'
import { type Days, readCalendar } from '../calendar.ts'
import { openSignals } from '../store/open-signals.ts'
import { publishSignals } from '../store/publish-signals.ts'
import { highMean, MATHEMATICS, reading, scoresOf } from './findings.ts'

/** The day on which these tests stand. */
export const TODAY = '2021-06-10'
/** Midday of a day, in the time zone of this machine. */
export const at = (day: string): Days => readCalendar({ clock: () => new Date(`${day}T12:00:00`) })
export const NOW = at(TODAY)

/** West and east, two schools in the west and one in the east, with a person in every role that signals know. */
export interface SmallRegion {
  readonly west: number
  readonly east: number
  readonly first: number
  readonly second: number
  readonly eastern: number
  readonly campaign: number
  readonly analyst: Actor
  readonly otherAnalyst: Actor
  readonly ministry: Actor
  readonly municipality: Actor
  readonly colleague: Actor
  readonly eastMunicipality: Actor
  readonly head: Actor
  readonly coordinator: Actor
  readonly secondHead: Actor
  readonly easternHead: Actor
  readonly townCoordinator: Actor
}

const wholeRegion: Scope = { accountId: 'system:test', role: 'analyst', grantId: null, unitPath: '1.' }

export async function plantSmallRegion(database: Database): Promise<SmallRegion> {
  const units = await database.as(wholeRegion, async tx => {
    const municipality = (name: string, code: string) =>
      createUnit(tx, { kind: 'municipality', parentId: 1, name, code })
    const school = (parentId: number, name: string, login: string) =>
      createUnit(tx, { kind: 'school', parentId, name, login, schoolKind: 'СОШ', locality: 'село' })
    const west = await municipality('Западный район', 'reg99_m001')
    const east = await municipality('Восточный район', 'reg99_m002')
    return {
      west,
      east,
      first: await school(west, 'Школа № 2', 'edu990002'),
      second: await school(west, 'Школа № 10', 'edu990010'),
      eastern: await school(east, 'Школа № 1', 'edu990001'),
    }
  })
  const { rows } = await database.asSystem('system:test', tx =>
    sql<{ id: number }>`insert into campaign (unit_id, procedure, title, starts_on, ends_on)
      values (1, 'ВПР', 'ВПР, весна 2021', '2021-03-01', '2021-05-31') returning id`.execute(tx),
  )
  const { west, east, first, second, eastern } = units
  const people: readonly [keyof SmallRegion, Role, number][] = [
    ['analyst', 'analyst', 1],
    ['otherAnalyst', 'analyst', 1],
    ['ministry', 'ministry', 1],
    ['municipality', 'municipality', west],
    ['colleague', 'municipality', west],
    ['eastMunicipality', 'municipality', east],
    ['head', 'head', first],
    ['coordinator', 'coordinator', first],
    ['secondHead', 'head', second],
    ['easternHead', 'head', eastern],
    ['townCoordinator', 'coordinator', west],
  ]
  const ids = await createPeople(
    database,
    people.map(([name, role, unitId]) => ({
      name: `Человек ${name}`,
      email: `${name}@example.org`,
      password: 'весенняя капель 2026',
      grants: [{ role, unitId }],
    })),
  )
  const paths = new Map(
    (
      await database.asSystem('system:test', tx => tx.selectFrom('unit').select(['id', 'path']).execute())
    ).map(({ id, path }) => [id, path]),
  )
  const actors = people.map(([name, role, unitId], i) => [name, actorOf(ids[i], role, paths.get(unitId)!)])
  return { ...units, campaign: rows[0].id, ...Object.fromEntries(actors) }
}

export function actorOf(personId: string, role: Role, unitPath: string): Actor {
  const rights = new Set<string>(rightsOf(role, unitPath))
  return {
    personId,
    locale: 'ru',
    scope: { accountId: personId, role, grantId: 1, unitPath },
    byToken: false,
    may: right => rights.has(right),
  }
}

type Sign = FinishedRun['signs'][number]

/** An official sign of a school: its mean is high in русский 4. */
export function officialSign(school: string, works = 43): Sign {
  return {
    source: 'official',
    school,
    position: 0,
    channels: ['high-mean'],
    n: works,
    degree: null,
    fdr: null,
    findings: [highMean(works)],
  }
}

/** Our own sign of a school of two classes. */
export function ownSign(school: string, degree = 2.9): Sign {
  return {
    source: 'own',
    school,
    position: 0,
    channels: ['task-profile', 'level', 'similarity'],
    n: 22,
    degree,
    fdr: 0.07,
    findings: [
      reading('task-profile', '4А', 22, 'profile'),
      reading('level', '4А', 22, 'scores'),
      reading('similarity', '4Б', 21, 'strip'),
    ],
  }
}

const logins = (region: SmallRegion): ReadonlyMap<string, number> =>
  new Map([
    ['edu990002', region.first],
    ['edu990010', region.second],
    ['edu990001', region.eastern],
  ])

/** A run of two sets (русский 4 and математика 4) in which every school wrote 43 works of each. */
export async function plantRun(
  database: Database,
  region: SmallRegion,
  signs: readonly Sign[],
  { published = true, campaign = region.campaign }: { published?: boolean; campaign?: number | null } = {},
): Promise<number> {
  const units = logins(region)
  const { version: _, ...mathematics } = MATHEMATICS
  const sets = [
    { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Русский язык' },
    { procedure: 'ВПР', version: null, ...mathematics },
  ]
  const screening = {
    run: {
      method: 'method-2019',
      version: '1',
      parameters: { coverageFactor: 1.96 },
      dataHash: 'f'.repeat(64),
      createdAt: '2021-06-01T09:00:00.000Z',
    },
    sets,
    schools: [...units.keys(), 'edu999999'].map(school => ({
      school,
      name: `Школа ${school}`,
      kind: 'СОШ',
      locality: 'село',
      distributions: new Map([0, 1].map(set => [set, Uint32Array.from(scoresOf(43))])),
    })),
    markers: signs
      .filter(({ source }) => source === 'official')
      .map(({ school, position }) => ({ school, at: [position], marked: true })),
    detection: { budget: 1, flagged: 3, expectedFalse: 0.6 },
  } as unknown as Screening
  return database.as(region.analyst.scope, async tx => {
    const { rows } = await sql<{ id: number }>`
      insert into screening_run (unit_id, campaign_id, title, state, settings)
      values (1, ${campaign}, 'Анализ весны', 'done', '{}') returning id`.execute(tx)
    const runId = rows[0].id
    for (const [position, set] of sets.entries())
      await sql`insert into run_set (run_id, position, procedure, year, grade, subject, works, schools, facts)
        values (${runId}, ${position}, ${set.procedure}, ${set.year}, ${set.grade}, ${set.subject}, 4000, 200, '{}')`.execute(
        tx,
      )
    await openSignals(tx, {
      runId,
      campaignId: campaign,
      screening,
      signs,
      unitOf: login => units.get(login) ?? 1,
      isKnown: login => units.has(login),
    })
    if (published) await publishRun(tx, runId, campaign)
    return runId
  })
}

export async function publishRun(tx: Tx, runId: number, campaignId: number | null): Promise<void> {
  await sql`update screening_run set published_at = now() where id = ${runId}`.execute(tx)
  await publishSignals(tx, { runId, campaignId })
}

/** A batch of русский 4 or математика 4 that went into a run. */
export async function plantBatch(database: Database, runId: number, subject: string): Promise<number> {
  return database.asSystem('system:test', async tx => {
    const { rows } = await sql<{ id: number }>`
      insert into import_batch (unit_id, file_name, sent_by, state, store_id, procedure, year, grade, subject)
      values (1, 'протокол.xlsx', 'system:test', 'accepted', ${`store-${runId}-${subject}`}, 'ВПР', 2021, 4, ${subject})
      returning id`.execute(tx)
    await sql`insert into run_batch (run_id, batch_id) values (${runId}, ${rows[0].id})`.execute(tx)
    return rows[0].id
  })
}
