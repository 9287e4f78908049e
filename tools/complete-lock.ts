/**
 * Puts platform packages back into package-lock.json. A registry mirror may hold only the binaries of its own platform;
 * `npm install` against it then drops the others from the lock file, and `npm ci` refuses the file everywhere,
 * this machine included. Run it after `npm install`; it changes nothing where nothing is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockedPackage {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

interface Lock {
  packages: Record<string, LockedPackage>
}

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** The platform that a binary package is for, as its name says: «@biomejs/cli-linux-x64-musl». */
export function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/)
  const system = SYSTEMS.find(one => words.includes(one))
  const processor = PROCESSORS.find(one => words.includes(one))
  const libc = words.some(word => word.startsWith('musl'))
    ? 'musl'
    : words.some(word => word.startsWith('gnu'))
      ? 'glibc'
      : null
  return {
    ...(system ? { os: [system] } : {}),
    ...(processor ? { cpu: [processor] } : {}),
    ...(libc && system === 'linux' ? { libc: [libc] } : {}),
  }
}

/** Adds an entry for every optional dependency of an exact version that has none; returns the names added. */
export function completeLock({ packages }: Lock): string[] {
  const added: string[] = []
  for (const owner of Object.values(packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`
      const platform = platformOf(name)
      if (packages[path] || !/^\d/.test(version) || !platform.cpu) continue
      packages[path] = { version, ...platform, ...(owner.dev ? { dev: true } : {}), optional: true }
      added.push(name)
    }
  }
  return added
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '../package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock
  const added = completeLock(lock)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length > 0 ? `added ${added.join(', ')}` : 'nothing is missing')
}
