import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { closeServer, watchConnections } from './close-server.ts'

it('waits for nobody who has opened a connection and asked nothing', async () => {
  const server = Fastify({ forceCloseConnections: 'idle' })
  watchConnections(server.server)
  server.get('/', async () => 'answer')
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as { port: number }
  // A browser opens connections before it knows what to ask; so does whoever calls a request off at once.
  const silent = connect(port, '127.0.0.1')
  await once(silent, 'connect')
  await (await fetch(`http://127.0.0.1:${port}/`)).text()
  const began = Date.now()
  const ended = once(silent, 'close')
  await closeServer(server)
  await ended
  expect(Date.now() - began).toBeLessThan(4_000)
})

it('lets an answer end that was begun', async () => {
  const server = Fastify({ forceCloseConnections: 'idle' })
  watchConnections(server.server)
  let finish = () => {}
  server.get('/', () => new Promise(resolve => (finish = () => resolve('answer'))))
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as { port: number }
  const answer = fetch(`http://127.0.0.1:${port}/`)
  await expect.poll(() => finish.toString()).toContain('resolve')
  const closing = closeServer(server)
  setTimeout(finish, 200)
  expect(await (await answer).text()).toBe('answer')
  await closing
})
