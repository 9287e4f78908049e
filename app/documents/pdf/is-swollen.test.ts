import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isSwollen } from './is-swollen.ts'

const MOST = 2 ** 20
const stream = (entries: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj\n<<${entries}>>\nstream\r\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ])
const spaces = (count: number) => deflateSync(Buffer.alloc(count, ' '))

test('streams that unpack to more than may be are found before the file is opened, packed twice as well', () => {
  expect(isSwollen(stream('/Filter/FlateDecode', spaces(MOST)), MOST)).toBe(false)
  expect(isSwollen(stream('/Filter/FlateDecode', spaces(MOST + 1)), MOST)).toBe(true)
  expect(isSwollen(stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(spaces(9 * MOST))), MOST)).toBe(
    true,
  )
  const often = [1, 2, 3].reduce(bytes => deflateSync(bytes), spaces(10))
  expect(isSwollen(stream('', often), MOST)).toBe(true)
  expect(isSwollen(stream('', Buffer.from('BT (text) Tj ET')), MOST)).toBe(false)
  expect(isSwollen(stream('/Subtype /Image/Width 9000', spaces(9 * MOST)), MOST)).toBe(false)
})
