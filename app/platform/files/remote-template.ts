import { SaxesParser } from 'saxes'

/** The list names one template or none; a few hundred bytes. */
export const TEMPLATE_LIST = 'word/_rels/settings.xml.rels'
export const MAX_TEMPLATE_LIST_BYTES = 64 * 1024

/**
 * Does a list of relationships name a template fetched from elsewhere when the document is opened, with whatever macros
 * it brings? Read by a parser in one pass: a pattern over the whole text can be made to go back over it for minutes, and
 * sees neither another alphabet of the file nor a letter written as its number. Throws for what is no list: Word would
 * not open that either.
 */
export function namesRemoteTemplate(list: Uint8Array): boolean {
  let remote = false
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new Error('a package part declares nothing')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (!/(^|:)relationship$/i.test(name)) return
    remote ||= /\/attachedTemplate$/i.test(attributes.Type ?? '') && isElsewhere(attributes.Target ?? '')
  })
  parser.write(decode(list)).close()
  return remote
}

/** Anything but a file of this machine: another scheme, a share of another machine, an address without a scheme. */
function isElsewhere(target: string): boolean {
  const place = target.trim()
  if (/^file:/i.test(place)) return !/^file:\/\/\/(?![\\/])/i.test(place)
  // One letter and a colon are a disk.
  return /^([\\/]{2}|[a-z][a-z0-9+.-]+:)/i.test(place)
}

/** A package part is UTF-8 or UTF-16 (ECMA-376, part 2, 8.1.4); the first bytes tell which. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}
