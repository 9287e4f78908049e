import { FORMULA } from './write-csv.ts'

/** A field is cut by one of these, in this order where a file has none at all. */
const SEPARATORS = [';', '\t', ','] as const

/** A line of the text as a row of fields. */
interface CsvRow {
  /** Number of the line it begins on, from 1. */
  readonly line: number
  readonly fields: string[]
}

/**
 * Reads text with separators (RFC 4180, and as Excel writes it in Russia: semicolons, Windows-1251 or UTF-8 with a
 * mark), row by row as they are asked for: a reader that stops after so many rows has not paid for the others. The
 * separator is the one most frequent in the first line outside quotes; lines that are empty are left out, and fields
 * beyond `mostFields` are not kept.
 */
export function* readCsv(bytes: Uint8Array, mostFields = 10_000): Generator<CsvRow> {
  const text = decode(bytes)
  const separator = separatorOf(text)
  let fields: string[] = []
  let from = 0
  let field = ''
  let quoted = false
  let line = 1
  let startedOn = 1
  const endField = (end: number) => {
    if (fields.length < mostFields) fields.push(field + text.slice(from, end))
    field = ''
    from = end + 1
  }
  const takeRow = (): CsvRow | null => {
    const row = fields.some(one => one !== '') ? { line: startedOn, fields: fields.map(withoutGuard) } : null
    fields = []
    startedOn = line
    return row
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (letter === '\n') line++
    if (quoted) {
      if (letter !== '"') continue
      field += text.slice(from, i)
      from = i + 1
      if (text[i + 1] === '"') i++
      else quoted = false
    } else if (letter === '"' && field === '' && from === i) {
      quoted = true
      from = i + 1
    } else if (letter === separator) endField(i)
    else if (letter === '\r') {
      field += text.slice(from, i)
      from = i + 1
    } else if (letter === '\n') {
      endField(i)
      const row = takeRow()
      if (row) yield row
    }
  }
  if (field !== '' || from < text.length || fields.length > 0) {
    endField(text.length)
    const row = takeRow()
    if (row) yield row
  }
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
