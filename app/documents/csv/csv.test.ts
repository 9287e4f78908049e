import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const fields = (text: string) => [...readCsv(bytes(text))].map(row => row.fields)

describe('text with separators', () => {
  it('comes back as it was written', () => {
    // A lone apostrophe before a sign is the guard itself, which is taken away.
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter(text => !/^'[=+\-@\t\r]/.test(text) && !/^\uFEFF/.test(text))
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).filter(cells => cells.some(one => one !== ''))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), rows => {
        const head = ['а', 'б']
        expect(fields(writeCsv([head, ...rows]))).toEqual([head, ...rows])
      }),
    )
  })

  it('never begins a field as a formula', () => {
    const text = writeCsv([['=HYPERLINK("http://x")', '+7', '-1', '@cmd', '\t=1', -5]])
    for (const field of text.slice(1).split(';')) expect(field).toMatch(/^('|"'|-5)/)
  })

  it('finds the separator and the encoding', () => {
    expect(fields('Логин,Имя\nsch990001,"Школа, первая"')).toEqual([
      ['Логин', 'Имя'],
      ['sch990001', 'Школа, первая'],
    ])
    const cyrillic = Uint8Array.from([0xd8, 0xea, 0xee, 0xeb, 0xe0, 0x3b, 0x31])
    expect([...readCsv(cyrillic)][0].fields).toEqual(['Школа', '1'])
  })

  it('numbers rows as lines, over line breaks inside a field and empty lines', () => {
    expect([...readCsv(bytes('а;б\r\n"1\n2";3\r\n\r\n4;5'))]).toEqual([
      { line: 1, fields: ['а', 'б'] },
      { line: 2, fields: ['1\n2', '3'] },
      { line: 5, fields: ['4', '5'] },
    ])
  })
})
