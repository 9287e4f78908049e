import { sayDate } from '../../../messages/dates.ts'
import { hasMessage, type Locale, say } from '../../../messages/format.ts'
import type { FieldChange } from '../tables.ts'
import type { MeasureParts } from './read-measure.ts'

type StepRow = MeasureParts['steps'][number]

/** The timeline in words. `names` knows the people whom the reader may know; of the others only the role is said. */
export function presentSteps(locale: Locale, steps: readonly StepRow[], names: ReadonlyMap<string, string>) {
  return steps.map(step => {
    const roleName =
      step.role && hasMessage(locale, `role.${step.role}`) ? say(locale, `role.${step.role}`) : null
    const system = step.account_id.startsWith('system') ? say(locale, 'audit.who.system') : null
    return {
      id: step.id,
      task: step.task_id,
      at: step.at.toISOString(),
      who: system ?? names.get(step.account_id) ?? roleName ?? say(locale, 'measure.step.somebody'),
      roleName,
      kind: step.kind,
      title: titleOf(locale, step),
      // Where to it was raised stands in the title.
      text: step.kind === 'escalated' ? null : step.text,
      changes: presentChanges(locale, step.changes ?? []),
    }
  })
}

function titleOf(locale: Locale, step: StepRow): string {
  return say(locale, `measure.step.${step.kind}`, {
    due: step.due_on === null ? 'none' : sayDate(locale, step.due_on),
    to: step.kind === 'escalated' ? (step.text ?? 'none') : 'none',
  })
}

/** Fields with their words before and after; a list (of those who answer) is words already. */
export function presentChanges(locale: Locale, changes: readonly FieldChange[]) {
  return changes.map(({ field, before, after }) => ({
    title: hasMessage(locale, `measure.field.${field}`) ? say(locale, `measure.field.${field}`) : field,
    before: wordValue(locale, before),
    after: wordValue(locale, after),
  }))
}

function wordValue(locale: Locale, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return say(locale, value ? 'audit.value.yes' : 'audit.value.no')
  if (Array.isArray(value))
    return value.length === 0
      ? null
      : value
          .map(item => (item && typeof item === 'object' && 'original' in item ? item.original : item))
          .join(', ')
  if (typeof value === 'object' && 'original' in value) return String(value.original)
  return String(value)
}
