import { monthOf } from './month-names.ts'

const LATIN = 'abcehkmoptxyu'
const CYRILLIC = 'авсенкмортхуи'
/** Signs that scanning puts in place of digits. */
const DIGITS: Readonly<Record<string, string>> = { о: '0', o: '0', з: '3', l: '1', i: '1', і: '1', б: '6' }

/**
 * Brings the words of a cell to one spelling for reading: lower case, one kind of dash and space, no quotation marks,
 * scanning slips in dates put right, words hyphenated at a line's end joined. `misspelt` says that letters were changed.
 */
export function cleanWords(words: string): { text: string; misspelt: boolean } {
  const plain = words
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212\u2043\uFE58\uFF0D¬]/g, '-')
    .replace(/[«»„“”‟"'`*_]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:…|÷|~|→|(?<!\.)\.{2,}) ?(?=[\dА-Яа-яЁё])/g, ' - ')
    .replace(/ё/g, 'е')
    .replace(/Ё/g, 'Е')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  const lettered = plain.replace(/[a-zа-яі]+/g, asCyrillic)
  const digits = lettered
    .replace(/(?<![а-я\d])(?:[а-я]+[0136]|0)[а-я0136]*[а-я]/g, asMonth)
    .replace(/(?<![а-яa-z])[\dоolзiіб]{1,2}([./])[\dоolзiіб]{2}\1[\dоolзiіб]{2,4}(?![а-яa-z\d])/g, asDigits)
    .replace(/(?<![а-яa-z\d])2[0оo][\dоolзi]{2}(?![а-яa-z\d])/g, asDigits)
    .replace(/(?<=20\d\d ?)r(?![a-zа-я])/g, 'г')
    .replace(
      /(?<![а-яa-z\d])([1-3lоoз][\dоolзб])(?= (?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек))/g,
      asDigits,
    )
  const text = digits
    .replace(/([а-я]{2,})-\s+([а-я]{2,})/g, (whole, left, right) =>
      monthOf(right) === null && monthOf(`${left}${right}`) !== null ? `${left}${right}` : whole,
    )
    .replace(/([а-я])(?=\d)/g, '$1 ')
    .replace(/(\d)(?=[а-я])/g, '$1 ')
    .replace(/(\d)\s*\.\s*(\d{1,2})\s*\.\s*(\d{4}|\d{2})(?!\d)/g, '$1.$2.$3')
    .replace(/(?<![а-я])теч\.\s*/g, 'течение ')
    .replace(/(?<=(?<!\d)\d{1,2}\s*)р\.?\s*(?=в\s|\/)/g, 'раз ')
    .replace(/(?<=раз[а]?)\s*\/\s*/g, ' в ')
    .replace(/(?<![а-я])четв\.?(?![а-я])\s*/g, 'четверть ')
    .replace(/(?<=раз[а]?\s+в\s+)полгода(?![а-я])/g, 'полугодие')
    .replace(/(?<![а-я])нед\.\s*/g, 'неделя ')
    .replace(/\s+/g, ' ')
    .trim()
  return { text, misspelt: lettered !== plain || digits !== lettered }
}

/** Latin letters that look like Cyrillic ones, in a word that has Cyrillic ones or is a month when they are changed. */
function asCyrillic(word: string): string {
  if (!/[a-z]/.test(word)) return word
  const changed = [...word].map(letter => CYRILLIC[LATIN.indexOf(letter)] ?? letter).join('')
  if (/[a-z]/.test(changed)) return word
  return /[а-я]/.test(word) || monthOf(changed) !== null ? changed : word
}

const LETTERS: Readonly<Record<string, string>> = { '0': 'о', '3': 'з', '6': 'б', '1': 'і' }

/** «сентя6рь»: a digit that scanning put into the name of a month. */
function asMonth(word: string): string {
  const changed = [...word].map(sign => LETTERS[sign] ?? sign).join('')
  return monthOf(changed) === null ? word : changed
}

function asDigits(text: string): string {
  return [...text].map(sign => DIGITS[sign] ?? sign).join('')
}
