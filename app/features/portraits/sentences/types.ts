import type { Tone } from '../../../documents/report/index.ts'

export type Params = Readonly<Record<string, string | number>>

/** How estimates are put into a sentence: with works, interval and «малая выборка». */
export interface SentenceWords {
  /** «n = 43; 95 % от 7,60 до 8,82», «n = 3; малая выборка». Shares are 0 … 1. */
  sample(estimate: SampleOf, as: 'points' | 'share'): string
}

export interface SampleOf {
  readonly n: number
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * A sentence of the published list. The registries are the only places where a portrait draws a conclusion: everything else
 * shows numbers. No sentence ranks, none blames; whoever reads it is told how many works stand behind.
 */
export interface SentenceRule<Facts> {
  /** The text is `portrait.area.<id>`. */
  readonly id: string
  /** `notable` asks to be looked at; `quiet` is unremarkable and left out of «только значимое». */
  readonly tone: Extract<Tone, 'notable' | 'quiet'>
  /** Params of the text where the sentence is to be said; null where it is not. */
  say(facts: Facts, words: SentenceWords): Params | null
}
