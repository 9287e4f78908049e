import type { z } from 'zod'
import { type Locale, say } from '../../../messages/format.ts'
import { wordProblem } from '../../../platform/word-problem.ts'
import type { dispatch } from './dispatch-contract.ts'
import type { ShownDispatch } from './dispatches.ts'

/** What of a plan is on its way, in the reader's words. */
export function presentDispatches(
  locale: Locale,
  rows: readonly ShownDispatch[],
): z.input<typeof dispatch>[] {
  return rows.map(({ id, kind, state, reached, total, units, problem, created_at, finished_at }) => ({
    ...{ id, kind, state, reached, total },
    leftOut: units.map(({ name, code }) => ({ unit: name, reason: say(locale, `plans.left-out.${code}`) })),
    problem: problem && wordProblem(locale, problem),
    startedAt: created_at.toISOString(),
    finishedAt: finished_at?.toISOString() ?? null,
  }))
}
