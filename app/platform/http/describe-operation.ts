import type { Endpoint } from './endpoint.ts'

/** One file in a form: how every upload of the API looks. */
const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
}

const BINARY = { type: 'string', format: 'binary' } as const

/** The body of every error (answer-problems.ts), RFC 9457. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'id', 'problems'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What is wrong, in the language of the reader.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do, and the id to quote.' },
    code: { type: 'string' },
    id: {
      type: 'string',
      description: 'Six letters that can be read over the phone; they stand in the log.',
    },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'text', 'advice'],
        properties: {
          code: { type: 'string' },
          text: { type: 'string' },
          advice: { type: 'string' },
          place: { type: 'object', description: 'File, sheet, row, column, value: where it stands.' },
          params: { type: 'object' },
        },
      },
    },
  },
} as const

/**
 * What OpenAPI says of an endpoint beyond its schemas: a name for generated clients, its room, who may call it, what an
 * upload and a download look like, and that every failure is a problem.
 *
 * @param schema the endpoint's schemas, in JSON Schema already
 */
export function describeOperation(
  schema: Readonly<Record<string, unknown>>,
  name: { readonly method: string; readonly url: string },
  { access, byToken, response, files, download }: Endpoint,
): Record<string, unknown> {
  const isOpen = access === 'public'
  const isOwn = access === 'signed-in' && !byToken
  const answered = schema.response as Record<string, unknown> | undefined
  const success = download
    ? {
        200: {
          description: 'The file, for saving',
          content: { 'application/octet-stream': { schema: BINARY } },
        },
      }
    : response
      ? { 200: describe(answered?.['200'], 'Done') }
      : { 204: { description: 'Done; there is nothing to tell', type: 'null' } }
  return {
    ...schema,
    operationId: operationId(name),
    tags: [roomOf(name.url)],
    description: isOpen
      ? 'Open to everybody.'
      : access === 'signed-in'
        ? 'For whoever is signed in, about themselves.'
        : `Needs the right «${access}».`,
    security: isOpen ? [] : isOwn ? [{ session: [] }] : [{ session: [] }, { token: [] }],
    ...(files ? { consumes: ['multipart/form-data'], body: UPLOAD } : {}),
    response: { ...success, default: PROBLEM_ANSWER },
  }
}

const PROBLEM_ANSWER = {
  description: 'What is wrong, in words',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function describe(schema: unknown, description: string): unknown {
  return { description, ...(schema as object) }
}

/** 'POST /api/units/:id/rename' → 'postUnitsIdRename'. */
function operationId({ method, url }: { method: string; url: string }): string {
  const words = url
    .replace(/^\/api\//, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  return method.toLowerCase() + words.map(word => word[0].toUpperCase() + word.slice(1)).join('')
}

/** '/api/units/:id' → 'units'. */
function roomOf(url: string): string {
  return url.split('/')[2] ?? 'api'
}
