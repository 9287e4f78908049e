import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Fixed time of the parts of the archive: the earliest that zip knows. */
const PACKED_AT = '1980-01-02T00:00:00Z'

/**
 * Takes out of a Word file what differs from one making to the next: the instant in its properties and in the archive, and
 * the ids of pictures, which the library counts over all documents of the process.
 */
export function makeReproducible(docx: Uint8Array, date: string): Buffer {
  const parts = unzipSync(docx)
  const fixed = Object.fromEntries(
    Object.keys(parts)
      .sort(contentTypesFirst)
      .map(name => [name, fixPart(name, parts[name], date)]),
  )
  return Buffer.from(zipSync(fixed, { mtime: new Date(PACKED_AT), level: 6 }))
}

function fixPart(name: string, content: Uint8Array, date: string): Uint8Array {
  if (name === 'docProps/core.xml')
    return replaceIn(content, /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
  if (name !== 'word/document.xml') return content
  let picture = 0
  return strToU8(strFromU8(content).replace(/(<wp:docPr id=")\d+"/g, (_, head) => `${head}${++picture}"`))
}

function replaceIn(content: Uint8Array, pattern: RegExp, by: string): Uint8Array {
  return strToU8(strFromU8(content).replace(pattern, by))
}

/** Some readers want the list of types before anything else. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}
