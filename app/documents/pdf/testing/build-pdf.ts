/** A stream of a page, or the objects that stand beside the pages. */
export interface PdfToBuild {
  /** The content of each page, as PDF writes it. */
  readonly pages: readonly string[]
  /** Of each page, in points. */
  readonly size?: readonly [number, number]
  /** A picture named Im0 that pages may paint. */
  readonly picture?: boolean
  /** Opens with a password that nobody has. */
  readonly locked?: boolean
  /** Entries of a page: «/Rotate 90». */
  readonly entries?: string
}

/** The bytes of a plain PDF, for tests: letters of F1 are Latin. */
export function buildPdf({ pages, size = [595, 842], picture, locked, entries = '' }: PdfToBuild): Buffer {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', '', font('Helvetica')]
  const add = (object: string) => objects.push(object)
  const xobjects = picture ? `/XObject<</Im0 ${add(stream(IMAGE, '\u0000'))} 0 R>>` : ''
  const kids = pages.map(content => {
    const body = add(stream('', content))
    const resources = `<</Font<</F1 3 0 R>>${xobjects}>>`
    const box = `/MediaBox[0 0 ${size.join(' ')}]`
    return `${add(`<</Type/Page/Parent 2 0 R${box}/Resources${resources}/Contents ${body} 0 R${entries}>>`)} 0 R`
  })
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  const key = Array(32).fill('41').join('')
  const lock = locked ? `/Encrypt ${add(`<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`)} 0 R` : ''
  return assemble(objects, `${lock}/ID[<${key}><${key}>]`)
}

const IMAGE = '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'

function font(name: string): string {
  return `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`
}

function stream(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`
}

function assemble(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
