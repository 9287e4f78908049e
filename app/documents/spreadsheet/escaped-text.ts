/**
 * Characters that XML cannot carry stand in a workbook as `_xHHHH_`, and an underscore that would look like the
 * start of one as `_x005F_` (ECMA-376, part 1, 22.9.2.19, ST_Xstring).
 */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** One character may stand in the file as `&#1051;` or `_x000D_`: so much longer than its text a run may be. */
export const MARKUP_PER_CHARACTER = 8

// Control characters, halves of a surrogate pair standing alone, the two non-characters, and a literal escape.
const NEEDS_ESCAPE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what cannot stand in XML
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g

const MARKUP = /[&<>"]/g
const MARKUP_NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as it stands in the XML of a workbook, in elements and in attributes in double quotes. */
export function escapeText(text: string): string {
  return text.replace(NEEDS_ESCAPE, escapeCharacter).replace(MARKUP, character => MARKUP_NAMES[character])
}

function escapeCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
