import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small S3 service in memory, enough for the SDK: PUT, GET, HEAD, DELETE of objects and a paged listing. */
export interface S3Server {
  readonly endpoint: string
  /** Keys of a bucket as they are asked for, 'bucket/key'. */
  readonly objects: Map<string, { content: Buffer; changedAt: Date }>
  /** Every request that came, 'PUT bucket/key'. */
  readonly requests: string[]
  /** A bucket that is not there, '' for none. */
  missing: string
  /** Takes every request and answers none. */
  silent: boolean
  /** How many uploads from now on are cut off without an answer. */
  hangUps: number
  stop(): Promise<void>
}

const PAGE = 2

export async function startS3Server(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map()
  const requests: string[] = []
  const said = { missing: '', silent: false, hangUps: 0 }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const key = decodeURIComponent(url.pathname.slice(1))
    requests.push(`${request.method} ${key}`)
    if (said.silent) return
    if (request.method === 'PUT' && said.hangUps > 0) {
      said.hangUps--
      request.socket.destroy()
    } else if (said.missing !== '' && key.split('/')[0] === said.missing) {
      fail(response, 404, 'NoSuchBucket', request.method === 'HEAD')
    } else if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) {
      fail(response, 403, 'AccessDenied')
    } else if (request.method === 'PUT') {
      void receive(request, response, content => objects.set(key, { content, changedAt: new Date() }))
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (url.searchParams.get('list-type') === '2') {
      list(response, objects, key.replace(/\/$/, ''), url.searchParams)
    } else {
      give(request, response, objects.get(key)?.content)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(said, {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  keep: (content: Buffer) => void,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const content = Buffer.concat(chunks)
  const checksum = createHash('sha256').update(content).digest('base64')
  if (request.headers['x-amz-checksum-sha256'] !== checksum) return fail(response, 400, 'BadDigest')
  keep(content)
  response.writeHead(200, { etag: '"1"' }).end()
}

function give(request: IncomingMessage, response: ServerResponse, content: Buffer | undefined): void {
  if (!content) {
    fail(response, 404, 'NoSuchKey', request.method === 'HEAD')
    return
  }
  response.writeHead(200, { 'content-length': content.length, etag: '"1"' })
  response.end(request.method === 'HEAD' ? undefined : content)
}

function list(
  response: ServerResponse,
  objects: S3Server['objects'],
  bucket: string,
  query: URLSearchParams,
): void {
  const prefix = `${bucket}/${query.get('prefix') ?? ''}`
  const after = query.get('continuation-token') ?? ''
  const keys = [...objects.keys()].filter(key => key.startsWith(prefix) && key > after).sort()
  const page = keys.slice(0, PAGE)
  const contents = page.map(key => {
    const { content, changedAt } = objects.get(key)!
    return `<Contents><Key>${key.slice(bucket.length + 1)}</Key><Size>${content.length}</Size><LastModified>${changedAt.toISOString()}</LastModified></Contents>`
  })
  const more = keys.length > page.length
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join('')}${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}</ListBucketResult>`,
    )
}

function fail(response: ServerResponse, status: number, code: string, bare = false): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(bare ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code><Message/></Error>`)
}
