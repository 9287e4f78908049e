import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../messages/format.ts'

/** The language a browser asks for; Russian unless English is wanted first. */
export function localeOf(request: FastifyRequest): Locale {
  return request.headers['accept-language']?.trim().toLowerCase().startsWith('en') ? 'en' : 'ru'
}
