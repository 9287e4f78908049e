import { say } from '../../../web/messages/say.ts'

const STATES = {
  '.': 'nothing',
  t: 'taken',
  w: 'working',
  s: 'submitted',
  p: 'proved',
  l: 'late',
  c: 'cancelled',
} as const

/** The one letter of a cell in the language of the page. */
export function letterOf(state: string): string {
  return say(`coverage.letter.${STATES[state as keyof typeof STATES]}`)
}

export function wordsOf(state: string): string {
  return say(`coverage.state.${STATES[state as keyof typeof STATES]}`)
}
