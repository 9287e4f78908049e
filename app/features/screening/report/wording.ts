import type { Message } from '@objektiv/forensics'
import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber, formatProbability } from '../../../messages/numbers.ts'
import type { ReplyOf } from '../outputs/reply-slots.ts'
import { noteText, setName } from '../outputs/words.ts'
import type { ScreenedMarker, ScreenedSet } from '../types.ts'

/** Words and numbers of one report: everything that depends on the locale. */
export interface Wording {
  readonly locale: Locale
  say(id: string, params?: Readonly<Record<string, string | number>>): string
  message(message: Message): string
  /** «—» for a value that does not exist. */
  number(value: number | null, digits: number): string
  /** «0,031», «< 0,001»; «—» for a value that does not exist. */
  probability(p: number | null): string
  setName(set: Pick<ScreenedSet, 'subject' | 'grade' | 'year' | 'version'>): string
  /** How the reply to a sign stands; null in the report of the command, which knows of no replies. */
  readonly replyOf: ReplyOf | null
}

export function wordingOf(locale: Locale, replyOf?: ReplyOf): Wording {
  return {
    locale,
    say: (id, params) => say(locale, id, params),
    message: message => noteText(locale, message),
    number: (value, digits) => (value === null ? '—' : formatNumber(locale, value, digits)),
    probability: p => (p === null ? '—' : formatProbability(locale, p)),
    setName: set => setName(locale, set),
    replyOf: replyOf ?? null,
  }
}

/** Anchor of a school's section. */
export function anchorOf(school: string): string {
  return `school-${school.replace(/[^\w-]/g, '')}`
}

/** How a school is called where it may not be in the registry. */
export function schoolName({ name, school }: Pick<ScreenedMarker, 'name' | 'school'>): string {
  return name ?? school
}
