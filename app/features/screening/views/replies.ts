import { type Locale, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { setName } from '../outputs/words.ts'
import type { ScreeningService } from '../service.ts'
import type { AlikeReplies, ReplyToSign } from '../signals-port.ts'
import type { IndexLine } from '../store/read-index.ts'
import type { ScreenedSet } from '../types.ts'
import type { View } from './reader.ts'

/** By unit of the school. */
export type Replies = ReadonlyMap<number, readonly ReplyToSign[]>

export type ReplyReader = Pick<ScreeningService, 'repliesOf' | 'countReplies' | 'clock' | 'timeZone'>

interface Named {
  readonly unitId: number
  readonly registered: boolean
}

/** How the replies of these schools stand; of a school that the registry did not know nothing was ever asked. */
export async function readReplies(
  tx: Tx,
  { repliesOf, clock, timeZone }: ReplyReader,
  locale: Locale,
  runId: number,
  schools: readonly Named[],
): Promise<Replies> {
  const unitIds = [...new Set(schools.flatMap(({ registered, unitId }) => (registered ? [unitId] : [])))]
  return Map.groupBy(await repliesOf(tx, { runId, unitIds, locale, clock, timeZone }), ({ unitId }) => unitId)
}

/** Replies to the signs that one line names: those of its set, and those of the school as a whole. */
export function repliesInSet(
  replies: Replies,
  { unitId, registered, position }: Named & { readonly position: number },
): readonly ReplyToSign[] {
  if (!registered) return []
  return (replies.get(unitId) ?? []).filter(({ source, position: of }) => source === 'own' || of === position)
}

/** «Математика, 4 класс, 2021 — ждём до 15 июня 2021 г.», where signs of several sets are named together. */
export function wordReplies(
  locale: Locale,
  replies: readonly ReplyToSign[],
  sets: readonly ScreenedSet[],
): { sign: string; state: ReplyToSign['state']; words: string }[] {
  return replies.map(({ position, source, state, reply }) => {
    const sign = source === 'own' ? say(locale, 'run.column.flagged') : setName(locale, sets[position])
    return { sign, state, words: say(locale, 'run.reply', { sign, reply }) }
  })
}

/** How the replies to the signs of a territory stand, in heaps: a count of signs is not shown without it either. */
export function readAlikeReplies(
  tx: Tx,
  { countReplies, clock, timeZone }: ReplyReader,
  locale: Locale,
  runId: number,
  { path }: View['unit'],
): Promise<AlikeReplies[]> {
  return countReplies(tx, { runId, path, locale, clock, timeZone })
}

/** «ждём пояснения: 3; снято: 1»; empty where there are no signs. */
export function wordAlikeReplies(locale: Locale, replies: readonly AlikeReplies[]): string {
  return [...Map.groupBy(replies, ({ text }) => text)]
    .map(([text, alike]) =>
      say(locale, 'run.replies-alike', { text, count: alike.reduce((sum, { count }) => sum + count, 0) }),
    )
    .join('; ')
}

/**
 * Those of one territory and year by the method of 2019: of all its signs, where the index counts those alone that its
 * order names.
 */
export function repliesOfIndex(
  replies: readonly AlikeReplies[],
  { unitId, year: of }: Pick<IndexLine, 'unitId' | 'year'>,
): AlikeReplies[] {
  return replies.filter(
    ({ source, year, above }) => source === 'official' && year === of && above.includes(unitId),
  )
}
