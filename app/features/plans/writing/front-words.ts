import { sayDate } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { periodLine } from './period-words.ts'
import type { ApprovalBlock, PlanDocument } from './plan-document.ts'

/** What stands before the table: whose it is, who approves it, what it is called, what its abbreviations mean. */
export interface FrontWords {
  readonly owner: string | null
  readonly approval: readonly string[]
  readonly title: string | null
  readonly period: string | null
  readonly legendTitle: string
  readonly legend: readonly string[]
}

export function frontWords(
  locale: Locale,
  { owner, title, period, approval, abbreviations }: PlanDocument,
): FrontWords {
  const lines = approval === null ? [] : approvalLines(locale, approval)
  const above = [...(owner === null ? [] : [owner]), ...lines]
  return {
    ...{ owner, approval: lines, title, period: periodLine(locale, period, title, above) },
    legendTitle: say(locale, 'plan-document.abbreviations'),
    legend: abbreviations.map(
      ({ short, full }, at) => `${short} – ${full}${at === abbreviations.length - 1 ? '.' : ';'}`,
    ),
  }
}

/** The block as somebody wrote it, else made of its parts; what is missing is left to be filled in by hand. */
function approvalLines(
  locale: Locale,
  { original, post, person, date, number }: ApprovalBlock,
): readonly string[] {
  if (original !== null) return original.split('\n')
  const day = date === null ? say(locale, 'plan-document.approval.no-date') : sayDate(locale, date)
  return [
    say(locale, 'plan-document.approval'),
    post ?? say(locale, 'plan-document.approval.no-post'),
    say(locale, 'plan-document.approval.signature', { person: person ?? '' }).trim(),
    number === null ? day : say(locale, 'plan-document.approval.numbered', { day, number }),
  ]
}
