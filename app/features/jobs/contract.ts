import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import { rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from '../accounts/index.ts'

const jobId = z.object({ id: rowIdInUrl })
const instant = z.iso.datetime()
const state = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])

const job = z.object({
  id: z.number().int(),
  kind: z.string(),
  /** What is being done, in the reader's language. */
  title: z.string(),
  state,
  /** What is done at this moment: a sentence, words of the moment (a file's name), how much of how much. */
  progress: z.object({
    stage: z.string(),
    detail: z.string(),
    done: z.number().int(),
    /** Null while unknown. */
    total: z.number().int().nullable(),
  }),
  /** What came of it; null until done, or when there is nothing to say. */
  result: z.object({ text: z.string(), link: z.string().nullable() }).nullable(),
  /** Why it failed. */
  problems: z.array(z.object({ code: z.string(), text: z.string(), advice: z.string() })),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  cancelRequested: z.boolean(),
})

export const jobsContract = {
  'GET /api/jobs': {
    summary: 'Long work that this person asked for, the newest first',
    access: 'job.read',
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{1,10}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      state: state.optional(),
    }),
    response: z.object({ items: z.array(job), next: z.string().nullable() }),
  },
  'GET /api/jobs/:id': {
    summary: 'One job: ask again while its state is queued or running',
    access: 'job.read',
    params: jobId,
    response: job,
  },
  'POST /api/jobs/:id/cancel': {
    summary: 'Call a job off. What is already done stays done',
    access: 'job.read',
    params: jobId,
    response: job,
  },
} as const satisfies Contract<Access>
