import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../testing/free-port.ts'

/** A PostgreSQL server of its own in a temporary folder, for tests and benchmarks. */
export interface Cluster {
  /** Address of the maintenance database, as the superuser. */
  readonly url: string
  readonly folder: string
  stop(): Promise<void>
}

/** Folder with initdb and postgres, newest version first; null where PostgreSQL is not installed. */
export function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a))
  return (
    versions.map(version => join(root, version, 'bin')).find(bin => existsSync(join(bin, 'initdb'))) ?? null
  )
}

/** Runs a server until the pipe to it closes: with whoever started it, however that ends (a kill, an interruption). */
const WHILE_WANTED = `trap '' INT TERM; "$@" & cat; kill -QUIT $!; wait $!`

/** Starts a server on a free port. `settings` are lines of postgresql.conf ('fsync=off' where loss is no matter). */
export async function startCluster(programs: string, settings: readonly string[] = []): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-postgres-'))
  const owner = ownerForRoot()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...owner, stdio: 'pipe', cwd: folder },
  )
  const port = await freePort()
  const options = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const words = [join(programs, 'postgres'), ...options, ...settings.flatMap(line => ['-c', line])]
  const server = spawn('/bin/sh', ['-c', WHILE_WANTED, 'sh', ...words], {
    ...owner,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: folder,
  })
  const stopped = new Promise(resolve => server.once('exit', resolve))
  await answers(programs, port, folder)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    folder,
    async stop() {
      server.stdin.end()
      await stopped
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: there it runs as the user of Debian's package, or as nobody. */
function ownerForRoot(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString())
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return { uid: 65_534, gid: 65_534 }
  }
}

async function answers(programs: string, port: number, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      execFileSync(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)], {
        cwd: folder,
      })
      return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  throw new Error('PostgreSQL did not start')
}
