/**
 * Power on a real region: each kind of manipulation planted in turn into 5 % of its classes (works whose class is
 * unknown serve at school level only), cut where 1 % of the unplanted schools are flagged. Beside it the official
 * method of 2019, its schools ranked by the margin of the interval and cut alike. Only aggregates are printed.
 *
 *     node bench/detection/real-region.ts [folder of the region] [number of seeds, or seeds: 35,36 or 35,]
 */
import { join } from 'node:path'
import { POWER_CHANNELS } from '../../packages/forensics/src/detection/index.ts'
import {
  MEANT_FOR,
  measurePower,
  PLANT_KINDS,
  type ShareFound,
} from '../../packages/forensics/src/planting/index.ts'
import { loadRegion } from './load-region.ts'

const [folder = join(import.meta.dirname, '../../../shared/real-region'), seeds = '2'] = process.argv.slice(2)
const GOALS = { dictate: 0.5, lift: 0.5, fill: 0.5, leak: 0.15, lenient: 0.15, copy: 0.15 }

const region = await loadRegion(folder)
if (region === null) throw new Error(`no region at ${folder}`)
const sets = region.sets.map(({ works }) => works)
const works = sets.reduce((sum, { count }) => sum + count, 0)
console.log(`${sets.length} sets, ${works} works, ${sets[0].schoolCount} schools`)

const start = performance.now()
let runs = 0
const rows = measurePower(sets, {
  kinds: PLANT_KINDS,
  seeds: seeds.includes(',')
    ? seeds.split(',').filter(Boolean).map(Number)
    : Array.from({ length: Number(seeds) }, (_, k) => k + 1),
  covariates: region.covariates,
  onRun: done => {
    runs = done
  },
})
const seconds = (performance.now() - start) / 1000
console.log(`${runs} runs of all sets in ${seconds.toFixed(0)} s, ${(seconds / runs).toFixed(1)} s a run`)

const short = (x: number) => x.toFixed(2).replace(/^0/, '')
const whole = ({ power, lower, upper }: ShareFound) => `${short(power)} [${short(lower)}; ${short(upper)}]`
for (const { kind, classes, schools, gain, combined, channels, official, before } of rows) {
  const least = Math.max(GOALS[kind], 3 * official.power)
  const meant = MEANT_FOR[kind]
  console.log(
    `\n${kind}: ${classes} classes in ${schools} schools, ${gain.toFixed(1)} points a work\n` +
      `  combined ${whole(combined)}  goal ${short(least)}  official ${whole(official)}  same schools before ${whole(before)}\n` +
      `  meant for it: ${meant} ${whole(channels[meant as keyof typeof channels])}\n` +
      `  ${POWER_CHANNELS.map(id => `${id} ${short(channels[id].power)}`).join(' · ')}`,
  )
}
