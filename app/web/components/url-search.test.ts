import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, writeSearch } from './url-search.ts'

describe('what stands in the address', () => {
  it('comes back as it was written, digits and all', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: 'grapheme' })),
        search => {
          expect(parseSearch(writeSearch(search).slice(1))).toEqual({ ...search })
        },
      ),
    )
    expect(parseSearch('?q=990123')).toEqual({ q: '990123' })
  })

  it('has no place for what is not set', () => {
    expect(writeSearch({ q: '', kind: undefined, unit: null })).toBe('')
  })
})
