import { FORMULA } from './write-csv.ts'

/** A field is cut by one of these, in this order where a file has none at all. */
const SEPARATORS = [';', '\t', ','] as const

/**
 * Reads text with separators (RFC 4180, and as Excel writes it in Russia: semicolons, Windows-1251 or UTF-8 with a
 * mark). The separator is the one most frequent in the first line outside quotes. Returns rows of fields with the
 * number of the line each begins on, from 1; lines that are empty are left out.
 */
export function readCsv(bytes: Uint8Array): { readonly line: number; readonly fields: string[] }[] {
  const text = decode(bytes)
  const separator = separatorOf(text)
  const rows: { line: number; fields: string[] }[] = []
  let fields: string[] = []
  let field = ''
  let quoted = false
  let line = 1
  let startedOn = 1
  const endRow = () => {
    fields.push(field)
    if (fields.some(one => one !== '')) rows.push({ line: startedOn, fields: fields.map(withoutGuard) })
    fields = []
    field = ''
    startedOn = line
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (letter === '\n') line++
    if (quoted) {
      if (letter !== '"') field += letter
      else if (text[i + 1] === '"') {
        field += '"'
        i++
      } else quoted = false
    } else if (letter === '"' && field === '') quoted = true
    else if (letter === separator) {
      fields.push(field)
      field = ''
    } else if (letter === '\n') endRow()
    else if (letter !== '\r') field += letter
  }
  if (field !== '' || fields.length > 0) endRow()
  return rows
}

/** The apostrophe that writeCsv puts before what a spreadsheet program would take for a formula. */
function withoutGuard(field: string): string {
  return field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/\r?\n|$/)).replace(/"[^"]*"/g, '')
  const count = (separator: string) => first.split(separator).length
  return [...SEPARATORS].sort((a, b) => count(b) - count(a))[0]
}
