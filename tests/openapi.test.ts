import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../app/contract.ts'
import type { Database } from '../app/platform/database/index.ts'
import { openTestEmbedded } from '../app/platform/database/testing/index.ts'
import type { Endpoint } from '../app/platform/http/index.ts'
import { createApp } from '../app/server.ts'

interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, { description: string; content?: Record<string, unknown> }>>
}

let database: Database
let api: {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

beforeAll(async () => {
  database = await openTestEmbedded()
  const { server } = await createApp({
    ...{
      database,
      dataFolder: '/nowhere',
      secret: 'x'.repeat(64),
      publicUrl: 'http://objektiv.local',
      web: false,
    },
  })
  api = (await server.inject({ url: '/api/openapi.json' })).json()
  await server.close()
})
afterAll(() => database?.close())

const endpoints = Object.entries(contract) as [string, Endpoint][]
const operationOf = (name: string) => {
  const [method, path] = name.split(' ')
  return api.paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()]
}

it('names every operation once, with its room', () => {
  const ids = endpoints.map(([name]) => operationOf(name)?.operationId)
  expect(ids).toHaveLength(new Set(ids).size)
  for (const [name] of endpoints)
    expect({ name, tags: operationOf(name)?.tags.length }).toEqual({ name, tags: 1 })
})

it('tells what comes back: a body, nothing or a file, and for every failure a problem', () => {
  for (const [name, { response, download }] of endpoints) {
    const { responses } = operationOf(name)!
    const success = Object.keys(responses).filter(status => status !== 'default')
    expect({ name, success }).toEqual({ name, success: [download || response ? '200' : '204'] })
    const types = Object.keys(responses[success[0]].content ?? {})
    const expected = download ? ['application/octet-stream'] : response ? ['application/json'] : []
    expect({ name, types }).toEqual({ name, types: expected })
    expect(Object.keys(responses.default.content!)).toEqual(['application/problem+json'])
  }
})

it('tells what goes in: every part of the path, JSON, or one file', () => {
  for (const [name, { body, files }] of endpoints) {
    const { requestBody, parameters = [] } = operationOf(name)!
    const inPath = parameters.filter(one => one.in === 'path').map(one => one.name)
    expect({ name, inPath }).toEqual({
      name,
      inPath: [...name.matchAll(/:([A-Za-z]+)/g)].map(([, part]) => part),
    })
    const types = Object.keys(requestBody?.content ?? {})
    const expected = files ? ['multipart/form-data'] : body ? ['application/json'] : []
    expect({ name, types }).toEqual({ name, types: expected })
  }
})

it('tells who may call it', () => {
  for (const [name, { access }] of endpoints)
    expect({ name, open: operationOf(name)!.security.length === 0 }).toEqual({
      name,
      open: access === 'public',
    })
})

it('refers to nothing that is not there', () => {
  const text = JSON.stringify(api)
  const missing = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].filter(
    ([, kind, name]) => api.components[kind]?.[name] === undefined,
  )
  expect(missing.map(([whole]) => whole)).toEqual([])
  expect(text).toContain('#/components/schemas/Problem')
})

/** A client written from the description alone: the upload as it says. */
it('describes an upload that can be sent as described', () => {
  const { requestBody } = operationOf('POST /api/files')!
  expect(requestBody!.content['multipart/form-data']).toMatchObject({
    schema: { required: ['file'], properties: { file: { format: 'binary' } } },
  })
})
