import { type Locale, say } from '../../../messages/format.ts'
import type { ChannelReading } from '../detection/types.ts'
import { setName } from '../outputs/words.ts'
import type { ScreenedSet } from '../types.ts'

/** The set, and the class where it is known. */
export function placeOfReading(
  locale: Locale,
  { channel, class: label }: Pick<ChannelReading, 'channel' | 'class'>,
  of: Pick<ScreenedSet, 'subject' | 'grade' | 'year' | 'version'>,
): string {
  const set = setName(locale, of)
  if (channel === 'external') return say(locale, 'detection.whole', { set })
  return label === null
    ? say(locale, 'detection.whole-school', { set })
    : say(locale, 'detection.class-known', { set, class: label })
}
