/**
 * Detection on the synthetic sets: each kind of manipulation by the channel meant for it, all of them by the combined
 * degree, false discoveries at a nominal .05, and flags on an honest set. Class level.
 */
import { join } from 'node:path'
import { type Calibration, calibrate } from '../../packages/forensics/src/calibration/index.ts'
import { boundaryChannel } from '../../packages/forensics/src/channels/boundary.ts'
import type { ChannelId, ChannelValues } from '../../packages/forensics/src/channels/contract.ts'
import { homogeneityChannel } from '../../packages/forensics/src/channels/homogeneity.ts'
import { journalChannel } from '../../packages/forensics/src/channels/journal.ts'
import { leakChannel } from '../../packages/forensics/src/channels/leak.ts'
import { leniencyChannel } from '../../packages/forensics/src/channels/leniency.ts'
import { levelChannel } from '../../packages/forensics/src/channels/level.ts'
import { omissionChannel } from '../../packages/forensics/src/channels/omission.ts'
import { type Preparation, prepareWorks } from '../../packages/forensics/src/channels/prepare-works.ts'
import { similarityChannel } from '../../packages/forensics/src/channels/similarity.ts'
import { taskProfileChannel } from '../../packages/forensics/src/channels/task-profile.ts'
import { combineGroups, flagsForBudget } from '../../packages/forensics/src/combination/index.ts'
import { loadSynthetic } from './load-synthetic.ts'
import { describeDetection, measureDetection } from './measures.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/evaluation/synthetic')

/** Named before any truth was looked at; the best single reference beside (AUC / power at 1 %). */
const MEANT_FOR: Record<string, { channel: ChannelId; reference: string }> = {
  dictate: { channel: 'level', reference: '1.00/1.00' },
  lift: { channel: 'boundary', reference: '.996/.89' },
  leak: { channel: 'leak', reference: '.992/.87' },
  lenient: { channel: 'leniency', reference: '.924/.34' },
  copy: { channel: 'similarity', reference: '.908/.64' },
  fill: { channel: 'omission', reference: '1.00/1.00' },
}

const CHANNELS: Partial<Record<ChannelId, (prepared: Preparation) => ChannelValues>> = {
  level: levelChannel,
  'task-profile': taskProfileChannel,
  homogeneity: homogeneityChannel,
  similarity: similarityChannel,
  boundary: boundaryChannel,
  leniency: leniencyChannel,
  leak: leakChannel,
  journal: journalChannel,
  omission: omissionChannel,
}

async function measure(name: string) {
  const set = await loadSynthetic(folder, name)
  if (!set) throw new Error(`${name} is not in ${folder}`)
  const start = performance.now()
  const prepared = prepareWorks(set.works)
  console.log(`${name}: prepared in ${Math.round(performance.now() - start)} ms`)
  const calibrations = new Map<ChannelId, Calibration>()
  for (const [id, channel] of Object.entries(CHANNELS)) {
    const begun = performance.now()
    const values = channel(prepared)
    const computed = performance.now()
    const calibration = calibrate(values)
    calibrations.set(id as ChannelId, calibration)
    console.log(
      `  ${id.padEnd(14)} ${Math.round(computed - begun)} ms, calibrated in ${Math.round(performance.now() - computed)} ms`,
    )
  }
  const begun = performance.now()
  const combined = combineGroups([...calibrations.values()])
  console.log(`  combination    ${Math.round(performance.now() - begun)} ms`)
  return { kinds: set.truth.kindOfClass, calibrations, combined, schoolOfGroup: prepared.schoolOfGroup }
}

const low = (z: ArrayLike<number>) => Float64Array.from(z, value => (Number.isNaN(value) ? -10 : value))

const { kinds, calibrations, combined, schoolOfGroup } = await measure('vprR_100000')
const among = (z: ArrayLike<number>, kind: string | null) => {
  const chosen = kinds.flatMap((one, i) => (one === 'none' || kind === null || one === kind ? [i] : []))
  return describeDetection(
    measureDetection(
      chosen.map(i => z[i]),
      chosen.map(i => Number(kinds[i] !== 'none')),
      { clusters: chosen.map(i => schoolOfGroup[i]) },
    ),
  )
}
console.log('\nkind: channel meant for it, AUC / power at 1 %; best single reference; the combined degree')
for (const [kind, { channel, reference }] of Object.entries(MEANT_FOR)) {
  const z = low(calibrations.get(channel)!.z)
  console.log(
    `${kind.padEnd(8)} ${channel.padEnd(11)} ${among(z, kind)}  ref ${reference}  combined ${among(low(combined.z), kind)}`,
  )
}
console.log(
  `\nany kind, combined degree: ${among(low(combined.z), null)}  ref Fisher of 8 .933/.45, goal .96/.65`,
)
console.log(
  `any kind, Fisher–Brown:     ${among(
    Float64Array.from(combined.fisher, p => (Number.isNaN(p) ? -1 : -p)),
    null,
  )}`,
)
console.log(
  `any kind, Cauchy:           ${among(
    Float64Array.from(combined.cauchy, p => (Number.isNaN(p) ? -1 : -p)),
    null,
  )}`,
)

const found = kinds.flatMap((kind, i) => (combined.q[i] <= 0.05 ? [kind] : []))
const odd = kinds.filter(kind => kind !== 'none').length
const falseOnes = found.filter(kind => kind === 'none').length
console.log(
  `\nq ≤ .05: ${found.length} classes, FDP ${(falseOnes / Math.max(1, found.length)).toFixed(3)}, power ${((found.length - falseOnes) / odd).toFixed(3)}; goal FDP ≤ .05, power ≥ .45`,
)

const honest = await measure('null_vprR_100000')
const flags = flagsForBudget(honest.combined, 1)
console.log(
  `honest set, budget 1 %: ${flags.flagged.length} of ${flags.groups} classes = ${((100 * flags.flagged.length) / flags.groups).toFixed(2)} %; goal ≤ 1.5 %`,
)
