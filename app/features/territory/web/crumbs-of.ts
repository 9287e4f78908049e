import type { Crumb } from '../../../web/components/breadcrumbs.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'

/** The way up from a unit; with `itself` its own page too, for pages that lie below it. */
export function crumbsOf(unit: UnitPage | undefined, { itself = false } = {}): Crumb[] {
  const units = unit ? [...unit.wayUp, ...(itself ? [unit] : [])] : []
  return [
    { label: say('units.title'), link: { to: '/units' } },
    ...units.map(({ id, name }) => ({
      label: name,
      link: { to: '/units/$id', params: { id: String(id) } } as const,
    })),
  ]
}
