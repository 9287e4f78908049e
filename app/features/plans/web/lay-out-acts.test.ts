import { describe, expect, it } from 'vitest'
import { ACTS, layOutActs } from './lay-out-acts.ts'

const all = ACTS.filter(act => act !== 'add')
const plan = { state: 'approved', changed: 0, copies: 20, acts: all } as const

describe('the acts of a plan', () => {
  it('wait for an approval while something is not approved, then for those below', () => {
    expect(layOutActs({ ...plan, state: 'draft' }).next).toBe('approve')
    expect(layOutActs({ ...plan, changed: 1 }).next).toBe('approve')
    expect(layOutActs({ ...plan, copies: 0 }).next).toBe('send')
    expect(layOutActs(plan).next).toBeNull()
  })

  it('are none that the reader may not do', () => {
    expect(layOutActs({ ...plan, state: 'draft', acts: ['edit'] })).toEqual({
      next: null,
      often: ['add', 'edit'],
      seldom: [],
    })
  })

  it('stand each in one place, whatever the state', () => {
    for (const state of ['draft', 'approved', 'closed'] as const) {
      const { often, seldom } = layOutActs({ ...plan, state })
      expect([...often, ...seldom].sort()).toEqual([...ACTS].sort())
      expect(often.length).toBeLessThan(4)
    }
  })
})
