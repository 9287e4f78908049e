import { type Formatters, IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../../messages/format.ts'
import type russian from './ru/index.ts'

export type MessageId = keyof typeof russian
export type Catalogue = Readonly<Record<MessageId, string>>
export type Words = Readonly<Record<string, string | number>>

const loaders: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  ru: () => import('./ru/index.ts'),
  en: () => import('./en/index.ts'),
}

let current: Locale = 'ru'
let catalogue: Catalogue
const compiled = new Map<MessageId, IntlMessageFormat>()

const formatters: Formatters = {
  // Intl writes a hyphen before a negative number and a wide space between thousands; people read as `formatNumber` writes.
  getNumberFormat: (...args) => {
    const numbers = new Intl.NumberFormat(...args)
    const format = (value: number) =>
      numbers.format(value).replaceAll('\u00A0', '\u202F').replace('-', '\u2212')
    return { format } as Intl.NumberFormat
  },
  getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  getPluralRules: (...args) => new Intl.PluralRules(...args),
}

/** Fetches the catalogue of a language and makes it the one `say` speaks; the shell draws itself anew after it. */
export async function speak(locale: Locale): Promise<void> {
  catalogue = (await loaders[locale]()).default
  current = locale
  compiled.clear()
  document.documentElement.lang = locale
}

/** The language spoken now. */
export function locale(): Locale {
  return current
}

/** Words a message of the web catalogue; ICU plural forms and numbers follow the language. */
export function say(id: MessageId, words: Words = {}): string {
  let format = compiled.get(id)
  if (!format) {
    format = new IntlMessageFormat(catalogue[id], current, undefined, { ignoreTag: true, formatters })
    compiled.set(id, format)
  }
  return String(format.format(words))
}
