import type { Locale } from './format.ts'

const formats = new Map<string, Intl.NumberFormat>()

/**
 * A number as people read it: «12 345», «3,70», «−0,4» in Russian. `digits` is the count of decimals, always all
 * of them, so that columns align. Thin unbreakable spaces between thousands, a true minus.
 */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  const key = `${locale}${digits}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    })
    formats.set(key, format)
  }
  return format.format(value).replaceAll('\u00A0', '\u202F').replace('-', '\u2212')
}

/** A probability (p or q): three decimals, and «< 0,001» below them, never «0,000». */
export function formatProbability(locale: Locale, p: number): string {
  return p < 0.001 ? `<\u00A0${formatNumber(locale, 0.001, 3)}` : formatNumber(locale, p, 3)
}

/** A share (0 … 1) as a percentage: «3,7 %» in Russian, «3.7%» in English. */
export function formatPercent(locale: Locale, share: number, digits = 0): string {
  return `${formatNumber(locale, share * 100, digits)}${locale === 'ru' ? '\u202F' : ''}%`
}
