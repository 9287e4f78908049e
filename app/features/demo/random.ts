/**
 * Random numbers that come out the same on every machine: the generator sfc32 of Chris Doty-Humphrey («Small Fast
 * Counting», from his test suite PractRand, public domain), one stream per purpose. A stream is named, so a new
 * purpose draws from a stream of its own and leaves all others as they were.
 */
export interface Random {
  /** Uniform 32-bit integer, 0 … 2³² − 1. */
  bits(): number
  /** Uniform in [0, 1). */
  uniform(): number
  /** Uniform integer in [low, high], both ends included. */
  integer(low: number, high: number): number
  /** Standard normal deviate (polar method; Marsaglia & Bray 1964). */
  normal(): number
  /** Fills the whole array with uniform 32-bit integers; several times quicker than single draws. */
  fill(target: Uint32Array): void
  pick<T>(list: readonly T[]): T
  /** A shuffled copy (Fisher & Yates 1938, as Durstenfeld 1964 wrote it). */
  shuffled<T>(list: readonly T[]): T[]
}

export function createRandom(seed: number, stream: string): Random {
  const state = seedState(seed, stream)
  const one = new Uint32Array(1)
  let spare: number | null = null

  const bits = () => {
    advance(state, one)
    return one[0]
  }
  const uniform = () => bits() / 0x1_0000_0000
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1))

  return {
    bits,
    uniform,
    integer,
    normal() {
      if (spare !== null) {
        const value = spare
        spare = null
        return value
      }
      for (;;) {
        const u = 2 * uniform() - 1
        const v = 2 * uniform() - 1
        const s = u * u + v * v
        if (s >= 1 || s === 0) continue
        const factor = Math.sqrt((-2 * Math.log(s)) / s)
        spare = v * factor
        return u * factor
      }
    },
    fill: target => advance(state, target),
    pick: list => list[integer(0, list.length - 1)],
    shuffled(list) {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(0, i)
        const kept = copy[i]
        copy[i] = copy[j]
        copy[j] = kept
      }
      return copy
    },
  }
}

/** One sfc32 step per entry of the target; the state is three words and a counter. */
export function advance(state: Int32Array, target: Uint32Array): void {
  let a = state[0]
  let b = state[1]
  let c = state[2]
  let counter = state[3]
  for (let i = 0; i < target.length; i++) {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    target[i] = sum
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = counter
}

/** The three words of sfc32 from the seed and the stream's name (FNV-1a), mixed by the usual twelve steps. */
function seedState(seed: number, stream: string): Int32Array {
  let low = 0x811c9dc5
  let high = 0x811c9dc5 ^ seed
  for (let i = 0; i < stream.length; i++) {
    low = Math.imul(low ^ stream.charCodeAt(i), 0x01000193)
    high = Math.imul(high ^ stream.charCodeAt(i), 0x01000193)
  }
  const state = new Int32Array([low, high, seed, 1])
  advance(state, new Uint32Array(12))
  return state
}
