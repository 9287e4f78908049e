import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { makeReproducible } from '../../../documents/report/index.ts'
import { layOutPlan, type PaperOptions } from './lay-out-plan.ts'
import { bindShortWords, type Layout, type LayoutRow, PADDING, PAGE, TEXT_WIDTH } from './layout.ts'
import type { PlanDocument } from './plan-document.ts'

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4

/**
 * The plan, or the report on its progress, as a Word document in the official layout: A4 on its side, «УТВЕРЖДАЮ» at the
 * upper right, a table whose header and row of column numbers every page repeats. The same plan gives the same bytes.
 */
export async function writePlanWord(plan: PlanDocument, options: PaperOptions): Promise<Buffer> {
  const layout = layOutPlan(plan, options)
  const document = new Document({
    ...{ title: layout.name, creator: 'Objektiv', styles: stylesOf(layout) },
    sections: [
      {
        properties: {
          // The first page has no number, as the standard wants it.
          titlePage: true,
          page: {
            margin: {
              ...{ top: mm(PAGE.top), bottom: mm(PAGE.bottom), left: mm(PAGE.left), right: mm(PAGE.right) },
              ...{ header: mm(15), footer: mm(5) },
            },
            // The library turns the sides of a landscape page itself.
            size: {
              ...{ width: mm(PAGE.height), height: mm(PAGE.width) },
              orientation: PageOrientation.LANDSCAPE,
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ text: '' })] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [...headOf(layout), tableOf(layout), ...closingOf(layout)],
      },
    ],
  })
  return makeReproducible(await Packer.toBuffer(document), options.date)
}

function headOf({ owner, approval, titles, subtitles, legend, legendTitle }: Layout): (Paragraph | Table)[] {
  return [
    ...(owner === null && approval.length === 0 ? [] : [cornersOf(owner, approval)]),
    ...titles.map(
      (text, at) =>
        new Paragraph({
          style: 'PlanTitle',
          ...(at === 0 ? { outlineLevel: 0 } : {}),
          children: linesOf(bindShortWords(text), { bold: true }),
        }),
    ),
    ...subtitles.map(text => new Paragraph({ alignment: AlignmentType.CENTER, children: linesOf(text) })),
    ...(legend.length === 0
      ? []
      : [
          new Paragraph({ style: 'Legend', keepNext: true, children: linesOf(legendTitle, { bold: true }) }),
          ...legend.map(text => new Paragraph({ style: 'Legend', children: linesOf(text) })),
        ]),
    new Paragraph({ style: 'Legend', text: '' }),
  ]
}

function closingOf({ closing }: Layout): Paragraph[] {
  return closing.map(
    (text, at) =>
      new Paragraph({ ...(at === 0 ? { spacing: { before: 200 } } : {}), children: linesOf(text) }),
  )
}

/** Owner at the left, approval at the right, in a table without lines: both begin on one line whatever their length. */
function cornersOf(owner: string | null, approval: readonly string[]): Table {
  const widths = [TEXT_WIDTH * 0.62, TEXT_WIDTH * 0.38].map(mm)
  const cell = (lines: readonly string[], at: number) =>
    new TableCell({
      width: { size: widths[at], type: WidthType.DXA },
      // Flush with the table below.
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      children: (lines.length === 0 ? [''] : lines).map(
        text => new Paragraph({ style: 'Corner', children: linesOf(text) }),
      ),
    })
  return new Table({
    ...{ columnWidths: widths, layout: TableLayoutType.FIXED, borders: bordersOf(NOTHING) },
    width: { size: mm(TEXT_WIDTH), type: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(owner === null ? [] : [owner], 0), cell(approval, 1)],
      }),
    ],
  })
}

function tableOf({ columns, rows }: Layout): Table {
  const widths = columns.map(({ width }) => mm(width))
  const head = (texts: readonly string[], bold: boolean) =>
    new TableRow({
      ...{ tableHeader: true, cantSplit: true },
      children: texts.map((text, at) =>
        cellOf(text, { width: widths[at], centred: true, bold, middle: true }),
      ),
    })
  return new Table({
    ...{ columnWidths: widths, layout: TableLayoutType.FIXED, borders: bordersOf(LINE) },
    width: { size: mm(TEXT_WIDTH), type: WidthType.DXA },
    rows: [
      head(
        columns.map(({ title }) => title),
        true,
      ),
      head(
        columns.map((_, at) => String(at + 1)),
        false,
      ),
      ...rows.map(row => rowOf(row, columns, widths)),
    ],
  })
}

function rowOf(row: LayoutRow, columns: Layout['columns'], widths: readonly number[]): TableRow {
  if (row.kind === 'heading')
    return new TableRow({
      cantSplit: true,
      children: [
        cellOf(row.text, {
          ...{ span: columns.length, centred: true, bold: true, keepNext: true },
          width: mm(TEXT_WIDTH),
        }),
      ],
    })
  return new TableRow({
    cantSplit: row.whole,
    children: row.cells.map((text, at) => cellOf(text, { width: widths[at], centred: columns[at].centred })),
  })
}

function cellOf(
  text: string,
  {
    width,
    span = 1,
    centred = false,
    bold = false,
    middle = false,
    keepNext = false,
  }: {
    readonly width: number
    readonly span?: number
    readonly centred?: boolean
    readonly bold?: boolean
    readonly middle?: boolean
    readonly keepNext?: boolean
  },
): TableCell {
  return new TableCell({
    ...{ columnSpan: span, width: { size: width, type: WidthType.DXA } },
    ...(middle ? { verticalAlign: VerticalAlign.CENTER } : {}),
    margins: { top: mm(PADDING.y), bottom: mm(PADDING.y), left: mm(PADDING.x), right: mm(PADDING.x) },
    children: [
      new Paragraph({
        ...{ style: 'Cell', keepNext },
        alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: linesOf(text, { bold }),
      }),
    ],
  })
}

// Control characters, lone halves of a pair and non-characters cannot stand in XML.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what cannot stand in XML
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

function linesOf(text: string, style: { readonly bold?: boolean } = {}): ParagraphChild[] {
  return text
    .replace(NOT_XML, ' ')
    .split(/\r\n?|\n/)
    .map((line, at) => new TextRun({ ...style, text: line, ...(at > 0 ? { break: 1 } : {}) }))
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NOTHING = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function bordersOf(line: typeof LINE | typeof NOTHING) {
  return {
    ...{ top: line, bottom: line, left: line, right: line },
    ...{ insideHorizontal: line, insideVertical: line },
  }
}

function stylesOf({ size, locale }: Layout) {
  const single = { line: 240, lineRule: LineRuleType.AUTO }
  const style = (id: string, points: number, spacing: { before?: number; after: number }) => ({
    ...{ id, name: id, basedOn: 'Normal', run: { size: points * 2 } },
    paragraph: { spacing: { ...spacing, ...single } },
  })
  return {
    default: {
      document: {
        run: {
          ...{ font: 'Times New Roman', size: 24 },
          language: { value: locale === 'ru' ? 'ru-RU' : 'en-GB' },
        },
        paragraph: { spacing: { after: 60, ...single } },
      },
    },
    paragraphStyles: [
      style('Corner', 12, { after: 0 }),
      style('Cell', size, { after: 0 }),
      style('Legend', 11, { after: 0 }),
      {
        ...style('PlanTitle', 14, { before: 240, after: 60 }),
        paragraph: {
          ...{ alignment: AlignmentType.CENTER, keepNext: true },
          spacing: { before: 200, after: 60, ...single },
        },
      },
    ],
  }
}

function mm(length: number): number {
  return Math.round(length * TWIPS)
}
