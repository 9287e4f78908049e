import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Locale, say } from '../../messages/format.ts'
import { type Problem, ProblemError } from '../problem.ts'
import { wordProblem } from '../word-problem.ts'
import { statusOf } from './problem-status.ts'
import { localeOf } from './request-locale.ts'
import { type Refused, valueProblem } from './value-problem.ts'

/** The body of every error: RFC 9457, with the sentences a person reads and the short id they can quote. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly id: string
  readonly problems: readonly {
    readonly code: string
    readonly text: string
    readonly advice: string
    readonly place?: Problem['place']
    readonly params?: Problem['params']
  }[]
}

/** Makes every error of the API an answer in words. A fault of the program is logged whole and answered by its id. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problems = problemsOf(error)
    // Whatever is answered as our own failure is in the log whole; so is a refusal that may be a right nobody granted.
    if (statusOf(problems[0]) >= 500) request.log.error({ err: error }, problems[0].code)
    else if (error.code === '42501' || isDataRefused(error)) request.log.warn({ err: error }, 'data refused')
    send(request, reply, problems)
  })
  app.setNotFoundHandler((request, reply) => {
    send(request, reply, [{ code: 'not-found' }])
  })
}

/** An address that cannot be decoded comes to no route and to no hook: answered here, without quoting it. */
export function answerUnroutable(_: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff')
  send(request, reply, [{ code: 'request-unreadable' }])
}

function send(request: FastifyRequest, reply: FastifyReply, problems: readonly Problem[]): void {
  const locale = request.actor?.locale ?? localeOf(request)
  reply
    .status(statusOf(problems[0]))
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(toDetails(locale, request.id, problems))
}

export function toDetails(locale: Locale, id: string, problems: readonly Problem[]): ProblemDetails {
  const [first] = problems
  const worded = problems.map(problem => ({ ...wordProblem(locale, problem), ...problem }))
  const status = statusOf(first)
  return {
    type: 'about:blank',
    title: worded[0].text,
    status,
    detail: `${worded[0].advice} ${say(locale, 'http.quote-id', { id })}`.trim(),
    code: first.code,
    id,
    problems: worded,
  }
}

function problemsOf(error: FastifyError): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = error.validationContext ?? ''
    return error.validation.map(refused => valueProblem(refused as unknown as Refused, part))
  }
  if (error.statusCode === 429) return [{ code: 'too-many-requests' }]
  const known = FASTIFY_PROBLEMS[error.code]
  if (known) return [{ code: known }]
  // Raised by the server before a handler ran (bad JSON, unsupported type): the sender's, not ours.
  if (error.statusCode !== undefined && error.statusCode < 500) return [{ code: 'request-unreadable' }]
  // PostgreSQL's own refusals that a request can cause: a row outside the scope, or one that exists already.
  if (error.code === '42501') return [{ code: 'not-found' }]
  // 23P01: the same, of a rule that is looked at when all is written.
  if (error.code === '23505' || error.code === '23P01') return [{ code: 'already-there' }]
  if (isDataRefused(error)) return [{ code: 'request-value-other' }]
  return [{ code: 'fault' }]
}

/** Class 22 of PostgreSQL's errors: a value it cannot take (too large a number, no date) that no schema had refused. */
function isDataRefused(error: FastifyError): boolean {
  return 'severity' in error && /^22[0-9A-Z]{3}$/.test(error.code)
}

const FASTIFY_PROBLEMS: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request-unreadable',
}
