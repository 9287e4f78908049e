import { type Locale, say } from '../../messages/format.ts'

/** As many points are named; the rest are counted. */
const MOST_NAMED = 12
const LONGEST_NAMED = 160

/** What was not taken for a measure is said, so that a person may add it. */
export function leftOutNotes(locale: Locale, points: readonly string[]): string[] {
  if (points.length === 0) return []
  const named = points
    .slice(0, MOST_NAMED)
    .map(point => `«${point.length > LONGEST_NAMED ? `${point.slice(0, LONGEST_NAMED).trimEnd()}…` : point}»`)
  const words = [...named, ...(points.length > MOST_NAMED ? ['…'] : [])].join('; ')
  return [say(locale, 'plans.read.left-out', { count: points.length, points: words })]
}
