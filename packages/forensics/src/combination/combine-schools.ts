import { normalUpperTail } from '../numeric/normal.ts'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import { cauchyP, fisherCovariance, scaledFisherP } from './combine-p.ts'
import { againstOwnBulk, type Combined } from './combined.ts'
import { oddestP, oddestSetP, wholeSchoolP } from './school-lists.ts'
import {
  correlationWithin,
  pairsOf,
  type SchoolUnits,
  setSizes,
  type UnitCorrelation,
  unitsBySchool,
} from './units.ts'

export interface SchoolCombination extends Combined {
  /** Units with a degree, per school. */
  readonly units: Int32Array
  /** Index of the oddest unit of each school; −1 without any. */
  readonly leading: Int32Array
  readonly correlation: UnitCorrelation
}

/**
 * One degree of suspicion per school over all sets, classes and channels. Nobody knows how widely a school manipulates,
 * so it is looked at in four ways, and each has a quarter of the weight:
 *
 * - one class in one way: the oddest class of a channel that may flag alone, the quarter shared evenly by these channels;
 * - one class in several ways: its oddest class by the degree over all channels;
 * - one set: its oddest set by the mean degree of the classes;
 * - the whole school: the mean degree of everything.
 *
 * Each way gives a p-value that allows for how many classes the school has (school-lists.ts). They are joined by
 * Cauchy's rule with weights (Liu & Xie 2020), whose tail is right under any dependence: what stands out in one way
 * alone keeps its p-value but for its share of the weight, as if each way had a list of its own with its share of the
 * budget, and the schools on any of them were flagged. Then the scores are set against their own bulk, by a null fitted to
 * the left and the middle only: where a twentieth of the classes is odd, a quarter of the schools is.
 *
 * Not by a likelihood of all units together: it takes honest classes of one school for jointly normal, while they
 * exceed together far more often than their correlation says (the journal of one school is strict in all its classes),
 * and on honest regions it flagged twice the budget.
 */
export function combineSchools(units: SchoolUnits): SchoolCombination {
  const { schoolCount, school, set, z } = units
  const order = unitsBySchool(units)
  const correlation = correlationWithin(units, order)
  const alone = (units.alone ?? []).filter(column => column.some(value => !Number.isNaN(value)))
  const lists = [
    ...alone.map(column => ({ p: oddestP(schoolCount, school, column), weight: 1 / alone.length })),
    { p: oddestP(schoolCount, school, z), weight: 1 },
    { p: oddestSetP(units, order, correlation), weight: 1 },
    { p: wholeSchoolP(units, order, correlation), weight: 1 },
  ]
  const nothing = () => new Float64Array(schoolCount).fill(Number.NaN)
  const [score, fisher, cauchy] = [nothing(), nothing(), nothing()]
  const leading = new Int32Array(schoolCount).fill(-1)
  for (const [s, own] of order.entries()) {
    if (own.length === 0) continue
    const known = lists.filter(({ p }) => !Number.isNaN(p[s]))
    score[s] = normalUpperQuantile(
      cauchyP(
        known.map(({ p }) => p[s]),
        known.map(({ weight }) => weight),
      ),
    )
    leading[s] = own.reduce((best, u) => (z[u] > z[best] ? u : best))
    const p = own.map(u => normalUpperTail(z[u]))
    const { same, other } = pairsOf(setSizes(own, set))
    fisher[s] = scaledFisherP(
      p,
      same * fisherCovariance(correlation.sameSet) + other * fisherCovariance(correlation.otherSet),
    )
    cauchy[s] = cauchyP(p)
  }
  const counts = Int32Array.from(order, own => own.length)
  return { ...againstOwnBulk(score, { habits: false }), fisher, cauchy, units: counts, leading, correlation }
}
