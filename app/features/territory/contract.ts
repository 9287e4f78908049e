import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'
import {
  chosenDate,
  grade,
  importDetails,
  importSummary,
  letter,
  listQuery,
  reason,
  schoolYear,
  unitFields,
  unitFilters,
  unitKind,
  unitName,
  unitPage,
  unitSummary,
  version,
} from './schemas.ts'

const byId = z.object({ id: rowIdInUrl })
const counted = z.object({ value: z.string(), count: z.number().int() })
/** Drafts sent before: the orders behind an act, kept with its line in the history. */
const orders = z.array(rowId).max(10).optional()
const optionalText = z.string().trim().max(200).optional()

/** What the territory offers over HTTP. */
export const territoryContract = {
  'GET /api/units': {
    summary: 'Units in reach: filtered, sorted, page by page. `total` comes with the first page.',
    access: 'unit.read',
    query: listQuery,
    response: z.object({
      items: z.array(unitSummary),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/units/search': {
    summary: 'Finds units by name, former name, code or login in any spelling.',
    access: 'unit.read',
    query: z.object({
      q: z.string().trim().max(200),
      limit: z.coerce.number().int().min(1).max(50).optional(),
    }),
    response: z.object({
      items: z.array(unitSummary.extend({ formerName: z.string().nullable() })),
    }),
  },
  'GET /api/units/facets': {
    summary: 'The values that lists can be filtered by, with the number of schools of each.',
    access: 'unit.read',
    query: z.object({ under: rowIdInUrl.optional() }),
    response: z.object({
      municipalities: z.array(z.object({ id: z.number().int(), name: z.string(), count: z.number().int() })),
      schoolKinds: z.array(counted),
      localities: z.array(counted),
      tags: z.array(counted),
    }),
  },
  'GET /api/units/:id': {
    summary: 'One unit with its way up, what is below it, aliases, former names and successor.',
    access: 'unit.read',
    params: byId,
    response: unitPage,
  },
  'POST /api/units': {
    summary: 'A new municipality, school or class.',
    access: 'unit.edit',
    body: unitFields.extend({
      kind: unitKind.exclude(['region']),
      parentId: rowId,
      /** A class is named by its grade and letter. */
      name: unitName.optional(),
      schoolYear: schoolYear.optional(),
      grade: grade.optional(),
      letter: letter.optional(),
    }),
    response: unitPage,
  },
  'PATCH /api/units/:id': {
    summary: 'Corrects fields of a unit. `version` is the one that was read.',
    access: 'unit.edit',
    params: byId,
    body: unitFields.extend({ version, reason }),
    response: unitPage,
  },
  'POST /api/units/:id/rename': {
    summary: 'Gives a unit a new name; the former one is kept unless it was a slip of the pen.',
    access: 'unit.edit',
    params: byId,
    body: z.object({
      version,
      name: unitName,
      shortName: z.string().trim().max(200).nullable().optional(),
      /** First day of the new name, no later than today; today when absent. */
      from: chosenDate.optional(),
      correction: z.boolean().optional(),
      reason,
      files: orders,
    }),
    response: unitPage,
  },
  'POST /api/units/:id/close': {
    summary: 'Closes a unit after a last day. Its history stays; it is not expected to report afterwards.',
    access: 'unit.edit',
    params: byId,
    body: z.object({ version, lastDay: chosenDate, reason, files: orders }),
    response: unitPage,
  },
  'POST /api/units/:id/merge': {
    summary: 'Closes a unit whose work goes on in another one of its kind.',
    access: 'unit.edit',
    params: byId,
    body: z.object({ version, into: rowId, lastDay: chosenDate, reason, files: orders }),
    response: unitPage,
  },
  'POST /api/units/:id/move': {
    summary: 'Moves a school to another municipality, with its history.',
    access: 'unit.edit',
    params: byId,
    body: z.object({ version, parentId: rowId, reason, files: orders }),
    response: unitPage,
  },
  'POST /api/units/:id/reopen': {
    summary: 'Takes a closing or a merging back.',
    access: 'unit.edit',
    params: byId,
    body: z.object({ version, reason }),
    response: unitPage,
  },
  'POST /api/units/:id/classes': {
    summary: 'Makes those classes of a school year that are not there yet.',
    access: 'unit.edit',
    params: byId,
    body: z.object({ schoolYear, classes: z.array(z.object({ grade, letter })).min(1).max(200) }),
    response: z.object({ added: z.number().int(), alreadyThere: z.number().int() }),
  },

  'GET /api/registry/export.xlsx': {
    summary: 'The registry of schools as a workbook, in the form the import reads.',
    access: 'registry.export',
    query: unitFilters,
    download: true,
    transaction: false,
  },
  'GET /api/registry/export.csv': {
    summary: 'The registry of schools as text with semicolons (UTF-8 with a mark, as Excel expects).',
    access: 'registry.export',
    query: unitFilters,
    download: true,
    transaction: false,
  },
  'GET /api/registry/imports': {
    summary: 'Imports of the registry, the latest first.',
    access: 'registry.import',
    query: z.object({
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    response: z.object({ items: z.array(importSummary), next: z.string().nullable() }),
  },
  'GET /api/registry/imports/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'registry.import',
    download: true,
    transaction: false,
  },
  'POST /api/registry/imports': {
    summary:
      'Checks a registry (xlsx or csv, one file): every problem, and what would change. Changes nothing.',
    access: 'registry.import',
    files: true,
    transaction: false,
    response: importDetails,
  },
  'GET /api/registry/imports/:id': {
    summary: 'One import: its problems and its difference against what was there.',
    access: 'registry.import',
    params: byId,
    response: importDetails,
  },
  'POST /api/registry/imports/:id/commit': {
    summary: 'Carries a checked import out, all of it or nothing.',
    access: 'registry.import',
    params: byId,
    body: z.object({
      /** What to do with schools that the file does not have. */
      missing: z.enum(['leave', 'close']),
      /** Their last day, when they are closed. */
      lastDay: chosenDate.optional(),
    }),
    response: importDetails,
  },
  'POST /api/registry/imports/:id/undo': {
    summary:
      'Puts everything back as it was before the import; refuses where something was changed afterwards.',
    access: 'registry.import',
    params: byId,
    body: z.object({ reason: optionalText }),
    response: importDetails,
  },
} as const satisfies Contract<Access>
