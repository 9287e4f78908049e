import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'
import {
  assessmentSummary,
  byId,
  campaignFields,
  campaignPage,
  campaignSummary,
  grade,
  ownTerm,
  page,
  paperVersion,
  reason,
  subject,
  terms,
  version,
  year,
} from './schemas.ts'
import { specificationsContract } from './specifications-contract.ts'

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int().optional() })

/** What the room of procedures offers over HTTP. */
export const proceduresContract = {
  'GET /api/campaigns': {
    summary: 'Campaigns in reach, those that began last first.',
    access: 'procedure.read',
    query: page.extend({ state: z.enum(['open', 'closed']).optional() }),
    response: listOf(campaignSummary),
  },
  'GET /api/campaigns/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'procedure.read',
    query: z.object({ state: z.enum(['open', 'closed']).optional() }),
    download: true,
    transaction: false,
  },
  'POST /api/campaigns': {
    summary: 'A new campaign of the region: «ВПР весна 2021» with its dates.',
    access: 'procedure.edit',
    body: campaignFields,
    response: campaignPage,
  },
  'GET /api/campaigns/:id': {
    summary:
      'One campaign with its assessments, the dates that hold for the reader, and what is known of each paper.',
    access: 'procedure.read',
    params: byId,
    response: campaignPage,
  },
  'PATCH /api/campaigns/:id': {
    summary: 'Corrects a campaign. `version` is the one that was read.',
    access: 'procedure.edit',
    params: byId,
    body: campaignFields.extend({ version, reason }),
    response: campaignPage,
  },
  'POST /api/campaigns/:id/close': {
    summary: 'Ends a campaign: nothing of it is changed until it is opened again.',
    access: 'procedure.edit',
    params: byId,
    body: z.object({ version, reason }),
    response: campaignPage,
  },
  'POST /api/campaigns/:id/reopen': {
    summary: 'Opens a closed campaign again.',
    access: 'procedure.edit',
    params: byId,
    body: z.object({ version, reason }),
    response: campaignPage,
  },
  'POST /api/campaigns/:id/assessments': {
    summary: 'Adds assessments, all or none; those it has already are left as they are.',
    access: 'procedure.edit',
    params: byId,
    body: z.object({
      assessments: z
        .array(z.object({ year, grade, subject, paperVersion: paperVersion.nullable().default(null) }))
        .min(1)
        .max(200),
    }),
    response: z.object({ added: z.number().int(), alreadyThere: z.number().int() }),
  },
  'GET /api/campaigns/:id/export.xlsx': {
    summary:
      'A campaign as a spreadsheet: parameters, assessments, dates of units. Rows chosen = rows written, or it fails.',
    access: 'procedure.read',
    params: byId,
    download: true,
    transaction: false,
  },
  'GET /api/campaigns/:id/terms': {
    summary:
      'Dates that municipalities and schools have of their own, and who takes no part; the latest first.',
    access: 'procedure.read',
    params: byId,
    query: page.extend({ assessment: rowIdInUrl.optional(), unit: rowIdInUrl.optional() }),
    response: listOf(ownTerm),
  },
  'POST /api/campaigns/:id/terms': {
    summary:
      'Gives one municipality or school dates of its own in several assessments, or says that it takes no part. Three empty dates take its own terms back.',
    access: 'procedure.edit',
    params: byId,
    body: terms.extend({
      unit: rowId,
      /** With the version of what the unit had there, null where it had nothing. */
      assessments: z
        .array(z.object({ id: rowId, version: version.nullable() }))
        .min(1)
        .max(200),
      takesPart: z.boolean(),
      reason,
    }),
    response: z.object({ set: z.number().int() }),
  },
  'GET /api/assessments/:id': {
    summary: 'One assessment of a campaign.',
    access: 'procedure.read',
    params: byId,
    response: assessmentSummary.extend({
      campaign: z.object({ id: z.number().int(), title: z.string(), closed: z.boolean() }),
    }),
  },
  'PATCH /api/assessments/:id': {
    summary: 'Gives an assessment dates of its own; null leaves a date to the campaign.',
    access: 'procedure.edit',
    params: byId,
    body: terms.extend({ version, reason }),
    response: assessmentSummary,
  },
  'POST /api/assessments/:id/withdraw': {
    summary: 'Takes an assessment out of its campaign. Runs of before still name it.',
    access: 'procedure.edit',
    params: byId,
    body: z.object({ version, reason }),
    response: assessmentSummary,
  },
  'POST /api/assessments/:id/restore': {
    summary: 'Takes the withdrawing of an assessment back.',
    access: 'procedure.edit',
    params: byId,
    body: z.object({ version, reason }),
    response: assessmentSummary,
  },
  ...specificationsContract,
} as const satisfies Contract<Access>
