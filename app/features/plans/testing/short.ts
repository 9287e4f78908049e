import type { Measure } from '../reading/plan.ts'

/** Number, text and term of a measure on one line; what else is asked for behind it. */
export function short({ number, text, term }: Measure): string {
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
