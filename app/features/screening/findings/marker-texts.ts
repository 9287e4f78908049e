import type { MarkerId } from '@objektiv/forensics'
import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber } from '../../../messages/numbers.ts'
import { noteText, setName } from '../outputs/words.ts'
import type { ScreenedMarker } from '../types.ts'
import { methodsById } from './methods.ts'

type Numbers = Pick<ScreenedMarker, 'marker' | 'n' | 'value' | 'lower' | 'upper' | 'reference'>
type Explained = Numbers & Pick<ScreenedMarker, 'marked' | 'p' | 'q' | 'notes' | 'details'>

const DIGITS: Readonly<Record<MarkerId, number>> = {
  'high-mean': 2,
  'journal-mismatch': 3,
  'cohort-rise': 2,
  'cohort-fall': 2,
  'boundary-bunching': 3,
  'task-inversion': 3,
  'journal-gap': 3,
}

/** What the method says of the school; the school's number in the statistics plays no part in a sentence. */
export function markerSentence(locale: Locale, marker: Explained): string {
  const { n, value, lower, upper, reference, marked, p, q, notes, details } = marker
  const finding = { school: 0, n, value, lower, upper, reference, marked, p, q, notes, details }
  return noteText(locale, methodsById.get(marker.marker)!.explain(finding))
}

/** «n = 43 · значение 8,21 · интервал от 7,60 до 8,82 · сравнивается с 7,90». */
export function markerNumbers(locale: Locale, numbers: Numbers): string {
  const { marker, n, lower, value, reference } = numbers
  const text = (one: number | null) => markerNumber(locale, marker, one)
  const interval = lower === null ? '' : markerInterval(locale, numbers)
  return say(locale, 'report.marker.numbers', { n, value: text(value), interval, reference: text(reference) })
}

function markerInterval(locale: Locale, { marker, lower, upper }: Numbers): string {
  const text = (one: number | null) => markerNumber(locale, marker, one)
  const kind = isCohort(marker) ? 'fences' : 'interval'
  return say(locale, `report.marker.${kind}`, { lower: text(lower), upper: text(upper) })
}

/** A value of a marker with as many digits as it deserves; «—» for one that does not exist. */
export function markerNumber(locale: Locale, marker: MarkerId, value: number | null): string {
  return value === null ? '—' : formatNumber(locale, value, DIGITS[marker])
}

/** The cohort is held against fences; its value has no interval. */
export function isCohort(marker: MarkerId): boolean {
  return marker.startsWith('cohort')
}

/** «Русский язык, 4 класс, 2021 → Русский язык, 5 класс, 2022». */
export function comparedSets(
  locale: Locale,
  sets: ScreenedMarker['sets'],
  version: ScreenedMarker['version'],
): string {
  return sets.map(set => setName(locale, { ...set, version })).join(' → ')
}
