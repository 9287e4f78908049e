import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const byId = z.object({ id: rowIdInUrl })
const instant = z.iso.datetime()
const person = z.object({ id: z.string(), name: z.string() })
const unit = z.object({ id: z.number().int(), name: z.string() })
const message = z.object({ id: z.string(), text: z.string() })
const problem = z.object({ code: z.string(), text: z.string(), advice: z.string() })
const version = z.number().int()
const position = z.coerce.number().int().min(0).max(500)

/** What the command writes beside one another. */
export const OUTPUT_NAMES = ['report.html', 'signals.xlsx', 'signals.json'] as const

export const RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
const state = z.enum(RUN_STATES)

export const settings = z.object({
  notAttempted: z.enum(['zero', 'missing']),
  notTaught: z.enum(['leave-maximum', 'zero']),
  /** False alarms allowed per 100 honest schools by our own signals; 0 leaves them out. */
  budget: z.number().min(0).max(49),
})

const runSummary = z.object({
  id: z.number().int(),
  title: z.string(),
  campaign: z.object({ id: z.number().int(), title: z.string() }).nullable(),
  state,
  createdBy: person,
  createdAt: instant,
  finishedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  /** A later run of the campaign that is published; null where this one is the last word. */
  supersededBy: z.object({ id: z.number().int(), title: z.string() }).nullable(),
  /** A batch that went in was undone afterwards. */
  dataUndone: z.boolean(),
  /** Null until it is done. */
  counts: z
    .object({
      sets: z.number().int(),
      works: z.number().int(),
      schools: z.number().int(),
      marked: z.number().int(),
      /** Null where our own signals were not asked for. */
      flagged: z.number().int().nullable(),
    })
    .nullable(),
  version,
})

const setSummary = z.object({
  position: z.number().int(),
  name: z.string(),
  year: z.number().int(),
  works: z.number().int(),
  schools: z.number().int(),
  mean: z.number().nullable(),
  maxScore: z.number().int(),
  /** What could not be computed for want of data, in words. */
  notes: z.array(z.string()),
})

const run = runSummary.extend({
  /** Who acts where: which region it is. */
  region: unit,
  settings: settings.extend({
    /** Null: every batch that counted. */
    batches: z.number().int().nullable(),
  }),
  /** While it is going on: what is being done. */
  progress: z
    .object({ text: z.string(), done: z.number().int(), total: z.number().int().nullable() })
    .nullable(),
  problems: z.array(problem),
  /** What was found, in sentences. */
  findings: z.array(z.string()),
  /** What a reader should know before the first number. */
  notes: z.array(z.string()),
  sets: z.array(setSummary),
  /** Method, version, parameters, hash: with them and the same files anyone gets the same numbers. */
  record: z.array(z.object({ label: z.string(), value: z.string() })),
  files: z.array(z.object({ file: z.string(), works: z.number().int() })),
  /** Names of the undone files, as far as the reader may know them. */
  undoneFiles: z.array(z.string()),
  /** The command's own outputs, for those who may start a run. */
  outputs: z.array(z.object({ id: z.number().int(), name: z.enum(OUTPUT_NAMES), size: z.number().int() })),
  /** Channels of our own that had nothing to look at. */
  silent: z.array(z.object({ channel: z.string(), why: z.string(), where: z.string() })),
  may: z.array(z.enum(['cancel', 'publish'])),
})

/** Drawn for a phone, where half of the usual width is there. */
const narrow = z.literal('yes').optional()

const scope = z.object({
  /** A municipality or a school; the reader's own unit when absent. */
  under: rowIdInUrl.optional(),
  /** Kind of school, as the registry called it when the run was made. */
  kind: z.string().max(200).optional(),
})

const figure = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  svg: z.string(),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
})

const schoolSet = z.object({
  key: z.string(),
  /** Null where the registry did not know it. */
  school: unit.nullable(),
  name: z.string(),
  login: z.string(),
  municipality: z.string().nullable(),
  kind: z.string().nullable(),
  position: z.number().int(),
  set: z.string(),
  n: z.number().int(),
  /** Null, with `hidden`, where so few works stand behind it that they would speak of single pupils. */
  mean: z.number().nullable(),
  interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  regionMean: z.number().nullable(),
  hidden: z.boolean(),
  smallSample: z.boolean(),
  /** Markers of the 2019 method that mark it here. */
  markers: z.array(message),
  /** Degree of the whole school over all sets; null where it could not be measured or was not asked for. */
  degree: z.number().nullable(),
  flagged: z.boolean(),
  /** How the reply to each of these signs stands; none where the registry does not know the school: nobody can be asked. */
  replies: z.array(
    z.object({
      signalId: z.number().int(),
      source: z.enum(['official', 'own']),
      reply: z.string(),
      state: z.enum(['open', 'asked', 'replied', 'closed', 'withdrawn', 'superseded']),
      outcome: z.enum(['cleared', 'confirmed', 'insufficient']).nullable(),
      overdueDays: z.number().int().nullable(),
    }),
  ),
})

const schoolFilter = scope.extend({
  set: position.optional(),
  /** Signs of the method of 2019, the one of them that the funnel shows, our own, any. */
  sign: z.enum(['official', 'high-mean', 'own', 'any']).optional(),
  q: z.string().trim().max(200).optional(),
})

const indexRow = z.object({
  unit,
  level: z.enum(['region', 'municipality']),
  year: z.number().int(),
  /** How many of the 14 signs the data of the year allow. */
  signs: z.number().int(),
  schools: z.number().int(),
  /** Null for a reader of a school where it would tell how the few others of the territory stand. */
  marked: z.number().int().nullable(),
  /** Null where nothing could be computed, or with `marked`. */
  index: z.number().nullable(),
  interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  smallSample: z.boolean(),
  /** How the replies to its signs of the year stand, in words and counts; null where the reader does not see all of them. */
  replies: z.string().nullable(),
})

const difference = z.object({ label: z.string(), before: z.string(), after: z.string() })
const named = z.object({ id: z.number().int(), title: z.string(), createdAt: instant })

/** Screenings of a region, kept as they were. */
export const screeningContract = {
  'GET /api/runs': {
    summary: 'Runs in reach, the newest first; drafts for the region’s analysts alone.',
    access: 'run.read',
    query: z.object({
      campaign: rowIdInUrl.optional(),
      state: state.optional(),
      cursor: z.string().max(20).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(runSummary), next: z.string().nullable() }),
  },
  'GET /api/runs/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'run.read',
    query: z.object({ campaign: rowIdInUrl.optional(), state: state.optional() }),
    download: true,
    transaction: false,
  },
  'GET /api/runs/options': {
    summary: 'What a new run can be made of: the batches that count, and the settings of the last one.',
    access: 'run.start',
    query: z.object({ campaign: rowIdInUrl.optional() }),
    response: z.object({
      batches: z.array(
        z.object({ id: z.number().int(), file: z.string(), set: z.string(), works: z.number().int() }),
      ),
      settings,
      title: z.string(),
    }),
  },
  'POST /api/runs': {
    summary: 'Asks for a screening; it is done in the background and frozen.',
    access: 'run.start',
    body: z.object({
      campaign: rowId.nullable(),
      title: z.string().trim().min(1).max(200),
      /** Absent: every batch that counts. */
      batches: z.array(rowId).min(1).max(2000).optional(),
      settings,
    }),
    response: runSummary,
  },
  'GET /api/runs/compare': {
    summary: 'What differs between two runs: settings, data, sets, marked schools, degrees.',
    access: 'run.read',
    query: z.object({ before: rowIdInUrl, after: rowIdInUrl, under: rowIdInUrl.optional() }),
    response: z.object({
      before: named,
      after: named,
      settings: z.array(difference),
      files: z.object({
        both: z.number().int(),
        onlyBefore: z.array(z.string()),
        onlyAfter: z.array(z.string()),
      }),
      sets: z.object({
        onlyBefore: z.array(z.string()),
        onlyAfter: z.array(z.string()),
        both: z.array(
          z.object({
            set: z.string(),
            works: z.object({ before: z.number().int(), after: z.number().int() }),
            mean: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
            marked: z.object({ before: z.number().int(), after: z.number().int() }),
          }),
        ),
      }),
      counts: z.object({
        newlyMarked: z.number().int(),
        noLongerMarked: z.number().int(),
        newlyFlagged: z.number().int(),
        noLongerFlagged: z.number().int(),
        /** Schools with a degree in both. */
        measured: z.number().int(),
        /** Of them those whose degree moved by half an ordinary spread or more. */
        moved: z.number().int(),
      }),
      /** Schools where something differs, by place. */
      schools: z.array(
        z.object({
          key: z.string(),
          school: unit.nullable(),
          name: z.string(),
          municipality: z.string().nullable(),
          newlyMarked: z.array(z.string()),
          noLongerMarked: z.array(z.string()),
          flagged: z.object({ before: z.boolean(), after: z.boolean() }),
          degree: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
          /** How the replies to its signs stand, in words. */
          replies: z.array(z.string()),
        }),
      ),
    }),
  },
  'GET /api/runs/compare/export.xlsx': {
    summary: 'The same as a spreadsheet, with every school of either run.',
    access: 'run.read',
    query: z.object({ before: rowIdInUrl, after: rowIdInUrl, under: rowIdInUrl.optional() }),
    download: true,
    transaction: false,
  },
  'GET /api/runs/:id': {
    summary: 'One run: how it was made, what went in, what it found.',
    access: 'run.read',
    params: byId,
    response: run,
  },
  'POST /api/runs/:id/cancel': {
    summary: 'Calls a run off that has not ended.',
    access: 'run.start',
    params: byId,
    response: runSummary,
  },
  'GET /api/runs/:id/publication': {
    summary: 'What publishing would show to whom.',
    access: 'run.start',
    params: byId,
    response: z.object({
      municipalities: z.number().int(),
      schools: z.number().int(),
      /** Schools that the registry does not know: nobody below the region sees them. */
      unknown: z.number().int(),
      signals: z.object({ official: z.number().int(), own: z.number().int(), schools: z.number().int() }),
      /** Published runs of the campaign that this one takes the place of. */
      supersedes: z.array(z.object({ id: z.number().int(), title: z.string() })),
    }),
  },
  'POST /api/runs/:id/publish': {
    summary: 'Shows the run to the region’s offices, municipalities and schools. There is no way back.',
    access: 'run.start',
    params: byId,
    body: z.object({ version }),
    response: runSummary,
  },
  'GET /api/runs/:id/scope': {
    summary: 'At which level the reader looks at the run, and what it can be filtered by there.',
    access: 'run.read',
    params: byId,
    query: scope.pick({ under: true }),
    response: z.object({
      unit,
      level: z.enum(['region', 'municipality', 'school']),
      /** Positions of the sets in which schools of the unit wrote, in the order of the run. */
      sets: z.array(z.number().int()),
      kinds: z.array(z.object({ value: z.string(), count: z.number().int() })),
      schools: z.number().int(),
      marked: z.number().int(),
      flagged: z.number().int().nullable(),
      /** How the replies to the signs here stand, in words and counts. */
      replies: z.string(),
    }),
  },
  'GET /api/runs/:id/figures': {
    summary: 'Pictures of one set as SVG, each with text alternative and data table.',
    access: 'run.read',
    params: byId,
    query: scope.extend({ set: position, narrow }),
    response: z.object({
      figures: z.array(figure),
      /** Marks' boundaries: works below and at each, here and in the region. */
      boundaries: z.array(
        z.object({
          mark: z.number().int(),
          score: z.number().int(),
          own: z.object({ below: z.number().int(), at: z.number().int() }).nullable(),
          region: z.object({ below: z.number().int(), at: z.number().int() }),
        }),
      ),
      /** Sentences beside the pictures. */
      notes: z.array(z.string()),
    }),
  },
  'GET /api/runs/:id/schools': {
    summary: 'Schools of a run, set by set, by municipality and name. `total` comes with the first page.',
    access: 'run.read',
    params: byId,
    query: schoolFilter.extend({
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(schoolSet),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/runs/:id/schools/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'run.read',
    params: byId,
    query: schoolFilter,
    download: true,
    transaction: false,
  },
  'GET /api/runs/:id/outputs/:name': {
    summary: 'An output of the command for this run, with how the reply to each of its signs stands today.',
    access: 'run.start',
    params: z.object({ id: rowIdInUrl, name: z.enum(OUTPUT_NAMES) }),
    download: true,
    transaction: false,
  },
  'GET /api/runs/:id/index': {
    summary: 'The index of the 2019 method: the region and the municipalities in reach.',
    access: 'run.read',
    params: byId,
    response: z.object({ items: z.array(indexRow) }),
  },
  'GET /api/runs/:id/index/export.xlsx': {
    summary: 'The same as a spreadsheet.',
    access: 'run.read',
    params: byId,
    download: true,
    transaction: false,
  },
  'GET /api/definitions': {
    summary: '«Как это посчитано»: every method and measure in words, with its source.',
    access: 'run.read',
    response: z.object({
      lead: z.array(z.string()),
      items: z.array(
        z.object({ id: z.string(), title: z.string(), text: z.string(), sources: z.array(z.string()) }),
      ),
      channels: z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), blind: z.string() })),
    }),
  },
} as const satisfies Contract<Access>
