import { SMALL_SAMPLE } from '@objektiv/forensics'
import type { Block } from '../../../documents/report/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber, formatPercent } from '../../../messages/numbers.ts'
import type { SampleOf, SentenceRule, SentenceWords } from './types.ts'

/** The sentences that hold, worded; quiet ones are left out where only what is notable is asked for. */
export function chooseSentences<Facts>(
  rules: readonly SentenceRule<Facts>[],
  facts: Facts,
  locale: Locale,
  notableOnly: boolean,
): Block[] {
  const words = wordsOf(locale)
  return rules.flatMap(({ id, tone, say: paramsOf }): Block[] => {
    if (notableOnly && tone === 'quiet') return []
    const params = paramsOf(facts, words)
    return params === null
      ? []
      : [{ kind: 'sentence', text: say(locale, `portrait.area.${id}`, params), tone }]
  })
}

function wordsOf(locale: Locale): SentenceWords {
  return { sample: (estimate, as) => wordSample(locale, estimate, as) }
}

/** «n = 43; 95 %: от 7,60 до 8,82», «n = 3; малая выборка». */
export function wordSample(locale: Locale, { n, lower, upper }: SampleOf, as: 'points' | 'share'): string {
  // Of thousands of works whole percents would print an interval of no width.
  const digits = lower !== null && upper !== null && upper - lower < 0.05 ? 1 : 0
  const number = (value: number) =>
    as === 'share' ? formatPercent(locale, value, digits) : formatNumber(locale, value, 2)
  return [
    say(locale, 'portrait.sample.n', { n }),
    ...(lower === null || upper === null
      ? []
      : [say(locale, 'portrait.sample.interval', { lower: number(lower), upper: number(upper) })]),
    ...(n < SMALL_SAMPLE ? [say(locale, 'portrait.sample.small')] : []),
  ].join('; ')
}
