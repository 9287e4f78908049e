import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'
import {
  abbreviation,
  approval,
  byId,
  day,
  instant,
  level,
  line,
  period,
  readMeasure,
  responsible,
} from './contract-parts.ts'

/** The document beside what was recognised: paragraphs and tables in their order. */
const originalBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    rows: z.array(
      z.array(
        z.object({ text: z.string(), columns: z.number().int().min(1), rows: z.number().int().min(1) }),
      ),
    ),
  }),
])

/** Public and printed pages: a plan in words only. */
const printedPlan = z.object({
  unit: z.string(),
  title: z.string(),
  period,
  approval: approval.nullable(),
  abbreviations: z.array(abbreviation),
  sections: z.array(
    z.object({
      title: z.string().nullable(),
      measures: z.array(
        z.object({
          number: z.string().nullable(),
          year: z.number().int().nullable(),
          text: z.string(),
          term: z.string().nullable(),
          place: z.string().nullable(),
          participants: z.string().nullable(),
          responsible: z.string().nullable(),
          expectedResult: z.string().nullable(),
        }),
      ),
    }),
  ),
  version: z.number().int(),
  publishedAt: instant,
})

/** A thousand measures with all they say take three; Russian letters are two bytes each. */
export const DOCUMENT_MEGABYTES = 8

/** Plans as papers: what comes in as a document, what goes out as one, and words to begin with. */
export const planPapersContract = {
  'POST /api/plans/read': {
    summary:
      'Reads a plan from a file that was sent (Word, spreadsheet, CSV, text) or from pasted text. Saves nothing.',
    access: 'plan.edit',
    bodyMegabytes: DOCUMENT_MEGABYTES,
    body: z.object({
      from: z.union([z.object({ file: rowId }), z.object({ text: z.string().min(1).max(2_000_000) })]),
      /** «2021-2022» or «2022»: when the document does not name its period. */
      period: z.string().trim().max(60).optional(),
    }),
    response: z.object({
      title: z.string().nullable(),
      period: period.extend({ original: z.string().nullable() }).nullable(),
      approval: approval
        .extend({ post: z.string().nullable(), person: z.string().nullable(), number: z.string().nullable() })
        .nullable(),
      abbreviations: z.array(z.object({ short: z.string(), full: z.string() })),
      measures: z.array(readMeasure),
      original: z.array(originalBlock),
      /** What people should know of the reading as a whole. */
      notes: z.array(z.string()),
      /** Points of an order or of minutes that were not taken for measures, in their own words. */
      leftOut: z.array(z.string()),
    }),
    transaction: false,
  },
  'POST /api/plans/read-term': {
    summary: 'What is understood of the words of a term within a period.',
    access: 'plan.read',
    body: z.object({ words: line, start: day, end: day, school: z.boolean() }),
    response: z.object({ term: readMeasure.shape.term, dates: z.array(day) }),
  },
  'GET /api/published-plans/:token': {
    summary: 'A plan that its owner shows to everybody.',
    access: 'public',
    params: z.object({ token: z.string().regex(/^[\w-]{20,80}$/) }),
    response: printedPlan,
  },
  'GET /api/plans/:id/file': {
    summary: 'The plan, or the report on its progress, as Word, PDF or spreadsheet in the official layout.',
    access: 'plan.read',
    params: byId,
    query: z.object({
      format: z.enum(['docx', 'pdf', 'xlsx']),
      what: z.enum(['plan', 'report']).default('plan'),
    }),
    download: true,
    transaction: false,
  },
  'GET /api/measure-templates': {
    summary: 'The library of measures: words to begin with, for a level and for a signal.',
    access: 'plan.read',
    query: z.object({ level: level.optional(), signal: rowIdInUrl.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          text: z.string(),
          level,
          term: z.string().nullable(),
          evidence: z.string().nullable(),
          indicator: z.string().nullable(),
          responsible: z.array(responsible),
          /** Proposed for the signal that was named. */
          suggested: z.boolean(),
        }),
      ),
    }),
  },
} as const satisfies Contract<Access>
