import { type Locale, say } from '../../../messages/format.ts'

const LONGEST = 90

/** A measure in one line: «мера 1.2 «Анализ результатов…»». */
export function nameMeasure(
  locale: Locale,
  { number, text }: { readonly number: string | null; readonly text: string },
): string {
  return say(locale, 'measure.name', { number: number ?? 'none', text: shorten(text) })
}

/** Cut between words, so that a line of a letter stays one. */
export function shorten(text: string, longest = LONGEST): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= longest) return plain
  const cut = plain.slice(0, longest)
  return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : longest).replace(/[\s,;:.–-]+$/, '')}…`
}
