import { worksToRecheck } from '@objektiv/forensics'
import { type Locale, say } from '../../../messages/format.ts'
import type { ChannelReading } from '../detection/types.ts'
import { causeFits } from './cause-fits.ts'
import { channelTexts } from './channel-texts.ts'

type Reading = Pick<ChannelReading, 'channel' | 'n' | 'z' | 'late'>

/** What a channel saw, in words, with its numbers. */
export function readingSentence(locale: Locale, { channel, n, z, late }: Reading): string {
  return say(locale, late ? 'channel.leak.finding-late' : `channel.${channel}.finding`, { n, z })
}

/** Innocent causes that can fit, most likely first. */
export function channelCauses(
  locale: Locale,
  { channel, n, late }: Reading,
  schoolKind: string | null,
): string[] {
  return channelTexts(channel)
    .causes.map(id => `channel-cause.${id}`)
    .filter(id => causeFits(id, { n, schoolKind, late }))
    .map(id => say(locale, id))
}

/** What to look at next, with how many works to mark again. */
export function channelChecks(locale: Locale, { channel, n }: Reading): string[] {
  return channelTexts(channel).checks.map(id =>
    say(locale, `channel-check.${id}`, { n: worksToRecheck(n), works: n }),
  )
}

/** What the checks would show if the sign is one, or if it is not. */
export function channelOutcomes(
  locale: Locale,
  { channel }: Reading,
  outcome: 'confirm' | 'refute',
): string[] {
  return channelTexts(channel).checks.map(id => say(locale, `channel-check.${id}.${outcome}`))
}
