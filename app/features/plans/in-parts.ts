/** A list in parts of at most so many, in its order: statements have an end, and so has memory. */
export function* inParts<T>(items: readonly T[], most: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += most) yield items.slice(from, from + most)
}
