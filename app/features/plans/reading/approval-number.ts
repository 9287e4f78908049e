/** A line of the block that speaks of the document: a year, or what it is called. */
const OF_DOCUMENT = /(?:19|20)\d{2}|приказ|распоряжени|постановлени|протокол/i

/**
 * The number under «УТВЕРЖДАЮ»: the last one of the line that has the date or names the document. «СОШ № 12» on the line of
 * the post is none.
 */
export function approvalNumber(block: string): string | null {
  const lines = block.split('\n').filter(line => OF_DOCUMENT.test(line))
  const numbers = lines.flatMap(line => [...line.matchAll(/(?:№|N°?)\s*(\d[\p{L}\d/.-]*)/gu)])
  return numbers.at(-1)?.[1].replace(/[.,-]+$/, '') ?? null
}
