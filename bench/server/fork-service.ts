import { fork } from 'node:child_process'
import { join } from 'node:path'

export interface ForkedService {
  readonly port: number
  stop(): void
}

/** The API in a process of its own, on a database that has been filled. */
export async function forkService(place: object, dataFolder: string): Promise<ForkedService> {
  const child = fork(join(import.meta.dirname, 'service.ts'), [JSON.stringify(place), dataFolder])
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', message => resolve((message as { port: number }).port))
    child.once('exit', code => reject(new Error(`the service ended with ${code}`)))
  })
  return { port, stop: () => void child.kill() }
}
