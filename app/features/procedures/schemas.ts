import { z } from 'zod'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'

/** Shapes that several endpoints of procedures share. Pure: the web app reads their types. */

/** A local date that a person chose, within the years that a campaign may have. */
export const day = z.iso.date().refine(date => date >= '1990-01-01' && date <= '2100-12-31')
export const version = rowId
export const reason = z.string().trim().max(500).optional()
export const byId = z.object({ id: rowIdInUrl })
export const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const procedure = z.string().trim().min(1).max(60)
export const paperVersion = z.enum(['базовая', 'углублённая'])
export const year = z.number().int().min(2015).max(2100)
export const grade = z.number().int().min(1).max(11)
export const subject = z.string().trim().min(1).max(120)

export const campaignState = z.enum(['ahead', 'going', 'collecting', 'over', 'closed'])
export const paperState = z.enum(['whole', 'no-tasks', 'no-scale', 'faulty-scale', 'unknown'])

export const campaignFields = z.object({
  title: z.string().trim().min(1).max(200),
  procedure,
  startsOn: day,
  endsOn: day,
  dueOn: day.nullable(),
})

/** How many assessments of a campaign lack what: told in words on its page. */
const lacking = z.object({
  unknown: z.number().int(),
  noTasks: z.number().int(),
  noScale: z.number().int(),
  faultyScale: z.number().int(),
})

export const campaignSummary = campaignFields.extend({
  id: z.number().int(),
  state: campaignState,
  closedAt: z.iso.datetime().nullable(),
  assessments: z.number().int(),
  lacking,
  version,
})

export const terms = z.object({
  writtenFrom: day.nullable(),
  writtenTo: day.nullable(),
  dueOn: day.nullable(),
})

export const paperKey = z.object({
  procedure,
  version: paperVersion.nullable().default(null),
  year,
  grade,
  subject,
})

export const assessmentSummary = terms.extend({
  id: z.number().int(),
  /** «Русский язык, 4 класс, 2021». */
  title: z.string(),
  procedure: z.string(),
  paperVersion: z.string().nullable(),
  year: z.number().int(),
  grade: z.number().int(),
  subject: z.string(),
  /** What holds at the reader's own unit: its own dates, else those of the levels above. */
  holds: z.object({
    writtenFrom: z.iso.date(),
    writtenTo: z.iso.date(),
    dueOn: z.iso.date().nullable(),
    takesPart: z.boolean(),
  }),
  withdrawn: z.boolean(),
  paper: z.object({
    state: paperState,
    /** Address of its specification (`GET /api/specifications/:id`). */
    id: z.string(),
    maxPrimary: z.number().int().nullable(),
    tasks: z.number().int().nullable(),
  }),
  /** Units with dates of their own, and units that take no part. */
  ownTerms: z.number().int(),
  absent: z.number().int(),
  version,
})

export const campaignPage = campaignSummary.extend({
  assessmentList: z.array(assessmentSummary),
})

export const unitLink = z.object({
  id: z.number().int(),
  kind: z.enum(['region', 'municipality', 'school', 'class']),
  name: z.string(),
})

/** What one unit has of its own, with all the assessments in which it is the same. */
export const ownTerm = terms.extend({
  unit: unitLink,
  assessments: z.array(z.object({ id: z.number().int(), title: z.string(), version })),
  takesPart: z.boolean(),
  reason: z.string().nullable(),
})
