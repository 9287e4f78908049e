import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'
import {
  byId,
  day,
  evidenceGiven,
  instant,
  line,
  measureFields,
  measureFilter,
  measureState,
  measureSummary,
  named,
  responsible,
  taskState,
  termValue,
  version,
  words,
} from './contract-parts.ts'

export const TASK_ACTS = [
  'start',
  'submit',
  'accept',
  'return',
  'postpone',
  'cancel',
  'restore',
  'comment',
  'add-case',
] as const
export const MEASURE_ACTS = ['edit', 'remove', 'take-over', 'keep', ...TASK_ACTS] as const

const acted = z.object({ id: z.number().int(), version, state: measureState })
/** The task that is meant; of a measure with one task it may be left out. */
const onTask = z.object({ version, task: rowId.optional() })

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
  'POST /api/plans/:id/measures': {
    summary: 'Adds a measure to a plan: own words, or a template of the library.',
    access: 'plan.edit',
    params: byId,
    body: measureFields.extend({
      template: z.string().max(60).nullable(),
      mandatory: z.boolean().default(true),
      byPlan: z.boolean().default(false),
      /** Stands behind this measure; at the end when absent. */
      after: rowId.optional(),
    }),
    response: acted,
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
  'PATCH /api/measures/:id': {
    summary:
      'Changes a measure. One who saw an older version is told, not overwritten. Saving confirms doubts.',
    access: 'plan.edit',
    params: byId,
    body: measureFields.partial().extend({
      version,
      mandatory: z.boolean().optional(),
      byPlan: z.boolean().optional(),
      after: rowId.nullable().optional(),
    }),
    response: acted,
  },
  'POST /api/measures/:id/remove': {
    summary: 'Takes a measure out of its plan; of an approved one that is a change shown against it.',
    access: 'plan.edit',
    params: byId,
    body: z.object({ version, text: words.optional() }),
    response: z.object({ id: z.number().int() }),
  },
  'POST /api/measures/:id/take-over': {
    summary: 'Accepts what the plan above says differently by now.',
    access: 'plan.edit',
    params: byId,
    body: z.object({ version }),
    response: acted,
  },
  'POST /api/measures/:id/keep': {
    summary: 'Keeps as the unit’s own a measure that the plan above no longer has.',
    access: 'plan.edit',
    params: byId,
    body: z.object({ version }),
    response: acted,
  },
  'POST /api/measures/:id/start': {
    summary: 'Work on it has begun.',
    access: 'plan.work',
    params: byId,
    body: onTask.extend({ text: words.optional() }),
    response: acted,
  },
  'POST /api/measures/:id/submit': {
    summary: 'Hands in what proves it.',
    access: 'plan.work',
    params: byId,
    body: onTask.extend({ text: words.optional(), evidence: z.array(evidenceGiven).max(20) }),
    response: acted,
  },
  'POST /api/measures/:id/accept': {
    summary: 'The level above accepts it.',
    access: 'plan.accept',
    params: byId,
    body: onTask.extend({ text: words.optional() }),
    response: acted,
  },
  'POST /api/measures/:id/return': {
    summary: 'The level above gives it back with a reason, and with a new term when it names one.',
    access: 'plan.accept',
    params: byId,
    body: onTask.extend({ text: words, dueOn: day.optional() }),
    response: acted,
  },
  'POST /api/measures/:id/postpone': {
    summary: 'Moves its term, with a reason.',
    access: 'plan.edit',
    params: byId,
    body: onTask.extend({ text: words, dueOn: day }),
    response: acted,
  },
  'POST /api/measures/:id/cancel': {
    summary: 'Calls it off, with a reason.',
    access: 'plan.edit',
    params: byId,
    body: onTask.extend({ text: words }),
    response: acted,
  },
  'POST /api/measures/:id/restore': {
    summary: 'Takes up again what was called off or accepted by mistake, with a reason.',
    access: 'plan.edit',
    params: byId,
    body: onTask.extend({ text: words }),
    response: acted,
  },
  'POST /api/measures/:id/comment': {
    summary: 'A word beside it, from its own unit or from above.',
    access: 'plan.work',
    params: byId,
    body: z.object({ text: words }),
    response: acted,
  },
  'POST /api/measures/:id/cases': {
    summary: 'A case of a measure that waits for cases («по мере выявления»).',
    access: 'plan.work',
    params: byId,
    body: z.object({ version, title: line, dueOn: day.nullable() }),
    response: acted,
  },
  'POST /api/signals/:id/measures': {
    summary:
      'An addressed measure for the school of a signal, in its plan in force or in that of its municipality; the link is kept both ways.',
    access: 'plan.accept',
    params: byId,
    body: z.object({
      template: z.string().max(60),
      /** Who carries it out; as the template has it when absent. */
      by: z.enum(['school', 'municipality']).optional(),
      text: words.optional(),
      dueOn: day,
    }),
    response: acted.extend({ plan: z.number().int() }),
  },
  'GET /api/my-calendar': {
    summary: 'Whether the reader has a calendar address in this role.',
    access: 'plan.read',
    response: z.object({ since: instant.nullable() }),
  },
  'POST /api/my-calendar': {
    summary: 'Makes the address of the reader’s calendar; an earlier one ends. It is shown this once.',
    access: 'plan.read',
    response: z.object({ address: z.string() }),
  },
  'DELETE /api/my-calendar': {
    summary: 'Ends the address of the reader’s calendar.',
    access: 'plan.read',
  },
  'GET /api/calendars/:token': {
    summary: 'The terms of the person whose address this is, as iCalendar.',
    access: 'public',
    params: z.object({ token: z.string().regex(/^[\w-]{20,80}(\.ics)?$/) }),
    download: true,
    transaction: false,
  },
} as const satisfies Contract<Access>
