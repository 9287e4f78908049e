import type { Bands } from './types.ts'

/** Mark of a primary score by the scale; 0 where there is no scale or the score lies outside it. */
export function markOf(score: number, bands: Bands | null): 0 | 2 | 3 | 4 | 5 {
  if (!bands) return 0
  for (const mark of MARKS) {
    const [from, to] = bands[mark]
    if (score >= from && score <= to) return Number(mark) as 2 | 3 | 4 | 5
  }
  return 0
}

/** First primary scores of marks 3, 4 and 5; null without a scale. */
export function boundariesOf(bands: Bands | null): readonly [number, number, number] | null {
  return bands ? [bands['3'][0], bands['4'][0], bands['5'][0]] : null
}

const MARKS = ['2', '3', '4', '5'] as const
