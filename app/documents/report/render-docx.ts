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
import { isSmall, type Laid, layOutBlocks } from './lay-out-blocks.ts'
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
    for (const laid of layOutBlocks(blocks))
      place(pages, laid.kind === 'tables' && laid.tables[0].wide, childrenOf(report, laid))
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

function childrenOf(report: Report, laid: Laid<Block>): (Paragraph | Table)[] {
  switch (laid.kind) {
    case 'heading':
      return [new Paragraph({ text: laid.text, heading: HeadingLevel.HEADING_3 })]
    case 'sentence':
      return [sentence(laid)]
    case 'facts':
      return [
        tableOf(
          laid.rows.map(({ label, value }) => [label, cellText(report.locale, value)]),
          { widths: [3, 5], width: UPRIGHT, head: false, right: [] },
        ),
        new Paragraph({ text: '', style: 'Note' }),
      ]
    case 'tables':
      return reportTables(report, laid.tables)
    case 'figures':
      return pictures(laid.figures)
  }
}

function sentence({ text, tone }: Sentence): Paragraph {
  if (tone === 'note') return new Paragraph({ text, style: 'Note' })
  if (tone === 'quiet') return new Paragraph({ children: [new TextRun({ text, size: 21, color: MUTED })] })
  if (tone === 'plain') return new Paragraph({ children: [new TextRun(text)] })
  return new Paragraph({
    border: { left: { style: BorderStyle.SINGLE, size: 18, color: NOTABLE, space: 6 } },
    indent: { left: 120 },
    children: [new TextRun(text)],
  })
}

function reportTables({ locale }: Report, tables: readonly ReportTable[]): (Paragraph | Table)[] {
  const [{ caption, columns, wide }] = tables
  const joined = tables.length > 1
  return [
    ...(joined ? [] : [new Paragraph({ text: caption, style: 'Note', keepNext: true })]),
    tableOf(
      [
        columns.map(({ title }) => title),
        ...tables.flatMap(table => [
          // Tables under one head: what each is called stands above its rows.
          ...(joined ? [[table.caption]] : []),
          ...table.rows.map(row => row.map(cell => cellText(locale, cell))),
        ]),
      ],
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

/** A row of one cell is the name of the rows under it. */
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
    rows: rows.map((row, index) => {
      const names = row.length === 1 && columnWidths.length > 1
      return new TableRow({
        tableHeader: head && index === 0,
        cantSplit: true,
        children: row.map(
          (text, at) =>
            new TableCell({
              width: { size: names ? width : columnWidths[at], type: WidthType.DXA },
              ...(names ? { columnSpan: columnWidths.length } : {}),
              margins: { top: names ? 100 : 30, bottom: 30, left: 80, right: 80 },
              children: [
                new Paragraph({
                  style: 'Cell',
                  keepNext: names,
                  alignment: right[at] && !names ? AlignmentType.RIGHT : AlignmentType.LEFT,
                  children: [new TextRun({ text, bold: names || (head && index === 0) })],
                }),
              ],
            }),
        ),
      })
    }),
  })
}

/** Small pictures stand two in a row, in a table without lines; one that is left over keeps its half. */
function pictures(figures: readonly Figure[]): (Paragraph | Table)[] {
  if (!figures.every(({ svg }) => isSmall({ svg }))) return figures.flatMap(one => picture(one, UPRIGHT))
  const half = Math.round(UPRIGHT / 2)
  return [
    new Table({
      width: { size: UPRIGHT, type: WidthType.DXA },
      columnWidths: [half, half],
      borders: NO_BORDERS,
      rows: [
        new TableRow({
          cantSplit: true,
          children: [0, 1].map(
            at =>
              new TableCell({
                width: { size: half, type: WidthType.DXA },
                margins: { right: at === 0 ? 160 : 0 },
                children: figures[at] ? picture(figures[at], half - 160) : [new Paragraph('')],
              }),
          ),
        }),
      ],
    }),
    new Paragraph({ text: '', style: 'Note' }),
  ]
}

function picture({ heading: above, title, description, svg, note }: Figure, room: number): Paragraph[] {
  // A chart is drawn for the screen; on paper it may not be wider than its room.
  const scale = Math.min(1, room / TWIPS / 25.4 / (widthOf(svg) / 96))
  return [
    ...(above === undefined ? [] : [new Paragraph({ text: above, heading: HeadingLevel.HEADING_3 })]),
    new Paragraph({ style: 'Finding', keepNext: true, children: [new TextRun({ text: title, bold: true })] }),
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
    ...(note === undefined ? [] : [new Paragraph({ text: note, style: 'Note' })]),
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

const NO_BORDERS = {
  top: NOTHING,
  bottom: NOTHING,
  left: NOTHING,
  right: NOTHING,
  insideHorizontal: NOTHING,
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
      id: 'Finding',
      name: 'Finding',
      basedOn: 'Normal',
      run: { size: 21 },
      paragraph: { spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
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
