import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taskOf } from '../../test/reference-data.ts'
import { normalNumbers, type SimulatedTask, seededRandom } from '../measurement/index.ts'
import { createCopyEvidence } from '../similarity/copy-evidence.ts'
import { createCopyModel } from '../similarity/copy-model.ts'
import { type GroupedWorks, prepareWorks } from './prepare-works.ts'
import { honestSimilarity, similarityChannel } from './similarity.ts'

/** Twenty tasks of 1 and 2 points. */
const TASKS: SimulatedTask[] = Array.from({ length: 20 }, (_, j) => ({
  slope: 0.7 + 0.06 * (j % 8),
  steps: j % 3 === 2 ? [-1.6 + 0.13 * j, -0.4 + 0.13 * j] : [-1.5 + 0.14 * j],
}))
const MAXIMA = Uint8Array.from(TASKS, task => task.steps.length)

interface Plan {
  readonly sizes: readonly number[]
  readonly seed: number
  /** SD of honest class-by-task effects, logits per point. */
  readonly effects?: number
  /** Classes where every third pupil takes each answer of the best with chance .6. */
  readonly copying?: (group: number) => boolean
}

function worksOf({ sizes, seed, effects = 0.55, copying = () => false }: Plan): GroupedWorks {
  const random = seededRandom(seed)
  const normal = () => normalNumbers(1, random)[0]
  const count = sizes.reduce((a, b) => a + b, 0)
  const scores = TASKS.map(() => new Uint8Array(count))
  const group = new Int32Array(count)
  const total = new Uint16Array(count)
  let from = 0
  for (const [g, size] of sizes.entries()) {
    const middle = 0.4 * normal()
    const effect = TASKS.map(() => effects * normal())
    for (let i = from; i < from + size; i++) {
      group[i] = g
      const theta = middle + 0.9 * normal()
      for (const [j, { slope, steps }] of TASKS.entries()) {
        const weights = [1]
        let exponent = 0
        for (const step of steps) {
          exponent += slope * (theta - step) + effect[j]
          weights.push(Math.exp(exponent))
        }
        let left = random() * weights.reduce((a, b) => a + b, 0)
        let x = 0
        while (x < steps.length && left >= weights[x]) left -= weights[x++]
        scores[j][i] = x
        total[i] += x
      }
    }
    if (copying(g)) {
      let best = from
      for (let i = from; i < from + size; i++) if (total[i] > total[best]) best = i
      for (let i = from; i < from + size; i += 3) {
        for (const column of scores) if (random() < 0.6) column[i] = column[best]
      }
    }
    from += size
  }
  for (let i = 0; i < count; i++) total[i] = scores.reduce((sum, column) => sum + column[i], 0)
  return groupedWorks(scores, group, sizes.length, total)
}

function groupedWorks(
  scores: Uint8Array[],
  group: Int32Array,
  groupCount: number,
  total = new Uint16Array(group.length),
): GroupedWorks {
  return {
    count: group.length,
    school: group,
    schoolCount: groupCount,
    group,
    groupCount,
    total,
    journal: new Uint8Array(group.length),
    scores,
    maxScore: MAXIMA.reduce((a, b) => a + b, 0),
    taskMaxima: MAXIMA,
    boundaries: null,
    openTasks: [],
  }
}

const cycle = (count: number, low: number, high: number) =>
  Array.from({ length: count }, (_, g) => low + ((g * 7) % (high - low + 1)))
const shareAbove = (values: Float64Array, z: number) => values.filter(v => v > z).length / values.length

describe('evidence of one class', () => {
  it('is the formula, worked out term by term', () => {
    const items = [taskOf(1, 0), taskOf(1.5, 0.5), taskOf(0.8, -0.5, 0.7)]
    const model = createCopyModel(items, 0.6)
    const rows = [
      [1, 1, 2],
      [1, 1, 1],
      [0, 0, 0],
    ]
    const scores = [0, 1, 2].map(j => Uint8Array.from(rows, row => row[j]))
    // Abilities on the grid of tabulated moments.
    const ability = Float64Array.of(0.8, 0.4, -0.9)
    const responses = { count: 3, maxima: Uint8Array.of(1, 1, 2), scores }
    const found = createCopyEvidence(model, { screen: Number.NEGATIVE_INFINITY })(responses, ability, 0, 3)

    const chances = (j: number, theta: number, effect = 0) => {
      const { slope, intercepts } = items[j]
      const weights = [...intercepts].map((c, k) => Math.exp(k * (slope * theta + effect) + c))
      return weights.map(w => w / weights.reduce((a, b) => a + b, 0))
    }
    const moment = (j: number, i: number, power: number) =>
      chances(j, ability[i]).reduce((sum, p, k) => sum + p * k ** power, 0)
    // The effect of the class on a task, by the two others.
    const effectWithout = (i: number, j: number) => {
      const others = [0, 1, 2].filter(other => other !== i)
      const residual = others.reduce((sum, o) => sum + rows[o][j] - moment(j, o, 1), 0)
      const information = others.reduce((sum, o) => sum + moment(j, o, 2) - moment(j, o, 1) ** 2, 0)
      return residual / (information + 1 / 0.6 ** 2)
    }
    const nodes = Array.from({ length: 13 }, (_, q) => -3.3 + 0.55 * q)
    const likelihood = (i: number, factor: (j: number, p: number) => number) =>
      nodes.reduce(
        (sum, theta) =>
          sum +
          Math.exp((-theta * theta) / 2) *
            rows[i].reduce(
              (product, x, j) => product * factor(j, chances(j, theta, effectWithout(i, j))[x]),
              1,
            ),
        0,
      )
    const ratio = (i: number, b: number) => {
      const repeats = [0.35, 0.75].map(share =>
        likelihood(i, (j, p) => (rows[i][j] === rows[b][j] ? share : 0) + (1 - share) * p),
      )
      return (repeats[0] + repeats[1]) / 2 / likelihood(i, (_, p) => p)
    }
    const mix = (share: number, b: number) => 1 - share + share * b
    const terms = [0.1, 0.35].flatMap(share => [
      mix(share, ratio(1, 0)) * mix(share, ratio(2, 0)),
      mix(share, 0) * mix(share, ratio(2, 1)),
      mix(share, 0) ** 2,
    ])
    expect(found.logBayes).toBeCloseTo(Math.log(terms.reduce((a, b) => a + b, 0) / 6), 12)
    expect(found.source).toBe(0)
  })

  it('does not depend on the order of pupils or tasks', () => {
    const prepared = prepareWorks(worksOf({ sizes: cycle(30, 8, 20), seed: 5, copying: g => g < 3 }))
    const items = prepared.items!
    const size = prepared.groupStart[1]
    const evidence = createCopyEvidence(createCopyModel(items, 0.5))
    const straight = evidence(prepared.responses, prepared.ability, 0, size)
    const pupils = Array.from({ length: size }, (_, i) => i)
    const tasks = items.map((_, j) => j)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pupils, { minLength: size }),
        fc.shuffledSubarray(tasks, { minLength: tasks.length }),
        (order, turn) => {
          const scores = turn.map(j => Uint8Array.from(order, i => prepared.responses.scores[j][i]))
          const maxima = Uint8Array.from(turn, j => MAXIMA[j])
          const turned = createCopyEvidence(
            createCopyModel(
              turn.map(j => items[j]),
              0.5,
            ),
          )(
            { count: size, maxima, scores },
            Float64Array.from(order, i => prepared.ability[i]),
            0,
            size,
          )
          expect(turned.logBayes).toBeCloseTo(straight.logBayes, 9)
          expect(order[turned.source]).toBe(straight.source)
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('similarity channel', () => {
  it('is standard normal in honest classes of 4 to 60, whatever they share', () => {
    for (const effects of [0, 0.55, 0.9]) {
      const { value, variance } = similarityChannel(
        prepareWorks(worksOf({ sizes: [...cycle(700, 4, 35), 60, 60, 60], seed: 21, effects })),
      )
      expect(variance.every(v => v === 1)).toBe(true)
      expect(Math.abs([...value].reduce((a, b) => a + b, 0) / value.length)).toBeLessThan(0.2)
      expect(shareAbove(value, 1.2816)).toBeGreaterThan(0.05)
      expect(shareAbove(value, 1.2816)).toBeLessThan(0.16)
      expect(shareAbove(value, 2.3263)).toBeLessThan(0.03)
      for (const [low, high] of [
        [4, 9],
        [25, 35],
      ]) {
        const sizes = [...cycle(700, 4, 35), 60, 60, 60]
        const some = value.filter((_, g) => sizes[g] >= low && sizes[g] <= high)
        expect(shareAbove(some, 1.2816)).toBeLessThan(0.2)
      }
    }
  })

  it('finds classes where a third repeats the best, names the source, and leaves others alone', () => {
    const sizes = cycle(500, 8, 30)
    const copying = (g: number) => g % 10 === 0
    const prepared = prepareWorks(worksOf({ sizes, seed: 8, copying }))
    const { value, source, followers } = similarityChannel(prepared)
    expect(
      shareAbove(
        value.filter((_, g) => copying(g)),
        2.3263,
      ),
    ).toBeGreaterThan(0.85)
    expect(
      shareAbove(
        value.filter((_, g) => !copying(g)),
        2.3263,
      ),
    ).toBeLessThan(0.03)
    let named = 0
    for (let g = 0; g < sizes.length; g += 10) {
      const [from, to] = [prepared.groupStart[g], prepared.groupStart[g + 1]]
      const totals = prepared.total.subarray(from, to)
      const best = totals.reduce((a, b) => Math.max(a, b))
      expect(source[g]).toBeGreaterThanOrEqual(from)
      expect(source[g]).toBeLessThan(to)
      expect(followers[g]).toBeLessThan(to - from)
      if (prepared.total[source[g]] === best) named++
    }
    expect(named).toBeGreaterThan(0.7 * 50)
  })

  it('of a part of the works reads the same when it is told how honest classes are', () => {
    const prepared = prepareWorks(worksOf({ sizes: cycle(120, 6, 24), seed: 4, copying: g => g === 0 }))
    const honest = honestSimilarity(prepared)!
    const whole = similarityChannel(prepared)
    const part = { ...prepared, groupCount: 10, groupStart: prepared.groupStart.subarray(0, 11) }
    expect(similarityChannel(part, { honest }).value).toEqual(whole.value.slice(0, 10))
    expect(similarityChannel(prepared).value).toEqual(whole.value)
  })

  it('classes of one and two, equal works, constant and lacking tasks, no ability', () => {
    const sizes = [1, 2, 3, 4, 5, 12, 0, 9, ...cycle(12, 8, 20)]
    const works = worksOf({ sizes, seed: 3 })
    const start = sizes.map((_, g) => sizes.slice(0, g).reduce((a, b) => a + b, 0))
    for (const [j, column] of works.scores.entries()) {
      // Nobody solved the first task, everybody the second; group 5 wrote the same; group 7 lacks half.
      if (j < 2) column.fill(j === 0 ? 0 : MAXIMA[1])
      column.fill(column[start[5]], start[5], start[5] + 12)
      if (j % 2 === 1) column.fill(255, start[7], start[7] + 9)
    }
    const prepared = prepareWorks(works)
    prepared.ability[start[4]] = Number.NaN
    const { value, variance, n } = similarityChannel(prepared)
    for (const g of sizes.keys()) {
      expect(Number.isNaN(value[g])).toBe(n[g] < 3)
      expect(Number.isNaN(variance[g])).toBe(n[g] < 3)
      if (n[g] >= 3) expect(Math.abs(value[g])).toBeLessThan(40)
    }
    expect(n[4]).toBe(4)
    expect(value[5]).toBeGreaterThan(2)
  })

  it('says nothing without a model, of one class, and of none', () => {
    const prepared = prepareWorks(worksOf({ sizes: [20], seed: 1 }))
    expect(Number.isFinite(similarityChannel(prepared).value[0])).toBe(true)
    const silent = similarityChannel({ ...prepared, model: null, items: null })
    expect([...silent.value, ...silent.variance]).toEqual([Number.NaN, Number.NaN])
    const empty = prepareWorks(
      groupedWorks(
        TASKS.map(() => new Uint8Array(0)),
        new Int32Array(0),
        0,
      ),
    )
    expect(similarityChannel(empty).value.length).toBe(0)
  })
})
