import { sayDate } from '../../messages/dates.ts'
import { hasMessage, type Locale, say } from '../../messages/format.ts'
import type { SignalStep } from './store/read-steps.ts'

/** The timeline in words. `names` knows the people whom the reader may know; of the others only the role is said. */
export function presentSteps(
  locale: Locale,
  steps: readonly SignalStep[],
  names: ReadonlyMap<string, string>,
) {
  return steps.map(step => {
    const roleName =
      step.role && hasMessage(locale, `role.${step.role}`) ? say(locale, `role.${step.role}`) : null
    const system = step.account_id.startsWith('system') ? say(locale, 'audit.who.system') : null
    return {
      id: step.id,
      at: step.at.toISOString(),
      who: system ?? names.get(step.account_id) ?? roleName ?? say(locale, 'signal.step.somebody'),
      roleName,
      kind: step.kind,
      title: titleOf(locale, step),
      // Where to it was raised stands in the title.
      text: step.kind === 'escalated' ? null : step.text,
      causes: step.causes.filter(id => hasMessage(locale, id)).map(id => ({ id, text: say(locale, id) })),
      dueOn: step.due_on,
      outcome: step.outcome,
      late: step.late,
      files: step.files.map(({ id, name, size }) => ({ id, name, size })),
    }
  })
}

function titleOf(locale: Locale, step: SignalStep): string {
  return say(locale, `signal.step.${step.kind}`, {
    due: step.due_on === null ? '' : sayDate(locale, step.due_on),
    outcome: step.outcome ?? 'none',
    late: step.late ? 'yes' : 'no',
    before: step.state_before ?? 'none',
    to: step.kind === 'escalated' ? (step.text ?? 'none') : 'none',
  })
}
