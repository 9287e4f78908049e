import type { LocalDate } from '../territory/index.ts'

/** Dates as a campaign, an assessment or a unit may give them; null leaves them to the level above. */
interface Terms {
  readonly writtenFrom: LocalDate | null
  readonly writtenTo: LocalDate | null
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
  campaign: { readonly startsOn: LocalDate; readonly endsOn: LocalDate; readonly dueOn: LocalDate | null },
  assessment: Terms,
  own: readonly TermsOfPath[],
  unitPath: string,
): TermsOfUnit {
  const wayUp = own
    .filter(one => unitPath.startsWith(one.unitPath))
    .toSorted((a, b) => b.unitPath.length - a.unitPath.length)
  const first = (date: 'writtenFrom' | 'writtenTo' | 'dueOn') =>
    wayUp.find(one => one[date] !== null)?.[date] ?? assessment[date]
  return {
    writtenFrom: first('writtenFrom') ?? campaign.startsOn,
    writtenTo: first('writtenTo') ?? campaign.endsOn,
    dueOn: first('dueOn') ?? campaign.dueOn,
    takesPart: wayUp.every(one => one.takesPart),
  }
}
