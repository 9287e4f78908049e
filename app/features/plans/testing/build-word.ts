import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

/** A cell: words (an empty line parts paragraphs), or words with the cells it takes; `counted` is numbered by Word. */
export type WordCell =
  | string
  | { readonly text?: string; readonly across?: number; readonly down?: number; readonly counted?: true }

export type WordBlock = string | readonly (readonly WordCell[])[]

const NUMBERS = 'numbers'

/** The bytes of a Word file of paragraphs and tables, for tests. */
export async function buildWord(blocks: readonly WordBlock[]): Promise<Buffer> {
  const level = {
    ...{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
    alignment: AlignmentType.LEFT,
  }
  const document = new Document({
    numbering: { config: [{ reference: NUMBERS, levels: [level] }] },
    sections: [
      { children: blocks.map(block => (typeof block === 'string' ? paragraph(block) : table(block))) },
    ],
  })
  return Packer.toBuffer(document)
}

function paragraph(text: string): Paragraph {
  return new Paragraph({
    children: text
      .split('\n')
      .map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) })),
  })
}

function table(rows: readonly (readonly WordCell[])[]): Table {
  return new Table({
    rows: rows.map((row, at) => new TableRow({ tableHeader: at === 0, children: row.map(cell) })),
  })
}

function cell(words: WordCell): TableCell {
  const {
    text = '',
    across = 1,
    down = 1,
    counted = false,
  } = typeof words === 'string' ? { text: words } : words
  return new TableCell({
    ...{ columnSpan: across, rowSpan: down },
    children: counted
      ? [new Paragraph({ text, numbering: { reference: NUMBERS, level: 0 } })]
      : text.split('\n\n').map(paragraph),
  })
}
