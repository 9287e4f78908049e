import { FIRST_NAMES } from './first-names.ts'

/** What stands where a name stood. */
export const HIDDEN = '…'

const NAME = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?'
/** In capitals too, as forms have it; of four letters, since bodies are called by two or three. */
const SURNAME = `(?:${NAME}|[А-ЯЁ]{4,}(?:-[А-ЯЁ]{4,})?)`
const INITIALS = '[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.'
/** Most surnames end so, in some case; words that are none seldom do. */
const LIKE_SURNAME =
  '[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ы|ых|ыми)?|[А-ЯЁ][а-яё]+(?:ск|цк)(?:ий|ая|ого|ому|им|ом|ой|ую)|[А-ЯЁ][а-яё]+(?:енко|ук|юк|ян|дзе|швили)'
/** Ordinary words that end like a patronymic: «Основной», «Церковной». */
const ORDINARY = '(?!Основн|Главн|Духовн|Церковн|Чиновн|Верховн|Уголовн|Сословн|Плановн)'
const PATRONYMIC = `${ORDINARY}(?:[А-ЯЁ][а-яё]+[оеё]ви(?:ч|ча|чу|чем|че)|(?:Иль|Кузьм|Лук|Фом|Никит|Мин|Сав)и(?:ч|ча|чу|чом|чем|че)|[А-ЯЁ][а-яё]+(?:[оеё]вн|ичн)(?:а|ы|е|у|ой|ою))`
const PATRONYMIC_IN_CAPITALS =
  '(?:[А-ЯЁ]+[ОЕЁ]ВИ(?:Ч|ЧА|ЧУ|ЧЕМ|ЧЕ)|[А-ЯЁ]+(?:[ОЕЁ]ВН|ИЧН)(?:А|Ы|Е|У|ОЙ)|(?:ИЛЬ|КУЗЬМ|ЛУК|ФОМ|НИКИТ)И(?:Ч|ЧА|ЧУ))'
const FIRST = `(?:${FIRST_NAMES.join('|')})`
const words = (pattern: string) => new RegExp(`(?<![А-Яа-яЁё])(?:${pattern})(?![А-Яа-яЁё])`, 'gu')

const VERB = /(?:ть|ти|чь|ся)$/i
/** Initials between two words, either of which may be the surname: «поручить К.К. Дятловой», «Дятлова К.К. Совещание». */
const BETWEEN = new RegExp(`(?<![А-Яа-яЁё])(${SURNAME})\\s+${INITIALS}\\s?${SURNAME}(?![а-яё])`, 'gu')
/** Initials of a second person, whose surname went with the first. */
const BEHIND_HIDDEN = new RegExp(`${HIDDEN}\\s*${INITIALS}`, 'gu')

/** In the order in which they are looked for: whole names before their parts. */
const WHOLE = [
  words(`${NAME}\\s+${NAME}(?:\\s+${NAME})?\\s+(?:оглы|кызы|Оглы|Кызы)`),
  words(`${NAME}\\s+${NAME}\\s+${PATRONYMIC}`),
  words(`${NAME}\\s+${PATRONYMIC}\\s+(?:${LIKE_SURNAME})`),
  words(
    `[А-ЯЁ]{3,}\\s+(?:[А-ЯЁ]{3,}\\s+)?${PATRONYMIC_IN_CAPITALS}(?:\\s+[А-ЯЁ]{4,}(?:ОВА?|ЕВА?|ИНА?|АЯ|ИЙ))?`,
  ),
  words(`${FIRST}\\s+${PATRONYMIC}`),
  words(`${FIRST}\\s+(?:${LIKE_SURNAME})|(?:${LIKE_SURNAME})\\s+${FIRST}`),
]
const WITH_INITIALS = new RegExp(
  `(?<![А-Яа-яЁё])(?:${SURNAME}\\s+${INITIALS}|${INITIALS}\\s?${SURNAME})(?![а-яё])`,
  'gu',
)
const WITH_ONE_INITIAL = new RegExp(
  `(?<![А-Яа-яЁё.])(?:(?:${LIKE_SURNAME})\\s+[А-ЯЁ]\\.|[А-ЯЁ]\\.\\s?(?:${LIKE_SURNAME}))(?![А-Яа-яЁё])`,
  'gu',
)

/** Words in which «…» stands for whatever looks like the name of a person. */
export function hideNames(text: string): string {
  let bare = text
  // «Поручить Петру Ильичу»: a verb with a capital letter is no surname.
  for (const pattern of WHOLE) bare = bare.replace(pattern, found => keepVerb(found))
  return (
    bare
      // Of other words both go, rather than the wrong one.
      .replace(BETWEEN, (_, first: string) => (VERB.test(first) ? `${first} ${HIDDEN}` : HIDDEN))
      .replace(WITH_INITIALS, HIDDEN)
      .replace(BEHIND_HIDDEN, HIDDEN)
      .replace(WITH_ONE_INITIAL, HIDDEN)
  )
}

function keepVerb(found: string): string {
  const [first] = found.split(/\s+/)
  return VERB.test(first) ? `${first} ${HIDDEN}` : HIDDEN
}
