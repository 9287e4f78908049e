/** A school login taken apart. */
export interface Login {
  /** The six digits that stay when the prefix changes (sch → edu in 2022, DOMAIN §3.5). */
  readonly key: string
  /** First two digits: the code of the region. */
  readonly region: string
  /** Prefix and digits in lower-case Latin, e.g. «sch990001». */
  readonly canonical: string
  /** The login as it is written, without what surrounds it, e.g. «SCH 990001». */
  readonly written: string
  /** What stands after the bar in «edu990001 | name», null where there is none. */
  readonly name: string | null
  /** Whether the login is written otherwise than `canonical`: upper case, spaces, lookalike letters. */
  readonly respelled: boolean
}

/** Cyrillic letters drawn like the Latin ones of the prefixes. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  с: 'c',
  ѕ: 's',
  е: 'e',
  к: 'k',
  һ: 'h',
  н: 'h',
  ԁ: 'd',
}
const LOOKALIKE = /[сѕекһнԁ]/g
const PATTERN = /(?<![\p{L}\d])(sch|edu|ksh)[\s_-]*(\d(?:\s?\d){5})(?!\s?\d)/u

/**
 * Finds a school login in a cell, whatever surrounds it: «EDU 990001», «edu990001 | СОШ № 1»,
 * «<ОО>(edu990001)». `sch` was the prefix until 2021, `edu` since 2022, `ksh` belongs to special schools; the
 * digits are the same school. Returns null where there is no login (six bare digits are not one).
 */
export function parseLogin(text: string): Login | null {
  const plain = PLAIN.exec(text)
  if (plain)
    return {
      key: plain[1],
      region: plain[1].slice(0, 2),
      canonical: text,
      written: text,
      name: null,
      respelled: false,
    }
  const wide = text.normalize('NFKC')
  const match = PATTERN.exec(wide.toLowerCase().replace(LOOKALIKE, letter => LOOKALIKES[letter]))
  if (!match) return null
  const key = match[2].replace(/\s/g, '')
  const canonical = match[1] + key
  const written = wide.slice(match.index, match.index + match[0].length)
  const bar = text.indexOf('|')
  const after = bar < 0 ? '' : text.slice(bar + 1).trim()
  const name = /^\s*\(?"/.test(text) ? after.replace(/"\)?$/, '') : after
  return {
    key,
    region: key.slice(0, 2),
    canonical,
    written,
    name: name || null,
    respelled: written !== canonical || !text.includes(written),
  }
}

/** The usual spelling, met in nearly every row: worth a short way. */
const PLAIN = /^(?:sch|edu|ksh)(\d{6})$/
