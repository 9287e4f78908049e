import { expect, it } from 'vitest'
import { hasMessage } from '../../../messages/format.ts'
import { isUsual, isWanted, USUAL_KINDS } from './is-usual.ts'

it('folds away only kinds there are, and none where something was lost or guessed', () => {
  for (const kind of USUAL_KINDS) expect([kind, hasMessage('ru', `dirt.${kind}`)]).toEqual([kind, true])
  const lost = [
    'score-empty',
    'score-unreadable',
    'letter-h',
    'no-school',
    'no-total',
    'stray-row',
    'formula-cached',
  ]
  for (const kind of [...lost, 'total-differs-from-sum', 'a kind of tomorrow'])
    expect([kind, isUsual(kind)]).toEqual([kind, false])
})

it('loses nothing: every remark is in one of the two groups, and in all of them together', () => {
  for (const kind of [...USUAL_KINDS, 'no-total', 'letter-h']) {
    expect(isWanted(kind, {})).toBe(true)
    expect(isWanted(kind, { group: 'usual' })).toBe(!isWanted(kind, { group: 'odd' }))
    expect(isWanted(kind, { kind: 'no-total' })).toBe(kind === 'no-total')
  }
})
