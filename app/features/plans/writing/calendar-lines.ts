/** Longest line of a calendar file in octets, without its end (RFC 5545, 3.1). */
const MOST_OCTETS = 75

/** One content line, folded: what is longer goes on behind a line end and a space, and no character is cut in two. */
export function foldLine(line: string): string {
  const pieces: string[] = ['']
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MOST_OCTETS) {
      pieces.push('')
      // The space that begins the line is one of its octets.
      octets = 1
    }
    pieces[pieces.length - 1] += character
    octets += size
  }
  return pieces.join('\r\n ')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no line of a calendar may hold
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/gu

/** A value of type TEXT (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
}

/** A value of type DATE (3.3.4): 20210312. */
export function dateValue(day: string): string {
  return day.replaceAll('-', '')
}

/** A value of type DATE-TIME in UTC (3.3.5): 20210312T091500Z. */
export function instantValue(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
