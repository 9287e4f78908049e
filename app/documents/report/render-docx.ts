import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import { cellText } from './cell-text.ts'
import { drawPng } from './draw-png.ts'
import type { Block, Figure, Report, Table as ReportTable, Sentence } from './report.ts'
import { makeReproducible } from './reproducible-docx.ts'
import { heightOf, widthOf } from './svg.ts'

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4
/** Fields by ГОСТ Р 7.0.97-2016: 30, 10, 20 and 20 mm. */
const MARGIN = { left: mm(30), right: mm(10), top: mm(20), bottom: mm(20) }
const UPRIGHT = mm(210 - 30 - 10)
const LANDSCAPE = mm(297 - 30 - 10)
const MUTED = '55656F'
const NOTABLE = '8A5200'

/**
 * The report as a Word document: real headings, tables whose head is repeated, pictures as SVG with a raster fallback and a
 * text alternative, landscape pages where a table is wide. The same report gives the same bytes.
 */
export async function renderReportDocx(report: Report): Promise<Buffer> {
  const document = new Document({
    title: `${report.kind}. ${report.title}`,
    creator: 'Objektiv',
    styles: STYLES,
    sections: pagesOf(report).map(part => sectionOf(report, part)),
  })
  return makeReproducible(await Packer.toBuffer(document), report.date)
}

interface Pages {
  readonly wide: boolean
  readonly children: (Paragraph | Table)[]
}

/** Upright and landscape pages in turn: a wide table has its own. */
function pagesOf(report: Report): Pages[] {
  const pages: Pages[] = [{ wide: false, children: headOf(report) }]
  for (const { title, blocks } of report.sections) {
    place(pages, false, [new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 })])
    for (const block of blocks) place(pages, block.kind === 'table' && block.wide, childrenOf(report, block))
  }
  return pages
}

function place(pages: Pages[], wide: boolean, children: Pages['children']): void {
  const last = pages[pages.length - 1]
  if (last.wide === wide) last.children.push(...children)
  else pages.push({ wide, children })
}

function sectionOf({ locale, date }: Report, { wide, children }: Pages): ISectionOptions {
  const [before, between, after] = say(locale, 'document.page', { page: '\n', pages: '\n' }).split('\n')
  return {
    properties: {
      page: {
        margin: MARGIN,
        // The library turns the sides of a landscape page itself.
        size: {
          width: mm(210),
          height: mm(297),
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'Note',
            alignment: AlignmentType.RIGHT,
            children: [
              new TextRun(`${sayDate(locale, date)} · ${before}`),
              new TextRun({ children: [PageNumber.CURRENT] }),
              new TextRun(between),
              new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
              new TextRun(after),
            ],
          }),
        ],
      }),
    },
    children,
  }
}

function headOf({ kind, title, lead }: Report): Paragraph[] {
  return [
    new Paragraph({ text: kind, style: 'Note' }),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ children: [new TextRun({ text: lead, italics: true, color: MUTED })] }),
  ]
}

function childrenOf(report: Report, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_3 })]
    case 'sentence':
      return [sentence(block)]
    case 'facts':
      return [
        tableOf(
          block.rows.map(({ label, value }) => [label, cellText(report.locale, value)]),
          { widths: [3, 5], width: UPRIGHT, head: false, right: [] },
        ),
        new Paragraph({ text: '', style: 'Note' }),
      ]
    case 'table':
      return reportTable(report, block)
    case 'figure':
      return picture(block)
  }
}

function sentence({ text, tone }: Sentence): Paragraph {
  if (tone === 'note') return new Paragraph({ text, style: 'Note' })
  if (tone !== 'notable')
    return new Paragraph({ children: [new TextRun(tone === 'quiet' ? { text, color: MUTED } : text)] })
  return new Paragraph({
    border: { left: { style: BorderStyle.SINGLE, size: 18, color: NOTABLE, space: 6 } },
    indent: { left: 120 },
    children: [new TextRun({ text, bold: true })],
  })
}

function reportTable(
  { locale }: Report,
  { caption, columns, rows, wide }: ReportTable,
): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: caption, style: 'Note', keepNext: true }),
    tableOf(
      [columns.map(({ title }) => title), ...rows.map(row => row.map(cell => cellText(locale, cell)))],
      {
        widths: columns.map(({ width }) => width ?? 1),
        width: wide ? LANDSCAPE : UPRIGHT,
        head: true,
        right: columns.map(({ align }) => align === 'right'),
      },
    ),
    new Paragraph({ text: '', style: 'Note' }),
  ]
}

function tableOf(
  rows: readonly (readonly string[])[],
  {
    widths,
    width,
    head,
    right,
  }: {
    readonly widths: readonly number[]
    readonly width: number
    readonly head: boolean
    readonly right: readonly boolean[]
  },
): Table {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const columnWidths = widths.map(one => Math.round((width * one) / whole))
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    borders: BORDERS,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: head && index === 0,
          cantSplit: true,
          children: row.map(
            (text, at) =>
              new TableCell({
                width: { size: columnWidths[at], type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                children: [
                  new Paragraph({
                    style: 'Cell',
                    alignment: right[at] ? AlignmentType.RIGHT : AlignmentType.LEFT,
                    children: [new TextRun({ text, bold: head && index === 0 })],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

function picture({ title, description, svg }: Figure): Paragraph[] {
  // A chart is drawn for the screen; on paper it may not be wider than the text.
  const scale = Math.min(1, UPRIGHT / TWIPS / 25.4 / (widthOf(svg) / 96))
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: title, bold: true })] }),
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(svg),
          fallback: { type: 'png', data: drawPng(svg) },
          transformation: {
            width: Math.round(widthOf(svg) * scale),
            height: Math.round(heightOf(svg) * scale),
          },
          altText: { name: title, title, description },
        }),
      ],
    }),
    new Paragraph({ text: description, style: 'Note' }),
  ]
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B4BFC7' }
const NOTHING = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERS = {
  top: LINE,
  bottom: LINE,
  insideHorizontal: LINE,
  left: NOTHING,
  right: NOTHING,
  insideVertical: NOTHING,
}

const FACE = 'Times New Roman'
const heading = (size: number, before: number) => ({
  run: { font: FACE, size, bold: true, color: '1B2733' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})
const STYLES = {
  default: {
    document: {
      run: { font: FACE, size: 24 },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(34, 60),
    heading2: heading(28, 320),
    heading3: heading(24, 240),
  },
  paragraphStyles: [
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 20, color: MUTED },
      paragraph: { spacing: { after: 80, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
}

function mm(length: number): number {
  return Math.round(length * TWIPS)
}
