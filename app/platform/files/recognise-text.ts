import { open } from 'node:fs/promises'
import type { Recognised } from './file-kinds.ts'

/** No text holds these; tab, line feed, form feed and carriage return are all it needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a binary file from text
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\u007F]/
/** Where a program that guesses would see a page (WHATWG MIME Sniffing, 7.1, and whatever begins like it). */
const MARKUP = /^\s*<[a-z!?%]/i
const SCRIPT = /^#!/

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251'

/**
 * Tells text from everything else: in UTF-8, in UTF-16 with its mark, or in Windows-1251 as old programs still write
 * it. A page or a script in plain letters is text too, but not one to be kept.
 */
export async function recogniseText(path: string): Promise<Recognised> {
  const marked = await encodingByMark(path)
  const beginnings = [await readAs(path, marked ?? 'utf-8')]
  if (beginnings[0] === null && marked === null) beginnings.push(await readAs(path, 'windows-1251'))
  const beginning = beginnings.find(text => text !== null)
  if (beginning === undefined || beginning === null) return { refused: 'other' }
  if (MARKUP.test(beginning)) return { refused: 'page' }
  if (SCRIPT.test(beginning)) return { refused: 'program' }
  return { kind: 'text' }
}

/** The first characters when the whole file is text in this encoding, null otherwise. */
async function readAs(path: string, encoding: Encoding): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const file = await open(path)
  let beginning = ''
  try {
    for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true })
      if (CONTROL.test(text)) return null
      if (beginning.length < 1024) beginning += text.slice(0, 1024)
    }
    decoder.decode()
    return beginning
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

async function encodingByMark(path: string): Promise<Encoding | null> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le'
    if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be'
    return null
  } finally {
    await file.close()
  }
}
