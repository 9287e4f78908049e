import type { SentenceRule } from './types.ts'

/** What is said of a school as a whole. */
export interface SchoolFacts {
  /** Works of all its sets, and in how many sets. */
  readonly works: number
  readonly sets: number
  /** Signs with their replies; null where the reader is not told of signs. */
  readonly signs: { readonly count: number; readonly replies: readonly string[] } | null
  /** Years in the federal list; null where the reader is not told. */
  readonly federal: { readonly years: readonly number[]; readonly running: number } | null
  /** Sets of the run in which it has no work. */
  readonly missing: readonly string[]
  /** Sets whose numbers are not shown to the reader, and what «few» is. */
  readonly hidden: number
  readonly least: number
}

/** Sentences about a school as a whole, in the order in which they stand. */
export const SCHOOL_SENTENCES: readonly SentenceRule<SchoolFacts>[] = [
  {
    id: 'signs.some',
    tone: 'notable',
    say: ({ signs }) =>
      signs && signs.count > 0 ? { count: signs.count, replies: joined(signs.replies) } : null,
  },
  { id: 'signs.none', tone: 'quiet', say: ({ signs }) => (signs?.count === 0 ? {} : null) },
  {
    id: 'federal.listed',
    tone: 'notable',
    say: ({ federal }) =>
      federal && federal.years.length > 0
        ? { years: federal.years.join(', '), count: federal.years.length, running: federal.running }
        : null,
  },
  { id: 'federal.none', tone: 'quiet', say: ({ federal }) => (federal?.years.length === 0 ? {} : null) },
  {
    id: 'hidden',
    tone: 'quiet',
    say: ({ hidden, least }) => (hidden > 0 ? { count: hidden, least } : null),
  },
  {
    id: 'missing',
    tone: 'quiet',
    say: ({ missing }) => (missing.length > 0 ? { count: missing.length, sets: missing.join('; ') } : null),
  },
]

/** Each reply once; «до 15 июня 2021 г.» brings the full stop of the sentence along. */
function joined(replies: readonly string[]): string {
  return [...new Set(replies)].join('; ').replace(/\.$/, '')
}
