import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

export interface Service<Facts> {
  readonly address: string
  facts(): Promise<Facts>
  kill(): Promise<void>
}

export interface Waiting<Facts> {
  begin(): Promise<Service<Facts>>
  kill(): Promise<void>
}

const alive = new Set<ChildProcess>()

/** Whatever a test that failed has left running. */
export function killAll(): void {
  for (const child of alive) child.kill('SIGKILL')
}

/** A process that has read the program or is reading it, and waits for the word to begin. */
export function prepareService<Facts>(
  script: 'service.ts' | 'way-service.ts' | 'portraits-service.ts' | 'plans-service.ts',
  folder: string,
  databaseUrl: string,
): Waiting<Facts> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), folder, databaseUrl], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // What a killed process leaves there goes with the folder of the test.
    env: { ...process.env, TMPDIR: dirname(folder) },
  })
  alive.add(child)
  const asked = (word: string) =>
    new Promise<{ address: string; facts: Facts }>((resolve, reject) => {
      const failed = () => reject(new Error('the service ended by itself'))
      child.once('exit', failed)
      child.once('message', message => {
        child.off('exit', failed)
        resolve(message as never)
      })
      child.send(word)
    })
  const kill = async () => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    alive.delete(child)
  }
  return {
    kill,
    async begin() {
      const { address } = await asked('begin')
      return { address, kill, facts: async () => (await asked('facts')).facts }
    },
  }
}
