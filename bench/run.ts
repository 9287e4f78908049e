/**
 * Benchmarks: real work, figures printed, nothing asserted on time.
 *
 *     npm run bench -- import|screen|country|detection|speed|server|results-server|portraits|plans|browser-import|first-screen|web
 *         [path of the folder with real files]
 *
 * Each measured piece runs in a process of its own, so that its peak memory is its own. The figures of record are in
 * bench/RESULTS.md.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Files that a bench runs one after another; `real`: nothing can be measured without the real files. */
const BENCHES: Readonly<Record<string, { files: readonly string[]; real: boolean }>> = {
  import: { files: ['import.ts'], real: true },
  screen: { files: ['screen.ts'], real: true },
  country: { files: ['country.ts'], real: false },
  detection: {
    files: [
      'detection/synthetic.ts',
      'detection/real-region.ts',
      'detection/enlace.ts',
      'detection/credential.ts',
    ],
    real: false,
  },
  speed: { files: ['speed.ts'], real: false },
  server: { files: ['server.ts'], real: false },
  'first-screen': { files: ['first-screen.ts'], real: false },
  'results-server': { files: ['results-server.ts'], real: false },
  portraits: { files: ['portraits.ts'], real: true },
  plans: { files: ['plans.ts', 'coverage-page.ts'], real: false },
  'browser-import': { files: ['browser-import.ts'], real: true },
  web: { files: ['web-size.ts'], real: false },
}
const [name = '', given] = process.argv.slice(2)
const realFolder = given ?? join(import.meta.dirname, '../../shared/real-region')

if (!Object.hasOwn(BENCHES, name)) {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join('|')} [folder of real files]`)
  process.exit(2)
}
const { files, real } = BENCHES[name]
if (real && !existsSync(realFolder)) {
  console.error(`No folder of real files at ${realFolder}: give its path as the second argument.`)
  process.exit(2)
}
for (const file of files) {
  const readsReal = real || file.endsWith('real-region.ts')
  if (readsReal && !existsSync(realFolder)) {
    console.log(`${file}: no folder of real files at ${realFolder}, skipped`)
    continue
  }
  if (files.length > 1) console.log(`\n== ${file}`)
  const words = [join(import.meta.dirname, file), ...(readsReal ? [realFolder] : [])]
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = status ?? 1
}
