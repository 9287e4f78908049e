import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const byId = z.object({ id: rowIdInUrl })
const instant = z.iso.datetime()
const person = z.object({ id: z.string(), name: z.string() })
const unit = z.object({ id: z.number().int(), name: z.string() })
const problem = z.object({
  code: z.string(),
  text: z.string(),
  advice: z.string(),
  place: z.record(z.string(), z.unknown()).optional(),
})

export const BATCH_STATES = [
  'waiting',
  'reading',
  'checked',
  'refused',
  'accepted',
  'rejected',
  'undone',
  'duplicate',
  'failed',
] as const

const batch = z.object({
  id: z.number().int(),
  kind: z.enum(['protocol', 'journal']),
  unit,
  campaign: z.object({ id: z.number().int(), title: z.string() }).nullable(),
  file: z.string(),
  bytes: z.number().int().nullable(),
  state: z.enum(BATCH_STATES),
  /** «Русский язык, 4 класс, 2021»; null until it is read. */
  set: z.string().nullable(),
  /** Works; of journal marks, marks. */
  works: z.number().int().nullable(),
  schools: z.number().int().nullable(),
  /** Cells and rows with something to say. */
  remarks: z.number().int().nullable(),
  /**
   * Of journal marks, asked for one by one: how many find their work by school and code, among works of the same paper
   * that count or wait; and how many of those works are left without a mark.
   */
  matched: z
    .object({
      marks: z.number().int(),
      matched: z.number().int(),
      unmatched: z.number().int(),
      worksWithout: z.number().int(),
    })
    .nullable(),
  /** The batch that the same file already is. */
  duplicateOf: z.number().int().nullable(),
  jobId: z.number().int().nullable(),
  /** While it is read: rows so far. */
  progress: z
    .object({ done: z.number().int(), total: z.number().int().nullable(), text: z.string() })
    .nullable(),
  /** Why the file was refused; what is worth knowing although it was not. */
  problems: z.array(problem),
  warnings: z.array(problem),
  sentBy: person,
  sentAt: instant,
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
})

/** One thing met in a file: where it stands, what stands there, what was done with it. */
const remark = z.object({
  batchId: z.number().int(),
  file: z.string(),
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string(),
  value: z.string(),
  kind: z.string(),
  /** «Латинская «X» вместо балла» and «считается: не приступал». */
  what: z.string(),
  done: z.string(),
})

const remarkFilter = z.object({
  campaign: rowIdInUrl.optional(),
  batch: rowIdInUrl.optional(),
  state: z.enum(BATCH_STATES).optional(),
  kind: z.string().max(60).optional(),
  /** `odd`: what needs a look; `usual`: common ways of writing, read without doubt; both when absent. */
  group: z.enum(['odd', 'usual']).optional(),
})
const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** Files of results, brought in through the browser. */
export const resultsContract = {
  'POST /api/imports': {
    summary:
      'Send one file of results (one part, multipart/form-data). It is read in the background and shown before anything counts.',
    access: 'results.import',
    query: z.object({
      campaign: rowIdInUrl.optional(),
      kind: z.enum(['protocol', 'journal']).default('protocol'),
      subject: z.string().trim().max(80).optional(),
      grade: z.coerce.number().int().min(1).max(11).optional(),
      year: z.coerce.number().int().min(1990).max(2100).optional(),
      version: z.enum(['базовая', 'углублённая']).optional(),
      /** Login of the school, for a form that does not name it. A school's own file is its own without saying so. */
      school: z.string().trim().max(40).optional(),
    }),
    files: true,
    response: batch,
    transaction: false,
  },
  'GET /api/imports': {
    summary: 'Batches in reach, the newest first.',
    access: 'results.import',
    query: page.extend({ campaign: rowIdInUrl.optional(), state: z.enum(BATCH_STATES).optional() }),
    response: z.object({
      items: z.array(batch),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/imports/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'results.import',
    query: z.object({ campaign: rowIdInUrl.optional(), state: z.enum(BATCH_STATES).optional() }),
    download: true,
    transaction: false,
  },
  'GET /api/imports/summary': {
    summary: 'How the files of a campaign stand, or one of them: counts by state and by kind of remark.',
    access: 'results.import',
    query: z.object({ campaign: rowIdInUrl.optional(), batch: rowIdInUrl.optional() }),
    response: z.object({
      states: z.array(
        z.object({ state: z.enum(BATCH_STATES), files: z.number().int(), works: z.number().int() }),
      ),
      kinds: z.array(
        z.object({
          kind: z.string(),
          what: z.string(),
          done: z.string(),
          /** A common way of writing, read without doubt. */
          usual: z.boolean(),
          count: z.number().int(),
          files: z.number().int(),
        }),
      ),
    }),
  },
  'GET /api/imports/remarks': {
    summary:
      'Everything met in the files, cell by cell. `total` comes with every page. Reading it is logged.',
    access: 'results.import',
    query: page.extend(remarkFilter.shape),
    response: z.object({
      items: z.array(remark),
      next: z.string().nullable(),
      total: z.number().int(),
      /** False where the reader is told the places without what stands there. */
      values: z.boolean(),
    }),
    transaction: false,
  },
  'GET /api/imports/remarks/export.xlsx': {
    summary: 'The same as a spreadsheet; rows chosen and rows written stand on its first sheet.',
    access: 'results.import',
    query: remarkFilter,
    download: true,
    transaction: false,
  },
  'GET /api/imports/:id': {
    summary: 'One batch.',
    access: 'results.import',
    params: byId,
    response: batch,
    transaction: false,
  },
  'POST /api/imports/:id/accept': {
    summary: 'The works of the batch count from now on.',
    access: 'results.decide',
    params: byId,
    body: z.object({ version: z.number().int() }),
    response: batch,
  },
  'POST /api/imports/accept': {
    summary: 'Accepts several checked batches, all or none.',
    access: 'results.decide',
    body: z.object({
      batches: z
        .array(z.object({ id: rowId, version: z.number().int() }))
        .min(1)
        .max(500),
    }),
    response: z.object({
      accepted: z.number().int(),
      works: z.number().int(),
      /** Of files of journal marks: marks are no works. */
      marks: z.number().int(),
      /** What nothing stood in the way of, but is worth knowing: a school in two files. */
      warnings: z.array(problem),
    }),
  },
  'POST /api/imports/:id/reject': {
    summary: 'The batch is not taken; what was read of it is removed.',
    access: 'results.import',
    params: byId,
    body: z.object({ version: z.number().int(), reason: z.string().trim().max(500).optional() }),
    response: batch,
  },
  'POST /api/imports/:id/undo': {
    summary: 'An accepted batch no longer counts. Frozen runs keep their numbers and say so.',
    access: 'results.decide',
    params: byId,
    body: z.object({ version: z.number().int(), reason: z.string().trim().min(1).max(500) }),
    response: batch,
  },
  'GET /api/received': {
    summary:
      'What was expected of each school and what has come: «выгрузили», «не выгрузили», «с опозданием».',
    access: 'results.received',
    query: page.extend({
      campaign: rowIdInUrl,
      assessment: rowIdInUrl.optional(),
      under: rowIdInUrl.optional(),
      state: z.enum(['in-time', 'late', 'missing']).optional(),
    }),
    response: z.object({
      items: z.array(
        z.object({
          school: unit,
          municipality: unit.nullable(),
          assessment: z.object({ id: z.number().int(), title: z.string() }),
          state: z.enum(['in-time', 'late', 'missing']),
          works: z.number().int().nullable(),
          receivedOn: z.iso.date().nullable(),
          /** False while a file of it has still to be decided on. */
          accepted: z.boolean(),
          dueOn: z.iso.date().nullable(),
        }),
      ),
      next: z.string().nullable(),
      counts: z.object({
        expected: z.number().int(),
        inTime: z.number().int(),
        late: z.number().int(),
        missing: z.number().int(),
      }),
    }),
  },
  'GET /api/received/export.xlsx': {
    summary: 'The same as a spreadsheet.',
    access: 'results.received',
    query: z.object({
      campaign: rowIdInUrl,
      assessment: rowIdInUrl.optional(),
      under: rowIdInUrl.optional(),
      state: z.enum(['in-time', 'late', 'missing']).optional(),
    }),
    download: true,
    transaction: false,
  },
  'POST /api/received/remind': {
    summary: 'Reminds the coordinators and heads of the schools that have not sent their results.',
    access: 'results.remind',
    body: z.object({ campaign: rowId, assessment: rowId.optional(), under: rowId.optional() }),
    response: z.object({ schools: z.number().int(), people: z.number().int() }),
  },
} as const satisfies Contract<Access>
