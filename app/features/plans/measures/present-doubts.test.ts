import { expect, it } from 'vitest'
import type { KeptDoubt } from '../tables.ts'
import { presentDoubts } from './present-measure.ts'

/** Every reason there is: one that is added does not compile until it stands here. */
const REASONS: Readonly<Record<KeptDoubt['reason'], true>> = {
  ...{ 'number-repeated': true, 'number-restored': true, 'year-repeated': true, empty: true },
  ...{ 'term-unsure': true, 'period-assumed': true, joined: true, 'cells-guessed': true },
  ...{ 'columns-guessed': true, 'maybe-heading': true, 'cell-without-heading': true },
  ...{ 'not-understood': true, 'not-moved': true, 'words-kept': true, 'day-missing': true, weekend: true },
  ...{ 'weekday-in-words': true, 'act-dated': true, 'several-years': true, ended: true },
  ...{ 'procedure-unscheduled': true, unsure: true, 'year-in-words': true },
}

it('has words for every doubt that a measure may be kept with, of its document or of its move into the next year', () => {
  const doubts = (Object.keys(REASONS) as KeptDoubt['reason'][]).map(
    reason => ({ field: 'term', reason }) as const,
  )
  for (const locale of ['ru', 'en'] as const) {
    const words = presentDoubts(locale, doubts).map(({ text }) => text)
    expect(words).toHaveLength(doubts.length)
    expect(new Set(words).size).toBe(words.length)
  }
})
