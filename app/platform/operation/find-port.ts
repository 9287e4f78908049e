import { createServer } from 'node:net'
import { ProblemError } from '../problem.ts'

const DEFAULT_PORT = 3000
const TRIED = 50

/**
 * The port to listen on: the one that was asked for, or the first free one from 3000 on where none was. Throws
 * ProblemError `port-taken`, or `port-refused` where this user or machine may not listen there.
 */
export async function findPort(host: string, asked?: number): Promise<number> {
  if (asked !== undefined) {
    const fault = await whyNot(host, asked)
    if (fault === null) return asked
    throw refusal(host, asked, fault)
  }
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + TRIED; port++) {
    const fault = await whyNot(host, port)
    if (fault === null) return port
    if (fault !== 'EADDRINUSE') throw refusal(host, port, fault)
  }
  throw refusal(host, DEFAULT_PORT, 'EADDRINUSE')
}

function refusal(host: string, port: number, fault: string): ProblemError {
  const code = fault === 'EADDRINUSE' ? 'port-taken' : 'port-refused'
  return new ProblemError({ code, params: { host, port, cause: fault } })
}

function whyNot(host: string, port: number): Promise<string | null> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', error => resolve((error as NodeJS.ErrnoException).code ?? error.message))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}
