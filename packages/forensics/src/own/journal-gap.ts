import { message } from '../message.ts'
import type { Method, MethodResult, SchoolFinding } from '../method.ts'
import { probability, smallSample } from '../notes.ts'
import { betaBinomialUpperTail } from '../numeric/beta-binomial.ts'
import { wilson } from '../numeric/binomial.ts'
import { sources } from '../sources.ts'
import { JOURNAL_ROWS, type Tally } from '../tally.ts'
import { correlationWithin } from './correlation-within.ts'
import { type StuartMaxwell, stuartMaxwell } from './stuart-maxwell.ts'
import { quadraticKappa } from './weighted-kappa.ts'
import { withQ } from './with-q.ts'

/** Marks 2, 3, 4, 5. */
const MARKS = 4

/** Marks of the work against marks of the journal, of one school or the region; works with both. */
export type JournalComparison = {
  readonly n: number
  /** «Понизили», «подтвердили», «повысили»: the mark of the work below, equal to, above the journal's. */
  readonly lowered: number
  readonly confirmed: number
  readonly raised: number
  /** Works whose two marks differ by two or more. */
  readonly far: number
  /** Agreement with quadratic weights; null where both sides are constant and equal. */
  readonly kappa: number | null
  /** Test of equal margins; null where no mark differs. */
  readonly stuartMaxwell: StuartMaxwell | null
  /** 4 × 4 counts, `table[journal − 2][work − 2]`. */
  readonly table: readonly (readonly number[])[]
}

export type JournalGapRegion = JournalComparison & {
  /**
   * How alike two works of one school are in being lowered (ρ, 0 … 1), beyond the region's share: what is ordinary
   * between schools. Null where no school has two works or all works are alike.
   */
  readonly correlation: number | null
}

/**
 * The mark that the scale gives the work against the mark of the school journal. Value = share of works marked
 * lower than the journal; reference = the region's share π. `details` is the whole comparison (JournalComparison). A
 * journal mark 1 counts as 2: the scale of the work has no 1.
 *
 * Honest schools keep journals in different ways, so works of one school are alike. p is therefore the upper tail of a
 * beta-binomial count with mean nπ and variance nπ(1 − π)(1 + (n − 1)ρ), ρ by moments over all schools
 * (correlationWithin; Kleinman 1973); with ρ = 0 it is the exact binomial tail. ρ is not winsorised and the odd schools
 * are in it, which keeps p on the cautious side. The interval is Wilson's for n/(1 + (n − 1)ρ) works, so that it and p
 * hold the same thing against the region.
 */
export const journalGap: Method<Tally, MethodResult<JournalGapRegion>> = {
  id: 'journal-gap',
  family: 'own',
  version: '2',
  title: message('method.journal-gap.title'),
  sources: [
    sources.regulator2017,
    sources.weightedKappa,
    sources.stuart,
    sources.maxwell,
    sources.extraneousVariance,
    sources.wilson,
    sources.falseDiscovery,
  ],
  needs: ['totals', 'scale', 'journal'],
  compute,
  explain({ n, value, lower, upper, reference, p, details }: SchoolFinding) {
    const { lowered, far } = details as JournalComparison
    return message('method.journal-gap.finding', {
      n,
      lowered,
      far,
      value: value ?? 0,
      lower: lower ?? 0,
      upper: upper ?? 1,
      reference: reference ?? 0,
      ...probability(p ?? 1),
    })
  },
  innocent: [
    message('innocent.journal-other-content'),
    message('innocent.journal-rewards-effort'),
    message('innocent.small-class'),
    message('innocent.one-teacher'),
  ],
  confirm: [message('confirm.journal-review'), message('confirm.several-subjects')],
  refute: [message('refute.school-own-scale'), message('refute.several-years')],
}

function compute(tally: Tally): MethodResult<JournalGapRegion> {
  const { shape } = tally
  const markOf = marksByTotal(shape.boundaries, shape.maxScore)
  const whole = new Float64Array(MARKS * MARKS)
  const tables: { school: number; table: Float64Array }[] = []
  if (markOf)
    for (let school = 0; school < shape.schoolCount; school++) {
      const table = tableOf(tally, school, markOf)
      if (!table) continue
      tables.push({ school, table })
      for (let cell = 0; cell < table.length; cell++) whole[cell] += table[cell]
    }
  const region = compare(whole)
  const reference = region.n === 0 ? 0 : region.lowered / region.n
  const compared = tables.map(({ school, table }) => ({ school, comparison: compare(table) }))
  const correlation = correlationWithin(
    compared.map(({ comparison: { n, lowered } }) => ({ n, count: lowered })),
  )
  return {
    region: { ...region, correlation },
    findings: withQ(
      compared.map(({ school, comparison }) => findingOf(school, comparison, reference, correlation ?? 0)),
    ),
  }
}

/** Index of the mark (0 for «2» … 3 for «5») of each total. */
function marksByTotal(
  boundaries: readonly [number, number, number] | null,
  maxScore: number,
): Uint8Array | null {
  if (!boundaries) return null
  return Uint8Array.from(
    { length: maxScore + 1 },
    (_, total) => boundaries.filter(first => total >= first).length,
  )
}

function tableOf(tally: Tally, school: number, markOf: Uint8Array): Float64Array | null {
  const totals = markOf.length
  const table = new Float64Array(MARKS * MARKS)
  let n = 0
  for (let journal = 1; journal < JOURNAL_ROWS; journal++) {
    const start = (school * JOURNAL_ROWS + journal) * totals
    const row = Math.max(journal - 2, 0) * MARKS
    for (let total = 0; total < totals; total++) {
      const works = tally.cells[start + total]
      table[row + markOf[total]] += works
      n += works
    }
  }
  return n === 0 ? null : table
}

function compare(table: Float64Array): JournalComparison {
  let n = 0
  let lowered = 0
  let raised = 0
  let far = 0
  for (let journal = 0; journal < MARKS; journal++)
    for (let work = 0; work < MARKS; work++) {
      const count = table[journal * MARKS + work]
      n += count
      if (work < journal) lowered += count
      if (work > journal) raised += count
      if (Math.abs(work - journal) >= 2) far += count
    }
  return {
    n,
    lowered,
    confirmed: n - lowered - raised,
    raised,
    far,
    kappa: quadraticKappa(table, MARKS),
    stuartMaxwell: stuartMaxwell(table, MARKS),
    table: Array.from({ length: MARKS }, (_, journal) => [
      ...table.subarray(journal * MARKS, (journal + 1) * MARKS),
    ]),
  }
}

function findingOf(
  school: number,
  details: JournalComparison,
  reference: number,
  correlation: number,
): SchoolFinding {
  const { n, lowered } = details
  // Alike works tell less: n of them are worth this many independent ones.
  const worth = n / (1 + (n - 1) * correlation)
  return {
    school,
    n,
    value: lowered / n,
    ...wilson((lowered / n) * worth, worth),
    reference,
    marked: null,
    p: betaBinomialUpperTail(lowered, n, reference, correlation),
    q: null,
    notes: smallSample(n),
    details,
  }
}
