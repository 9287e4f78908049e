import { z } from 'zod'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'

/** Shapes that plans and measures share in the API. */
export const byId = z.object({ id: rowIdInUrl })
export const instant = z.iso.datetime()
export const day = z.iso.date()
export const version = z.number().int()
export const words = z.string().trim().min(1).max(5000)
export const line = z.string().trim().min(1).max(500)
export const named = z.object({ id: z.number().int(), name: z.string() })

export const LEVELS = ['region', 'municipality', 'school'] as const
export const PLAN_STATES = ['draft', 'approved', 'closed'] as const
export const TASK_STATES = [
  'not-started',
  'in-progress',
  'submitted',
  'accepted',
  'returned',
  'postponed',
  'cancelled',
] as const
export const MEASURE_STATES = [...TASK_STATES, 'no-cases'] as const
export const TERM_KINDS = [
  'date',
  'deadline',
  'range',
  'months',
  'recurring',
  'open',
  'by-procedure',
  'by-event',
  'unknown',
] as const
export const MEASURE_FIELDS = [
  'number',
  'section',
  'year',
  'text',
  'term',
  'plannedStart',
  'plannedFinish',
  'responsible',
  'participants',
  'expectedResult',
] as const

export const DOUBT_REASONS = [
  'number-repeated',
  'number-restored',
  'year-repeated',
  'empty',
  'term-unsure',
  'period-assumed',
  'joined',
  'cells-guessed',
  'columns-guessed',
  'maybe-heading',
  'cell-without-heading',
] as const

export const level = z.enum(LEVELS)
export const planState = z.enum(PLAN_STATES)
export const measureState = z.enum(MEASURE_STATES)
export const taskState = z.enum(TASK_STATES)

/** A term as words and as what was understood of them. */
export const termValue = z.object({
  original: z.string(),
  kind: z.enum(TERM_KINDS),
  start: day.nullable(),
  end: day.nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  /** Why it is less than sure, in words. */
  doubts: z.array(z.string()),
})

export const responsible = z.object({
  original: line,
  body: z.enum(['ОИВ', 'РЦОКО', 'ИРО', 'ОМСУ', 'ММС', 'ОО']).nullable(),
  person: line.nullable(),
  post: line.nullable(),
})

/** What is still to be looked at, as the reader of documents said it. */
export const doubtGiven = z.object({ field: z.enum(MEASURE_FIELDS), reason: z.enum(DOUBT_REASONS) })
const doubt = doubtGiven.extend({ text: z.string() })

/** What a person writes of a measure; the term is words, the server reads them. */
export const measureFields = z.object({
  number: line.nullable(),
  section: line.nullable(),
  year: z.number().int().min(1990).max(2100).nullable(),
  level: level.nullable(),
  text: words,
  term: line.nullable(),
  plannedStart: line.nullable(),
  plannedFinish: line.nullable(),
  place: words.nullable(),
  participants: words.nullable(),
  responsible: z.array(responsible).max(30),
  performer: words.nullable(),
  expectedResult: words.nullable(),
  note: words.nullable(),
  completion: words.nullable(),
})

const found = z.string().nullable()
/** A measure as it was read from a document and nobody has saved yet: its words may be longer, or fewer, than a plan takes. */
export const readMeasure = z.object({
  number: found,
  section: found,
  year: z.number().int().nullable(),
  level: level.nullable(),
  text: z.string(),
  term: termValue.nullable(),
  plannedStart: found,
  plannedFinish: found,
  place: found,
  participants: found,
  responsible: z.array(responsible.extend({ original: z.string(), person: found, post: found })),
  performer: found,
  expectedResult: found,
  note: found,
  completion: found,
  doubtful: z.array(doubt),
  /** Rows of the original it came from: table (or paragraph block) and row, as `original` numbers them. */
  source: z.object({ block: z.number().int(), rows: z.array(z.number().int()) }).nullable(),
})

export const period = z.object({ start: day, end: day, school: z.boolean(), original: line.nullable() })
export const approval = z.object({
  post: line.nullable(),
  person: line.nullable(),
  date: day.nullable(),
  number: line.nullable(),
})
export const abbreviation = z.object({ short: line, full: line })

/** A row of a list of measures, whichever plan they belong to. */
export const measureSummary = z.object({
  id: z.number().int(),
  plan: z.object({ id: z.number().int(), title: z.string(), state: planState }),
  unit: named,
  unitLevel: level,
  number: z.string().nullable(),
  section: z.string().nullable(),
  text: z.string(),
  term: termValue.nullable(),
  state: measureState,
  /** «в работе», «на проверке с 12 марта», «просрочено на 3 дня», «срок открытый». */
  stateText: z.string(),
  dueOn: day.nullable(),
  overdueDays: z.number().int().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** Names of bodies and persons as the plan has them. */
  responsible: z.string(),
  fromAbove: z.boolean(),
  locked: z.boolean(),
  /** The plan above says it differently by now. */
  offered: z.boolean(),
  /** The plan above has it no longer: here it is taken out, or kept as the unit's own. */
  withdrawn: z.boolean(),
  doubtful: z.boolean(),
  signal: z.number().int().nullable(),
  /** Not null where it was sent to those below, who do it and prove it: how many of them have. */
  carriedBelow: z
    .object({
      level: z.enum(['municipality', 'school']),
      done: z.number().int(),
      total: z.number().int(),
    })
    .nullable(),
  version,
})

export const measureFilter = z.object({
  plan: rowIdInUrl.optional(),
  /** A unit: its plans and those below. */
  under: rowIdInUrl.optional(),
  /** Only the plans of this unit itself. */
  unit: rowIdInUrl.optional(),
  level: level.optional(),
  state: measureState.optional(),
  overdue: z.literal('yes').optional(),
  offered: z.literal('yes').optional(),
  doubtful: z.literal('yes').optional(),
  signal: rowIdInUrl.optional(),
  /** Undone terms between two days: the calendar and the timeline. */
  from: day.optional(),
  to: day.optional(),
  /** «Моя работа»: mine, returned to me, due within a week, waiting for my check; `later` is what is mine and on none of these. */
  shelf: z.enum(['mine', 'returned', 'due', 'check', 'later']).optional(),
  q: z.string().trim().max(200).optional(),
})

export const evidenceGiven = z.object({
  kind: z.enum(['order', 'note', 'protocol', 'link', 'photo', 'other']),
  title: line,
  number: z.string().trim().max(100).nullable(),
  date: day.nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  files: z.array(rowId).max(20),
})
