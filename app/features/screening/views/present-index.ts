import { wilson } from '@objektiv/forensics'
import type { z } from 'zod'
import type { screeningContract } from '../contract.ts'
import type { IndexLine } from '../store/read-index.ts'

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

/** The index of a territory with its interval. */
export function presentIndex({ unitId, name, kind, year, signs, schools, marked, value }: IndexLine): Row {
  return {
    unit: { id: unitId, name },
    level: kind === 'region' ? 'region' : 'municipality',
    year,
    signs,
    schools,
    marked,
    index: value,
    interval: intervalOfIndex({ value, schools, marked }),
    smallSample: schools < SMALL_TERRITORY,
  }
}
