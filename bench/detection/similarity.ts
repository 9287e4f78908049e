/**
 * The similarity channel on the synthetic sets with truth: by kind of manipulation, beside the best single reference
 * (METHODS §4.5), what the cheap screens lose, and the time. Power is at 1 % of the classes without manipulation.
 */
import { join } from 'node:path'
import { prepareWorks } from '../../packages/forensics/src/channels/prepare-works.ts'
import { similarityChannel } from '../../packages/forensics/src/channels/similarity.ts'
import { createPairComparer, screenClasses } from '../../packages/forensics/src/similarity/index.ts'
import { loadSynthetic } from './load-synthetic.ts'
import { describeDetection, measureDetection, powerAt } from './measures.ts'

/** Best single reference for each kind; similarity is the channel meant for `copy`. */
const REFERENCE: Record<string, string> = {
  dictate: '1.000 / 1.00',
  lift: '.996 / .89',
  leak: '.992 / .87',
  lenient: '.924 / .34',
  copy: '.908 / .64',
  fill: '1.000 / 1.00',
}

const folder = join(import.meta.dirname, '../../../shared/evaluation/synthetic')
const set = await loadSynthetic(folder, 'vprR_100000')
const honest = await loadSynthetic(folder, 'null_vprR_100000')
if (set === null || honest === null) {
  console.log(`similarity: no sets in ${folder}`)
  process.exit(0)
}

const prepared = prepareWorks(set.works)
const { kindOfClass } = set.truth
const truthOf = (kind: string) => kindOfClass.map(k => (k === kind ? 1 : k === 'none' ? 0 : 2))
const start = performance.now()
const channel = similarityChannel(prepared)
const seconds = (performance.now() - start) / 1000
console.log(`similarity: ${prepared.count} works, ${prepared.groupCount} classes, ${seconds.toFixed(2)} s`)
for (const [kind, reference] of Object.entries(REFERENCE)) {
  const found = measureDetection(channel.value, truthOf(kind), { clusters: prepared.schoolOfGroup })
  console.log(`  ${kind.padEnd(8)} ${describeDetection(found)}   best single reference ${reference}`)
}
const every = similarityChannel(prepared, { screen: Number.NEGATIVE_INFINITY })
const power = (values: Float64Array) => powerAt(values, truthOf('copy'), 0.01).toFixed(3)
console.log(
  `  power for copy with the screen of pairs ${power(channel.value)}, all pairs ${power(every.value)}`,
)

const none = similarityChannel(prepareWorks(honest.works)).value.filter(Number.isFinite)
const above = (z: number) => ((100 * none.filter(value => value > z).length) / none.length).toFixed(2)
console.log(
  `  no manipulation: ${above(1.2816)} % above 1.28, ${above(2.3263)} % above 2.33, ${above(3.0902)} % above 3.09 (model: 10, 1, .1)`,
)

reportExactTests()

/** Pairs with an exact p of 1e-4 or less, and how many of them the bulk omega shows at its cut. */
function reportExactTests(): void {
  const { responses, items, ability, groupStart } = prepared
  if (items === null) return
  const comparer = createPairComparer(responses, items, ability)
  const member = Int32Array.from({ length: prepared.count }, (_, i) => i)
  const classes = { start: groupStart, member }
  const strong = { gbt: [0, 0, 0], m4: [0, 0, 0] }
  const cuts = [Number.NEGATIVE_INFINITY, 2.5, 3.09]
  // A look at every pair would take half a minute.
  screenClasses(responses, items, ability, classes, {
    cut: Number.NEGATIVE_INFINITY,
    onPair: (a, b, omega) => {
      if (a % 5 !== 0) return
      const pair = comparer.similarity(a, b)
      if (pair === null) return
      for (const name of ['gbt', 'm4'] as const) {
        if (pair[name] > 1e-4) continue
        for (const [k, cut] of cuts.entries()) if (omega >= cut) strong[name][k]++
      }
    },
  })
  for (const name of ['gbt', 'm4'] as const) {
    const [all, ...kept] = strong[name]
    const shown = kept.map((n, k) => `ω ≥ ${cuts[k + 1]} keeps ${((100 * n) / all).toFixed(1)} %`)
    console.log(`  exact ${name} ≤ 1e-4: ${all} pairs of a fifth of the pupils; ${shown.join(', ')}`)
  }
}
