import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { nameSignal } from '../name-signal.ts'
import { isDoer, levelOf, stateAfter, whyNot } from '../rules.ts'
import { tellOfStep } from '../tell-of-step.ts'
import type { SignalState } from '../terms.rules.ts'
import { type LockedSignal, lockSignals } from './lock-signals.ts'
import { type Step, takeStep } from './take-step.ts'

/** A signal as the person read it; without a version the act does not depend on what was read. */
export interface ReadSignal {
  readonly id: number
  readonly version?: number
}

export interface Acted {
  readonly id: number
  readonly version: number
  readonly state: SignalState
}

/**
 * One act on one signal or on many, all or none. Throws ProblemError `not-found` for what is out of reach, `right-missing`
 * for whom the act is not, `changed-by-another` where somebody was quicker, else `signal-*` with every signal that refuses.
 */
export async function actOnSignals(
  tx: Tx,
  actor: Actor,
  read: readonly ReadSignal[],
  step: Step,
): Promise<Acted[]> {
  const { scope, locale } = actor
  const signals = await lockSignals(
    tx,
    read.map(({ id }) => id),
    step.today,
  )
  if (signals.some(({ school }) => !isDoer(step.act, scope.role, levelOf(scope.unitPath, school.path))))
    throw new ProblemError({ code: 'right-missing' })
  const what = (signal: LockedSignal) => ({ what: nameSignal(locale, signal) })

  const versions = new Map(read.map(({ id, version }) => [id, version]))
  const changed = signals.filter(({ id, version }) => (versions.get(id) ?? version) !== version)
  if (changed.length > 0)
    throw new ProblemError([
      { code: 'changed-by-another' },
      ...changed.map(signal => ({ code: 'signal-changed', params: what(signal) })),
    ])

  const refused = signals.flatMap((signal): Problem[] => {
    const code = whyNot(signal.facts, step)
    return code === null ? [] : [{ code, params: what(signal) }]
  })
  if (refused.length > 0) throw new ProblemError(refused)

  await takeStep(tx, signals, step)
  await tellOfStep(tx, actor, signals, step)
  return signals.map(({ id, version, facts }) => ({
    id,
    version: step.act === 'comment' ? version : version + 1,
    state: stateAfter(facts, step.act),
  }))
}
