import { z } from 'zod'
import { instant } from '../contract-parts.ts'

/** What of a plan is on its way to many units, as its page shows it. */
export const dispatch = z.object({
  id: z.number().int(),
  kind: z.enum(['copies', 'period']),
  state: z.enum(['going', 'done', 'stopped']),
  /** Units reached by now, of how many. */
  reached: z.number().int(),
  total: z.number().int(),
  /** Units that got none, each with the reason in words. */
  leftOut: z.array(z.object({ unit: z.string(), reason: z.string() })),
  /** Why it was stopped. */
  problem: z.object({ text: z.string(), advice: z.string() }).nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
})
