/** A local date, `YYYY-MM-DD`. */
export type IsoDate = string

/** From a date to a date, both included. */
export interface Span {
  readonly start: IsoDate
  readonly end: IsoDate
}

/**
 * What the words bind the work to.
 * `date` a day · `deadline` not later than a day · `range` from a day to a day · `months` months or quarters by name ·
 * `recurring` again and again · `open` no end of its own · `by-procedure` moves with an assessment procedure or its
 * schedule · `by-event` waits for something to happen · `unknown` the words were not understood.
 */
export type TermKind =
  | 'date'
  | 'deadline'
  | 'range'
  | 'months'
  | 'recurring'
  | 'open'
  | 'by-procedure'
  | 'by-event'
  | 'unknown'

/** `high`: the words say it; `medium`: read with an assumption that `doubts` names; `low`: a person must look. */
export type Confidence = 'high' | 'medium' | 'low'

/** Why a reading is less than sure. */
export type Doubt =
  /** No year in the words, and no period to take it from. */
  | 'year-unknown'
  /** The period holds this month several times; the first is taken. */
  | 'year-ambiguous'
  /** The date lies outside the period of the plan. */
  | 'outside-period'
  /** There is no such day (31 февраля). */
  | 'date-impossible'
  | 'end-before-start'
  /** Letters were put right: O for 0, Latin for Cyrillic, a misspelt month. */
  | 'misspelt'
  /** Something of the words was not used. */
  | 'words-left'
  /** «начало сентября», «первая неделя», «до мая»: the days are an assumption. */
  | 'approximate'
  /** «I полугодие», «II четверть»: the borders depend on the calendar of the school. */
  | 'school-calendar'
  | 'not-understood'

/** A month, with its year where the words say it. */
export interface MonthOf {
  readonly month: number
  readonly year: number | null
}

export interface MonthSpan {
  readonly from: MonthOf
  readonly to: MonthOf
}

/** «второй понедельник» is `weekday-2-1`: the second first day of the week. */
export type NthWeekday = `weekday-${1 | 2 | 3 | 4 | 5 | 'last'}-${1 | 2 | 3 | 4 | 5 | 6 | 7}`

export type PartOfMonth =
  | 'beginning'
  | 'middle'
  | 'end'
  | 'half-1'
  | 'half-2'
  | 'decade-1'
  | 'decade-2'
  | 'decade-3'
  | 'week-1'
  | 'week-2'
  | 'week-3'
  | 'week-4'
  | 'week-last'
  | NthWeekday

export type RecurringUnit = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year'
export type OffsetUnit = 'day' | 'working-day' | 'week' | 'month' | 'hour'

/** So much before or after what is waited for. */
export interface Offset {
  readonly count: number
  readonly unit: OffsetUnit
}

export type When = 'schedule' | 'during' | 'before' | 'after' | 'each'

/** What stands behind the dates; null where the dates say everything. */
export type Rule =
  /** Several days or stretches, in order. */
  | { readonly type: 'list'; readonly spans: readonly Span[] }
  /** Months by name; a year that the words lack comes from the period of the plan. */
  | { readonly type: 'months'; readonly spans: readonly MonthSpan[] }
  | {
      readonly type: 'quarter'
      readonly from: number
      readonly to: number
      readonly year: number | null
    }
  /** `school`: halves of a school year (September – December, January – May), else of a calendar year. */
  | {
      readonly type: 'half-year'
      readonly number: number
      readonly school: boolean
      readonly year: number | null
    }
  | { readonly type: 'school-quarter'; readonly number: number; readonly year: number | null }
  | { readonly type: 'part-of-month'; readonly part: PartOfMonth; readonly of: MonthOf }
  /** Days whose year nobody says. */
  | {
      readonly type: 'yearless'
      readonly from: { readonly day: number; readonly month: number } | null
      readonly to: { readonly day: number; readonly month: number } | null
    }
  | {
      readonly type: 'every'
      readonly unit: RecurringUnit
      /** Every `step` units. */
      readonly step: number
      /** So many times in a unit. */
      readonly times: number
      /** Months of the year in which it falls; empty: not said. */
      readonly months: readonly number[]
      /** Day of the month; null: not said. */
      readonly day: number | null
      /** Monday is 1; null: not said. */
      readonly weekday: number | null
      /** Which of its weekdays in a month («каждая вторая среда месяца»); left out: not said. */
      readonly nth?: 1 | 2 | 3 | 4 | 5 | 'last'
      /** The day is the last allowed one («до 25 числа»), not the only one. */
      readonly by: boolean
    }
  | {
      readonly type: 'throughout'
      readonly of: 'year' | 'school-year' | 'period' | 'always'
    }
  | {
      readonly type: 'procedure'
      /** ВПР, ОГЭ…; null when only a schedule is named. */
      readonly procedure: string | null
      readonly when: When
      readonly offset: Offset | null
      readonly year: number | null
    }
  | {
      readonly type: 'event'
      /** What is waited for, in the words of the document. */
      readonly event: string
      readonly when: When
      readonly offset: Offset | null
    }

export interface Term {
  readonly original: string
  readonly kind: TermKind
  /** First day; null where the words give none. */
  readonly start: IsoDate | null
  /** Last day; null where the words give none. */
  readonly end: IsoDate | null
  readonly rule: Rule | null
  readonly confidence: Confidence
  readonly doubts: readonly Doubt[]
}

/** The time that a plan covers; it gives the year to words that have none. */
export interface Period extends Span {
  /** The words name a school year: «учебный год» is this one, and half-years are those of a school. */
  readonly school: boolean
}
