import { columnLetter } from './column-letter.ts'
import { escapeText } from './escaped-text.ts'
import { Fault } from './fault.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { Cell, ColumnToWrite } from './types.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DEFAULT_WIDTH = 12
/** Characters of XML that go to the packer at once. */
const PIECE = 128 * 1024

/** Cell formats by index; those of the columns' number formats follow, then those of texts that go on over lines. */
const HEADER_STYLE = 1
const LITERAL_STYLE = 2
const FIRST_FORMAT_STYLE = 3
/** Numbers below are the spreadsheet program's own formats. */
const FIRST_FORMAT = 164

/** The small parts of a workbook: everything but the sheets themselves, by name. */
export function workbookParts(names: readonly string[], formats: readonly string[]): [string, string][] {
  const sheets = names.map((name, index) => ({ name, number: index + 1 }))
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relationships = (inner: string) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPES}.${kind}+xml"/>`
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        type('workbook.xml', 'sheet.main') +
        type('styles.xml', 'styles') +
        sheets.map(({ number }) => type(`worksheets/sheet${number}.xml`, 'worksheet')).join('') +
        '</Types>',
    ],
    ['_rels/.rels', relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        sheets
          .map(
            ({ name, number }) =>
              `<sheet name="${escapeText(name)}" sheetId="${number}" r:id="rId${number}"/>`,
          )
          .join('') +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        sheets
          .map(({ number }) => relationship(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))
          .join('') + relationship('rIdStyles', 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', stylesXml(formats)],
  ]
}

const WRAPPED = '<alignment vertical="top" wrapText="1"/>'

function stylesXml(formats: readonly string[]): string {
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
  const font = (inner: string) => `<font>${inner}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
  const style = (attributes: string, inner = '') =>
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ${attributes}>${inner}</xf>`
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}">` +
    list(
      'numFmts',
      formats.map((code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${escapeText(code)}"/>`),
    ) +
    list('fonts', [font(''), font('<b/>')]) +
    list(
      'fills',
      ['none', 'gray125'].map(kind => `<fill><patternFill patternType="${kind}"/></fill>`),
    ) +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    list('cellXfs', [
      style(''),
      style('applyAlignment="1"', WRAPPED).replace('fontId="0"', 'fontId="1" applyFont="1"'),
      style('quotePrefix="1"'),
      ...formats.map((_, i) =>
        style('applyNumberFormat="1"').replace('numFmtId="0"', `numFmtId="${FIRST_FORMAT + i}"`),
      ),
      style('applyAlignment="1"', WRAPPED),
      style('quotePrefix="1" applyAlignment="1"', WRAPPED),
    ]) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

/**
 * XML of one worksheet in pieces, as the rows come: header row bold and frozen, then the rows. `count` is told of
 * every row after it is written. Throws a Fault with the cell's place for a text or a number of rows that the format
 * cannot hold, and a RangeError for a number that is not finite.
 */
export function* sheetXml(
  columns: readonly ColumnToWrite[],
  rows: Iterable<readonly Cell[]>,
  formats: readonly string[],
  count: (rows: number) => void,
): Generator<string> {
  const letters = columns.map((_, index) => columnLetter(index))
  const wrapped = FIRST_FORMAT_STYLE + formats.length
  const styles = columns.map(({ format, wrap }) =>
    format !== undefined
      ? ` s="${FIRST_FORMAT_STYLE + formats.indexOf(format)}"`
      : wrap
        ? ` s="${wrapped}"`
        : '',
  )
  let piece = `${sheetStart(columns)}<sheetData><row r="1">`
  columns.forEach(({ header }, index) => {
    piece += textCell(`${letters[index]}1`, header, ` s="${HEADER_STYLE}"`)
  })
  piece += '</row>'
  let row = 1
  for (const cells of rows) {
    if (++row > DEFAULT_LIMITS.rowsPerSheet) {
      throw new Fault('export-too-many-rows', { limit: DEFAULT_LIMITS.rowsPerSheet - 1 })
    }
    piece += `<row r="${row}">`
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]
      if (cell === null) continue
      letters[index] ??= columnLetter(index)
      piece += cellXml(
        `${letters[index]}${row}`,
        cell,
        styles[index] ?? '',
        columns[index]?.wrap ? wrapped : null,
      )
    }
    piece += '</row>'
    count(row - 1)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

function sheetStart(columns: readonly ColumnToWrite[]): string {
  const widths = columns.map(
    ({ width = DEFAULT_WIDTH }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '')
  )
}

function cellXml(
  reference: string,
  cell: string | number | boolean,
  style: string,
  wrapped: number | null,
): string {
  switch (typeof cell) {
    case 'number':
      if (!Number.isFinite(cell))
        throw new RangeError(`${cell} in cell ${reference} is not a number to write`)
      return `<c r="${reference}"${style}><v>${cell}</v></c>`
    case 'boolean':
      return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
    default:
      return textCell(reference, cell, textStyle(cell, wrapped))
  }
}

function textStyle(text: string, wrapped: number | null): string {
  if (/^[=+\-@]/.test(text)) return ` s="${wrapped === null ? LITERAL_STYLE : wrapped + 1}"`
  return wrapped === null ? '' : ` s="${wrapped}"`
}

/**
 * Text is stored as text and so never computed. One that begins like a formula also gets the quote prefix: without
 * it the program would compute it as soon as somebody edits the cell.
 */
function textCell(reference: string, text: string, style: string): string {
  const limit = DEFAULT_LIMITS.cellCharacters
  if (text.length > limit) {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(reference)!
    throw new Fault('export-cell-too-long', { limit }, { row: Number(row), column })
  }
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${reference}" t="inlineStr"${style}><is><t${space}>${escapeText(text)}</t></is></c>`
}
