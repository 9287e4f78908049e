import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWord } from './read-word.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const cell = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`

/** As programs write it that are not Word: only what cannot be left out. */
function barest(body: string): Uint8Array {
  const relationship =
    '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship}</Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
  })
}

test('a file that names styles and holds none of them is read', async () => {
  const bytes = barest(
    `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:rPr><w:rStyle w:val="a7"/></w:rPr><w:t>План</w:t></w:r></w:p>
     <w:tbl><w:tblPr><w:tblStyle w:val="a3"/></w:tblPr><w:tr>${cell('Мероприятие')}${cell('Срок')}</w:tr></w:tbl>`,
  )
  const { blocks } = await readWord(bytes, 'план.docx')
  expect(blocks).toMatchObject([
    { type: 'paragraph', text: 'План' },
    { type: 'table', rows: [[{ text: 'Мероприятие' }, { text: 'Срок' }]] },
  ])
})

test('a row that begins a column to the right keeps its columns, and hidden text is not there', async () => {
  const bytes = barest(
    `<w:tbl><w:tr>${cell('№')}${cell('Мероприятие')}${cell('Срок')}</w:tr>
     <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('Семинар')}${cell('май')}</w:tr></w:tbl>
     <w:p><w:r><w:t>Видно</w:t></w:r><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>, а это нет</w:t></w:r>
     <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>, это да</w:t></w:r></w:p>`,
  )
  const { blocks } = await readWord(bytes, 'план.docx')
  expect(blocks).toMatchObject([
    {
      rows: [
        [{}, {}, {}],
        [{ text: '', colspan: 1 }, { text: 'Семинар' }, { text: 'май' }],
      ],
    },
    { text: 'Видно, это да' },
  ])
})
