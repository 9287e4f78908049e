import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'
import { FORMATS } from './formats.ts'
import { SECTIONS } from './types.ts'

const byUnit = z.object({ run: rowIdInUrl, unit: rowIdInUrl })
const byId = z.object({ id: rowIdInUrl })
const instant = z.iso.datetime()
const day = z.iso.date()
const person = z.object({ id: z.string(), name: z.string() })
const unit = z.object({ id: z.number().int(), name: z.string() })
const level = z.enum(['region', 'municipality', 'school'])
const section = z.enum(SECTIONS)
const words = z.string().trim().min(1).max(5000)
const version = z.number().int()

const format = z.enum(FORMATS)
/** Unremarkable sentences are left out. */
const notable = z.literal('yes').optional()
/** As of today, though it was sent on another day. */
const now = z.literal('yes').optional()

/** A value as it is shown; what it is tells how to set it. */
const cell = z.object({
  kind: z.enum(['text', 'number', 'share', 'part', 'interval', 'none']),
  text: z.string(),
})
const table = z.object({
  caption: z.string(),
  columns: z.array(
    z.object({ title: z.string(), align: z.enum(['left', 'right']), width: z.number().optional() }),
  ),
  rows: z.array(z.array(cell)),
})
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({
    kind: z.literal('sentence'),
    text: z.string(),
    tone: z.enum(['plain', 'notable', 'quiet', 'note']),
  }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.object({ label: z.string(), value: cell })) }),
  table.extend({
    kind: z.literal('table'),
    id: z.string(),
    wide: z.boolean(),
    /** Goes on under the columns of the table before it. */
    goesOn: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('figure'),
    id: z.string(),
    /** What it is about: small pictures stand two in a row. */
    heading: z.string().optional(),
    title: z.string(),
    description: z.string(),
    svg: z.string(),
    /** How far to trust it. */
    note: z.string().optional(),
    data: table,
  }),
])
const report = z.object({
  kind: z.string(),
  title: z.string(),
  lead: z.string(),
  date: day,
  sections: z.array(z.object({ id: z.string(), title: z.string(), blocks: z.array(block) })),
})

const sent = z.object({
  id: z.number().int(),
  at: instant,
  by: person,
  /** Version of the template it was sent under. */
  template: z.number().int(),
})

const listed = z.object({
  unit,
  level,
  /** Of a school. */
  municipality: unit.nullable(),
  sent: sent.nullable(),
  /** Null where only those above read it so far. */
  readable: z.boolean(),
  remarks: z.object({ open: z.number().int(), answered: z.number().int() }),
})

const listFilter = z.object({
  run: rowIdInUrl,
  under: rowIdInUrl.optional(),
  level: level.optional(),
  sent: z.enum(['yes', 'no']).optional(),
  q: z.string().trim().max(200).optional(),
})

export const REMARK_STATES = ['open', 'accepted', 'partly', 'declined'] as const
const remarkState = z.enum(REMARK_STATES)
const remark = z.object({
  id: z.number().int(),
  /** Who says it. */
  unit,
  template: z.number().int(),
  /** Null where it is about the template as such. */
  portrait: z.object({ id: z.number().int(), run: z.number().int(), unit }).nullable(),
  section: z.object({ id: section, title: z.string() }).nullable(),
  text: z.string(),
  createdAt: instant,
  createdBy: person,
  state: remarkState,
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredBy: person.nullable(),
  version,
})
const remarkFilter = z.object({
  state: remarkState.optional(),
  about: z.enum(['template', 'portrait']).optional(),
  template: z.coerce.number().int().min(1).max(100_000).optional(),
  portrait: rowIdInUrl.optional(),
  section: section.optional(),
  under: rowIdInUrl.optional(),
  q: z.string().trim().max(200).optional(),
})

const templateVersion = z.object({
  number: z.number().int(),
  off: z.array(section),
  /** What the version before had not switched off, and the other way round. */
  switchedOff: z.array(section),
  switchedOn: z.array(section),
  /** Null for the first version. */
  changes: z.string().nullable(),
  createdAt: instant.nullable(),
  createdBy: person.nullable(),
  remarks: z.object({ open: z.number().int(), answered: z.number().int() }),
})

export const ARCHIVE_STATES = ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'] as const
const archive = z.object({
  id: z.number().int(),
  run: z.object({ id: z.number().int(), title: z.string() }),
  template: z.number().int(),
  formats: z.array(format),
  levels: z.array(level),
  state: z.enum(ARCHIVE_STATES),
  createdAt: instant,
  createdBy: person,
  finishedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  /** While it is going on. */
  progress: z
    .object({ text: z.string(), done: z.number().int(), total: z.number().int().nullable() })
    .nullable(),
  files: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  problems: z.array(z.object({ code: z.string(), text: z.string(), advice: z.string() })),
})

/** Portraits: the reports about units that people read, sign and take to a meeting. */
export const portraitsContract = {
  'GET /api/portraits': {
    summary:
      'Units of a run at and below the reader’s, with what became of their portraits. `total` comes with the first page.',
    access: 'portrait.read',
    query: listFilter.extend({
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(listed),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/portraits/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'portrait.read',
    query: listFilter,
    download: true,
    transaction: false,
  },
  'POST /api/portraits/send': {
    summary:
      'Sends portraits of a published run to their units, those named or all of a level; what was sent already stays.',
    access: 'portrait.make',
    body: z.object({
      run: rowId,
      to: z.union([
        z.object({ units: z.array(rowId).min(1).max(2000) }),
        z.object({ level: z.enum(['municipality', 'school']) }),
      ]),
    }),
    response: z.object({ sent: z.number().int(), before: z.number().int() }),
  },
  'GET /api/portraits/template': {
    summary:
      'The versions of the template, the latest first, each with what it switched off and on, and why.',
    access: 'portrait.read',
    response: z.object({
      current: z.number().int(),
      sections: z.array(
        z.object({ id: section, title: z.string(), meaning: z.string(), always: z.boolean() }),
      ),
      versions: z.array(templateVersion),
    }),
  },
  'POST /api/portraits/template': {
    summary: 'Makes the next version of the template. What was sent under another stays as it was.',
    access: 'portrait.make',
    body: z.object({
      /** The version that was looked at: another may have been made meanwhile. */
      basedOn: z.number().int().min(1),
      off: z.array(section).max(SECTIONS.length),
      changes: words,
    }),
    response: z.object({ number: z.number().int() }),
  },
  'GET /api/portraits/remarks': {
    summary: 'Remarks on templates and portraits, the latest first. `total` comes with the first page.',
    access: 'portrait.read',
    query: remarkFilter.extend({
      cursor: z
        .string()
        .regex(/^\d{1,10}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(remark),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/portraits/remarks/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'portrait.read',
    query: remarkFilter,
    download: true,
    transaction: false,
  },
  'GET /api/portraits/remarks/summary.docx': {
    summary: 'The same as one table in Word, for the meeting that looks through them.',
    access: 'portrait.read',
    query: remarkFilter,
    download: true,
    transaction: false,
  },
  'POST /api/portraits/remarks': {
    summary: 'Says something of the template, or of a portrait that was sent.',
    access: 'portrait.remark',
    body: z.object({
      about: z.union([
        z.object({ portrait: rowId }),
        z.object({ template: z.number().int().min(1).max(100_000) }),
      ]),
      section: section.nullable(),
      text: words,
    }),
    response: remark,
  },
  'POST /api/portraits/remarks/:id/answer': {
    summary: 'Decides on a remark, with the reason; it can be decided otherwise later.',
    access: 'portrait.make',
    params: byId,
    body: z.object({ version, state: z.enum(['accepted', 'partly', 'declined']), answer: words }),
    response: remark,
  },
  'GET /api/portraits/archives': {
    summary: 'Portraits of a region made in one go, the latest first.',
    access: 'portrait.make',
    query: z.object({ run: rowIdInUrl.optional() }),
    response: z.object({ items: z.array(archive), next: z.string().nullable() }),
  },
  'POST /api/portraits/archives': {
    summary:
      'Asks for the portraits of all units of a run; they are made in the background and kept for a week.',
    access: 'portrait.make',
    body: z.object({
      run: rowId,
      formats: z.array(format).min(1).max(FORMATS.length),
      levels: z.array(level).min(1).max(3),
    }),
    response: archive,
  },
  'POST /api/portraits/archives/:id/cancel': {
    summary: 'Calls one off that has not ended.',
    access: 'portrait.make',
    params: byId,
    response: archive,
  },
  'GET /api/portraits/archives/:id/content': {
    summary: 'The archive with its manifest: file, unit, rows, SHA-256.',
    access: 'portrait.make',
    params: byId,
    download: true,
    transaction: false,
  },
  'GET /api/portraits/:run/:unit': {
    summary: 'The portrait of a unit by a run, block by block, every value as it is shown.',
    access: 'portrait.read',
    params: byUnit,
    query: z.object({ notable, now }),
    response: z.object({
      unit,
      level,
      run: z.object({ id: z.number().int(), title: z.string(), published: z.boolean() }),
      report,
      sent: sent
        .extend({
          /** Day as of which replies, measures and lists are told in what was sent; null where that was not kept. */
          stood: day.nullable(),
        })
        .nullable(),
      /** Whether it is shown as of today in place of that day. */
      now: z.boolean(),
      /** Whether today's would say anything else of them. */
      changed: z.boolean(),
      template: templateVersion.pick({ number: true, switchedOff: true, switchedOn: true, changes: true }),
      remarks: z.array(remark),
      may: z.array(z.enum(['send', 'remark', 'answer'])),
    }),
    transaction: false,
  },
  'GET /api/portraits/:run/:unit/file': {
    summary: 'The same as PDF, Word, spreadsheet or page, with the same numbers.',
    access: 'portrait.read',
    params: byUnit,
    query: z.object({ format, notable, now }),
    download: true,
    transaction: false,
  },
} as const satisfies Contract<Access>
