/**
 * Examinees who share a source of answers on a real credentialing test: 1 636 examinees, 170 tasks, options and
 * scores, no times; 46 were flagged by the vendor. The method and its constants were fixed by argument and on simulated lists,
 * rings and pairs (packages/forensics/src/similarity), then run here; it does not read the list of compromised tasks. Beside
 * it what that list reaches by itself, as a bound.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedSource } from '../../packages/forensics/src/similarity/index.ts'
import { knownListRatio } from './known-list.ts'
import { describeDetection, measureDetection } from './measures.ts'

const folder = join(import.meta.dirname, '../../../shared/evaluation/credential')
if (!existsSync(folder)) {
  console.log(`credential: no set in ${folder}`)
  process.exit(0)
}

const { rows: options, flagged } = readTable('form1_options.csv')
const { rows: scores } = readTable('form1_scores.csv')
const chosen = options[0].map((_, j) => Uint8Array.from(options, row => row[j] || 0))
const start = performance.now()
const { score, likeness, list, largest } = sharedSource(
  { count: options.length, chosen },
  standardisedTotals(scores),
)
const seconds = (performance.now() - start) / 1000

const points = scores[0].map((_, j) => Uint8Array.from(scores, row => row[j] || 0))
const compromised = readFileSync(join(folder, 'form1_items.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.split(',')[1] === '1')

console.log(
  `credential: ${options.length} examinees × ${chosen.length} tasks, ${flagged.reduce((a, b) => a + b, 0)} flagged, ${seconds.toFixed(1)} s`,
)
for (const [name, values] of [
  ['shared source', score],
  ['likeness to others only', likeness],
  ['common list only', list],
  ['its nearest partner only', largest],
  ['bound: the list is known', knownListRatio(points, compromised)],
] as const) {
  console.log(`  ${name.padEnd(26)} ${describeDetection(measureDetection(values, flagged, { draws: 1000 }))}`)
}
console.log('  reference: omega graph eigencentrality .623 / .26; with the leaked list known .652 / .15')
console.log('  46 flagged: a difference of .06 in either figure is noise; the intervals are over examinees')

/** Numbers after the columns `eid` and `flagged`; an empty cell is NaN. */
function readTable(name: string): { rows: number[][]; flagged: number[] } {
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n').slice(1)
  const cells = lines.map(line => line.split(','))
  return {
    rows: cells.map(row => row.slice(2).map(Number)),
    flagged: cells.map(row => Number(row[1])),
  }
}

function standardisedTotals(rows: readonly number[][]): Float64Array {
  const totals = Float64Array.from(rows, row => row.reduce((sum, x) => sum + (x || 0), 0))
  const mean = totals.reduce((a, b) => a + b) / totals.length
  const sd = Math.sqrt(totals.reduce((sum, t) => sum + (t - mean) ** 2, 0) / totals.length)
  return totals.map(t => (t - mean) / sd)
}
