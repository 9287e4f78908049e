import { buildZip, type TestEntry } from './build-zip.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export interface TestWorkbook {
  /** Sheet name → the XML inside its `sheetData`, or a whole part where it starts with `<?xml`. */
  readonly sheets: Readonly<Record<string, string>>
  /** The `si` elements of the shared texts. */
  readonly shared?: string
  /** Parts added, or put in place of those made here. */
  readonly parts?: readonly TestEntry[]
}

export function worksheet(rows: string): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
}

/** The smallest workbook that holds the given sheets, as the bytes of a file. */
export function buildWorkbook({ sheets, shared, parts = [] }: TestWorkbook): Buffer {
  const names = Object.keys(sheets)
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`
  const relationships = (inner: string) =>
    `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${inner}</Relationships>`
  const made: TestEntry[] = [
    { name: '_rels/.rels', content: relationships(relationship('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${names
        .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships(
        names.map((_, i) => relationship(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          (shared === undefined ? '' : relationship('st', 'sharedStrings', 'sharedStrings.xml')),
      ),
    },
    ...names.map((name, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: sheets[name].startsWith('<?xml') ? sheets[name] : worksheet(sheets[name]),
    })),
    ...(shared === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${shared}</sst>` }]),
  ]
  const replaced = new Set(parts.map(({ name }) => name))
  return buildZip([...made.filter(({ name }) => !replaced.has(name)), ...parts])
}
