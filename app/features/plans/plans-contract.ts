import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'
import {
  abbreviation,
  approval,
  byId,
  doubtGiven,
  instant,
  level,
  line,
  measureFields,
  measureSummary,
  named,
  period,
  planState,
  version,
  words,
} from './contract-parts.ts'
import { dispatch } from './dispatch/dispatch-contract.ts'
import { DOCUMENT_MEGABYTES, planPapersContract } from './plan-papers-contract.ts'

export const PLAN_ACTS = [
  'edit',
  'approve',
  'close',
  'roll-over',
  'send',
  'publish',
  'unpublish',
  'remove',
] as const

const counts = z.object({
  measures: z.number().int(),
  accepted: z.number().int(),
  submitted: z.number().int(),
  overdue: z.number().int(),
  offered: z.number().int(),
  /** Done and proved by those below. */
  below: z.number().int(),
})
const planSummary = z.object({
  id: z.number().int(),
  unit: named,
  level,
  municipality: named.nullable(),
  title: z.string(),
  period,
  state: planState,
  counts,
  above: z.number().int().nullable(),
  version,
})
const planFilter = z.object({
  under: rowIdInUrl.optional(),
  unit: rowIdInUrl.optional(),
  level: level.optional(),
  state: planState.optional(),
  /** Plans in force on a day of this school year (its first year). */
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  /** Those alone that the level above has sent. */
  from: z.enum(['above']).optional(),
  q: z.string().trim().max(200).optional(),
})
const header = z.object({ title: line, period, approval, abbreviations: z.array(abbreviation).max(200) })

const fieldChange = z.object({
  field: z.string(),
  title: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
/** Plans of three levels. */
export const plansContract = {
  ...planPapersContract,
  'GET /api/plans': {
    summary: 'Plans in reach with how far they are. `total` comes with the first page.',
    access: 'plan.read',
    query: planFilter.extend({
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(planSummary),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/plans/export.xlsx': {
    summary: 'The list as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'plan.read',
    query: planFilter,
    download: true,
    transaction: false,
  },
  'POST /api/plans': {
    summary: 'Saves a plan of a unit with its measures, all or nothing; read from a document or new.',
    access: 'plan.edit',
    bodyMegabytes: DOCUMENT_MEGABYTES,
    body: header.extend({
      unit: rowId,
      source: rowId.nullable(),
      measures: z
        .array(
          measureFields.extend({
            doubtful: z.array(doubtGiven).max(20),
            /** Id in the library of measures, of what was taken from it. */
            template: z.string().max(60).nullish(),
          }),
        )
        .max(2000),
    }),
    response: z.object({ id: z.number().int(), version }),
  },
  'GET /api/plans/:id': {
    summary: 'A plan with all its measures, and what the reader may do with it.',
    access: 'plan.read',
    params: byId,
    response: planSummary.extend({
      approval,
      abbreviations: z.array(abbreviation),
      source: z.object({ id: z.number().int(), name: z.string() }).nullable(),
      previous: z.object({ id: z.number().int(), title: z.string() }).nullable(),
      aboveTitle: z.string().nullable(),
      /** How many plans of the level below were made from it. */
      copies: z.number().int(),
      /** What came of the year; null while the plan runs. */
      result: z.string().nullable(),
      versions: z.array(z.object({ number: z.number().int(), at: instant, by: z.string() })),
      /** Measures that differ from the last approved version. */
      changed: z.number().int(),
      publication: z
        .object({ address: z.string(), version: z.number().int(), withNames: z.boolean(), at: instant })
        .nullable(),
      measures: z.array(
        measureSummary.extend({
          year: z.number().int().nullable(),
          level: level.nullable(),
          place: z.string().nullable(),
          participants: z.string().nullable(),
          expectedResult: z.string().nullable(),
          mandatory: z.boolean(),
          byPlan: z.boolean(),
          doubts: z.array(z.object({ field: z.string(), text: z.string() })),
        }),
      ),
      /** What of it is on its way to many units below, and how the last such work ended. */
      dispatches: z.array(dispatch),
      acts: z.array(z.enum(PLAN_ACTS)),
    }),
  },
  'PATCH /api/plans/:id': {
    summary:
      'Changes the heading of a plan. Another period reads the terms again; many copies follow in a job.',
    access: 'plan.edit',
    params: byId,
    body: header.partial().extend({ version }),
    response: z.object({ id: z.number().int(), version }),
  },
  'POST /api/plans/:id/remove': {
    summary: 'Takes a draft away.',
    access: 'plan.edit',
    params: byId,
    body: z.object({ version }),
    response: z.object({ id: z.number().int() }),
  },
  'POST /api/plans/:id/approve': {
    summary: 'Freezes the plan as its next version; later changes are shown against it.',
    access: 'plan.approve',
    params: byId,
    body: z.object({ version, approval }),
    response: z.object({ id: z.number().int(), version, number: z.number().int() }),
  },
  'GET /api/plans/:id/changes': {
    summary: 'What was changed since an approved version (the last one when absent), measure by measure.',
    access: 'plan.read',
    params: byId,
    query: z.object({ since: z.coerce.number().int().min(1).optional() }),
    response: z.object({
      since: z.number().int().nullable(),
      header: z.array(fieldChange),
      items: z.array(
        z.object({
          kind: z.enum(['added', 'removed', 'changed', 'moved']),
          measure: z.number().int().nullable(),
          number: z.string().nullable(),
          text: z.string(),
          fields: z.array(fieldChange),
        }),
      ),
    }),
  },
  'POST /api/plans/:id/close': {
    summary:
      'Ends the year of the plan with a word on its result; nothing of it changes any more. While measures are open, only when it is said that they stay so.',
    access: 'plan.approve',
    params: byId,
    body: z.object({ version, text: words, leaveOpen: z.boolean().default(false) }),
    response: z.object({ id: z.number().int(), version }),
  },
  'POST /api/plans/:id/roll-over': {
    summary: 'Makes the draft of the next year: terms move with the calendar, what is unsure is marked.',
    access: 'plan.edit',
    params: byId,
    body: z.object({ version, title: line, period }),
    response: z.object({ id: z.number().int(), measures: z.number().int(), doubtful: z.number().int() }),
  },
  'POST /api/plans/:id/send': {
    summary:
      'Sends an approved plan to the level below: each unit gets its copy with mandatory measures locked. Sent again, only those without a copy get one. To many it is sent by a job.',
    access: 'plan.accept',
    params: byId,
    body: z.object({ version, units: z.array(rowId).min(1).max(2000).optional() }),
    response: z.object({
      sent: z.number().int(),
      before: z.number().int(),
      /** Those that get theirs in a job, which the page of the plan shows; absent where all have it. */
      waiting: z.number().int().optional(),
    }),
  },
  'GET /api/plans/:id/coverage': {
    summary:
      'Measure × territory below: one letter a cell. `.` nothing, `t` taken over, `w` in progress, `s` submitted, `p` proved, `l` late, `c` cancelled.',
    access: 'plan.read',
    params: byId,
    query: z.object({ level: z.enum(['municipality', 'school']).optional(), under: rowIdInUrl.optional() }),
    response: z.object({
      measures: z.array(z.object({ id: z.number().int(), number: z.string().nullable(), text: z.string() })),
      units: z.array(
        z.object({
          id: z.number().int(),
          name: z.string(),
          /** Plan of the unit that carries the copies; null where there is none. */
          plan: z.number().int().nullable(),
          /** It works no more; what it has not done counts as called off. */
          closed: z.boolean(),
          /** Its plan is in force, or was; false for a draft and where there is none. */
          approved: z.boolean(),
          cells: z.string(),
        }),
      ),
      totals: z.array(z.object({ state: z.string().length(1), count: z.number().int() })),
    }),
  },
  'GET /api/plans/:id/coverage.xlsx': {
    summary: 'The same as a spreadsheet; rows chosen = rows written, or it fails.',
    access: 'plan.read',
    params: byId,
    query: z.object({ level: z.enum(['municipality', 'school']).optional(), under: rowIdInUrl.optional() }),
    download: true,
    transaction: false,
  },
  'POST /api/plans/:id/publish': {
    summary:
      'Shows the last approved version to everybody at an address of its own; names of persons only when confirmed.',
    access: 'plan.approve',
    params: byId,
    body: z.object({ version, withNames: z.boolean() }),
    response: z.object({ address: z.string() }),
  },
  'POST /api/plans/:id/unpublish': {
    summary: 'Takes the public page away.',
    access: 'plan.approve',
    params: byId,
    body: z.object({ version }),
    response: z.object({ id: z.number().int() }),
  },
} as const satisfies Contract<Access>
