import { spreadGivenMean } from '../../packages/forensics/src/channels/homogeneity.ts'
import { invalsiMembership } from '../../packages/forensics/src/channels/invalsi.ts'
import { fitMultilevel } from '../../packages/forensics/src/channels/multilevel.ts'
import { quantileType7 } from '../../packages/forensics/src/numeric/quantile.ts'
import { type EnlaceRows, SUBJECTS } from './enlace-rows.ts'

/** Signs of a row, by name; NaN never. */
export type Features = Map<string, Float64Array>

/**
 * What the aggregates tell of a row without looking at the truth. All are standardised within the paper (level and
 * grade) by median and interquartile range, since papers do not compare.
 *
 * For each subject: mean; mean less what kind of school, marginalisation, shift and size let expect (multilevel.ts,
 * with effects of school and state); spread of levels given the mean, as SD and as Gini; surplus of the lowest and
 * of the highest level given the mean (the shape: one dictated answer sheet leaves no tail). Over subjects: their
 * disagreement. From the neighbours: the same signs in the other grades and shifts of the school.
 */
export function enlaceFeatures(rows: EnlaceRows): Features {
  const features: Features = new Map()
  const papers = groupsBy(rows.paper)
  const add = (name: string, values: Float64Array) => features.set(name, withinPaper(values, papers))

  const z = rows.mean.map(mean => withinPaper(mean, papers))
  const total = average(z)
  const levels = rows.shares.map(shares => moments(shares))
  const spreads = { sd: levels.map(l => l.sd), gini: levels.map(l => l.gini) }
  const given = (values: Float64Array, mean: Float64Array) => byPaper(values, mean, rows.pupils, papers)

  const sd = spreads.sd.map((s, k) => withinPaper(given(s, levels[k].mean), papers))
  const gini = spreads.gini.map((s, k) => withinPaper(given(s, levels[k].mean), papers))
  const spreadAtScore = spreads.sd.map((s, k) => withinPaper(given(s, z[k]), papers))
  const lowest = rows.shares.map((s, k) => withinPaper(given(s[0], z[k]), papers))
  const highest = rows.shares.map((s, k) => withinPaper(given(s[3], z[k]), papers))
  const multilevel = multilevelOf(total, rows)

  add('mean', total)
  SUBJECTS.forEach((subject, k) => {
    add(`mean ${subject}`, z[k])
    add(`sd given mean ${subject}`, sd[k])
    add(`gini given mean ${subject}`, gini[k])
    add(`sd given score ${subject}`, spreadAtScore[k])
    add(`lowest given score ${subject}`, lowest[k])
    add(`highest given score ${subject}`, highest[k])
    add(`sd ${subject}`, spreads.sd[k])
    add(`gini ${subject}`, spreads.gini[k])
  })
  add('residual', multilevel.residual)
  add('row effect', multilevel.row)
  add('school effect', multilevel.school)
  add('sd', average(spreads.sd))
  add('gini', average(spreads.gini))
  const together = average([...sd, ...gini])
  add('spread given mean', together)
  add('subjects apart', apart(z))
  add('log pupils', rows.pupils.map(Math.log))
  for (let k = 0; k < 3; k++) {
    const others = average(z.filter((_, other) => other !== k))
    add(`${SUBJECTS[k]} above the others`, given(z[k], others))
  }
  features.set(
    'invalsi',
    perPaper(papers, at =>
      invalsiMembership({
        mean: pick(total, at),
        sd: pick(average(spreads.sd), at),
        gini: pick(average(spreads.gini), at),
        missing: null,
      }),
    ),
  )
  const others = othersOf(rows.school, rows.pupils)
  features.set('others residual', others(features.get('residual')!))
  features.set('others spread', others(features.get('spread given mean')!))
  features.set('others invalsi', others(features.get('invalsi')!))
  return features
}

/** Indicator columns of what is known of the school beforehand. */
export function enlaceContext(rows: EnlaceRows): Features {
  const out: Features = new Map()
  const indicators = (name: string, values: readonly string[]) => {
    for (const value of new Set(values))
      out.set(
        `${name} ${value}`,
        Float64Array.from(values, v => (v === value ? 1 : 0)),
      )
  }
  indicators('paper', rows.paper)
  indicators('type', rows.type)
  indicators('shift', rows.shift)
  indicators('marginalisation', rows.marginalisation)
  return out
}

function groupsBy(names: readonly string[]): Map<string, number[]> {
  const out = new Map<string, number[]>()
  names.forEach((name, i) => {
    const group = out.get(name)
    if (group) group.push(i)
    else out.set(name, [i])
  })
  return out
}

type Groups = ReturnType<typeof groupsBy>

const pick = (values: Float64Array, at: readonly number[]) => Float64Array.from(at, i => values[i])

function perPaper(papers: Groups, f: (at: readonly number[]) => Float64Array): Float64Array {
  const out = new Float64Array([...papers.values()].reduce((sum, at) => sum + at.length, 0))
  for (const at of papers.values()) {
    const own = f(at)
    at.forEach((i, k) => {
      out[i] = own[k]
    })
  }
  return out
}

function withinPaper(values: Float64Array, papers: Groups): Float64Array {
  return perPaper(papers, at => {
    const own = pick(values, at)
    const sorted = own.slice().sort()
    const middle = quantileType7(sorted, 0.5)
    const width = (quantileType7(sorted, 0.75) - quantileType7(sorted, 0.25)) / 1.349
    return own.map(v => (width > 0 ? (v - middle) / width : 0))
  })
}

function byPaper(
  values: Float64Array,
  mean: Float64Array,
  pupils: Float64Array,
  papers: Groups,
): Float64Array {
  return perPaper(papers, at => {
    const n = pick(pupils, at)
    const fit = spreadGivenMean(pick(values, at), pick(mean, at), n)
    return fit === null ? new Float64Array(at.length) : fit.residual.map((r, k) => r * Math.sqrt(n[k]))
  })
}

function average(columns: readonly Float64Array[]): Float64Array {
  return columns[0].map((_, i) => columns.reduce((sum, c) => sum + c[i], 0) / columns.length)
}

function apart(columns: readonly Float64Array[]): Float64Array {
  const mean = average(columns)
  return mean.map((m, i) => Math.sqrt(columns.reduce((sum, c) => sum + (c[i] - m) ** 2, 0)))
}

/** Mean and SD of the level 1 … 4 and Gini of the shares. */
function moments(shares: readonly Float64Array[]) {
  const mean = shares[0].map((_, i) => shares.reduce((sum, s, k) => sum + k * s[i], 0))
  const sd = mean.map((m, i) => Math.sqrt(shares.reduce((sum, s, k) => sum + s[i] * (k - m) ** 2, 0)))
  const gini = mean.map((_, i) => 1 - shares.reduce((sum, s) => sum + s[i] ** 2, 0))
  return { mean, sd, gini }
}

/** Rows are the lowest level, schools the groups, states the schools of the three-level model. */
function multilevelOf(outcome: Float64Array, rows: EnlaceRows) {
  const order = [...groupsBy(rows.school).values()].flat()
  const groupStart: number[] = []
  const stateOfSchool: number[] = []
  const states = [...new Set(rows.state)]
  order.forEach((i, k) => {
    if (k > 0 && rows.school[i] === rows.school[order[k - 1]]) return
    groupStart.push(k)
    stateOfSchool.push(states.indexOf(rows.state[i]))
  })
  groupStart.push(order.length)
  const context = enlaceContext(rows)
  const covariates = [...context].filter(([name]) => !name.startsWith('paper')).map(([, column]) => column)
  covariates.push(rows.pupils.map(Math.log))
  const fit = fitMultilevel({
    outcome: pick(outcome, order),
    covariates: covariates.map(column => pick(column, order)),
    groupStart: Int32Array.from(groupStart),
    schoolOfGroup: Int32Array.from(stateOfSchool),
    schoolCount: states.length,
  })
  if (fit === null) throw new Error('no spread in the means')
  const residual = outcome.map((y, i) => {
    let expected = fit.intercept
    covariates.forEach((column, k) => {
      if (!Number.isNaN(fit.coefficients[k])) expected += fit.coefficients[k] * column[i]
    })
    return y - expected
  })
  const school = new Float64Array(rows.count)
  for (let g = 0; g < stateOfSchool.length; g++) {
    for (let k = groupStart[g]; k < groupStart[g + 1]; k++) school[order[k]] = fit.groupEffect[g]
  }
  return { residual, school, row: residual.map((r, i) => r - school[i]) }
}

/** Mean of a sign over the other rows of the school, weighted by pupils, 0 where there are none. */
function othersOf(school: readonly string[], pupils: Float64Array): (values: Float64Array) => Float64Array {
  const groups = groupsBy(school)
  return values => {
    const out = new Float64Array(values.length)
    for (const at of groups.values()) {
      for (const i of at) {
        let sum = 0
        let weight = 0
        for (const other of at) {
          if (other === i) continue
          sum += pupils[other] * values[other]
          weight += pupils[other]
        }
        out[i] = weight > 0 ? sum / weight : 0
      }
    }
    return out
  }
}
