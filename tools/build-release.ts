/**
 * Packs the program so that it installs without a registry and without Node: `node tools/build-release.ts OUT` writes
 * OUT/objektiv-<version>-<platform>.tar.gz with the web app built, the packages it runs on, and their own Node. Unpack it
 * anywhere and start `./objektiv`. The packages are those of this checkout's node_modules, so build after `npm ci`,
 * on the platform the bundle is for.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { buildWeb } from '../app/platform/http/build-web.ts'
import { type LockedPackage, packagesToRun } from './packages-to-run.ts'

const ROOT = join(import.meta.dirname, '..')
/** What the program is, beside its packages. */
const PARTS = [
  ...['app', 'packages', 'docs', 'deploy', 'LICENSE', 'README.md'],
  // The stamp of the built web app is over these as well.
  ...['package.json', 'package-lock.json', 'vite.config.ts'],
]
/** Needed to build the web app, not to serve what was built. The letters are not among them: reports carry them along. */
export const BUILD_ONLY = [
  ...['vite', '@vitejs/plugin-react', 'react', 'react-dom', '@mantine/core', '@mantine/hooks'],
  ...['@tanstack/react-query', '@tanstack/react-router'],
]
/** A canvas that pdfjs-dist would draw pages with: they are read here, never drawn. 35 MB. */
const NOT_CARRIED = /^node_modules\/@napi-rs\/canvas/
/** Runs the bundle's own Node on the bundle's program; signals reach it directly. Why the settings: bin/objektiv.js. */
const LAUNCHER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export MALLOC_ARENA_MAX="\${MALLOC_ARENA_MAX:-2}"
export NODE_COMPILE_CACHE="\${NODE_COMPILE_CACHE:-$here/node_modules/.cache/objektiv}"
exec "$here/node_modules/node/bin/node" --max-semi-space-size=8 --no-parallel-scavenge "$here/app/cli.ts" "$@"
`

export async function buildRelease(out: string): Promise<string> {
  const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const name = `objektiv-${version}-${process.platform}-${process.arch}`
  const staging = join(tmpdir(), `objektiv-release-${process.pid}`, name)
  try {
    const web = await buildWeb(ROOT)
    mkdirSync(staging, { recursive: true })
    for (const part of PARTS) copy(join(ROOT, part), join(staging, part))
    cpSync(web, join(staging, 'dist/web'), { recursive: true })
    copyPackages(staging, Object.keys(dependencies))
    writeFileSync(join(staging, 'objektiv'), LAUNCHER)
    chmodSync(join(staging, 'objektiv'), 0o755)
    mkdirSync(out, { recursive: true })
    const file = join(out, `${name}.tar.gz`)
    const owner = ['--owner=0', '--group=0', '--numeric-owner']
    execFileSync('tar', ['-czf', file, ...owner, '-C', dirname(staging), name], { stdio: 'inherit' })
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
    writeFileSync(`${file}.sha256`, `${hash}  ${basename(file)}\n`)
    return file
  } finally {
    rmSync(dirname(staging), { recursive: true, force: true })
  }
}

/** Sources without their tests. Nothing else is left out: the web app's stamp is over its sources. */
function copy(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    filter: path => !/node_modules|\.test\.ts$/.test(relative(ROOT, path)),
  })
}

function copyPackages(staging: string, wanted: readonly string[]): void {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const ofTheHouse = Object.keys(packages).filter(path => packages[path].link)
  const names = [...wanted, ...ofTheHouse.map(path => path.replace('node_modules/', ''))].filter(
    name => !BUILD_ONLY.includes(name),
  )
  const installed = (path: string) => !NOT_CARRIED.test(path) && existsSync(join(ROOT, path))
  for (const path of packagesToRun(packages, names, installed)) {
    const target = join(staging, path)
    mkdirSync(dirname(target), { recursive: true })
    const { link, resolved } = packages[path]
    // A package of the house: Node runs TypeScript outside node_modules only, so the link stays a link.
    if (link && resolved) symlinkSync(relative(dirname(target), join(staging, resolved)), target)
    else
      cpSync(join(ROOT, path), target, {
        recursive: true,
        filter: file =>
          !/[\\/]node_modules$/.test(relative(join(ROOT, path), file)) || file === join(ROOT, path),
      })
  }
}

if (import.meta.main) {
  const [out] = process.argv.slice(2)
  if (out === undefined) {
    console.error('node tools/build-release.ts OUT')
    process.exitCode = 2
  } else console.log(await buildRelease(resolve(out)))
}
