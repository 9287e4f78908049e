const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const MONTHS = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
]
/** Fewer numbers side by side are something else. */
const FEWEST = 4

/**
 * Headings that are only numbers: «IX, X, XI, XII, I … V» are the months of a school year, «I, II, III, IV» alone the
 * quarters. Gives for every heading the month or quarter it stands for, or null.
 */
export function calendarNames(headings: readonly string[]): (string | null)[] {
  const named: (string | null)[] = headings.map(() => null)
  const numbers = headings.map(numberOf)
  for (let from = 0; from < numbers.length; ) {
    let to = from + 1
    while (numbers[from] !== null && to < numbers.length && numbers[to] === (numbers[to - 1]! % 12) + 1)
      to += 1
    const run = numbers.slice(from, to) as number[]
    const roman = /[IVX]/.test(latin(headings[from]))
    if (to - from >= FEWEST && isCalendar(run, roman))
      for (let at = from; at < to; at++)
        named[at] =
          run.join() === '1,2,3,4' ? `${ROMAN[run[at - from] - 1]} квартал` : MONTHS[run[at - from] - 1]
    from = to
  }
  return named
}

/** Digits also count columns («1 2 3 4 5»): they are months only where they pass the new year. */
function isCalendar(run: readonly number[], roman: boolean): boolean {
  return roman || (run[0] >= 8 && run.includes(12) && run.includes(1))
}

function numberOf(heading: string): number | null {
  const words = latin(heading)
  const roman = ROMAN.indexOf(words)
  if (roman >= 0) return roman + 1
  return /^(?:0?[1-9]|1[0-2])$/.test(words) ? Number(words) : null
}

/** «Х» and «І» are typed as often as «X» and «I». */
function latin(heading: string): string {
  return heading.trim().replace(/\.$/, '').replace(/Х/g, 'X').replace(/І/g, 'I')
}
