import { beforeAll, describe, expect, it } from 'vitest'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { type ProceduresAt, plantProcedures, REGION, scopeAt } from '../testing/plant-procedures.ts'
import { addAssessments } from './add-assessments.ts'
import { editAssessment, restoreAssessment, withdrawAssessment } from './change-assessment.ts'
import { closeCampaign, editCampaign, reopenCampaign } from './change-campaign.ts'
import { createCampaign } from './create-campaign.ts'
import { describeCampaign } from './describe-campaigns.ts'
import { getCampaign } from './get-campaign.ts'
import { listAssessments } from './list-assessments.ts'
import { listCampaigns } from './list-campaigns.ts'
import { countOwnTerms, listOwnTerms, pageOwnTerms } from './list-own-terms.ts'
import { partsOfCampaign } from './parts-of-campaign.ts'
import { setOwnTerms } from './set-own-terms.ts'

const NOW = new Date('2026-11-22T09:00:00Z')
const SPRING = {
  title: 'ВПР весна 2021',
  procedure: 'ВПР',
  startsOn: '2021-03-15',
  endsOn: '2021-05-21',
  dueOn: '2021-06-01',
}
const NO_DATES = { writtenFrom: null, writtenTo: null, dueOn: null }
const paper = (grade: number, subject: string, paperVersion: string | null = null) => {
  return { year: 2021, grade, subject, paperVersion }
}

/** Codes of the problems that the work is refused with. */
async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProblemError)) throw error ?? new Error('was not refused')
  return error.problems.map(({ code }) => code)
}

forEachDatabase('campaigns', open => {
  let database: Database
  let at: ProceduresAt
  let spring: number
  const region = <T>(work: (tx: Tx) => Promise<T>) => database.as(REGION, work)
  const inSchool = <T>(work: (tx: Tx) => Promise<T>) => database.as(scopeAt(at.school.path), work)
  const campaign = (id = spring) => region(tx => getCampaign(tx, id))
  const held = () => region(tx => listAssessments(tx, { campaignId: spring }))

  beforeAll(async () => {
    database = await open()
    at = await plantProcedures(database)
    spring = await region(tx => createCampaign(tx, SPRING))
  })

  describe('a campaign', () => {
    it('is made once under a title, with dates in order; all faults at once', async () => {
      const again = { ...SPRING, endsOn: '2021-01-01', dueOn: '2020-01-01' }
      expect(await codesOf(region(tx => createCampaign(tx, again)))).toEqual([
        'campaign-ends-before',
        'campaign-due-before',
        'campaign-title-taken',
      ])
    })

    it('of two corrections in the same moment one is written, the other told', async () => {
      const { version } = await campaign()
      const results = await Promise.allSettled(
        ['2021-06-02', '2021-06-03'].map(dueOn =>
          region(tx => editCampaign(tx, spring, { ...SPRING, dueOn, version })),
        ),
      )
      const [refused] = results.flatMap(one => (one.status === 'rejected' ? [one.reason] : []))
      expect((refused as ProblemError).problems[0].code).toBe('changed-by-another')
      expect((await campaign()).version).toBe(version + 1)
      await region(tx => editCampaign(tx, spring, { ...SPRING, version: version + 1 }))
    })

    it('is not touched from below the region, and not seen from nowhere', async () => {
      const { version } = await campaign()
      expect(await codesOf(inSchool(tx => editCampaign(tx, spring, { ...SPRING, version })))).toEqual([
        'not-found',
      ])
      expect((await inSchool(tx => listCampaigns(tx, { limit: 5 }))).items).toHaveLength(1)
      const nowhere = database.as(scopeAt(''), tx => listCampaigns(tx, { limit: 5 }))
      expect((await nowhere).items).toEqual([])
    })

    it('is changed by nobody while it is closed', async () => {
      const { version } = await campaign()
      await region(tx => closeCampaign(tx, spring, { version, now: NOW }))
      const closed = { ...SPRING, version: version + 1 }
      expect(await codesOf(region(tx => editCampaign(tx, spring, closed)))).toEqual(['campaign-closed'])
      expect(await codesOf(region(tx => addAssessments(tx, spring, [paper(5, 'Математика')])))).toEqual([
        'campaign-closed',
      ])
      expect((await region(tx => listCampaigns(tx, { limit: 5, state: 'open' }))).total).toBe(0)
      await region(tx => reopenCampaign(tx, spring, { version: version + 1 }))
      expect((await campaign()).closedAt).toBeNull()
    })

    it('lists page by page, the latest first, each once', async () => {
      for (const [title, startsOn] of [
        ['А', '2022-03-01'],
        ['Б', '2022-03-01'],
        ['В', '2020-09-01'],
      ])
        await region(tx =>
          createCampaign(tx, { ...SPRING, title, startsOn, endsOn: '2022-04-01', dueOn: null }),
        )
      const seen: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await region(tx => listCampaigns(tx, { limit: 1, cursor: cursor ?? undefined }))
        seen.push(...page.items.map(({ title }) => title))
        cursor = page.next
      }
      expect(seen).toEqual(['Б', 'А', 'ВПР весна 2021', 'В'])
      expect(await codesOf(region(tx => listCampaigns(tx, { limit: 1, cursor: 'x' })))).toEqual([
        'cursor-unreadable',
      ])
    })
  })

  describe('assessments', () => {
    it('are added together, spelled as their paper; what is there stays', async () => {
      const add = (...papers: ReturnType<typeof paper>[]) => region(tx => addAssessments(tx, spring, papers))
      expect(await add(paper(5, 'русский  ЯЗЫК'), paper(5, 'Математика'))).toEqual({
        added: 2,
        alreadyThere: 0,
      })
      expect(await add(paper(5, 'Русский язык'), paper(8, 'География'), paper(9, 'Родной язык'))).toEqual({
        added: 2,
        alreadyThere: 1,
      })
      expect((await held()).map(({ subject }) => subject)).toEqual([
        'Математика',
        'Русский язык',
        'География',
        'Родной язык',
      ])
    })

    it('belong to one campaign: another is told where they are, and adds nothing', async () => {
      const other = await region(tx => createCampaign(tx, { ...SPRING, title: 'Другая' }))
      const add = region(tx => addAssessments(tx, other, [paper(7, 'Физика'), paper(5, 'Математика')]))
      const error = (await add.catch((reason: unknown) => reason)) as ProblemError
      expect(error.problems).toEqual([
        {
          code: 'assessment-elsewhere',
          params: { subject: 'Математика', grade: 5, year: 2021, campaign: 'ВПР весна 2021' },
        },
      ])
      expect(await region(tx => listAssessments(tx, { campaignId: other }))).toEqual([])
    })

    it('say what their papers lack', async () => {
      const scope = { today: '2021-04-01', unitPath: '1.' }
      const { campaign: described, assessments } = await region(async tx =>
        describeCampaign(tx, await getCampaign(tx, spring), scope),
      )
      expect(described.lacking).toEqual({ unknown: 1, noTasks: 0, noScale: 0, faultyScale: 1 })
      expect(assessments.map(({ paper: { state } }) => state)).toEqual([
        'whole',
        'whole',
        'faulty-scale',
        'unknown',
      ])
    })

    it('are withdrawn and come back, unless the set stands elsewhere by then', async () => {
      const [maths] = await held()
      await region(tx => withdrawAssessment(tx, maths.id, { version: 1, now: NOW, reason: 'отмена' }))
      expect((await held()).map(({ id }) => id)).not.toContain(maths.id)
      const other = await region(tx => createCampaign(tx, { ...SPRING, title: 'Взамен' }))
      await region(tx => addAssessments(tx, other, [paper(5, 'Математика')]))
      expect(await codesOf(region(tx => restoreAssessment(tx, maths.id, { version: 2 })))).toEqual([
        'assessment-elsewhere',
      ])
      const [stands] = await region(tx => listAssessments(tx, { campaignId: other }))
      await region(tx => withdrawAssessment(tx, stands.id, { version: 1, now: NOW }))
      await region(tx => restoreAssessment(tx, maths.id, { version: 2 }))
      expect((await held()).map(({ id }) => id)).toContain(maths.id)
      expect(await codesOf(region(tx => restoreAssessment(tx, maths.id, { version: 2 })))).toEqual([
        'changed-by-another',
      ])
    })

    it('have dates of their own, refused where they run backwards', async () => {
      const [, russian] = await held()
      const edit = (version: number, dates: object) =>
        region(tx => editAssessment(tx, russian.id, { version, ...NO_DATES, ...dates }))
      expect(await codesOf(edit(1, { writtenFrom: '2021-05-30' }))).toEqual(['terms-end-before'])
      await edit(1, { writtenFrom: '2021-04-12', writtenTo: '2021-04-14' })
      expect(await codesOf(edit(1, {}))).toEqual(['changed-by-another'])
      expect((await held())[1]).toMatchObject({ writtenFrom: '2021-04-12', dueOn: null, version: 2 })
    })
  })

  describe('own terms', () => {
    const set = (wish: Partial<Parameters<typeof setOwnTerms>[2]>) =>
      region(tx =>
        setOwnTerms(tx, spring, {
          ...NO_DATES,
          unitId: at.school.id,
          assessments: [],
          takesPart: true,
          ...wish,
        }),
      )
    const each = async (version: number | null) => (await held()).map(({ id }) => ({ id, version }))

    it('of a school are one group for the assessments in which they are the same', async () => {
      await set({ unitId: at.west.id, assessments: await each(null), dueOn: '2021-06-10' })
      const [first, ...others] = await each(null)
      await set({ assessments: others, takesPart: false, reason: 'нет такого класса' })
      await set({ assessments: [first], writtenFrom: '2021-04-20' })
      const { items } = await region(tx => pageOwnTerms(tx, { campaignId: spring, limit: 10 }))
      expect(items.map(one => [one.unitId, one.takesPart, one.assessments.length])).toEqual([
        [at.school.id, true, 1],
        [at.school.id, false, 3],
        [at.west.id, true, 4],
      ])
      const first2 = await region(tx => pageOwnTerms(tx, { campaignId: spring, limit: 2 }))
      const rest = await region(tx =>
        pageOwnTerms(tx, { campaignId: spring, limit: 2, cursor: first2.next ?? '' }),
      )
      expect([first2.items.length, rest.items.length, rest.next]).toEqual([2, 1, null])
      const counts = await region(tx => countOwnTerms(tx, spring))
      expect(counts.get(first.id)).toEqual({ own: 2, absent: 0 })
    })

    it('hold for the school that reads the campaign', async () => {
      const { assessments } = await inSchool(async tx =>
        describeCampaign(tx, await getCampaign(tx, spring), {
          today: '2021-04-01',
          unitPath: at.school.path,
        }),
      )
      expect(assessments.map(({ holds }) => [holds.writtenFrom, holds.dueOn, holds.takesPart])).toEqual([
        ['2021-04-20', '2021-06-10', true],
        ['2021-04-12', '2021-06-10', false],
        ['2021-03-15', '2021-06-10', false],
        ['2021-03-15', '2021-06-10', false],
      ])
      // What others have of their own is nobody else's.
      const seen = await inSchool(tx => listOwnTerms(tx, { campaignId: spring }))
      expect(new Set(seen.map(({ unitId }) => unitId))).toEqual(new Set([at.school.id, at.west.id]))
      const east = await database.as(scopeAt(at.east.path), tx => listOwnTerms(tx, { campaignId: spring }))
      expect(east).toEqual([])
    })

    it('need a reason for absence, a municipality or a school, and the version that was read', async () => {
      const assessments = await each(1)
      expect(await codesOf(set({ assessments, takesPart: false }))).toEqual(['reason-needed'])
      expect(await codesOf(set({ assessments, unitId: 1 }))).toEqual(['terms-of-kind'])
      expect(await codesOf(set({ assessments: await each(null) }))).toEqual(['changed-by-another'])
      expect(await codesOf(set({ assessments, writtenTo: '2021-01-01' }))).toEqual(['terms-end-before'])
      expect(await codesOf(set({ assessments: [{ id: 999, version: null }] }))).toEqual(['not-found'])
      const below = database.as(scopeAt(at.west.path), tx =>
        setOwnTerms(tx, spring, { ...NO_DATES, unitId: at.school.id, assessments, takesPart: true }),
      )
      expect(await codesOf(below)).toEqual(['not-found'])
    })

    it('are taken back by leaving everything empty, and can be set anew', async () => {
      await set({ assessments: await each(1) })
      expect(await region(tx => listOwnTerms(tx, { campaignId: spring, unitId: at.school.id }))).toEqual([])
      await set({ assessments: await each(null), dueOn: '2021-06-20' })
      expect(await region(tx => listOwnTerms(tx, { campaignId: spring, unitId: at.school.id }))).toHaveLength(
        4,
      )
    })
  })

  it('the history of a campaign is also that of its assessments and the dates in them', async () => {
    const assessments = await held()
    const parts = await region(tx => partsOfCampaign(tx, 'campaign', String(spring)))
    expect(parts.map(({ subject, ids }) => [subject, ids.length])).toEqual([
      ['assessment', 4],
      ['assessment_unit', 8],
    ])
    const own = await region(tx => partsOfCampaign(tx, 'assessment', String(assessments[0].id)))
    expect(own.map(({ subject, ids }) => [subject, ids.length])).toEqual([['assessment_unit', 2]])
    expect(await region(tx => partsOfCampaign(tx, 'unit', '1'))).toEqual([])
    expect(await region(tx => partsOfCampaign(tx, 'campaign', 'x'))).toEqual([])
  })

  it('the log names the acts', async () => {
    const { rows } = await database.ownerPool.query(
      "select distinct action from audit where subject in ('campaign', 'assessment', 'assessment_unit') order by 1",
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'assessment.absent',
      'assessment.added',
      'assessment.edited',
      'assessment.restored',
      'assessment.terms-set',
      'assessment.withdrawn',
      'campaign.closed',
      'campaign.created',
      'campaign.edited',
      'campaign.reopened',
    ])
  })
})
