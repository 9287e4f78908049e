import { expect, it } from 'vitest'
import { pictureOf } from './picture.ts'

const WORKS = 4_000
const CLASS = 20

it('goes through the works of a region once, however many pictures are drawn of it', () => {
  let reads = 0
  const scores = new Proxy(
    Uint8Array.from({ length: WORKS }, (_, i) => (i < CLASS ? 1 : i % 2)),
    {
      get(column, key) {
        reads++
        return Reflect.get(column, key)
      },
    },
  )
  const groupStart = Int32Array.from({ length: WORKS / CLASS + 1 }, (_, g) => g * CLASS)
  const set = {
    prepared: { count: WORKS, groupStart, taskMaxima: Uint8Array.of(1), responses: { scores: [scores] } },
  } as never
  const [own, other] = [0, 1].map(group => pictureOf('leniency', set, group))
  expect(reads).toBeLessThan(4 * WORKS)
  for (let group = 0; group < WORKS / CLASS; group++) pictureOf('leniency', set, group)
  expect(reads).toBeLessThan(8 * WORKS)
  // A class that solves it always, in a region that does so in half of its works and ten more.
  const share = (WORKS / 2 + CLASS / 2) / WORKS
  expect(own).toMatchObject({ kind: 'tasks', tasks: [{ task: 0, difference: 1 - share }] })
  expect(other).toMatchObject({ tasks: [{ difference: 0.5 - share }] })
})
