import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const unit = z.object({ id: z.number().int(), name: z.string() })

const auditEntry = z.object({
  id: z.number().int(),
  /** Instant, UTC. */
  at: z.string(),
  accountId: z.string().nullable(),
  /** Name of the person; «система» for what the program did itself. */
  who: z.string(),
  role: z.string().nullable(),
  /** The role in the reader's language. */
  roleName: z.string().nullable(),
  unit,
  subject: z.string(),
  subjectId: z.string(),
  action: z.string(),
  /** «Школа переименована», «Изменена запись о подразделении». */
  actionName: z.string(),
  /** Whole sentence: what was done and, field by field, from what to what. */
  sentence: z.string(),
  reason: z.string().nullable(),
  changes: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  requestId: z.string().nullable(),
  /** Papers behind the act, where the reader may read the history they belong to. */
  files: z.array(z.object({ id: z.number().int(), name: z.string() })),
})

const filters = z.object({
  /** Account that acted. */
  who: z.string().max(100).optional(),
  /** Words of the name or e-mail of whoever acted. */
  person: z.string().trim().max(200).optional(),
  role: z.string().max(40).optional(),
  /** This unit and everything below it. */
  unit: rowIdInUrl.optional(),
  subject: z.string().max(60).optional(),
  action: z.string().max(60).optional(),
  /** Local dates, both inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})

const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

const entries = z.object({ items: z.array(auditEntry), next: z.string().nullable() })

/** Lines of one request that say the same of several units are one entry here; the export keeps each. */
const foldedEntry = auditEntry.extend({
  folded: z.object({ lines: z.number().int(), words: z.string(), units: z.array(unit) }).nullable(),
})
const foldedEntries = z.object({ items: z.array(foldedEntry), next: z.string().nullable() })
const choice = z.object({ value: z.string(), label: z.string() })

/** The log as people read it. */
export const auditContract = {
  'GET /api/audit': {
    summary: 'What was changed or read in reach, the latest first.',
    access: 'audit.read',
    query: filters.extend({
      ...page.shape,
      /** 'no': every line by itself. */
      fold: z.enum(['yes', 'no']).default('yes'),
    }),
    response: foldedEntries,
  },
  'GET /api/audit/choices': {
    summary: 'What the log can be filtered by: subjects, actions, roles, in words.',
    access: 'audit.read',
    response: z.object({
      subjects: z.array(choice),
      /** Subjects whose records the reader may not read: the log shows them no line about these. */
      leftOut: z.array(choice),
      actions: z.array(choice),
      roles: z.array(choice),
    }),
  },
  'GET /api/audit/export.xlsx': {
    summary: 'The filtered log as a workbook; the reading is itself logged.',
    access: 'audit.read',
    query: filters,
    download: true,
    transaction: false,
  },
  'GET /api/history/:subject/:id': {
    summary: 'What happened to one record, the latest first.',
    access: 'history.read',
    params: z.object({ subject: z.string().max(60), id: z.string().max(60) }),
    query: page,
    response: entries,
  },
} as const satisfies Contract<Access>
