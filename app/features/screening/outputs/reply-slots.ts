/**
 * How the reply to a sign stands, for the outputs of a run; null where the outputs know of no replies. `position` is the set of
 * a sign of the 2019 method, of a cohort the later one.
 */
export type ReplyOf = (school: string, position: number | 'own') => string

/** Where the day stands on which the replies were so. */
export const REPLY_DAY = '~reply-day~'

/**
 * The place that a kept output holds open for the state of a reply: the numbers of a run are frozen, the replies to its
 * signs go on. Plain characters alone, so that a page, a sheet and JSON hold it unchanged.
 */
export const replySlot: ReplyOf = (school, position) => `~reply:${keyOfReply(school, position)}~`

/** By which `fillSlots` asks for the words of a slot. */
export function keyOfReply(school: string, position: number | 'own'): string {
  return `${Buffer.from(school).toString('base64url')}:${position}`
}

const START = Buffer.from('~reply')
const SLOT = /^~reply(?:-day|:([\w-]*:(?:\d+|own)))~/
/** Longer than any slot: a login has some ten characters. */
const LONGEST = 2000

/**
 * Fills every slot; what only looks like the beginning of one stays. Works on bytes, since a sheet may have tens of
 * megabytes.
 *
 * @param words of the slot with this key (`keyOfReply`), of the day where it is null; escaped for where they go
 */
export function fillSlots(content: Uint8Array, words: (key: string | null) => string): Buffer {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const pieces: Buffer[] = []
  let copied = 0
  for (let at = bytes.indexOf(START); at >= 0; at = bytes.indexOf(START, at + 1)) {
    const found = SLOT.exec(bytes.toString('latin1', at, at + LONGEST))
    if (!found) continue
    pieces.push(bytes.subarray(copied, at), Buffer.from(words(found[1] ?? null)))
    copied = at + found[0].length
  }
  return Buffer.concat([...pieces, bytes.subarray(copied)])
}
