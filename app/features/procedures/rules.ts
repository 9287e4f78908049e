import type { Problem } from '../../platform/problem.ts'
import type { LocalDate } from '../territory/index.ts'

/** Dates as a campaign, an assessment or a unit may give them; null leaves them to the level above. */
export interface Terms {
  readonly writtenFrom: LocalDate | null
  readonly writtenTo: LocalDate | null
  readonly dueOn: LocalDate | null
}

/** The dates of a campaign. */
export interface CampaignDates {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  /** The last day on which results are in time; null where no term is set. */
  readonly dueOn: LocalDate | null
}

/** What a unit has of its own, as far as the rule needs it. */
interface TermsOfPath extends Terms {
  readonly unitPath: string
  readonly takesPart: boolean
}

/** What holds for one unit in one assessment. */
export interface TermsOfUnit {
  readonly writtenFrom: LocalDate
  readonly writtenTo: LocalDate
  /** Last day on which its results are in time; null where nobody set one. */
  readonly dueOn: LocalDate | null
  readonly takesPart: boolean
}

/**
 * The dates of a unit: its own, else those of what it belongs to (a school's municipality), else the assessment's, else
 * the campaign's. Each date is looked for by itself. A unit takes no part when it or anything above it does not.
 *
 * @param own what units have of their own for this assessment, in any order; others than the way up are left alone.
 */
export function termsOfUnit(
  campaign: CampaignDates,
  assessment: Terms,
  own: readonly TermsOfPath[],
  unitPath: string,
): TermsOfUnit {
  const wayUp = own
    .filter(one => unitPath.startsWith(one.unitPath))
    .toSorted((a, b) => b.unitPath.length - a.unitPath.length)
  const first = (date: keyof Terms) => wayUp.find(one => one[date] !== null)?.[date] ?? assessment[date]
  return {
    writtenFrom: first('writtenFrom') ?? campaign.startsOn,
    writtenTo: first('writtenTo') ?? campaign.endsOn,
    dueOn: first('dueOn') ?? campaign.dueOn,
    takesPart: wayUp.every(one => one.takesPart),
  }
}

/** Not begun; being written; written and results awaited; past its term; closed by a person. */
export type CampaignState = 'ahead' | 'going' | 'collecting' | 'over' | 'closed'

export function stateOfCampaign(
  { startsOn, endsOn, dueOn, closed }: CampaignDates & { readonly closed: boolean },
  today: LocalDate,
): CampaignState {
  if (closed) return 'closed'
  if (today < startsOn) return 'ahead'
  if (today <= endsOn) return 'going'
  return dueOn !== null && today <= dueOn ? 'collecting' : 'over'
}

/** What is wrong with the dates of a campaign, each at its field. */
export function checkCampaignDates({ startsOn, endsOn, dueOn }: CampaignDates): Problem[] {
  const problems: Problem[] = []
  if (endsOn < startsOn) problems.push({ code: 'campaign-ends-before', place: { column: 'endsOn' } })
  if (dueOn !== null && dueOn < startsOn)
    problems.push({ code: 'campaign-due-before', place: { column: 'dueOn' } })
  return problems
}

/**
 * What is wrong with dates of an assessment or of a unit, given what holds for it where they are silent: a unit that
 * only sets its last day must still end after it begins.
 */
export function checkTerms(terms: Terms, above: Omit<TermsOfUnit, 'takesPart'>): Problem[] {
  const from = terms.writtenFrom ?? above.writtenFrom
  const to = terms.writtenTo ?? above.writtenTo
  const due = terms.dueOn ?? above.dueOn
  const problems: Problem[] = []
  if (to < from)
    problems.push({
      code: 'terms-end-before',
      params: { from: noon(from), to: noon(to) },
      place: { column: terms.writtenTo === null ? 'writtenFrom' : 'writtenTo' },
    })
  // Reported where it is set here: one field, one problem.
  if (due !== null && due < from && (terms.dueOn !== null || terms.writtenFrom !== null))
    problems.push({
      code: 'terms-due-before',
      params: { from: noon(from), due: noon(due) },
      place: { column: terms.dueOn === null ? 'writtenFrom' : 'dueOn' },
    })
  return problems
}

/** A local date as the catalogues word dates: an instant that is the same day in every zone people live in. */
function noon(day: LocalDate): number {
  return Date.parse(`${day}T12:00:00Z`)
}

/** How well a paper is described: what stands in the way of marks and of looking at tasks. */
export type PaperState = 'whole' | 'no-tasks' | 'no-scale' | 'faulty-scale' | 'unknown'

/** @param found the paper as it would be used: a faulty scale is taken out of it (`findSpecification`). */
export function stateOfPaper(
  found: {
    readonly specification: { readonly bands: unknown; readonly tasks: unknown }
    readonly problems: readonly unknown[]
    readonly warnings: readonly unknown[]
  } | null,
): PaperState {
  if (!found) return 'unknown'
  if (found.problems.length + found.warnings.length > 0) return 'faulty-scale'
  if (!found.specification.bands) return 'no-scale'
  return found.specification.tasks ? 'whole' : 'no-tasks'
}
