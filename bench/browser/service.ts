import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../app/platform/testing/free-port.ts'

/** Of /proc/PID/stat in a second, on every Linux of today. */
const TICKS = 100
const LAUNCHER = join(import.meta.dirname, '../../bin/objektiv.js')

/** `objektiv serve` in a process of its own, as it runs at people's. */
export interface Service {
  readonly address: string
  /** What it has cost so far: the most memory it held, natives included, MB; seconds of processors. */
  cost(): { readonly peakMb: number; readonly cpu: number }
  stop(): Promise<void>
}

/** @param env settings of the installation, as DATABASE_URL */
export async function startService(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const port = await freePort()
  const words = ['serve', '--data', dataFolder, '--port', String(port)]
  const child = spawn(process.execPath, [LAUNCHER, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const address = `http://127.0.0.1:${port}`
  // Its first start after a change builds the web app.
  for (let left = 600; !(await answers(address)); left--) {
    if (child.exitCode !== null || left === 0) throw new Error(`the service did not start:\n${said}`)
    await sleep(200)
  }
  // The launcher passes everything on to one process of its own.
  const pid = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
  return {
    address,
    cost() {
      const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      const [, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
      const [user, system] = rest.join(') ').split(' ').slice(11, 13).map(Number)
      return { peakMb: Number(kilobytes) / 1024, cpu: (user + system) / TICKS }
    },
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`)).ok
  } catch {
    return false
  }
}
