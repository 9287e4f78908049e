import type { ChannelValues, PreparedWorks } from './contract.ts'

export interface JournalOptions {
  /**
   * `test-above` (default): the test is higher than the journal lets expect, the direction of a manipulated test.
   * `journal-above`: journal marks are more generous than the test supports, the direction of a generous journal.
   */
  readonly direction?: 'test-above' | 'journal-above'
}

/** Works of about equal ability whose journal marks are compared: enough strata for any curve, enough works in each. */
const STRATA = 40
const CELLS = 1024

/**
 * Channel «journal»: directional leniency of journal marks against the test.
 *
 * Among works of about equal ability a work with journal mark m has the probability-scale residual
 * r = P(M < m) − P(M > m), M the mark of a random work of the region at that ability: between −1 and 1, mean 0, needs
 * only the order of marks (Li, Shepherd 2012, Biometrika 99: 473–480; the ridit of Bross 1958 on another scale).
 * value = −mean r over the group (its sign turned for `journal-above`), variance = Σ Var(r | stratum)/n².
 *
 * The marks are held against the test, where the level channel holds the test against the marks; the two answer
 * differently for the weak and the strong, since neither measure is free of error. Sees: a group whose marks stand
 * systematically lower than its test. Does not see: a test and a journal made generous together. Innocent: a strict
 * teacher, marks of a term for other things than the test asks.
 */
export function journalChannel(prepared: PreparedWorks, options: JournalOptions = {}): ChannelValues {
  const { groupCount, groupStart, journal, count } = prepared
  const sign = options.direction === 'journal-above' ? 1 : -1
  const stratum = strataOf(prepared.model === null ? prepared.total : prepared.ability, journal, count)
  const shares = new Float64Array(STRATA * 6)
  for (let i = 0; i < count; i++) {
    if (journal[i] >= 1 && journal[i] <= 5 && stratum[i] >= 0) shares[stratum[i] * 6 + journal[i]]++
  }
  const residual = new Float64Array(STRATA * 6)
  const spread = new Float64Array(STRATA)
  for (let s = 0; s < STRATA; s++) {
    const row = shares.subarray(s * 6, s * 6 + 6)
    const total = row.reduce((a, b) => a + b, 0)
    let below = 0
    for (let m = 1; m <= 5; m++) {
      residual[s * 6 + m] = total === 0 ? 0 : (2 * below + row[m]) / total - 1
      below += row[m]
      spread[s] += total === 0 ? 0 : (row[m] / total) * residual[s * 6 + m] ** 2
    }
  }
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const n = new Int32Array(groupCount)
  for (let g = 0; g < groupCount; g++) {
    let sum = 0
    let squares = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      if (!(journal[i] >= 1 && journal[i] <= 5) || stratum[i] < 0) continue
      n[g]++
      sum += residual[stratum[i] * 6 + journal[i]]
      squares += spread[stratum[i]]
    }
    if (n[g] === 0 || !(squares > 0)) continue
    value[g] = (sign * sum) / n[g]
    variance[g] = squares / n[g] ** 2
  }
  return { channel: 'journal', value, variance, n }
}

/**
 * Strata of about equal size by ability among the works with a mark, from a histogram of equal cells, so that no
 * sorting is needed; −1 for a work without an ability. Equal abilities are always in one stratum.
 */
function strataOf(ability: ArrayLike<number>, journal: Uint8Array, count: number): Int16Array {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    if (ability[i] < low) low = ability[i]
    if (ability[i] > high) high = ability[i]
  }
  const scale = high > low ? (CELLS - 1) / (high - low) : 0
  const cells = new Uint32Array(CELLS)
  let marked = 0
  for (let i = 0; i < count; i++) {
    if (!(journal[i] >= 1 && journal[i] <= 5) || !Number.isFinite(ability[i])) continue
    cells[Math.floor((ability[i] - low) * scale)]++
    marked++
  }
  const stratumOfCell = new Int16Array(CELLS)
  let before = 0
  for (let c = 0; c < CELLS; c++) {
    stratumOfCell[c] =
      marked === 0 ? 0 : Math.min(STRATA - 1, Math.floor(((before + cells[c] / 2) * STRATA) / marked))
    before += cells[c]
  }
  const stratum = new Int16Array(count)
  for (let i = 0; i < count; i++) {
    stratum[i] = Number.isFinite(ability[i]) ? stratumOfCell[Math.floor((ability[i] - low) * scale)] : -1
  }
  return stratum
}
