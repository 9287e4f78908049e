import { IntlMessageFormat } from 'intl-messageformat'
import en from './en/index.ts'
import ru from './ru/index.ts'

export type Locale = 'ru' | 'en'
export type Catalogue = Readonly<Record<string, string>>
type Params = Readonly<Record<string, string | number>>

export const catalogues: Readonly<Record<Locale, Catalogue>> = { ru, en }

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
    format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
    compiled.set(key, format)
  }
  return String(format.format(params as Record<string, string | number>))
}

export function hasMessage(locale: Locale, id: string): boolean {
  return id in catalogues[locale]
}
