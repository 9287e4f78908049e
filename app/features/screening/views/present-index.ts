import { wilson } from '@objektiv/forensics'
import type { z } from 'zod'
import type { Locale } from '../../../messages/format.ts'
import { LEAST_SHOWN } from '../../territory/threads.ts'
import type { screeningContract } from '../contract.ts'
import type { AlikeReplies } from '../signals-port.ts'
import type { IndexLine } from '../store/read-index.ts'
import type { View } from './reader.ts'
import { repliesOfIndex, wordAlikeReplies } from './replies.ts'

type Row = z.input<(typeof screeningContract)['GET /api/runs/:id/index']['response']>['items'][number]

/** In a territory of fewer schools one of them moves the index by more than ten points. */
export const SMALL_TERRITORY = 10

/**
 * The interval of the share of marked schools (Wilson 1927) as one of the index: how far it would move by chance if the schools
 * of a territory were some of many such schools.
 */
export function intervalOfIndex({
  value,
  schools,
  marked,
}: Pick<IndexLine, 'value' | 'schools' | 'marked'>): { lower: number; upper: number } | null {
  if (value === null || schools === 0) return null
  const { lower, upper } = wilson(marked, schools)
  return { lower: 100 * (1 - upper), upper: 100 * (1 - lower) }
}

/** The index of a territory with its interval, and how the replies to its signs stand. */
export function presentIndex(
  locale: Locale,
  { unitId, name, kind, year, signs, schools, marked, value }: IndexLine,
  reader: View['unit'],
  replies: readonly AlikeReplies[],
): Row {
  // Of a territory that holds the reader's own they see some of the signs alone.
  const isAbove = unitId !== reader.id && reader.path.split('.').includes(String(unitId))
  // Somebody who knows how their own school stands would read the neighbours off so small a number.
  const hidden = isAbove && schools < LEAST_SHOWN
  return {
    unit: { id: unitId, name },
    level: kind === 'region' ? 'region' : 'municipality',
    year,
    signs,
    schools,
    marked: hidden ? null : marked,
    index: hidden ? null : value,
    interval: hidden ? null : intervalOfIndex({ value, schools, marked }),
    smallSample: schools < SMALL_TERRITORY,
    replies: isAbove ? null : wordAlikeReplies(locale, repliesOfIndex(replies, { unitId, year })),
  }
}
