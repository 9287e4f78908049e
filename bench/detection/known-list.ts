import { measureWorks } from '../../packages/forensics/src/measurement/index.ts'
import { itemParametersOf } from '../../packages/forensics/src/person-fit/index.ts'

/** Abilities at which the likelihoods are written down. */
const POINTS = 81
const LIMIT = 4

/**
 * What somebody reaches who is told the compromised tasks: the signed likelihood ratio of two abilities, on these tasks
 * and on the rest, against one (Sinharay 2017, J. Educ. Behav. Stat. 42: 46–68); tasks by 2PL. The bound that a method
 * without the list is measured by.
 *
 * @param scores J columns of 0 and 1
 */
export function knownListRatio(scores: readonly Uint8Array[], compromised: ArrayLike<boolean>): Float64Array {
  const count = scores[0].length
  const { fit } = measureWorks({ count, scores }, new Uint8Array(scores.length).fill(1))
  if (fit.model === null) throw new Error(`no model: ${fit.reason}`)
  const items = itemParametersOf(fit.model)
  const logs = items.map(({ slope, intercepts }) =>
    Array.from({ length: POINTS }, (_, q) => {
      const right = 1 / (1 + Math.exp(-slope * (-LIMIT + (2 * LIMIT * q) / (POINTS - 1)) - intercepts[1]))
      return [Math.log(1 - right), Math.log(right)]
    }),
  )
  return Float64Array.from({ length: count }, (_, i) => {
    const listed = new Float64Array(POINTS)
    const rest = new Float64Array(POINTS)
    for (const [j, column] of scores.entries()) {
      const part = compromised[j] ? listed : rest
      for (let q = 0; q < POINTS; q++) part[q] += logs[j][q][column[i]]
    }
    const both = listed.map((x, q) => x + rest[q])
    const [one, other, all] = [listed, rest, both].map(part => part.indexOf(Math.max(...part)))
    const ratio = 2 * (listed[one] + rest[other] - both[all])
    return Math.sign(one - other) * Math.sqrt(Math.max(0, ratio))
  })
}
