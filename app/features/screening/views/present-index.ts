import { wilson } from '@objektiv/forensics'
import type { z } from 'zod'
import type { screeningContract } from '../contract.ts'
import type { IndexLine } from '../store/read-index.ts'

type Row = z.input<(typeof screeningContract)['GET /api/runs/:id/index']['response']>['items'][number]

/** In a territory of fewer schools one of them moves the index by more than ten points. */
const SMALL_TERRITORY = 10

/**
 * The index of a territory with the interval of the share of marked schools (Wilson 1927): how far it would move by chance if
 * its schools were some of many such schools.
 */
export function presentIndex({ unitId, name, kind, year, signs, schools, marked, value }: IndexLine): Row {
  const share = value === null || schools === 0 ? null : wilson(marked, schools)
  return {
    unit: { id: unitId, name },
    level: kind === 'region' ? 'region' : 'municipality',
    year,
    signs,
    schools,
    marked,
    index: value,
    interval: share && { lower: 100 * (1 - share.upper), upper: 100 * (1 - share.lower) },
    smallSample: schools < SMALL_TERRITORY,
  }
}
