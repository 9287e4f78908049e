import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { Fault } from './fault.ts'

export type Attributes = Readonly<Record<string, string>>

/** Receives the events of one XML part. Names come without their namespace prefix. */
export interface XmlHandler {
  /** Depth of the element: the root is at 0. */
  open(name: string, attributes: Attributes, depth: number): void
  close(name: string, depth: number): void
  text(text: string): void
  /** True when nothing more is wanted of the part. */
  readonly finished?: boolean
}

/** Bytes given to the parser at once: what one event can be late by, and what a kept text may hold in memory. */
const SLICE = 16 * 1024
/** Elements inside one another; workbooks need about ten. The parser keeps every open one. */
const MAX_DEPTH = 64

/**
 * Parses an XML part strictly, slice by slice. `maxRun` bounds the characters between two events (one text, one tag,
 * one comment): the parser gathers them in memory. Throws a Fault: `xml-broken`, `xml-dtd` (declarations of entities
 * are the way to a «billion laughs», and no spreadsheet program writes them), `xml-run` for a run too long.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  maxRun: number,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let quietCharacters = 0
  parser.on('error', () => {
    throw new Fault('xml-broken')
  })
  parser.on('doctype', () => {
    throw new Fault('xml-dtd')
  })
  parser.on('opentag', ({ name, attributes }) => {
    quietCharacters = 0
    if (depth === MAX_DEPTH) throw new Fault('xml-broken')
    handler.open(localName(name), attributes, depth++)
  })
  parser.on('closetag', ({ name }) => {
    quietCharacters = 0
    handler.close(localName(name), --depth)
  })
  const text = (words: string) => {
    quietCharacters = 0
    handler.text(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('comment', () => {
    quietCharacters = 0
  })

  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk)
    for (let start = 0; start < chunk.length; start += SLICE) {
      const words = decode(decoder, chunk.subarray(start, start + SLICE))
      quietCharacters += words.length
      parser.write(words)
      if (handler.finished) return
      if (quietCharacters > maxRun) throw new Fault('xml-run')
    }
  }
  parser.write(decode(decoder ?? new TextDecoder()))
  parser.close()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** A package part is UTF-8 or UTF-16 (ECMA-376, part 2, 8.1.4); the first bytes tell which. */
function decoderFor(chunk: Uint8Array): TextDecoder {
  const [first, second] = chunk
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return fatal('utf-16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return fatal('utf-16be')
  return fatal('utf-8')
}

function fatal(encoding: string): TextDecoder {
  return new TextDecoder(encoding, { fatal: true })
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw new Fault('xml-broken')
  }
}
