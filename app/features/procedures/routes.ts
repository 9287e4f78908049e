import type { FastifyInstance } from 'fastify'
import { writeList } from '../../documents/spreadsheet/index.ts'
import { say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, type Doorkeeper, implement, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import { getUnits, type NamePeople } from '../territory/index.ts'
import { proceduresContract } from './contract.ts'
import { readCampaignTables, writeCampaignWorkbook } from './export-campaign.ts'
import { readCampaignList } from './export-campaigns.ts'
import { nameOfAssessment } from './name-assessment.ts'
import { presentAssessment, presentCampaign } from './present.ts'
import { specificationHandlers } from './specification-routes.ts'
import { addAssessments } from './store/add-assessments.ts'
import { editAssessment, restoreAssessment, withdrawAssessment } from './store/change-assessment.ts'
import { closeCampaign, editCampaign, reopenCampaign } from './store/change-campaign.ts'
import { createCampaign } from './store/create-campaign.ts'
import { describeCampaign, describeCampaigns, keyOfAssessment } from './store/describe-campaigns.ts'
import { getCampaign } from './store/get-campaign.ts'
import { listAssessments } from './store/list-assessments.ts'
import { listCampaigns } from './store/list-campaigns.ts'
import { pageOwnTerms } from './store/list-own-terms.ts'
import { setOwnTerms } from './store/set-own-terms.ts'

export interface ProceduresOptions {
  readonly namePeople: NamePeople
  readonly clock?: () => Date
  /** Of the installation: which day it is, is asked there. */
  readonly timeZone?: string
}

/** Campaigns, their assessments and dates, and papers over HTTP. */
export function proceduresRoutes(
  app: FastifyInstance,
  doorkeeper: Doorkeeper,
  { namePeople, clock = () => new Date(), timeZone }: ProceduresOptions,
): void {
  const today = () => localDate(clock(), timeZone)
  const describeFor = async (tx: Tx, { scope }: Actor, id: number) =>
    describeCampaign(tx, await getCampaign(tx, id), { today: today(), unitPath: scope.unitPath })
  const page = async (tx: Tx, actor: Actor, id: number) => {
    const { campaign, assessments } = await describeFor(tx, actor, id)
    return {
      ...presentCampaign(campaign),
      assessmentList: assessments.map(one => presentAssessment(actor.locale, one)),
    }
  }
  const assessment = async (tx: Tx, actor: Actor, id: number) => {
    const row = await tx
      .selectFrom('assessment')
      .select('campaign_id')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new ProblemError({ code: 'not-found' })
    const { campaign, assessments } = await describeFor(tx, actor, row.campaign_id)
    const found = assessments.find(one => one.id === id)
    if (!found) throw new ProblemError({ code: 'not-found' })
    const { title, closedAt } = campaign
    return {
      ...presentAssessment(actor.locale, found),
      campaign: { id: campaign.id, title, closed: closedAt !== null },
    }
  }

  implement(app, doorkeeper, proceduresContract, {
    'GET /api/campaigns': async ({ tx, query }) => {
      const { items, ...rest } = await listCampaigns(tx, query)
      return { items: (await describeCampaigns(tx, items, today())).map(presentCampaign), ...rest }
    },
    'GET /api/campaigns/export.xlsx': async ({ actor, query, reply }) => {
      const { locale, scope } = actor
      const table = await doorkeeper.database.asOfNow(scope, tx =>
        readCampaignList(tx, actor, query, today()),
      )
      const name = `${say(locale, 'campaigns.export.file', { day: today() })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeList(path, locale, table))
    },
    'POST /api/campaigns': async ({ tx, body, actor }) => page(tx, actor, await createCampaign(tx, body)),
    'GET /api/campaigns/:id': ({ tx, params, actor }) => page(tx, actor, params.id),
    'PATCH /api/campaigns/:id': async ({ tx, params, body, actor }) => {
      await editCampaign(tx, params.id, body)
      return page(tx, actor, params.id)
    },
    'POST /api/campaigns/:id/close': async ({ tx, params, body, actor }) => {
      await closeCampaign(tx, params.id, { ...body, now: clock() })
      return page(tx, actor, params.id)
    },
    'POST /api/campaigns/:id/reopen': async ({ tx, params, body, actor }) => {
      await reopenCampaign(tx, params.id, body)
      return page(tx, actor, params.id)
    },
    'POST /api/campaigns/:id/assessments': ({ tx, params, body }) =>
      addAssessments(tx, params.id, body.assessments),
    'GET /api/campaigns/:id/export.xlsx': async ({ actor: { locale, scope }, params, reply }) => {
      const tables = await doorkeeper.database.asOfNow(scope, tx =>
        readCampaignTables(tx, params.id, { locale, today: today(), unitPath: scope.unitPath }),
      )
      return sendMadeFile(reply, { name: `${tables.title}.xlsx`, mediaType: XLSX }, path =>
        writeCampaignWorkbook(path, locale, tables),
      )
    },
    'GET /api/campaigns/:id/terms': async ({ tx, params, query, actor: { locale } }) => {
      const { id: campaignId } = await getCampaign(tx, params.id)
      const { assessment: assessmentId, unit: unitId, cursor, limit } = query
      const { items, next } = await pageOwnTerms(tx, { campaignId, assessmentId, unitId, cursor, limit })
      const units = new Map(
        (await getUnits(tx, [...new Set(items.map(one => one.unitId))], today())).map(one => [one.id, one]),
      )
      const titles = new Map(
        (await listAssessments(tx, { campaignId })).map(one => [
          one.id,
          nameOfAssessment(locale, keyOfAssessment(one)),
        ]),
      )
      return {
        items: items.flatMap(({ unitId, assessments, ...term }) => {
          const unit = units.get(unitId)
          if (!unit) return []
          const { id, kind, name } = unit
          const titled = assessments.map(one => ({ ...one, title: titles.get(one.id) ?? '' }))
          return [{ ...term, unit: { id, kind, name }, assessments: titled }]
        }),
        next,
      }
    },
    'POST /api/campaigns/:id/terms': async ({ tx, params, body }) => {
      const { unit, ...rest } = body
      return { set: await setOwnTerms(tx, params.id, { ...rest, unitId: unit }) }
    },
    'GET /api/assessments/:id': ({ tx, params, actor }) => assessment(tx, actor, params.id),
    'PATCH /api/assessments/:id': async ({ tx, params, body, actor }) => {
      await editAssessment(tx, params.id, body)
      return assessment(tx, actor, params.id)
    },
    'POST /api/assessments/:id/withdraw': async ({ tx, params, body, actor }) => {
      await withdrawAssessment(tx, params.id, { ...body, now: clock() })
      return assessment(tx, actor, params.id)
    },
    'POST /api/assessments/:id/restore': async ({ tx, params, body, actor }) => {
      await restoreAssessment(tx, params.id, body)
      return assessment(tx, actor, params.id)
    },
    ...specificationHandlers(doorkeeper.database, { namePeople, today }),
  })
}
