import type { Measure } from '../reading/plan.ts'
import { measureFaults } from './schema-faults.ts'

/**
 * Number, text and term of a measure on one line; what else is asked for behind it. All golden documents are looked at
 * through this, so that here each of their measures is held against the published schema.
 */
export function short(measure: Measure): string {
  const faults = measureFaults(measure)
  if (faults.length > 0) throw new Error(faults.join('; '))
  const { number, text, term } = measure
  const dates = term === null ? '–' : `${term.kind} ${term.start ?? '…'} ${term.end ?? '…'}`
  return `${number ?? '–'} | ${text} | ${dates}`
}

export function who({ responsible }: Measure): string {
  return responsible
    .map(({ original, body, person, post }) => [original, body, person, post].filter(Boolean).join(' / '))
    .join(' + ')
}

export function doubts({ doubtful }: Measure): string[] {
  return doubtful.map(({ field, reason }) => `${field} ${reason}`)
}
