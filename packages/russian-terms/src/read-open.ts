import { procedureIn } from './procedures.ts'
import type { Rule } from './term.ts'

type Throughout = Extract<Rule, { type: 'throughout' }>

const FORMS: readonly (readonly [RegExp, Throughout['of']])[] = [
  [
    /(?:в течени[еи]|на протяжении|в продолжение)\s+(?:всего\s+|этого\s+|данного\s+|текущего\s+)?(?:учебн[а-я]+|уч\.?)\s*(?:года|г\.?|годов|лет)?|весь учебный год|(?<![а-я])(?:учебный|уч\.?)\s?год(?![а-я])|в (?:текущем )?учебном году/,
    'school-year',
  ],
  [
    /(?:в течени[еи]|на протяжении|в продолжение)\s+(?:всего\s+|этого\s+|данного\s+|текущего\s+|календарного\s+)*(?:года|г\.)|весь год|круглый год|круглогодично|(?:в )?течение года|в (?:текущем )?году|^год$/,
    'year',
  ],
  [
    /(?:в течени[еи]|на протяжении|в продолжение)\s+(?:всего\s+|этого\s+|указанного\s+|отчетного\s+)*(?:период[а-я]*|срока|процесса|реализации|действия)[^,;()]*|весь период[^,;()]*|в период (?:реализации|действия)[^,;()]*|весь срок[^,;()]*|в период(?![а-я ])/,
    'period',
  ],
  [
    /постоянн[а-я]+|на постоянной основе|систематическ[а-я]+|регулярн[а-я]+|непрерывн[а-я]+|бессрочн[а-я]+|в (?:штатном|рабочем|плановом|текущем|постоянном|непрерывном) (?:режиме|порядке)|всегда|периодически/,
    'always',
  ],
]

/** «в течение четверти»: of which one nobody says. */
const OF_SOME_TIME =
  /(?:в течени[еи]|на протяжении)\s+(?:всей\s+|всего\s+|каждо[а-я]+\s+)?(?:четверти|месяца|недели|квартала|полугодия|триместра)(?![а-я])/

/** Open within a stretch that the words leave unsaid; tried last, when nothing else is understood. */
export function readSomeTime(text: string): Throughout | null {
  return OF_SOME_TIME.test(text) ? { type: 'throughout', of: 'period' } : null
}

/** «весь период проведения ОГЭ» goes on as long as the procedure does; getting ready for it has no such borders. */
function isOfProcedure(words: string): boolean {
  return /период/.test(words) && !/подготов/.test(words) && procedureIn(words) !== null
}

/** Words of an open term, with their place and the words left; the earliest are taken. */
export function readOpen(text: string): { rule: Throughout; index: number; rest: string } | null {
  let found: { rule: Throughout; index: number; rest: string } | null = null
  for (const [pattern, of] of FORMS) {
    const match = pattern.exec(text)
    if (!match || isOfProcedure(match[0]) || (found && found.index <= match.index)) continue
    const rest = `${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}`
    found = { rule: { type: 'throughout', of }, index: match.index, rest }
  }
  return found
}
