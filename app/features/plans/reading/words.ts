/** Halves of words that keep their hyphen when a line breaks after it («информационно-разъяснительный»). */
const KEEPS_HYPHEN =
  /(?:информационн|нормативн|учебн|научн|организационн|методическ|психолог|социальн|аналитическ|материальн|воспитательн|культурн|плано?в|контрольн|проверочн|консультационн|содержательн|государственн|общественн|экспертн|образовательн|профилактическ|просветительск|финансов|административн|инструктивн|предметн|мониторингов|диагностическ|рекомендательн|организаторск|информативн|технологическ|практик|проблемн|системн|деятельностн|педагог|физик|естественн)о$|^(?:план|онлайн|офлайн|веб|видео|мастер|интернет|чек|бизнес|фокус|пресс|круглые|северо|юго|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|кто|что|как|по|из|(?:учител|педагог|школ|эксперт|член)(?:[ьяюаеуыи]|ей|ем|ов|ой|ом|ям|ам|ями|ами|ях|ах)?)$/i

/** Text of a cell on one line: spaces of any kind become one, words broken by a line's end are joined. */
export function oneLine(text: string): string {
  return joinLines(text.split(/\r\n?|\n|\v|\u2028/))
}

/** Joins lines of one cell or paragraph. */
export function joinLines(lines: readonly string[]): string {
  let joined = ''
  for (const raw of lines) {
    const line = raw.replace(/[\s\u00A0\u2000-\u200A\u202F]+/gu, ' ').trim()
    if (line === '') continue
    joined = joined === '' ? line : joinTwo(joined, line)
  }
  return joined.replace(/\u00AD/g, '')
}

/** Two pieces of one text: a hyphen at the border is taken away where it only broke a word. */
export function joinTwo(first: string, second: string): string {
  const broken = /([А-ЯЁа-яё]+)[-\u00AD\u2010]$/.exec(first)
  if (!broken || !/^[а-яё]/.test(second)) return `${first} ${second}`
  return KEEPS_HYPHEN.test(broken[1]) ? first + second : first.slice(0, -1) + second
}

const LATIN = 'ABCEHKMOPTXYaceopxyr'
const CYRILLIC = 'АВСЕНКМОРТХУасеорхуг'

/** Scanning and keyboards put Latin letters among Cyrillic ones; a word that has both is a Russian one. */
export function cyrillic(text: string): string {
  return text.replace(/[A-Za-zА-Яа-яЁё]{2,}/g, word =>
    /[А-Яа-яЁё]/.test(word) && /[A-Za-z]/.test(word)
      ? [...word].map(letter => CYRILLIC[LATIN.indexOf(letter)] ?? letter).join('')
      : word,
  )
}

/** For comparing headings: lower case, letters and digits only, one space between. */
export function plainWords(text: string): string {
  return cyrillic(oneLine(text))
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}№/]+/gu, ' ')
    .trim()
}

/** A dash stands where a cell has nothing to say. */
export function isDash(text: string): boolean {
  return /^[-–—]+$/.test(text.trim())
}

export function startsLow(text: string): boolean {
  return /^[\s("«]*[а-яёa-z]/.test(text)
}
