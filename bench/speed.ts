/**
 * Single pieces of work on 100 000 works of 20 tasks beside the reference packages (METHODS: mirt, aberrance, omega in
 * matrix form, PerFit; on 2 cores, here one). Median of three runs in one process; the first runs warm the compiler.
 *
 *     node bench/speed.ts [folder of the synthetic sets]
 *
 * The reference seconds are of another machine. Where R with lme4 is installed, the same mixed model is fitted by both,
 * and what lme4 takes here beside what it took there scales the ratios.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fitMultilevel } from '../packages/forensics/src/channels/multilevel.ts'
import { prepareWorks } from '../packages/forensics/src/channels/prepare-works.ts'
import { measureWorks, mlAbilities, packWorks } from '../packages/forensics/src/measurement/index.ts'
import { fitByModel, fitByOrder } from '../packages/forensics/src/person-fit/index.ts'
import { screenClasses } from '../packages/forensics/src/similarity/index.ts'
import { loadSynthetic } from './detection/load-synthetic.ts'

/** Seconds of lmer, class + school, 100 000 works, on the machine of the reference. */
const LMER_THERE = [1, 2.6] as const
const RUNS = 3

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/evaluation/synthetic')
const set = await loadSynthetic(folder, 'vprR_100000')
if (set === null) {
  console.log(`speed: no set vprR_100000 in ${folder}`)
  process.exit(0)
}
const prepared = prepareWorks(set.works)
const { responses, groupStart, model, items, ability } = prepared
if (model === null || items === null) throw new Error('the set has no measurement model')
const classes = { start: groupStart, member: Int32Array.from({ length: prepared.count }, (_, i) => i) }

let pairs = 0
const measured = [
  {
    name: 'GPCM fit',
    reference: 11,
    seconds: median(() => measureWorks(responses, responses.maxima)),
  },
  {
    // Abilities by maximum likelihood, then lz, lz*, ECI2*, ECI4* with their corrections for skewness.
    name: 'person fit by model, abilities too',
    reference: 75,
    seconds: median(() => {
      const own = mlAbilities(model, packWorks(model.plan, responses)).ability
      return fitByModel(responses, items, own, { estimator: { kind: 'ml' } })
    }),
  },
  {
    name: 'omega of all pairs within classes',
    reference: 3,
    seconds: median(() => {
      const found = screenClasses(responses, items, ability, classes).classes.pairs
      pairs = found.reduce((sum, of) => sum + of, 0)
    }),
  },
  {
    name: 'Gpoly, with U3 and C* beside',
    reference: 22,
    seconds: median(() => fitByOrder(responses)),
  },
]
const mixed = median(() => {
  fitMultilevel({
    outcome: prepared.total,
    covariates: [prepared.journal],
    groupStart,
    schoolOfGroup: prepared.schoolOfGroup,
    schoolCount: prepared.schoolCount,
  })
})
const lmer = timeLmer()

console.log(
  `${prepared.count.toLocaleString('en')} works × ${responses.maxima.length} tasks, ${pairs.toLocaleString('en')} pairs; median of ${RUNS}, one core`,
)
for (const { name, reference, seconds } of measured) {
  const ratio = reference / seconds
  const scaled = lmer === null ? '' : `, scaled ${range(LMER_THERE.map(there => (ratio * lmer) / there))}`
  console.log(
    `${name.padEnd(36)} ${seconds.toFixed(3).padStart(7)} s   reference ${String(reference).padStart(3)} s   ${ratio.toFixed(0)} times faster${scaled}`,
  )
}
console.log(
  lmer === null
    ? `mixed model, class + school: ${mixed.toFixed(3)} s; R with lme4 is not installed, so the ratios are not scaled by the machine`
    : `mixed model, class + school: ${mixed.toFixed(3)} s, lme4 here ${lmer.toFixed(2)} s (there ${LMER_THERE.join('–')} s): ${(lmer / mixed).toFixed(0)} times faster`,
)

function median(work: () => unknown): number {
  const all = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return (performance.now() - start) / 1000
  })
  return all.sort((a, b) => a - b)[Math.floor(RUNS / 2)]
}

function range(ratios: readonly number[]): string {
  const rounded = ratios.map(ratio => ratio.toFixed(0))
  return `${rounded.at(-1)}–${rounded[0]}`
}

/** Median seconds of lme4 for the same model of the same works; null without R or lme4. */
function timeLmer(): number | null {
  const temporary = mkdtempSync(join(tmpdir(), 'objektiv-bench-'))
  try {
    const table = join(temporary, 'works.csv')
    const rows = ['score,journal,school,class']
    for (let g = 0; g < prepared.groupCount; g++)
      for (let i = groupStart[g]; i < groupStart[g + 1]; i++)
        rows.push(`${prepared.total[i]},${prepared.journal[i]},${prepared.schoolOfGroup[g]},${g}`)
    writeFileSync(table, rows.join('\n'))
    const script = `suppressMessages(library(lme4)); d <- read.csv(commandArgs(TRUE)[1])
once <- function(k) system.time(lmer(score ~ journal + (1|school) + (1|class), d))[["elapsed"]]
cat(median(sapply(1:${RUNS}, once)))`
    const { status, stdout } = spawnSync('Rscript', ['-e', script, table], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : null
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
