import { beforeAll, expect, it } from 'vitest'
import type { Database, Scope, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import {
  findSpecification,
  getCampaign,
  listAssessments,
  listOwnTerms,
  nameOfAssessment,
  specificationsOf,
  termsOfUnit,
} from '../index.ts'
import { toEntry } from '../specification-schema.ts'
import type { Specification } from '../types.ts'

const region: Scope = { accountId: 'p1', role: 'analyst', grantId: 1, unitPath: '1.' }
const GEOGRAPHY = { procedure: 'ВПР', version: null, year: 2021, grade: 8, subject: 'География' }
const corrected: Specification = {
  ...GEOGRAPHY,
  maxPrimary: 40,
  bands: { '2': [0, 12], '3': [13, 26], '4': [27, 34], '5': [35, 40] },
  tasks: null,
  source: 'Письмо организатора',
}

forEachDatabase('what other rooms read of procedures', open => {
  let database: Database
  let school: { id: number; path: string }
  let campaignId: number
  let ids: number[]
  const as = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => database.as(scope, work)

  beforeAll(async () => {
    database = await open()
    await database.asSystem('system:test', async tx => {
      const unit = (parent_id: number, kind: 'municipality' | 'school', digits: string | null) =>
        tx
          .insertInto('unit')
          .values({ parent_id, kind, name: kind, digits })
          .returning(['id', 'path'])
          .executeTakeFirstOrThrow()
      const west = await unit(1, 'municipality', null)
      school = await unit(west.id, 'school', '990001')
      const campaign = await tx
        .insertInto('campaign')
        .values({
          unit_id: 1,
          procedure: 'ВПР',
          title: 'ВПР весна 2021',
          starts_on: '2021-03-15',
          ends_on: '2021-05-21',
          due_on: '2021-06-01',
          closed_at: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      campaignId = campaign.id
      const one = { campaign_id: campaignId, unit_id: 1, procedure: 'ВПР', year: 2021, paper_version: null }
      const made = await tx
        .insertInto('assessment')
        .values([
          { ...one, grade: 5, subject: 'Русский язык' },
          { ...one, grade: 4, subject: 'Русский язык', due_on: '2021-05-25' },
          { ...one, grade: 4, subject: 'Математика', withdrawn_at: new Date() },
        ])
        .returning('id')
        .execute()
      ids = made.map(({ id }) => id)
      await tx
        .insertInto('assessment_unit')
        .values([
          { assessment_id: ids[0], unit_id: west.id, due_on: '2021-06-10', written_from: '2021-04-01' },
          { assessment_id: ids[0], unit_id: school.id, takes_part: false, reason: 'нет 5 класса' },
        ])
        .execute()
    })
  })

  it('a campaign, as everybody below the region sees it', async () => {
    const seen = await as({ ...region, role: 'head', unitPath: school.path }, tx =>
      getCampaign(tx, campaignId),
    )
    expect(seen).toMatchObject({
      title: 'ВПР весна 2021',
      startsOn: '2021-03-15',
      dueOn: '2021-06-01',
      closedAt: null,
    })
    await expect(as({ ...region, unitPath: '' }, tx => getCampaign(tx, campaignId))).rejects.toMatchObject({
      problems: [{ code: 'not-found' }],
    })
  })

  it('its assessments by grade, without the withdrawn unless they are asked for', async () => {
    const listed = await as(region, tx => listAssessments(tx, { campaignId }))
    expect(
      listed.map(({ grade, subject, year }) =>
        nameOfAssessment('ru', { grade, subject, year, version: null }),
      ),
    ).toEqual(['Русский язык, 4 класс, 2021', 'Русский язык, 5 класс, 2021'])
    const all = await as(region, tx => listAssessments(tx, { campaignId, withdrawn: true }))
    expect(all.map(({ withdrawn }) => withdrawn)).toEqual([true, false, false])
    expect(await as(region, tx => listAssessments(tx, { campaignId: 99 }))).toEqual([])
  })

  it('the terms that hold for a school', async () => {
    const [campaign, [, fifth], own] = await as(region, async tx => [
      await getCampaign(tx, campaignId),
      await listAssessments(tx, { campaignId }),
      await listOwnTerms(tx, { campaignId }),
    ])
    expect(own).toHaveLength(2)
    expect(termsOfUnit(campaign, fifth, own, school.path)).toEqual({
      writtenFrom: '2021-04-01',
      writtenTo: '2021-05-21',
      dueOn: '2021-06-10',
      takesPart: false,
    })
  })

  it('specifications: the bundled, and over them the latest revision; the hash tells contents apart', async () => {
    const before = await as(region, specificationsOf)
    expect([before.sha256, before.own.size, before.bundled.size]).toEqual([null, 0, 36])
    const keep = (revision: number, specification: Specification) =>
      as(region, tx =>
        tx
          .insertInto('specification')
          .values({
            unit_id: 1,
            ...{ procedure: 'ВПР', paper_version: null, year: 2021, grade: 8, subject: 'География' },
            revision,
            content: JSON.stringify(toEntry(specification)),
            source: specification.source,
            reason: null,
          })
          .execute(),
      )
    await keep(1, { ...corrected, maxPrimary: 41, bands: null })
    const first = await as(region, specificationsOf)
    await keep(2, corrected)
    const second = await as({ ...region, role: 'head', unitPath: school.path }, specificationsOf)
    expect(findSpecification(second, GEOGRAPHY)).toEqual({
      specification: corrected,
      problems: [],
      warnings: [],
    })
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(second.sha256).not.toBe(first.sha256)
    expect((await as(region, specificationsOf)).sha256).toBe(second.sha256)
  })
})
