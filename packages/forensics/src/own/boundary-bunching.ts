import { type Message, message } from '../message.ts'
import type { Method, MethodResult, SchoolFinding } from '../method.ts'
import { probability, smallSample } from '../notes.ts'
import { binomialUpperTail, clopperPearson } from '../numeric/binomial.ts'
import { sumOfBinomialsUpperTail } from '../numeric/sum-of-binomials.ts'
import { sources } from '../sources.ts'
import { regionDistribution, schoolDistribution } from '../summarise.ts'
import type { Tally } from '../tally.ts'
import { withQ } from './with-q.ts'

/** Works on the two scores that meet at a mark boundary. */
export type BunchingBoundary = {
  readonly mark: 3 | 4 | 5
  /** First score of the mark, c. */
  readonly score: number
  /** Works with c − 1 and with c points. */
  readonly below: number
  readonly at: number
  /** at/(below + at); null when both are empty. */
  readonly share: number | null
  /** Exact upper tail against an even split of the two scores. */
  readonly pNeutral: number | null
}

export interface BunchingRegion {
  readonly schools: number
  /** The region's own bunching: a finding about the region, not about a school. */
  readonly boundaries: readonly BunchingBoundary[]
}

/**
 * Bunching at mark boundaries. At each boundary c a school has D works with c − 1 points and U with c; given their
 * sum, U is binomial with the region's own share at that boundary, and the boundaries are independent (their scores
 * differ). One row per school over all boundaries: n = Σ(U + D), value = ΣU/n, reference = the share expected from
 * the region, p = exact upper tail of the sum of binomials. Interval: Clopper–Pearson, exact for equal shares and
 * somewhat wide for differing ones.
 *
 * `details.boundaries` gives each boundary with p against the region and pNeutral against an even split. Only the
 * former says something of a school: where a whole region lifts works over the boundary, most schools fail the
 * even split. The region's shares include the school itself; a school that is a large part of it looks too ordinary.
 * The share is not conditioned on the school's level.
 *
 * A mark of a single score (c₄ = c₃ + 1) makes two boundaries meet on that score: its works would count once as «at»
 * and once as «below», and the counts would not be independent. The upper of the two boundaries is left out, for the
 * region and for every school, and a note says so.
 */
export const boundaryBunching: Method<Tally, MethodResult<BunchingRegion>> = {
  id: 'boundary-bunching',
  family: 'own',
  version: '2',
  title: message('method.boundary-bunching.title'),
  sources: [sources.ownBunching, sources.regulator2017, sources.clopperPearson, sources.falseDiscovery],
  needs: ['totals', 'scale'],
  compute,
  explain({ n, value, lower, upper, reference, p }: SchoolFinding) {
    return message('method.boundary-bunching.finding', {
      n,
      value: value ?? 0,
      lower: lower ?? 0,
      upper: upper ?? 1,
      reference: reference ?? 0,
      ...probability(p ?? 1),
    })
  },
  innocent: [
    message('innocent.benefit-of-doubt'),
    message('innocent.small-class'),
    message('innocent.one-marker'),
    message('innocent.ability-at-boundary'),
  ],
  confirm: [message('confirm.remark-boundary'), message('confirm.corrections-in-works')],
  refute: [message('refute.remark-agrees'), message('refute.other-subjects-even')],
}

/** The boundaries that have a score on either side; a scale may begin at 0 or be cut by the maximum. */
function boundariesOf(tally: Tally): { mark: 3 | 4 | 5; score: number }[] {
  const { boundaries, maxScore } = tally.shape
  if (!boundaries) return []
  const marks = [3, 4, 5] as const
  const usable: { mark: 3 | 4 | 5; score: number }[] = []
  for (const [i, mark] of marks.entries()) {
    const score = boundaries[i]
    if (score >= 1 && score <= maxScore && score - 1 !== usable.at(-1)?.score) usable.push({ mark, score })
  }
  return usable
}

/** Which boundaries were left out because they share a score with the one below. */
function notesOf(tally: Tally, places: readonly { mark: number }[]): Message[] {
  const { boundaries, maxScore } = tally.shape
  return ([3, 4, 5] as const)
    .filter((mark, i) => {
      const score = boundaries?.[i] ?? 0
      return score >= 1 && score <= maxScore && !places.some(place => place.mark === mark)
    })
    .map(mark => message('note.boundary-left-out', { mark }))
}

function countAt(
  distribution: Uint32Array,
  { mark, score }: { mark: 3 | 4 | 5; score: number },
): BunchingBoundary {
  const below = distribution[score - 1]
  const at = distribution[score]
  const n = below + at
  return {
    mark,
    score,
    below,
    at,
    share: n === 0 ? null : at / n,
    pNeutral: n === 0 ? null : binomialUpperTail(at, n, 0.5),
  }
}

function compute(tally: Tally): MethodResult<BunchingRegion> {
  const places = boundariesOf(tally)
  const whole = regionDistribution(tally)
  const notes = notesOf(tally, places)
  const region = places.map(place => countAt(whole, place))
  const findings: SchoolFinding[] = []
  for (let school = 0; school < tally.shape.schoolCount; school++) {
    const distribution = schoolDistribution(tally, school)
    const finding = findingOf(
      school,
      places.map(place => countAt(distribution, place)),
      region,
      notes,
    )
    if (finding) findings.push(finding)
  }
  return { region: { schools: findings.length, boundaries: region }, findings: withQ(findings) }
}

function findingOf(
  school: number,
  own: readonly BunchingBoundary[],
  region: readonly BunchingBoundary[],
  notes: readonly Message[],
): SchoolFinding | null {
  const parts = own.map(({ at, below }, i) => ({ n: at + below, share: region[i].share ?? 0 }))
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  if (n === 0) return null
  const over = own.reduce((sum, { at }) => sum + at, 0)
  const expected = parts.reduce((sum, part) => sum + part.n * part.share, 0)
  return {
    school,
    n,
    value: over / n,
    ...clopperPearson(over, n),
    reference: expected / n,
    marked: null,
    p: sumOfBinomialsUpperTail(over, parts),
    q: null,
    notes: [...smallSample(n), ...notes],
    details: {
      boundaries: own.map((boundary, i) => ({
        ...boundary,
        reference: region[i].share,
        p: parts[i].n === 0 ? null : binomialUpperTail(boundary.at, parts[i].n, parts[i].share),
      })),
    },
  }
}
