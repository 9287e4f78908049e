import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import type { Access } from '../accounts/index.ts'
import { calendarContract } from './calendar-contract.ts'
import {
  byId,
  day,
  instant,
  measureFields,
  measureFilter,
  measureState,
  measureSummary,
  named,
  responsible,
  taskState,
  termValue,
  version,
} from './contract-parts.ts'
import { MEASURE_ACTS, measureActsContract, TASK_ACTS } from './measure-acts-contract.ts'

const evidence = z.object({
  id: z.number().int(),
  kind: z.string(),
  kindText: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  date: day.nullable(),
  url: z.string().nullable(),
  plan: z.object({ id: z.number().int(), title: z.string(), unit: named }).nullable(),
  files: z.array(z.object({ id: z.number().int(), name: z.string(), size: z.number().int() })),
})
const task = z.object({
  id: z.number().int(),
  title: z.string().nullable(),
  dueOn: day.nullable(),
  plannedOn: day.nullable(),
  state: taskState,
  stateText: z.string(),
  overdueDays: z.number().int().nullable(),
  escalated: z.number().int(),
  evidence: z.array(evidence),
  acts: z.array(z.enum(TASK_ACTS)),
  version,
})
const step = z.object({
  id: z.number().int(),
  /** Of several terms, the one it is about; null where it is about the measure as a whole. */
  task: z.number().int().nullable(),
  at: instant,
  who: z.string(),
  roleName: z.string().nullable(),
  kind: z.string(),
  /** «Срок перенесён на 15 июня 2022 г.» */
  title: z.string(),
  text: z.string().nullable(),
  changes: z.array(
    z.object({ title: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})

const measureSettings = z.object({ escalateAfterDays: z.number().int().min(1).max(365), version })

/** Measures of plans, their tasks and what proves them. */
export const measuresContract = {
  'GET /api/measures': {
    summary: 'Measures in reach across plans. `total` comes with the first page.',
    access: 'plan.read',
    query: measureFilter.extend({
      sort: z.enum(['due', 'place', '-changed']).default('due'),
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    response: z.object({
      items: z.array(measureSummary),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/measures/counts': {
    summary: 'How many measures stand how, for the filters and for «Моя работа».',
    access: 'plan.read',
    query: measureFilter.omit({ shelf: true }),
    response: z.object({
      states: z.array(z.object({ state: measureState, count: z.number().int() })),
      overdue: z.number().int(),
      offered: z.number().int(),
      shelves: z.object({
        mine: z.number().int(),
        returned: z.number().int(),
        due: z.number().int(),
        check: z.number().int(),
      }),
    }),
  },
  'GET /api/measures/export.xlsx': {
    summary: 'The list as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'plan.read',
    query: measureFilter,
    download: true,
    transaction: false,
  },
  'GET /api/measures/settings': {
    summary: 'When the level above is told of a late measure',
    access: 'setting.read',
    response: measureSettings,
  },
  'PUT /api/measures/settings': {
    summary: 'Set when the level above is told of a late measure',
    access: 'setting.edit',
    body: measureSettings,
    response: measureSettings,
  },
  'GET /api/measures/timeline': {
    summary:
      'Terms of a plan for calendar and timeline: an open term has no dates and is told apart, none is made up.',
    access: 'plan.read',
    query: measureFilter,
    response: z.object({
      items: z.array(
        z.object({
          measure: z.number().int(),
          number: z.string().nullable(),
          text: z.string(),
          unit: named,
          kind: termValue.shape.kind.nullable(),
          /** Stretches from day to day, in order; a deadline has its last day only. */
          spans: z.array(
            z.object({
              ...{ start: day.nullable(), end: day, state: taskState, task: z.number().int() },
              /** Done by those below, and late there. */
              below: z.boolean(),
            }),
          ),
          open: z.boolean(),
          words: z.string().nullable(),
        }),
      ),
      /** More than can be drawn were left off: how many. */
      leftOff: z.number().int(),
    }),
  },
  'GET /api/measures/:id': {
    summary: 'A measure: who answers, how it stands, what proves it, who said what.',
    access: 'plan.read',
    params: byId,
    response: measureSummary.extend({
      fields: measureFields.extend({ responsible: z.array(responsible) }),
      term: termValue.nullable(),
      mandatory: z.boolean(),
      byPlan: z.boolean(),
      template: z.object({ id: z.string(), title: z.string(), evidence: z.string().nullable() }).nullable(),
      /** People of the platform who answer for it, by roles and names that were told apart. */
      people: z.array(z.object({ id: z.string(), name: z.string(), roleName: z.string() })),
      above: z.object({ measure: z.number().int(), unit: named, readable: z.boolean() }).nullable(),
      /** Plans of the level below that carry it, counted by state. */
      below: z.array(z.object({ state: measureState, count: z.number().int() })),
      carriedFrom: z.number().int().nullable(),
      signalTitle: z.string().nullable(),
      /** How the reply to it stands: known with the title. */
      signalReply: z.string().nullable(),
      offeredChanges: z.array(
        z.object({ title: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
      offeredRemoval: z.boolean(),
      doubts: z.array(z.object({ field: z.string(), text: z.string() })),
      tasks: z.array(task),
      steps: z.array(step),
      acts: z.array(z.enum(MEASURE_ACTS)),
    }),
  },
  ...measureActsContract,
  ...calendarContract,
} as const satisfies Contract<Access>
