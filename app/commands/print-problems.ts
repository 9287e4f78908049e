import { type Locale, say } from '../messages/format.ts'
import type { Place, Problem } from '../platform/problem.ts'
import { wordProblem } from '../platform/word-problem.ts'

/** As many problems of one kind in one file are shown; the rest are counted. */
const SHOWN = 5
/** Problems whose place is a folder of the person's, named by its whole path. */
const OF_FOLDERS: ReadonlySet<string> = new Set(['folder-empty', 'out-not-writable', 'data-missing'])

/** Words all problems of a run; a table given in place of another has one in every row, which nobody reads. */
export function problemsText(locale: Locale, problems: readonly Problem[]): string {
  const kinds = Map.groupBy(problems, ({ code, place }) => `${code} ${place?.file ?? ''}`)
  return [...kinds.values()]
    .flatMap(alike => [
      ...alike.slice(0, SHOWN).map(problem => problemText(locale, problem)),
      ...(alike.length > SHOWN ? [say(locale, 'place.alike', { count: alike.length - SHOWN })] : []),
    ])
    .join('\n')
}

/** Words a problem for a terminal: what is wrong, where exactly, what to do. */
export function problemText(locale: Locale, problem: Problem): string {
  const { text, advice } = wordProblem(locale, problem)
  const lines = [`✖ ${text}`]
  const where = placeText(locale, problem)
  if (where) lines.push(`  ${say(locale, 'place.where', { where })}`)
  if (advice) lines.push(`  ${say(locale, 'place.advice', { advice })}`)
  return lines.join('\n')
}

/** «файл …, лист …, запись …, строка …, столбец …, значение …», with the parts that are known. */
function placeText(locale: Locale, { code, place = {} }: Problem): string {
  const word = (part: keyof Place) => (part === 'file' && OF_FOLDERS.has(code) ? 'folder' : part)
  return (['file', 'sheet', 'entry', 'row', 'column', 'value'] as const)
    .filter(part => place[part] !== undefined && place[part] !== '')
    .map(part => say(locale, `place.${word(part)}`, { value: String(place[part]) }))
    .join(', ')
}
