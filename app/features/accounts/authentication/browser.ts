/**
 * What stays the same about a browser between its updates: its name and system without version numbers. A session
 * belongs to the browser it began in; an automatic update on a Tuesday night is no other browser.
 */
export function browserOf(userAgent: string | undefined | null): string {
  return (userAgent ?? '')
    .replace(/[\d._]+/g, '')
    .trim()
    .slice(0, 400)
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser/, 'Яндекс Браузер'],
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/Firefox/, 'Firefox'],
  [/Chrome|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** «Firefox, Linux»; the first word of what the program calls itself when it is none of the known. */
export function describeBrowser(userAgent: string | null): string {
  const text = userAgent ?? ''
  const named = [BROWSERS, SYSTEMS].flatMap(list => list.find(([pattern]) => pattern.test(text))?.[1] ?? [])
  return named.length > 0 ? named.join(', ') : (text.split(/[\s/]/)[0] || '—').slice(0, 40)
}
