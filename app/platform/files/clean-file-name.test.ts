import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentHeader } from './attachment-header.ts'
import { cleanFileName, extensionOf } from './clean-file-name.ts'

describe('the name of a file', () => {
  it.each([
    ['Приказ № 12 (копия).docx', 'Приказ № 12 (копия).docx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Анна\\Рабочий стол\\план.xlsx', 'план.xlsx'],
    ['..', 'file'],
    ['', 'file'],
    ['акт\u202Efdp.exe', 'актfdp.exe'],
    ['от\u0000чёт\r\nSet-Cookie: a=1.pdf', 'отчётSet-Cookie_ a=1.pdf'],
    ['NUL.txt', '_NUL.txt'],
    ['.htaccess', 'htaccess'],
    ['план.pdf.', 'план.pdf'],
    ['a\u200Bb  c.pdf', 'ab c.pdf'],
    ['и\u0306од.txt', 'йод.txt'],
    ['<script>alert(1)</script>.png', 'script_.png'],
  ])('%j becomes %j', (sent, shown) => {
    expect(cleanFileName(sent)).toBe(shown)
  })

  it('keeps the extension of a name that is too long, and cuts between characters', () => {
    const name = cleanFileName(`${'😀'.repeat(300)}.docx`)
    expect(name).toMatch(/^(😀)+\.docx$/u)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  })

  it('is for any words a single visible segment, and cleaning it again changes nothing', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'/\\.: \u202E\u0000\r\n"\'%é😀абPDFcon\uD800') })
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), sent => {
        const name = cleanFileName(sent)
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}"]|^\.|^$/u)
        expect(cleanFileName(name)).toBe(name)
      }),
    )
  })

  it('has an extension only after a stem', () => {
    expect(['a.PDF', 'a', 'a.tar.gz', '.pdf', 'a.b c', 'a.'].map(extensionOf)).toEqual([
      'pdf',
      '',
      'gz',
      '',
      '',
      '',
    ])
  })
})

describe('the header that offers a file for saving', () => {
  it('names it in full, and in plain letters for old programs', () => {
    expect(attachmentHeader('Отчёт (1).pdf')).toBe(
      `attachment; filename="_____ (1).pdf"; filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82%20%281%29.pdf`,
    )
  })

  it('is one line of printable characters for any name, and says the name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), sent => {
        const name = cleanFileName(sent)
        const header = attachmentHeader(name)
        expect(header).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.~!#$&+^`|%-]*$/)
        expect(header).toMatch(/^[\x20-\x7e]*$/)
        expect(decodeURIComponent(header.split("''")[1])).toBe(name)
      }),
    )
  })
})
