/**
 * The search for a profile that odd groups of different schools share, on standardised residuals: rows of K numbers,
 * about N(0, 1) each and independent in honest groups.
 */
export interface Rows {
  readonly count: number
  readonly width: number
  /** count × width. */
  readonly z: Float32Array
  /** Per row Σ z². */
  readonly length2: Float64Array
  /** School of each row; rows of one school follow one another. */
  readonly school: Int32Array
}

/** A direction in which rows of many schools are odd. */
export interface SharedProfile {
  /** Σ over rows of weight × row, not normed; K values. */
  readonly sum: Float64Array
  /** Weight of each row in the sum. */
  readonly weight: Float64Array
}

/** Rows that are compared with one another: a fixed number, so that the cost stays linear in the rows. */
const CANDIDATES = 4096
const SEEDS = 512
const REFINED = 4
const STEPS = 25
/** From a profile that is nearly right. */
const LAST_STEPS = 6
/** Spread of the strength of a leak, in standard errors of a group: what is worth finding. */
const STRENGTH = 3

/**
 * Finds the profile. Each of some hundreds of the oddest rows is tried as a profile on the oddest few thousand: the
 * gain is Σ ln(1 + ε·(LR − 1)) over rows of other schools, LR the likelihood ratio of «this profile with a strength
 * ~ |N(0, 3²)|» against nothing. The best few are refined among the oddest (EM: weight = probability of having the
 * profile × expected strength; the profile is the weighted sum; a third component, odd in any direction, takes the rows
 * that are odd otherwise), and the one with the greatest gain is refined on all rows.
 *
 * A row is always compared with the profile of the *other* schools, so that the projections of honest rows stay
 * N(0, 1) whatever the profile is. What one school has alone can still lead the search, by way of honest rows that
 * happen to lie near it: whether a profile is shared has to be judged by the schools that follow it.
 *
 * @param free rows that may make the profile: 1, others 0
 */
export function findSharedProfile(rows: Rows, free: Uint8Array): SharedProfile | null {
  const chosen = oddest(rows, free, CANDIDATES)
  if (chosen.length < 2) return null
  const odd = rowsAt(rows, chosen)
  const gains = spaced(odd, SEEDS).map(seed => ({ seed, gain: gainOfSeed(odd, seed) }))
  gains.sort((a, b) => b.gain - a.gain || a.seed - b.seed)
  let best: Refined | null = null
  for (const { seed } of gains.slice(0, REFINED)) {
    const found = refine(odd, null, seedProfile(odd, seed), STEPS)
    if (found !== null && (best === null || found.gain > best.gain)) best = found
  }
  if (best === null) return null
  const weight = new Float64Array(rows.count)
  chosen.forEach((r, k) => {
    weight[r] = best.profile.weight[k]
  })
  return refine(rows, free, { sum: best.profile.sum, weight }, LAST_STEPS)?.profile ?? null
}

/** Projection of every row on the profile without its own school; NaN where nothing is left of it. */
export function projections(rows: Rows, { sum, weight }: SharedProfile): Float64Array {
  const { count, width, z, school } = rows
  const out = new Float64Array(count)
  const others = new Float64Array(width)
  for (let from = 0; from < count; ) {
    let to = from
    others.set(sum)
    for (; to < count && school[to] === school[from]; to++) {
      if (weight[to] !== 0) for (let j = 0; j < width; j++) others[j] -= weight[to] * z[to * width + j]
    }
    let norm = 0
    for (let j = 0; j < width; j++) norm += others[j] * others[j]
    const scale = norm > 1e-9 ? 1 / Math.sqrt(norm) : Number.NaN
    for (; from < to; from++) {
      let dot = 0
      for (let j = 0; j < width; j++) dot += others[j] * z[from * width + j]
      out[from] = dot * scale
    }
  }
  return out
}

const S2 = STRENGTH * STRENGTH
const PULL = S2 / (1 + S2)
/** Φ by its logistic neighbour, within 2e-4 (Page 1977, Appl. Stat. 26: 75–76): enough for a weight. */
function phi(x: number): number {
  return 1 / (1 + Math.exp(-1.5976 * x - 0.070565992 * x * x * x))
}

/** LR of a strength a ~ |N(0, σ²)| given the projection s: 2·(1 + σ²)^−½ · exp(s²·σ²/(2(1 + σ²))) · Φ(s·√PULL). */
function likelihoodRatio(s: number): number {
  const bounded = Math.min(s, 30)
  return (2 / Math.sqrt(1 + S2)) * Math.exp((bounded * bounded * PULL) / 2) * phi(bounded * Math.sqrt(PULL))
}

/** Indices of the oddest rows, ascending, so that rows of one school still follow one another. */
function oddest(rows: Rows, free: Uint8Array, most: number): Int32Array {
  const all: number[] = []
  for (let r = 0; r < rows.count; r++) if (free[r] === 1 && rows.length2[r] > 0) all.push(r)
  const lengths = Float64Array.from(all, r => -rows.length2[r]).sort()
  const least = lengths.length > most ? -lengths[most - 1] : 0
  return Int32Array.from(all.filter(r => rows.length2[r] >= least).slice(0, most))
}

function rowsAt({ width, z, length2, school }: Rows, at: Int32Array): Rows {
  const part = new Float32Array(at.length * width)
  at.forEach((r, k) => {
    part.set(z.subarray(r * width, (r + 1) * width), k * width)
  })
  return {
    count: at.length,
    width,
    z: part,
    length2: Float64Array.from(at, r => length2[r]),
    school: at.map(r => school[r]),
  }
}

/** The oddest rows and as many of the rest, evenly: the oddest tell most, but may all be odd in ways of their own. */
function spaced({ count, length2 }: Rows, most: number): number[] {
  const order = Array.from({ length: count }, (_, r) => r).sort((a, b) => length2[b] - length2[a] || a - b)
  if (count <= most) return order
  const half = most >> 1
  const step = (count - half) / half
  return [
    ...order.slice(0, half),
    ...Array.from({ length: half }, (_, k) => order[half + Math.floor(k * step)]),
  ]
}

const EPSILON = 0.02

function gainOfSeed(odd: Rows, seed: number): number {
  let gain = 0
  for (let r = 0; r < odd.count; r++) {
    if (odd.school[r] === odd.school[seed]) continue
    const s = nearness(odd, seed, r)
    if (s > 2) gain += Math.log1p(EPSILON * (likelihoodRatio(s) - 1))
  }
  return gain
}

/** Projection of a row on the direction of the seed. */
function nearness({ width, z, length2 }: Rows, seed: number, r: number): number {
  let dot = 0
  for (let j = 0; j < width; j++) dot += z[seed * width + j] * z[r * width + j]
  return dot / Math.sqrt(length2[seed])
}

/** A first profile: the seed, and the rows of other schools that are near it. */
function seedProfile(odd: Rows, seed: number): SharedProfile {
  const { count, width, z, school } = odd
  const weight = new Float64Array(count)
  const sum = new Float64Array(width)
  for (let r = 0; r < count; r++) {
    const s = nearness(odd, seed, r)
    if (r !== seed && (s < 2.5 || school[r] === school[seed])) continue
    weight[r] = s
    for (let j = 0; j < width; j++) sum[j] += s * z[r * width + j]
  }
  return { sum, weight }
}

interface Refined {
  readonly profile: SharedProfile
  readonly gain: number
}

function refine(rows: Rows, free: Uint8Array | null, start: SharedProfile, steps: number): Refined | null {
  let refined: Refined = { profile: start, gain: Number.NEGATIVE_INFINITY }
  let share = EPSILON
  for (let step = 0; step < steps; step++) {
    const next = weigh(rows, free, projections(rows, refined.profile), share)
    if (next === null) return null
    const gained = next.gain - refined.gain
    refined = next
    share = next.share
    if (step > 2 && gained < 1e-3) break
  }
  return refined
}

/** How much wider than chance the rows that are odd in any direction are spread, and how many they may be. */
const ODD_VARIANCE = 3
const ODD_SHARE = 0.1

function weigh(
  { count, width, z, length2 }: Rows,
  free: Uint8Array | null,
  s: Float64Array,
  share: number,
): (Refined & { readonly share: number }) | null {
  const weight = new Float64Array(count)
  const sum = new Float64Array(width)
  let members = 0
  let works = 0
  let gain = 0
  for (let r = 0; r < count; r++) {
    if (free?.[r] === 0 || Number.isNaN(s[r])) continue
    works++
    const lr = share * likelihoodRatio(s[r])
    const log = (length2[r] / 2) * (1 - 1 / ODD_VARIANCE) - ((width - 1) / 2) * Math.log(ODD_VARIANCE)
    const other = 1 - share - ODD_SHARE + ODD_SHARE * Math.exp(Math.min(600, log))
    const p = lr / (lr + other)
    members += p
    gain += Math.log((lr + other) / (other + share))
    if (s[r] <= 0 || p < 1e-3) continue
    const w = p * s[r] * PULL
    weight[r] = w
    for (let j = 0; j < width; j++) sum[j] += w * z[r * width + j]
  }
  if (works === 0 || members < 1e-6) return null
  return { profile: { sum, weight }, share: Math.min(0.3, members / works), gain }
}
