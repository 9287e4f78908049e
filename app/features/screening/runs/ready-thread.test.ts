import { once } from 'node:events'
import { expect, it } from 'vitest'
import { dismissReadyThread, prepareThread, takeThread } from './ready-thread.ts'

it('a thread that was loaded beforehand is taken once, and ends where nothing is asked of it', async () => {
  prepareThread(100)
  prepareThread(100)
  const [prepared, other] = [takeThread(), takeThread()]
  expect(other).not.toBe(prepared)
  const ended = Promise.all([prepared, other].map(thread => once(thread, 'exit')))
  for (const thread of [prepared, other]) thread.postMessage({ step: 'leave' })
  expect(await ended).toEqual([[0], [0]])
}, 60_000)

it('is let go when the service ends', async () => {
  prepareThread(100)
  dismissReadyThread()
  const next = takeThread()
  const ended = once(next, 'exit')
  next.postMessage({ step: 'leave' })
  expect(await ended).toEqual([0])
}, 60_000)

it('nothing is loaded beside a thread at work, and again when it has ended', async () => {
  const working = takeThread()
  expect(prepareThread(100)).toBe(false)
  const ended = once(working, 'exit')
  working.postMessage({ step: 'leave' })
  await ended
  expect(prepareThread(100)).toBe(true)
  dismissReadyThread()
}, 60_000)
