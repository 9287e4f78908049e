import { type Message, message } from './message.ts'

/** Below this many works a number is called a small sample (DOMAIN §2). */
export const SMALL_SAMPLE = 10

/** «Малая выборка» where it applies, ready to be spread into a finding's notes. */
export function smallSample(n: number): Message[] {
  return n < SMALL_SAMPLE ? [message('note.small-sample', { n })] : []
}

/** «p < 0,001» is worded by the catalogue; this says when. */
export function probability(p: number): { p: number; tiny: 'yes' | 'no' } {
  return { p, tiny: p < 0.001 ? 'yes' : 'no' }
}
