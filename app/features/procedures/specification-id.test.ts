import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idOfPaper, paperOfId } from './specification-id.ts'

it('the address of a paper leads back to it', () => {
  const word = fc.stringMatching(/^[А-Яа-яA-Za-z][А-Яа-яA-Za-z ]{0,20}$/)
  const paper = fc.record({
    procedure: word,
    version: fc.constantFrom(null, 'базовая', 'углублённая'),
    year: fc.integer({ min: 2015, max: 2100 }),
    grade: fc.integer({ min: 1, max: 11 }),
    // A name may hold full stops: «Ин. яз.»
    subject: fc.tuple(word, word).map(([a, b]) => `${a}. ${b}`),
  })
  fc.assert(
    fc.property(paper, key => {
      expect(paperOfId(idOfPaper(key))).toEqual(key)
    }),
  )
})

it('what is no address is none', () => {
  for (const text of ['', '0', 'ВПР', 'ВПР.21.5.Физика', 'ВПР.2021.Физика', '..2021.5.'])
    expect(paperOfId(text)).toBeNull()
})
