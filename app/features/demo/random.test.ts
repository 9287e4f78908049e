import { describe, expect, it } from 'vitest'
import { advance, createRandom } from './random.ts'

describe('random numbers', () => {
  it('repeat for the same seed and stream, and differ for another of either', () => {
    const draw = (seed: number, stream: string) => {
      const random = createRandom(seed, stream)
      return Array.from({ length: 5 }, () => random.bits())
    }
    expect(draw(1, 'a')).toEqual(draw(1, 'a'))
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'))
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'))
  })

  it('follow sfc32 as published, worked out once more with big integers', () => {
    const words = new Uint32Array(20)
    advance(new Int32Array([0x12345678, -5, 77, 1]), words)
    const wrap = (value: bigint) => BigInt.asUintN(32, value)
    let [a, b, c, counter] = [0x12345678n, wrap(-5n), 77n, 1n]
    for (const word of words) {
      const sum = wrap(a + b + counter)
      counter += 1n
      a = b ^ (b >> 9n)
      b = wrap(c + (c << 3n))
      c = wrap(wrap((c << 21n) | (c >> 11n)) + sum)
      expect(word).toBe(Number(sum))
    }
  })

  it('come out the same one by one and in bulk', () => {
    const words = new Uint32Array(50)
    createRandom(7, 'check').fill(words)
    const single = createRandom(7, 'check')
    expect(Array.from(words)).toEqual(Array.from(words, () => single.bits()))
  })

  it('are uniform and normal enough: mean, spread and tails', () => {
    const random = createRandom(3, 'moments')
    const n = 200_000
    let sum = 0
    let squares = 0
    let beyond = 0
    let uniformSum = 0
    for (let i = 0; i < n; i++) {
      const z = random.normal()
      sum += z
      squares += z * z
      if (Math.abs(z) > 1.959964) beyond++
      uniformSum += random.uniform()
    }
    expect(Math.abs(sum / n)).toBeLessThan(0.01)
    expect(squares / n).toBeCloseTo(1, 1)
    expect(beyond / n).toBeGreaterThan(0.048)
    expect(beyond / n).toBeLessThan(0.052)
    expect(uniformSum / n).toBeCloseTo(0.5, 2)
  })

  it('shuffles without losing anything', () => {
    const list = Array.from({ length: 30 }, (_, i) => i)
    const shuffled = createRandom(5, 'shuffle').shuffled(list)
    expect(shuffled).not.toEqual(list)
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list)
  })
})
