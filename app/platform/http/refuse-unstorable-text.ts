import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../problem.ts'

/**
 * PostgreSQL keeps no character of code 0 in a text and would fail in the middle of the work. Nobody types one: it is
 * refused wherever it stands in a request, before any schema sees it. Throws ProblemError `request-value-other`.
 */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    for (const part of [params, query, body]) {
      const column = findUnstorable(part)
      if (column !== null) throw new ProblemError({ code: 'request-value-other', place: { column } })
    }
  })
}

/** Name of the field with such a text ('' at the very top), null when there is none. No recursion: depth is the sender's. */
export function findUnstorable(value: unknown): string | null {
  const waiting: [string, unknown][] = [['', value]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, one] = next
    if (typeof one === 'string' && one.includes('\0')) return name
    if (typeof one !== 'object' || one === null || Buffer.isBuffer(one)) continue
    for (const [key, inner] of Object.entries(one)) {
      if (key.includes('\0')) return name
      waiting.push([Array.isArray(one) ? name : key, inner])
    }
  }
  return null
}
