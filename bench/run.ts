/**
 * Benchmarks: real work, figures printed, nothing asserted on time.
 *
 *     npm run bench -- import|screen|country [path of the folder with real files]
 *
 * Each measured piece runs in a process of its own, so that its peak memory is its own. The figures of record are in
 * bench/RESULTS.md.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const BENCHES = ['import', 'screen', 'country'] as const
const [name, realFolder = join(import.meta.dirname, '../../shared/real-region')] = process.argv.slice(2)

if (!BENCHES.includes(name as (typeof BENCHES)[number])) {
  console.error(`npm run bench -- ${BENCHES.join('|')} [folder of real files]`)
  process.exit(2)
}
if (name !== 'country' && !existsSync(realFolder)) {
  console.error(`No folder of real files at ${realFolder}: give its path as the second argument.`)
  process.exit(2)
}
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), realFolder], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
