import { createServer, type Server } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import { freePort } from '../../../platform/testing/free-port.ts'

export interface VouchedPerson {
  readonly email: string
  readonly emailVerified: boolean
  readonly name?: string
}

/** An identity provider on this machine: whoever comes is the person set last, with no page in between. */
export interface LocalProvider {
  readonly issuer: string
  /** Who is at the browser now. */
  person: VouchedPerson & { readonly subject: string }
  start(): Promise<void>
  stop(): Promise<void>
  /** Goes through the provider's redirects as a browser would; the address it sends the browser back to. */
  visit(url: string): Promise<string>
}

/** Made stopped, on a port of its own, so that tests can find it away. */
export async function localProvider(redirectUri: string): Promise<LocalProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  let server: Server | null = null
  const provider = new Provider(
    issuer,
    configuration(redirectUri, () => local.person),
  )
  const local: LocalProvider = {
    issuer,
    person: { subject: 'nobody', email: 'nobody@example.org', emailVerified: true },
    async start() {
      server = createServer((request, response) => {
        const interaction = /^\/interaction\//.test(request.url ?? '')
        if (!interaction) return void provider.callback()(request, response)
        void provider.interactionDetails(request, response).then(async ({ prompt, params, grantId }) => {
          if (prompt.name === 'login') {
            const result = { login: { accountId: local.person.subject } }
            return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
          }
          const grant = grantId
            ? await provider.Grant.find(grantId)
            : new provider.Grant({ accountId: local.person.subject, clientId: String(params.client_id) })
          grant?.addOIDCScope('openid email profile')
          const result = { consent: { grantId: await grant?.save() } }
          return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
        })
      })
      await new Promise<void>(resolve => server?.listen(port, '127.0.0.1', resolve))
    },
    async stop() {
      server?.closeAllConnections()
      await new Promise(resolve => (server ? server.close(resolve) : resolve(null)))
      server = null
    },
    async visit(start) {
      const cookies = new Map<string, string>()
      let url = start
      for (let hop = 0; hop < 10; hop++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
        for (const line of answer.headers.getSetCookie()) {
          const [name, value] = line.split(';')[0].split('=')
          cookies.set(name, value)
        }
        const location = answer.headers.get('location')
        if (location === null) throw new Error(`the provider stopped at ${url}: ${await answer.text()}`)
        url = new URL(location, url).href
        if (url.startsWith(redirectUri)) return url
      }
      throw new Error('the provider goes round in circles')
    },
  }
  return local
}

function configuration(redirectUri: string, person: () => LocalProvider['person']): Configuration {
  return {
    clients: [
      {
        client_id: 'objektiv',
        client_secret: 'client secret',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['cookie key for tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: async (_, subject) => ({
      accountId: subject,
      claims: async () => {
        const { email, emailVerified, name } = person()
        return { sub: subject, email, email_verified: emailVerified, name }
      },
    }),
    pkce: { required: () => true },
  }
}
