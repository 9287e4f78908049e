import { findTerm, findTermOfRequest } from '@objektiv/russian-terms'
import {
  ADDRESSEE,
  ASKS,
  ENDS_RESOLVED,
  INFINITIVE,
  NAMED,
  PROPOSED,
  SETS_DOWN,
  SHORT_ADDRESSEE,
  TERM_BEHIND,
} from './prose-words.ts'

/** «РЕШИЛИ:», «п р и к а з ы в а ю:»: what stands below is asked for. */
export function isResolved(paragraph: string): boolean {
  return (
    ENDS_RESOLVED.test(paragraph.replace(/:$/, '')) ||
    /^(?:\d{1,2}[.)]\s*)?(?:решили|решение|постановили|приказываю|постановля(?:ю|ет)|распоряжаюсь)(?:\s[^:]{0,40})?:/i.test(
      paragraph,
    )
  )
}

/** «3. Лесновой М.П.:» */
export const NAME_ALONE = /^[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.?$/

/** «п р и к а з ы в а ю:» */
export function closeUp(line: string): string {
  return line.replace(/(?<![А-ЯЁа-яё])(?:[А-ЯЁа-яё]\s){4,}[А-ЯЁа-яё](?![А-ЯЁа-яё])/g, word =>
    word.replace(/\s/g, ''),
  )
}

export function isAddressed(text: string): boolean {
  return ADDRESSEE.test(text) || SHORT_ADDRESSEE.test(text.replace(PROPOSED, ''))
}

/** «Иванову И.И. подготовить справку», «Методистам до 5 мая провести занятия»: who is to do it, before what is to be done. */
export function toWhomInside(text: string): string | undefined {
  const before = INFINITIVE.exec(text)?.[1]
  if (before === undefined) return undefined
  const named = NAMED.exec(before)?.[0].trim()
  if (named !== undefined || !isAddressed(text)) return named
  return withoutTerm(before)
    .replace(TERM_BEHIND, '')
    .replace(/\s*[–—-]$/, '')
}

/** «Методическому кабинету в ноябре 2025 года [провести]» */
function withoutTerm(before: string): string {
  const words = findTermOfRequest(`${before} провести`)?.original
  const at = words === undefined ? -1 : before.indexOf(words)
  return at > 3
    ? before
        .slice(0, at)
        .replace(/[,\s]+(?:в\s+срок)?\s*$/, '')
        .trim()
    : before
}

/** «С приказом ознакомлены» */
export const isSigned = (title: string) => /^(?:с|со)\s.*ознакомлен/i.test(title)

/** «Учителям провести анализ», «Провести собрание до 5 мая»; not «Утвердить состав». */
export function isAsked(text: string): boolean {
  return ASKS.test(text) && !isSetDown(text)
}

/** «Утвердить график»; but «Утвердить графики и направить их координатору» leaves something to be done. */
export function isSetDown(text: string): boolean {
  return SETS_DOWN.test(text) && !/[\s,]и\s+(?:не\s+)?[а-яё]{4,}(?:ть|ти|чь)(?:ся)?\s/.test(text)
}

/** «2. Рекомендовать ОО» without its colon: a numbered line that says to whom, and not what. */
export function isBareAddressee(text: string, number: string | null): boolean {
  if (number === null || number.includes('.') || text.length > 160 || /[.;,]$/.test(text)) return false
  return isAddressed(text) && !INFINITIVE.test(text.replace(PROPOSED, '')) && /[А-ЯЁа-яё]$/.test(text)
}

/** Without the full stop of the sentence; that of initials and of «г.» stays. */
export function withoutStop(words: string): string {
  const bare = words.trim().replace(/[;)\s]+$/, '')
  return /(?:[А-ЯЁ]|\sг)\.$/.test(bare) ? bare : bare.replace(/[.;)\s]+$/, '')
}

export function hasOwnTerm(text: string): boolean {
  if (/(?:до|не позднее)\s+\d{1,2}[\s.][а-яё\d]+/i.test(text)) return true
  const term = findTerm(text)
  return term !== null && (term.kind === 'months' || term.kind === 'range' || term.kind === 'date')
}
