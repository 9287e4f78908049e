import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { describeOperation, PROBLEM_SCHEMA } from './describe-operation.ts'
import { DOCS_CSS } from './docs-style.ts'

/** The one style that the pages of the documentation put in themselves (around pictures); a test reads the console. */
const DOCS_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='"
/** The plugin's own would let in foreign styles and pictures, and turn http into https where a closed network has none. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${DOCS_STYLE}`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

type Facts = Record<string, unknown>

/** OpenAPI 3.1 at /api/openapi.json, and pages to read it at /api/docs, served from this machine alone. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Objektiv',
        version: '1',
        description:
          'Everything the screens do. Sign in with a token of an integration («Authorization: Bearer …»). Errors are RFC 9457 problem details with a short `id`.',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'A key of an integration' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'objektiv.session_token',
            description: 'A person signed in; what changes something also carries the header «x-objektiv: 1»',
          },
        },
        // The package's type wants lists that may be written to.
        schemas: { Problem: PROBLEM_SCHEMA as never },
      },
    },
    transform: given => {
      const { schema, url } = jsonSchemaTransform(given as never) as { schema: Facts; url: string }
      const { endpoint } = given.route.config ?? {}
      if (!endpoint || schema.hide) return { schema, url }
      const method = String(given.route.method)
      return { schema: describeOperation(schema, { method, url }, endpoint), url }
    },
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: DOCS_POLICY,
    // Without the bar on top: a field without a name, a picture without words, and addresses that are not ours.
    uiConfig: { layout: 'BaseLayout', deepLinking: false },
    theme: { title: 'API — Objektiv', css: [{ filename: 'objektiv.css', content: DOCS_CSS }] },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
