import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const byId = z.object({ id: rowIdInUrl })
const instant = z.iso.datetime()
const year = z.coerce.number().int().min(1990).max(2100)
const page = z.object({
  cursor: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
const problem = z.object({
  code: z.string(),
  text: z.string(),
  advice: z.string(),
  place: z.record(z.string(), z.unknown()).optional(),
})
const link = z.object({ id: z.number().int(), name: z.string() })

const filters = z.object({
  /** The last list that is loaded, when absent. */
  year: year.optional(),
  under: rowIdInUrl.optional(),
  /** On the list at least so many years running. */
  running: z.coerce.number().int().min(1).max(20).optional(),
})

const listed = z.object({
  school: link.extend({ login: z.string().nullable() }),
  municipality: link.nullable(),
  /** «4 РУ», «5 МА». */
  markers: z.array(z.string()),
  running: z.number().int(),
  years: z.array(z.number().int()),
})

const summary = z.object({
  id: z.number().int(),
  file: z.string(),
  state: z.enum(['checked', 'accepted', 'rejected', 'undone']),
  years: z.array(z.number().int()),
  rows: z.number().int(),
  /** Schools with at least one marker. */
  marked: z.number().int(),
  problems: z.number().int(),
  /** Null for a person outside the reader's reach. */
  sentBy: z.string().nullable(),
  sentAt: instant,
  decidedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  reason: z.string().nullable(),
})

const details = summary.extend({
  problemList: z.array(problem),
  list: z.array(
    z.object({
      row: z.number().int(),
      year: z.number().int().nullable(),
      login: z.string(),
      municipality: z.string(),
      school: z.string(),
      markers: z.array(z.string()),
    }),
  ),
})

/** The federal list of schools with signs of non-objectivity: a fact of others, kept apart from our own calculation. */
export const federalListContract = {
  'GET /api/federal-list': {
    summary: 'Schools in reach that the federal list of a year names, with how many years running.',
    access: 'federal-list.read',
    query: filters.extend(page.shape),
    response: z.object({
      items: z.array(listed),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/federal-list/years': {
    summary: 'Years of which a list is loaded, the latest first, with how many schools in reach it names.',
    access: 'federal-list.read',
    response: z.object({
      items: z.array(z.object({ year: z.number().int(), schools: z.number().int() })),
    }),
  },
  'GET /api/federal-list/export.xlsx': {
    summary: 'The same list as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'federal-list.read',
    query: filters,
    download: true,
    transaction: false,
  },
  'GET /api/federal-list/imports': {
    summary: 'Lists that were brought in, the latest first.',
    access: 'federal-list.import',
    query: page,
    response: z.object({ items: z.array(summary), next: z.string().nullable() }),
  },
  'GET /api/federal-list/imports/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'federal-list.import',
    download: true,
    transaction: false,
  },
  'POST /api/federal-list/imports': {
    summary:
      'Checks a federal list (xlsx or csv, one part): every problem at once. Nothing counts until it is accepted.',
    access: 'federal-list.import',
    query: z.object({
      /** The year that the list is of; rows of another one are problems. The rows alone say it when absent. */
      year: year.optional(),
    }),
    files: true,
    transaction: false,
    response: details,
  },
  'GET /api/federal-list/imports/:id': {
    summary: 'One list with its rows and problems.',
    access: 'federal-list.import',
    params: byId,
    response: details,
  },
  'POST /api/federal-list/imports/:id/accept': {
    summary: 'The list counts from now on, all of it or nothing.',
    access: 'federal-list.import',
    params: byId,
    response: details,
  },
  'POST /api/federal-list/imports/:id/reject': {
    summary: 'The list is put away.',
    access: 'federal-list.import',
    params: byId,
    response: details,
  },
  'POST /api/federal-list/imports/:id/undo': {
    summary: 'An accepted list no longer counts.',
    access: 'federal-list.import',
    params: byId,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    response: details,
  },
} as const satisfies Contract<Access>
