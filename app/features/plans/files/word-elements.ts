interface Element {
  readonly attributes: string
  readonly inner: string
  readonly start: number
  readonly end: number
}

/** Elements of a name, up to the first without an end: every letter is passed once, whatever the file holds. */
export function* elements(xml: string, name: string): Generator<Element, undefined> {
  const [opening, closing] = [`<w:${name}`, `</w:${name}>`]
  for (let start = xml.indexOf(opening); start >= 0; ) {
    const tagEnd = xml.indexOf('>', start)
    if (tagEnd < 0) return
    const attributes = xml.slice(start + opening.length, tagEnd)
    let end = tagEnd + 1
    if (/^(?:\s|$)/.test(attributes) && !attributes.endsWith('/')) {
      const close = xml.indexOf(closing, end)
      if (close < 0) return
      const inner = xml.slice(end, close)
      end = close + closing.length
      yield { attributes, inner, start, end }
    }
    start = xml.indexOf(opening, end)
  }
}

/** The document with each element of a name replaced. */
export function replaceElements(
  xml: string,
  name: string,
  replaced: (inner: string, whole: string) => string,
): string {
  const parts: string[] = []
  let from = 0
  for (const { inner, start, end } of elements(xml, name)) {
    parts.push(xml.slice(from, start), replaced(inner, xml.slice(start, end)))
    from = end
  }
  return parts.join('') + xml.slice(from)
}
