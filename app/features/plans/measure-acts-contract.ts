import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'
import {
  byId,
  day,
  evidenceGiven,
  line,
  measureFields,
  measureState,
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

/** What is done to a measure: it is written, worked on, judged, and made from a signal. */
export const measureActsContract = {
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
} as const satisfies Contract<Access>
