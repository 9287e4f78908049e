import { type Formatters, IntlMessageFormat } from 'intl-messageformat'
import en from './en/index.ts'
import ru from './ru/index.ts'

export type Locale = 'ru' | 'en'
export type Catalogue = Readonly<Record<string, string>>
type Params = Readonly<Record<string, string | number>>

export const catalogues: Readonly<Record<Locale, Catalogue>> = { ru, en }

const numberFormats = new Map<string, Intl.NumberFormat>()

/** Intl writes a hyphen before a negative number; people read a minus, as formatNumber writes it. */
function numberFormat(
  ...[locales, options]: ConstructorParameters<typeof Intl.NumberFormat>
): Intl.NumberFormat {
  const key = JSON.stringify([locales, options])
  let format = numberFormats.get(key)
  if (!format) {
    const numbers = new Intl.NumberFormat(locales, options)
    const withMinus: Pick<Intl.NumberFormat, 'format'> = {
      format: value => numbers.format(value).replace('-', '\u2212'),
    }
    format = withMinus as Intl.NumberFormat
    numberFormats.set(key, format)
  }
  return format
}

const plurals = new Map<string, Intl.PluralRules>()

function pluralRules(...args: ConstructorParameters<typeof Intl.PluralRules>): Intl.PluralRules {
  const key = JSON.stringify(args)
  const rules = plurals.get(key) ?? new Intl.PluralRules(...args)
  plurals.set(key, rules)
  return rules
}

const formatters: Formatters = {
  getNumberFormat: numberFormat,
  getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  getPluralRules: pluralRules,
}

const compiled = new Map<string, IntlMessageFormat>()

/**
 * Words a message id with its parameters. Catalogue texts are ICU messages, so plural forms and numbers follow the
 * locale. A missing id is a programming error and throws: a page never shows a bare id.
 */
export function say(locale: Locale, id: string, params: Params = {}): string {
  const key = `${locale}\n${id}`
  let format = compiled.get(key)
  if (!format) {
    const text = catalogues[locale][id]
    if (text === undefined) throw new Error(`No message «${id}» in the ${locale} catalogue`)
    format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true, formatters })
    compiled.set(key, format)
  }
  return String(format.format(params as Record<string, string | number>))
}

export function hasMessage(locale: Locale, id: string): boolean {
  return id in catalogues[locale]
}
