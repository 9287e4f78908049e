import { lowerFirst } from '../../../web/messages/lower-first.ts'
import { say } from '../../../web/messages/say.ts'

interface Seen {
  readonly set: string
  readonly channels: readonly { readonly text: string }[]
}

/**
 * What a school is told when it is asked, to begin with: what was seen and what is wanted of it. Every school gets the same
 * words, so they name what was seen only where it is the same for all of them; else they point to the passport, which the
 * school opens anyway. Whoever asks may write their own.
 */
export function wordAsking(signals: readonly Seen[]): string {
  const [first] = signals
  const seen = new Set(signals.map(({ channels }) => channels.map(({ text }) => lowerFirst(text)).join('; ')))
  const sets = new Set(signals.map(({ set }) => set))
  if (seen.size !== 1 || first.channels.length === 0) return say('signals.ask-words.differing')
  const params = { seen: [...seen][0], set: first.set }
  return say(sets.size === 1 ? 'signals.ask-words.of-set' : 'signals.ask-words.of-sets', params)
}
