import type { DocumentMeasure } from './plan-document.ts'

/** «12.03.2021»; words that were no date stay as they are. */
export function dayInDigits(day: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  return match ? `${match[3]}.${match[2]}.${match[1]}` : day
}

/** Each on a line of its own, parted by semicolons, so that a comma inside an entry parts nothing. */
export function responsibleWords({ responsible }: DocumentMeasure): string | null {
  const entries = responsible.map(({ original, person, post }) =>
    person === null || original.includes(person)
      ? original
      : [original, [post, person].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  )
  return entries.length === 0 ? null : entries.join(';\n')
}
