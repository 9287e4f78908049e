import { expect, it } from 'vitest'
import { oncePerRun } from './once-per-run.ts'

it('makes a thing once, whoever asks at the same time, and gives each a copy', async () => {
  let made = 0
  const thing = { map: new Map([[1, new Uint32Array([1, 2])]]), nothing: Number.NaN, when: undefined }
  const make = async () => {
    made++
    return thing
  }
  const [first, second] = await Promise.all([oncePerRun('a thing', make), oncePerRun('a thing', make)])
  expect(made).toBe(1)
  expect(first).toEqual(thing)
  expect(second).toEqual(thing)
  expect(first).not.toBe(second)
})

it('tries again after a failure', async () => {
  const failing = async () => {
    throw new Error('not today')
  }
  await expect(oncePerRun('another thing', failing)).rejects.toThrow('not today')
  expect(await oncePerRun('another thing', async () => 1)).toBe(1)
})
