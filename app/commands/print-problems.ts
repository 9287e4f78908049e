import { basename } from 'node:path'
import { hasMessage, type Locale, say } from '../messages/format.ts'
import type { Place, Problem } from '../platform/problem.ts'

/** Words a problem for a terminal: what is wrong, where exactly, what to do. */
export function problemText(locale: Locale, problem: Problem): string {
  const { file, ...rest } = problem.place ?? {}
  const params = { ...rest, ...(file === undefined ? {} : { file: basename(file) }), ...problem.params }
  const lines = [`✖ ${say(locale, `problem.${problem.code}`, params)}`]
  const where = placeText(locale, problem.place ?? {})
  if (where) lines.push(`  ${say(locale, 'place.where', { where })}`)
  const advice = `problem.${problem.code}.advice`
  if (hasMessage(locale, advice))
    lines.push(`  ${say(locale, 'place.advice', { advice: say(locale, advice, params) })}`)
  return lines.join('\n')
}

/** «файл …, лист …, запись …, строка …, столбец …, значение …», with the parts that are known. */
function placeText(locale: Locale, place: Place): string {
  return (['file', 'sheet', 'entry', 'row', 'column', 'value'] as const)
    .filter(part => place[part] !== undefined && place[part] !== '')
    .map(part => say(locale, `place.${part}`, { value: String(place[part]) }))
    .join(', ')
}
