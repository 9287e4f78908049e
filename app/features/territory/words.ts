import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import type { UnitSummary } from './store/describe-units.ts'

/** How a unit stands, as a person says it: «действует», «присоединена к „Школа № 2“ с 1 сентября 2023 г.» */
export function stateText(locale: Locale, unit: Pick<UnitSummary, 'kind' | 'state' | 'successor'>): string {
  const { kind, since } = unit.state
  return say(locale, `unit.state.${kind}`, {
    kind: unit.kind,
    dated: since === null ? 'no' : 'yes',
    date: since === null ? '' : sayDate(locale, since),
    named: unit.successor ? 'yes' : 'no',
    successor: unit.successor?.name ?? '',
  })
}

/** A value of a unit's field as it is shown; null for nothing. */
export function shownValue(locale: Locale, value: string | readonly string[] | null): string | null {
  if (value === null || value.length === 0) return null
  if (typeof value !== 'string') return value.join(', ')
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDate(locale, value) : value
}
