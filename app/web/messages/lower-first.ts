/** Within a sentence, and abbreviations stay as they are: «аналитик РЦОКО». */
export function lowerFirst(text: string): string {
  const [first = '', second = ''] = text
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : first.toLowerCase() + text.slice(1)
}
