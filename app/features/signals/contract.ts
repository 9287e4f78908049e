import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const byId = z.object({ id: rowIdInUrl })
const instant = z.iso.datetime()
const unit = z.object({ id: z.number().int(), name: z.string() })
const text = z.string().trim().min(1).max(5000)
const version = z.number().int()
const message = z.object({ id: z.string(), text: z.string() })

export const SIGNAL_STATES = ['open', 'asked', 'replied', 'closed', 'withdrawn', 'superseded'] as const
export const OUTCOMES = ['cleared', 'confirmed', 'insufficient'] as const
const state = z.enum(SIGNAL_STATES)
const outcome = z.enum(OUTCOMES)
/** What the reader may do with this signal now: the page offers exactly these. */
export const SIGNAL_ACTS = [
  'ask',
  'extend',
  'forward',
  'comment',
  'reply',
  'return',
  'close',
  'reopen',
] as const

const signalSummary = z.object({
  id: z.number().int(),
  school: unit,
  municipality: unit.nullable(),
  run: z.object({ id: z.number().int(), title: z.string() }),
  source: z.enum(['official', 'own']),
  /** «Русский язык, 4 класс, 2021». */
  set: z.string(),
  year: z.number().int(),
  /** What is seen, the strongest first: ids and their titles. */
  channels: z.array(message),
  n: z.number().int(),
  degree: z.number().nullable(),
  fdr: z.number().nullable(),
  state,
  outcome: outcome.nullable(),
  /** The state of the reply in one phrase: «пояснение не запрошено», «ждём до 15 июня», «просрочено на 2 дня», «снято». */
  reply: z.string(),
  dueOn: z.iso.date().nullable(),
  /** Days past the term; null where nothing is owed. */
  overdueDays: z.number().int().nullable(),
  dataUndone: z.boolean(),
  escalated: z.number().int(),
  version,
})

const filter = z.object({
  campaign: rowIdInUrl.optional(),
  run: rowIdInUrl.optional(),
  /** A municipality or a school. */
  under: rowIdInUrl.optional(),
  source: z.enum(['official', 'own']).optional(),
  channel: z.string().max(40).optional(),
  year: z.coerce.number().int().optional(),
  grade: z.coerce.number().int().optional(),
  subject: z.string().max(80).optional(),
  state: state.optional(),
  outcome: outcome.optional(),
  overdue: z.enum(['yes']).optional(),
  /** «Моя работа»: what is asked of the reader, what comes due within a week, what waits for their check. */
  shelf: z.enum(['returned', 'due', 'check']).optional(),
  q: z.string().trim().max(200).optional(),
})
const sort = z.enum(['place', '-degree', 'due', '-changed']).default('place')

const step = z.object({
  id: z.number().int(),
  at: instant,
  who: z.string(),
  roleName: z.string().nullable(),
  kind: z.string(),
  /** «Запрошено пояснение до 15 июня 2021 г.» */
  title: z.string(),
  text: z.string().nullable(),
  causes: z.array(message),
  dueOn: z.iso.date().nullable(),
  outcome: outcome.nullable(),
  late: z.boolean(),
  files: z.array(z.object({ id: z.number().int(), name: z.string(), size: z.number().int() })),
})

/** One thing seen: a marker of the 2019 method, or a channel of ours in a class. */
const finding = z.object({
  id: z.string(),
  title: z.string(),
  /** In words, with the numbers in it. */
  sentence: z.string(),
  /** «Русский язык, 4 класс, 2021 · 4А». */
  where: z.string(),
  n: z.number().int(),
  /** «8,2 (7,6 … 8,8)»; the interval or «малая выборка». */
  value: z.string(),
  interval: z.string().nullable(),
  /** The group it is held against, named, with its number. */
  reference: z.string(),
  smallSample: z.boolean(),
  /** Counted in the degree, or standing beside it. */
  inDegree: z.boolean(),
  notes: z.array(z.string()),
  innocent: z.array(z.string()),
  /** What would confirm, what would refute, what to check next, how many works to mark again. */
  confirm: z.array(z.string()),
  refute: z.array(z.string()),
  check: z.array(z.string()),
  blind: z.array(z.string()),
  /** Name of its figure in GET /api/signals/:id/figures; null where nothing is drawn. */
  figure: z.string().nullable(),
})

const passport = signalSummary.extend({
  /** The sentence that stands first. */
  headline: z.string(),
  /** Closed, and nobody carries its work on. */
  schoolGone: z.boolean(),
  /** «Степень 2,9 · вероятность, что школа добросовестна: 0,07»; null for the 2019 method. */
  certainty: z.string().nullable(),
  schoolKind: z.string().nullable(),
  locality: z.string().nullable(),
  findings: z.array(finding),
  /** Method, version, parameters and hash of the run: so that it can be made again. */
  record: z.array(z.object({ label: z.string(), value: z.string() })),
  /** The school's signals of other runs and years, and its years in the federal list. */
  history: z.array(
    z.object({
      year: z.number().int(),
      signals: z.array(
        z.object({
          id: z.number().int(),
          set: z.string(),
          source: z.enum(['official', 'own']),
          channels: z.array(z.string()),
          reply: z.string(),
        }),
      ),
      /** Markers of the federal list, «4 РУ»; null where no list of that year is loaded. */
      federal: z.array(z.string()).nullable(),
    }),
  ),
  /** How many years running the school has stood in the federal list. */
  federalYears: z.number().int(),
  steps: z.array(step),
  may: z.array(z.enum(SIGNAL_ACTS)),
  /** How the reader may end it now; empty where they may not. */
  outcomes: z.array(outcome),
  /** Whether the reader may open the case with participants' rows (codes only; logged). */
  mayOpenCase: z.boolean(),
})

/** Person fit of one work; null where a statistic does not exist. A share is of the region's works with the same total. */
const number = z.number().nullable()
const fit = z.object({
  ability: number,
  guttman: number,
  guttmanShare: number,
  u3: number,
  u3Share: number,
  lz: number,
  lzP: number,
})

const casePage = z.object({
  /** Assessments of the signal, in the order of their numbers; `set` is the number of the one shown. */
  sets: z.array(z.object({ name: z.string(), works: z.number().int() })),
  set: z.number().int(),
  tasks: z.array(z.object({ name: z.string(), max: z.number().int() })),
  items: z.array(
    z.object({
      code: z.string(),
      class: z.string(),
      total: z.number().int(),
      mark: z.number().int().nullable(),
      journal: z.number().int().nullable(),
      /** Points per task; «X» not attempted, «–» not taught. */
      scores: z.array(z.string()),
      fit: fit.nullable(),
    }),
  ),
  /** Works of one class more alike than chance makes them; with the first page. */
  pairs: z.array(
    z.object({
      class: z.string(),
      first: z.string(),
      second: z.string(),
      tasks: z.number().int(),
      matches: z.number().int(),
      expected: z.number(),
      p: z.number(),
    }),
  ),
  next: z.string().nullable(),
})

const acted = z.object({ id: z.number().int(), version, state })
const many = z
  .array(z.object({ id: rowId, version }))
  .min(1)
  .max(500)

/** Signals and what follows them. */
export const signalsContract = {
  'GET /api/signals': {
    summary: 'Signals in reach with the state of their reply. `total` comes with the first page.',
    access: 'signal.read',
    query: filter.extend({
      sort,
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(signalSummary),
      next: z.string().nullable(),
      total: z.number().int().optional(),
    }),
  },
  'GET /api/signals/counts': {
    summary: 'How many signals stand how, for the filters and for «Моя работа».',
    access: 'signal.read',
    query: filter.omit({ shelf: true }),
    response: z.object({
      states: z.array(z.object({ state, outcome: outcome.nullable(), count: z.number().int() })),
      overdue: z.number().int(),
      shelves: z.object({ returned: z.number().int(), due: z.number().int(), check: z.number().int() }),
      /** Distinct values for the filters. */
      channels: z.array(message.extend({ count: z.number().int() })),
      sets: z.array(
        z.object({
          year: z.number().int(),
          grade: z.number().int(),
          subject: z.string(),
          count: z.number().int(),
        }),
      ),
    }),
  },
  'GET /api/signals/export.xlsx': {
    summary: 'The list as a spreadsheet with its parameters; rows chosen = rows written, or it fails.',
    access: 'signal.read',
    query: filter,
    download: true,
    transaction: false,
  },
  'GET /api/signals/:id': {
    summary: 'The passport of a signal.',
    access: 'signal.read',
    params: byId,
    response: passport,
  },
  'GET /api/signals/:id/figures': {
    summary: 'Its pictures as SVG, each with text alternative and data table. They never change.',
    access: 'signal.read',
    params: byId,
    /** Drawn for a phone, where half of the usual width is there. */
    query: z.object({ narrow: z.literal('yes').optional() }),
    response: z.object({
      figures: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          description: z.string(),
          svg: z.string(),
          table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
        }),
      ),
    }),
  },
  'POST /api/signals/ask': {
    summary: 'Asks one school or many for an explanation until a day, and says why. All or none.',
    access: 'signal.ask',
    body: z.object({ signals: many, dueOn: z.iso.date(), text }),
    response: z.object({ asked: z.number().int() }),
  },
  'POST /api/signals/:id/extend': {
    summary: 'Gives the school more time, and says why.',
    access: 'signal.ask',
    params: byId,
    body: z.object({ version, dueOn: z.iso.date(), text }),
    response: acted,
  },
  'POST /api/signals/:id/forward': {
    summary: 'The municipality passes it on to the school with its own words.',
    access: 'signal.forward',
    params: byId,
    body: z.object({ version, text }),
    response: acted,
  },
  'POST /api/signals/:id/comment': {
    summary: 'A view of one of the levels, beside the reply.',
    access: 'signal.comment',
    params: byId,
    body: z.object({ text, files: z.array(rowId).max(20).default([]) }),
    response: acted,
  },
  'POST /api/signals/:id/reply': {
    summary:
      'The school explains: causes from the list, words, files. After the term it is taken too, and says so.',
    access: 'signal.reply',
    params: byId,
    body: z.object({
      version,
      causes: z.array(z.string().max(60)).max(20).default([]),
      text,
      files: z.array(rowId).max(20).default([]),
    }),
    response: acted,
  },
  'POST /api/signals/:id/return': {
    summary: 'Gives a reply back with a reason and a new term.',
    access: 'signal.close',
    params: byId,
    body: z.object({ version, text, dueOn: z.iso.date() }),
    response: acted,
  },
  'POST /api/signals/:id/close': {
    summary: 'Ends it: «снято», «подтверждено» or «недостаточно данных», with a reason.',
    access: 'signal.close',
    params: byId,
    body: z.object({ version, outcome, text }),
    response: acted,
  },
  'POST /api/signals/:id/reopen': {
    summary: 'Takes an ended signal up again, with a reason.',
    access: 'signal.close',
    params: byId,
    body: z.object({ version, text }),
    response: acted,
  },
  'GET /api/signals/:id/case': {
    summary:
      "Participants' rows of the school in the signal's sets, by code only, with person fit and similar pairs: for the school itself and the region's analyst. Each reading is logged.",
    access: 'participant.read',
    params: byId,
    query: z.object({
      /** Number of one of `sets`; the first when absent. */
      set: z.coerce.number().int().min(0).max(1000).optional(),
      cursor: z.string().max(20).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: casePage,
    transaction: false,
  },
  'GET /api/reply-causes': {
    summary: 'Causes a reply can name, in words, for a signal of these channels.',
    access: 'signal.read',
    query: z.object({ channels: z.string().max(500).default('') }),
    response: z.object({ items: z.array(message) }),
  },
} as const satisfies Contract<Access>
