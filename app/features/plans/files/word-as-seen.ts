import { replaceElements } from './word-elements.ts'

/**
 * Makes a reader of words see what a person sees: a row that begins some columns to the right gets its empty cells, and
 * hidden text goes.
 */
export function asSeen(document: string): string {
  return replaceElements(replaceElements(document, 'trPr', withCellsBefore), 'r', withoutHidden)
}

function withCellsBefore(inner: string, whole: string): string {
  const columns = Number(/<w:gridBefore w:val="(\d{1,2})"/.exec(inner)?.[1] ?? 0)
  if (columns === 0) return whole
  return `${whole}<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`
}

const HIDDEN = /^\s*<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*?<w:vanish\s*(?:\/>|w:val="(?:1|true|on)")/

function withoutHidden(inner: string, whole: string): string {
  return HIDDEN.test(inner) && !/<(?:w:drawing|w:pict|mc:)/.test(inner) ? '' : whole
}
