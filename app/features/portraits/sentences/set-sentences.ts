import { SMALL_SAMPLE } from '@objektiv/forensics'
import { RECOMMENDATIONS_2026, type TaskLevel } from '../thresholds.ts'
import { grewTwos, type LevelFacts, type Place, type SetFacts } from './set-facts.ts'
import type { Params, SentenceRule, SentenceWords } from './types.ts'

type Rule = SentenceRule<SetFacts>

/** Sentences about a school in one set, in the order in which they stand. */
export const SET_SENTENCES: readonly Rule[] = [
  mean('above998', 'notable'),
  mean('below998', 'notable'),
  mean('above95', 'quiet'),
  mean('below95', 'quiet'),
  mean('inside', 'quiet'),
  mean('unknown', 'quiet'),
  ...tasks('base'),
  ...tasks('advanced'),
  {
    id: 'tasks.few',
    tone: 'quiet',
    say: ({ n, levels }) => (n < SMALL_SAMPLE && (levels.base || levels.advanced) ? { n } : null),
  },
  {
    id: 'lowered.more',
    tone: 'notable',
    say: (facts, words) =>
      facts.lowered && facts.lowered.lower! > facts.lowered.reference ? lowered(facts.lowered, words) : null,
  },
  {
    id: 'lowered.usual',
    tone: 'quiet',
    say: (facts, words) =>
      facts.lowered && !(facts.lowered.lower! > facts.lowered.reference)
        ? lowered(facts.lowered, words)
        : null,
  },
  {
    id: 'far.some',
    tone: 'notable',
    say: ({ far }, words) =>
      far && far.count > 0
        ? {
            count: far.count,
            far: RECOMMENDATIONS_2026.farMarks,
            year: String(RECOMMENDATIONS_2026.year),
            share: far.value,
            sample: words.sample(far, 'share'),
          }
        : null,
  },
  {
    id: 'far.none',
    tone: 'quiet',
    say: ({ far }, words) =>
      far && far.count === 0
        ? { far: RECOMMENDATIONS_2026.farMarks, sample: words.sample(far, 'share') }
        : null,
  },
  {
    id: 'boundary.more',
    tone: 'notable',
    say: ({ boundary }, words) =>
      boundary && boundary.lower! > boundary.reference
        ? { share: boundary.value, reference: boundary.reference, sample: words.sample(boundary, 'share') }
        : null,
  },
  {
    id: 'boundary.usual',
    tone: 'quiet',
    say: ({ boundary }, words) =>
      boundary && !(boundary.lower! > boundary.reference)
        ? { share: boundary.value, reference: boundary.reference, sample: words.sample(boundary, 'share') }
        : null,
  },
  {
    id: 'inversion.harder-better',
    tone: 'notable',
    say: ({ inversion }, words) =>
      inversion !== null && inversion.lower !== null && inversion.lower > 0
        ? { value: inversion.value, sample: words.sample(inversion, 'share') }
        : null,
  },
  {
    id: 'inversion.usual',
    tone: 'quiet',
    say: ({ inversion }, words) =>
      inversion !== null && inversion.lower !== null && inversion.lower <= 0
        ? { value: inversion.value, sample: words.sample(inversion, 'share') }
        : null,
  },
  {
    id: 'twos.more',
    tone: 'notable',
    say: ({ twos }, words) => (isEnoughTwos(twos) && grewTwos(twos) ? twosParams(twos, words) : null),
  },
  {
    id: 'twos.usual',
    tone: 'quiet',
    say: ({ twos }, words) => (isEnoughTwos(twos) && !grewTwos(twos) ? twosParams(twos, words) : null),
  },
]

function mean(place: Place, tone: Rule['tone']): Rule {
  return {
    id: `mean.${place}`,
    tone,
    say: ({ mean, region, place: found, half }, words) =>
      mean === null || region === null || found !== place
        ? null
        : {
            mean: mean.value,
            region,
            sample: words.sample(mean, 'points'),
            usualFrom: region - half.usual,
            usualTo: region + half.usual,
            rareFrom: region - half.rare,
            rareTo: region + half.rare,
          },
  }
}

/**
 * Both sentences about the tasks of one level: some fall short of the recommendation, or none. Of few works nothing is said: two
 * pupils move a task from one side of the threshold to the other.
 */
export function tasks<Facts extends Pick<SetFacts, 'levels'>>(level: TaskLevel): SentenceRule<Facts>[] {
  const params = ({ tasks, hidden, insufficient, weakest }: LevelFacts, words: SentenceWords): Params => ({
    ...{ count: insufficient.length, all: tasks, hidden, year: String(RECOMMENDATIONS_2026.year) },
    names: insufficient.join(', '),
    threshold: RECOMMENDATIONS_2026[level].insufficient,
    weakest: weakest.name,
    share: weakest.share,
    sample: words.sample(weakest, 'share'),
  })
  return [
    {
      id: `tasks.${level}-insufficient`,
      tone: 'notable',
      say: ({ levels }, words) => {
        const found = levels[level]
        return isEnough(found) && found.insufficient.length > 0 ? params(found, words) : null
      },
    },
    {
      id: `tasks.${level}-done`,
      tone: 'quiet',
      say: ({ levels }, words) => {
        const found = levels[level]
        return isEnough(found) && found.insufficient.length === 0 ? params(found, words) : null
      },
    },
  ]
}

function isEnough(found: LevelFacts | null): found is LevelFacts {
  return found !== null && found.weakest.n >= SMALL_SAMPLE
}

/** One pupil of five is a fifth of the marks: of few works nothing is said. */
function isEnoughTwos(twos: SetFacts['twos']): twos is NonNullable<SetFacts['twos']> {
  return twos !== null && Math.min(twos.now.n, twos.before.n) >= SMALL_SAMPLE
}

function lowered(found: NonNullable<SetFacts['lowered']>, words: SentenceWords): Params {
  return { share: found.value, reference: found.reference, sample: words.sample(found, 'share') }
}

function twosParams({ now, before, year }: NonNullable<SetFacts['twos']>, words: SentenceWords): Params {
  return {
    now: now.value,
    nowSample: words.sample(now, 'share'),
    before: before.value,
    beforeSample: words.sample(before, 'share'),
    year: String(year),
    points: RECOMMENDATIONS_2026.twosUp * 100,
    recommended: String(RECOMMENDATIONS_2026.year),
  }
}
