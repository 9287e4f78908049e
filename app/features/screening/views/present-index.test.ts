import { describe, expect, it } from 'vitest'
import { presentIndex } from './present-index.ts'

const line = { unitId: 7, name: 'Лесной район', kind: 'municipality', year: 2026, signs: 9, value: 75 }
const reader = {
  head: { id: 8, name: 'Школа 1', path: '1.7.8.' },
  municipality: { id: 7, name: '', path: '1.7.' },
}

describe('the index of a territory', () => {
  it('keeps from a school of it how the few others stand', () => {
    const small = { ...line, schools: 4, marked: 1 }
    const hidden = { schools: 4, marked: null, index: null, interval: null, smallSample: true }
    expect(presentIndex('ru', small, reader.head, [])).toMatchObject(hidden)
    expect(presentIndex('ru', small, reader.municipality, [])).toMatchObject({ marked: 1, index: 75 })
    expect(presentIndex('ru', { ...small, schools: 5 }, reader.head, [])).toMatchObject({
      marked: 1,
      index: 75,
    })
  })
})
