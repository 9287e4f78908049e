import type { TermsOfUnit } from '../../procedures/index.ts'
import {
  isExpectedToReport,
  type LocalDate,
  lastGradeOf,
  type SchoolInTerritory,
} from '../../territory/index.ts'

export type ReceivedState = 'in-time' | 'late' | 'missing'

/** What has come of a school for one assessment in one file. */
export interface Arrival {
  /** The day of upload that the file gives, else the day it was sent. */
  readonly day: LocalDate
  readonly works: number
  /** False while a person has still to decide on it. */
  readonly accepted: boolean
}

/** How it stands with what was expected of a school. */
export interface Receipt {
  readonly state: ReceivedState
  /** Null where nothing came. */
  readonly works: number | null
  readonly receivedOn: LocalDate | null
  readonly accepted: boolean
}

/**
 * Are results of this school expected? Of every school that was there on the first day of writing, takes part and
 * teaches the grade: one that closed the day before yesterday's writing owes nothing, one that closed after it has
 * written, and nobody waits for ОГЭ from a primary school.
 */
export function isExpected(
  { unitAndAbove, kind }: Pick<SchoolInTerritory, 'unitAndAbove' | 'kind'>,
  { takesPart, writtenFrom }: TermsOfUnit,
  grade: number,
): boolean {
  return takesPart && isExpectedToReport(unitAndAbove, writtenFrom) && grade <= (lastGradeOf(kind) ?? grade)
}

/**
 * In time, late or missing. Several files of a school (two classes, a correction) count together, and the first of them
 * says whether it was in time; without a term whatever came is in time.
 */
export function receiptOf(arrivals: readonly Arrival[], dueOn: LocalDate | null): Receipt {
  if (arrivals.length === 0) return { state: 'missing', works: null, receivedOn: null, accepted: false }
  const [receivedOn] = arrivals.map(({ day }) => day).sort()
  return {
    state: dueOn === null || receivedOn <= dueOn ? 'in-time' : 'late',
    works: arrivals.reduce((sum, { works }) => sum + works, 0),
    receivedOn,
    accepted: arrivals.every(({ accepted }) => accepted),
  }
}

/**
 * Who answers for a school that is no longer there: the school its work goes on in, step by step; itself where there is
 * none in reach.
 */
export function heirOf(
  school: SchoolInTerritory,
  schools: ReadonlyMap<number, SchoolInTerritory>,
  today: LocalDate,
): SchoolInTerritory {
  let heir = school
  // A ring cannot be made (whyNotMerge), but a wrong row must not hold the program up.
  for (let steps = 0; steps < 100 && !isExpectedToReport(heir.unitAndAbove, today); steps++) {
    const next = heir.successorId === null ? undefined : schools.get(heir.successorId)
    if (!next) return heir
    heir = next
  }
  return heir
}
