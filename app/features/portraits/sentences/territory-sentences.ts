import { signs as SIGNS } from '@objektiv/forensics'
import { STRIKING } from '../../screening/threads.ts'
import { RECOMMENDATIONS_2026 } from '../thresholds.ts'
import type { Estimate, SetFacts } from './set-facts.ts'
import { tasks } from './set-sentences.ts'
import type { Params, SentenceRule } from './types.ts'

/** What is said of a municipality or the region in one set. */
export interface TerritoryFacts extends Pick<SetFacts, 'levels' | 'far'> {
  readonly level: 'municipality' | 'region'
  /** Schools beyond the limits of 99.8 % at either side, of how many; null where the limits are not known. */
  readonly outside: { readonly above: number; readonly below: number; readonly schools: number } | null
  /** The boundary at which most works stand beside those one point below; null without a scale. */
  readonly bunching: {
    readonly mark: number
    readonly score: number
    readonly below: number
    readonly at: number
    /** Share of the works at the boundary among those of both scores, with its interval. */
    readonly share: Estimate
    /** The region's share at this boundary; null in the region itself. */
    readonly region: number | null
  } | null
  /** Share of the spread of scores that lies between schools (ICC); the region alone. */
  readonly between: { readonly icc: number; readonly schools: number; readonly works: number } | null
  readonly lowered: Estimate | null
}

/** Schools beyond a limit of 99.8 % that ordinary differences would bring at either side. */
const BEYOND = 0.001

/** Sentences about a municipality or the region in one set, in the order in which they stand. */
export const TERRITORY_SENTENCES: readonly SentenceRule<TerritoryFacts>[] = [
  {
    id: 'territory.outside',
    tone: 'notable',
    say: ({ outside }) => (outside && outside.above + outside.below > 0 ? outsideParams(outside) : null),
  },
  {
    id: 'territory.outside-none',
    tone: 'quiet',
    say: ({ outside }) => (outside && outside.above + outside.below === 0 ? outsideParams(outside) : null),
  },
  {
    id: 'territory.bunching',
    tone: 'notable',
    say: ({ bunching, level }, words) =>
      bunching && isStriking(bunching) && bunching.share.lower! > (bunching.region ?? 0)
        ? {
            level,
            mark: bunching.mark,
            score: bunching.score,
            before: bunching.score - 1,
            at: bunching.at,
            below: bunching.below,
            ratio: bunching.at / Math.max(1, bunching.below),
            share: bunching.share.value,
            sample: words.sample(bunching.share, 'share'),
          }
        : null,
  },
  {
    id: 'territory.bunching-none',
    tone: 'quiet',
    say: ({ bunching }, words) =>
      bunching && !isStriking(bunching)
        ? {
            score: bunching.score,
            mark: bunching.mark,
            share: bunching.share.value,
            sample: words.sample(bunching.share, 'share'),
          }
        : null,
  },
  {
    id: 'territory.between',
    tone: 'quiet',
    say: ({ between }) => between && { icc: between.icc, schools: between.schools, works: between.works },
  },
  ...tasks<TerritoryFacts>('base'),
  ...tasks<TerritoryFacts>('advanced'),
  {
    id: 'territory.lowered',
    tone: 'quiet',
    say: ({ lowered }, words) => lowered && { share: lowered.value, sample: words.sample(lowered, 'share') },
  },
  {
    id: 'territory.far',
    tone: 'quiet',
    say: ({ far }, words) =>
      far && { count: far.count, share: far.value, sample: words.sample(far, 'share') },
  },
]

type Bunching = NonNullable<TerritoryFacts['bunching']>

/** Many works, a jump, and more of them at the boundary than one half even at the lower bound: not a handful by chance. */
function isStriking(bunching: Bunching): boolean {
  const { n, lower } = bunching.share
  if (n < RECOMMENDATIONS_2026.distribution.informative || !(lower! > 0.5)) return false
  return bunching.at >= STRIKING * bunching.below
}

function outsideParams({ above, below, schools }: NonNullable<TerritoryFacts['outside']>): Params {
  return { above, below, schools, expected: schools * BEYOND }
}

/** What is said of the index of a territory in one year. */
export interface IndexFacts {
  readonly level: 'municipality' | 'region'
  readonly year: number
  readonly index: number
  readonly lower: number
  readonly upper: number
  readonly schools: number
  readonly signs: number
  readonly small: boolean
  /** Index of the region in the year; null in the region itself. */
  readonly region: number | null
}

/** Sentences about the index. */
export const INDEX_SENTENCES: readonly SentenceRule<IndexFacts>[] = [
  {
    id: 'index.below-region',
    tone: 'notable',
    say: facts => (facts.region !== null && facts.upper < facts.region ? indexParams(facts) : null),
  },
  {
    id: 'index.as-region',
    tone: 'quiet',
    say: facts => (facts.region !== null && facts.upper >= facts.region ? indexParams(facts) : null),
  },
  { id: 'index.region', tone: 'quiet', say: facts => (facts.region === null ? indexParams(facts) : null) },
]

function indexParams({ year, index, lower, upper, schools, signs, small, region }: IndexFacts): Params {
  return {
    ...{ index, lower, upper, schools, signs, known: SIGNS.length },
    year: String(year),
    small: small ? 'yes' : 'no',
    region: region ?? 0,
  }
}
