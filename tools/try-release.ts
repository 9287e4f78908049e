/**
 * Builds the release bundle, unpacks it as somebody in a closed network would, and starts it where there is no network
 * and no other Node: `node tools/try-release.ts [BUNDLE.tar.gz]`. Exits with 1 and the log of the service when it does not
 * answer. Runs as a step of its own in `.ci/run`: packing takes longer than a test may.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { buildRelease } from './build-release.ts'

const PORT = 8321
/** Asks as a browser would: is it well, does the page come, does the script that the page names come, is a stranger refused. */
const ASK = `
const at = 'http://127.0.0.1:${PORT}'
const get = async (path, status = 200) => {
  const answer = await fetch(at + path)
  if (answer.status !== status) throw new Error(path + ': ' + answer.status)
  return answer.text()
}
const outside = await fetch('https://registry.npmjs.org/', { signal: AbortSignal.timeout(3000) }).then(() => true, () => false)
if (outside && process.env.ALONE === 'yes') throw new Error('there is a network')
for (let left = 60; ; left--) {
  try { await get('/healthz'); break } catch (error) {
    if (left === 0) throw error
    await new Promise(done => setTimeout(done, 500))
  }
}
const page = await get('/')
const script = /<script[^>]+src="([^"]+)"/.exec(page)
if (!script) throw new Error('the page names no script')
await get(script[1])
await get('/api/openapi.json')
await get('/api/units', 401)
`
const SCRIPT = `
set -eu
[ "$ALONE" = no ] || ip link set lo up
./objektiv serve --data "$DATA" --port ${PORT} >"$DATA.log" 2>&1 &
service=$!
trap 'kill $service 2>/dev/null || true' EXIT
./node_modules/node/bin/node --input-type=module -e "$ASK" || { cat "$DATA.log"; exit 1; }
grep -q "/setup/" "$DATA.log" || { echo "no link for the first administrator"; cat "$DATA.log"; exit 1; }
kill -TERM $service
wait $service
trap - EXIT
./objektiv doctor --data "$DATA" || { echo "doctor found something wrong"; exit 1; }
`

/** Unpacks a bundle and runs it; true when it answered all that was asked. */
function tryRelease(bundle: string, folder: string): boolean {
  execFileSync('sha256sum', ['-c', '--quiet', `${bundle}.sha256`], { cwd: dirname(bundle), stdio: 'inherit' })
  execFileSync('tar', ['-xzf', bundle, '-C', folder, '--strip-components=1'])
  const alone = spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0
  if (!alone)
    console.log('This machine lets nobody make a network of their own: tried with the network there is.')
  const command = alone ? ['unshare', '-rn', 'sh', '-c', SCRIPT] : ['sh', '-c', SCRIPT]
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: folder,
    stdio: 'inherit',
    env: {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: folder,
      DATA: join(folder, 'try-data'),
      ALONE: alone ? 'yes' : 'no',
      ASK,
    },
  })
  return status === 0
}

const folder = mkdtempSync(join(tmpdir(), 'objektiv-try-release-'))
try {
  const began = Date.now()
  const [given] = process.argv.slice(2)
  const bundle = given ? resolve(given) : await buildRelease(join(folder, 'out'))
  const unpacked = join(folder, 'unpacked')
  mkdirSync(unpacked)
  const isGood = tryRelease(bundle, unpacked)
  console.log(
    `${isGood ? 'The bundle runs' : 'The bundle does not run'} (${Math.round((Date.now() - began) / 1000)} s).`,
  )
  if (!isGood) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
