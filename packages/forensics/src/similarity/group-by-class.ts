/** Pupils by class: those of class c are `member[start[c]] … member[start[c + 1] − 1]`, in the order of pupils. */
export interface ClassIndex {
  /** C + 1. */
  readonly start: Int32Array
  readonly member: Int32Array
}

/**
 * Sorts pupils into classes by counting.
 *
 * @param classOf class of each pupil, 0 ≤ c < classCount; a negative one leaves the pupil out
 */
export function groupByClass(classOf: Int32Array, classCount: number): ClassIndex {
  const start = new Int32Array(classCount + 1)
  for (const c of classOf) if (c >= 0) start[c + 1]++
  for (let c = 0; c < classCount; c++) start[c + 1] += start[c]
  const member = new Int32Array(start[classCount])
  const next = start.slice(0, classCount)
  for (let i = 0; i < classOf.length; i++) if (classOf[i] >= 0) member[next[classOf[i]]++] = i
  return { start, member }
}
