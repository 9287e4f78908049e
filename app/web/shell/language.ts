import { useSyncExternalStore } from 'react'
import type { Locale } from '../../messages/format.ts'
import { locale, speak } from '../messages/say.ts'

const KEY = 'objektiv-language'
const listeners = new Set<() => void>()

/** The language this browser was left in; Russian for a new one. */
export function keptLanguage(): Locale {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'ru'
}

/** Changes the language of everything on the screen. */
export async function changeLanguage(to: Locale): Promise<void> {
  localStorage.setItem(KEY, to)
  if (to === locale()) return
  await speak(to)
  for (const tell of listeners) tell()
}

/** The language spoken; whoever uses it is drawn anew when it changes. */
export function useLanguage(): Locale {
  return useSyncExternalStore(tell => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, locale)
}
