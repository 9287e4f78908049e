import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import type { Access } from '../accounts/index.ts'
import { page, paperKey, paperState, reason } from './schemas.ts'

const score = z.number().int().min(0).max(500)
const band = z.tuple([score, score])
const bands = z.strictObject({ '2': band, '3': band, '4': band, '5': band })
const task = z.object({
  /** Number of the scored part, as «балл за N» of the 2021 protocols counts. */
  index: z.number().int().min(1).max(200),
  /** As numbered on the paper: «15K1». */
  task: z.string().trim().min(1).max(20),
  level: z.enum(['Б', 'П', 'В']).nullable(),
  max: z.number().int().min(1).max(252),
})
const content = z.object({
  maxPrimary: z.number().int().min(1).max(500),
  bands: bands.nullable(),
  tasks: z.array(task).max(200).nullable(),
  source: z.string().trim().max(1000),
})
/** Revision that was seen: 0 for the bundled paper, or where there was none. */
const revision = z.number().int().min(0).max(2_147_483_647)

const problem = z.object({ code: z.string(), text: z.string(), advice: z.string() })
/** What a revision changes, in words. */
const change = z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })

const summary = paperKey.extend({
  /** Address of the paper: «ВПР.2021.8.География». */
  id: z.string(),
  /** «География, 8 класс, 2021». */
  title: z.string(),
  state: paperState,
  /** `bundled`: came with the program; `own`: given or corrected by the region. */
  origin: z.enum(['bundled', 'own']),
  revision,
  revisedAt: z.iso.datetime().nullable(),
  maxPrimary: z.number().int(),
  tasks: z.number().int().nullable(),
  source: z.string(),
})

const paperPage = summary.extend({
  content,
  /** What is wrong with the scale of the official document, in words. */
  faults: z.array(problem),
  /** The region's revisions, the latest first; then, where there is one, the bundled paper as revision 0. */
  revisions: z.array(
    z.object({
      revision,
      /** Null for the bundled one, and for a person outside the reader's reach. */
      by: z.string().nullable(),
      at: z.iso.datetime().nullable(),
      source: z.string(),
      reason: z.string().nullable(),
      changes: z.array(change),
    }),
  ),
  /** The campaign that holds this assessment. */
  campaign: z.object({ id: z.number().int(), title: z.string() }).nullable(),
})

const filters = z.object({
  procedure: z.string().trim().max(60).optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  grade: z.coerce.number().int().min(1).max(11).optional(),
  q: z.string().trim().max(120).optional(),
  origin: z.enum(['bundled', 'own']).optional(),
  state: paperState.exclude(['unknown']).optional(),
})

const paperId = z.object({ id: z.string().max(300) })
const counted = z.object({ value: z.string(), count: z.number().int() })

/** Papers: what they consist of, their scales, and how both came to be. */
export const specificationsContract = {
  'GET /api/specifications': {
    summary: 'Every paper that is known: those that came with the program, and the region’s own over them.',
    access: 'procedure.read',
    query: filters.extend({ cursor: page.shape.cursor, limit: page.shape.limit }),
    response: z.object({
      items: z.array(summary),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/specifications/facets': {
    summary: 'The values that papers can be filtered by, with how many there are of each.',
    access: 'procedure.read',
    response: z.object({
      procedures: z.array(counted),
      years: z.array(counted),
      grades: z.array(counted),
      subjects: z.array(counted),
    }),
  },
  'GET /api/specifications/file.json': {
    summary: 'Papers as a specification file, in the form that the upload and the command read.',
    access: 'procedure.read',
    query: filters,
    download: true,
    transaction: false,
  },
  'GET /api/specifications/export.xlsx': {
    summary: 'The same list as a spreadsheet with its parameters.',
    access: 'procedure.read',
    query: filters,
    download: true,
    transaction: false,
  },
  'POST /api/specifications/check': {
    summary: 'Reads a specification file (JSON, one part) and says what it would change. Changes nothing.',
    access: 'procedure.edit',
    files: true,
    transaction: false,
    response: z.object({
      file: z.string(),
      entries: z.array(
        paperKey.extend({
          id: z.string(),
          title: z.string(),
          state: z.enum(['new', 'changed', 'same']),
          base: revision,
          content,
          changes: z.array(change),
        }),
      ),
    }),
  },
  'POST /api/specifications/accept': {
    summary: 'Keeps checked entries, each as a new revision: all or none.',
    access: 'procedure.edit',
    body: z.object({
      entries: z
        .array(z.object({ paper: paperKey, content, base: revision }))
        .min(1)
        .max(500),
      /** For entries that name none themselves. */
      source: z.string().trim().max(1000).optional(),
      reason,
    }),
    response: z.object({ revised: z.number().int(), same: z.number().int() }),
  },
  'GET /api/specifications/:id': {
    summary: 'One paper: tasks, maxima, levels, scale, source, and its revisions with what each changed.',
    access: 'procedure.read',
    params: paperId,
    response: paperPage,
  },
  'PUT /api/specifications/:id': {
    summary: 'Keeps a corrected paper as a new revision. `base` is the one that was seen.',
    access: 'procedure.edit',
    params: paperId,
    body: content.extend({ base: revision, reason }),
    response: paperPage,
  },
} as const satisfies Contract<Access>
