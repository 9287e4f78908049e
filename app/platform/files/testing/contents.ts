import { buildZip } from '../../../documents/spreadsheet/testing/build-zip.ts'

/** Small true contents of several kinds. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
export const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(200, 7),
  Buffer.from('ffd9', 'hex'),
])

/** A zip of these parts, in this order. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  return buildZip(Object.entries(parts).map(([name, content]) => ({ name, content })))
}

const MAIN = { word: 'wordprocessingml.document', xl: 'spreadsheetml.sheet' } as const

/** An office document: a Word one (`word`) or a workbook (`xl`), with further parts. */
export function ooxml(kind: keyof typeof MAIN, parts: Readonly<Record<string, string>> = {}): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${MAIN[kind]}.main+xml`
  return zipOf({ '[Content_Types].xml': `<Types><Override ContentType="${type}"/></Types>`, ...parts })
}
