import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText, unescapeText } from './escaped-text.ts'

const fragments = fc.constantFrom(
  '_x0041_',
  '_',
  'x0041_',
  '_x00',
  '\u0000',
  '\r',
  '\uD83D',
  '\uDE00',
  '\uFFFE',
  'ж',
  '😀',
)

test('what XML cannot carry, and what only looks escaped, comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(fragments), parts => {
      const text = parts.join('')
      const escaped = escapeText(text)
      expect(unescapeText(escaped)).toBe(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be left
      expect(escaped.isWellFormed() && !/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/.test(escaped)).toBe(true)
    }),
  )
})

test('as Excel writes them', () => {
  expect(escapeText('а\rб <&> "_x0041_"')).toBe('а_x000D_б &lt;&amp;&gt; &quot;_x005F_x0041_&quot;')
})
