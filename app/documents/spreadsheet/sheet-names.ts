const MAX_LENGTH = 31
const FORBIDDEN = /[\\/?*[\]:]|\p{Cc}/gu

/**
 * Names that a spreadsheet program accepts, one for each asked for and no two alike: at most 31 characters, none of
 * `\ / ? * [ ] :`, no apostrophe at an end, not «History» (kept by Excel for itself), unlike also without case.
 */
export function safeSheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history'])
  return wanted.map(name => {
    const clean =
      name
        .replace(FORBIDDEN, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Sheet'
    let candidate = cut(clean, MAX_LENGTH)
    for (let number = 2; taken.has(candidate.toLowerCase()); number++) {
      const suffix = ` (${number})`
      candidate = cut(clean, MAX_LENGTH - suffix.length) + suffix
    }
    taken.add(candidate.toLowerCase())
    return candidate
  })
}

/** Cuts without leaving half of a surrogate pair, a space or an apostrophe at the end. */
function cut(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[\s']+$/, '')
}
