import { type Locale, say } from '../../messages/format.ts'
import { setName } from '../screening/index.ts'
import type { LockedSignal } from './store/lock-signals.ts'

/** «Школа № 12: Русский язык, 4 класс, 2021». */
export function nameSignal(locale: Locale, { school, set }: Pick<LockedSignal, 'school' | 'set'>): string {
  return say(locale, 'signal.what', { school: school.name, set: setName(locale, set) })
}
