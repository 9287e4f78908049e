import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { ItemParameters } from '../src/person-fit/gpcm.ts'
import type { Responses } from '../src/person-fit/responses.ts'

/** Values computed by other software; beside the repository, and absent elsewhere. */
const REFERENCE = new URL('../../../../shared/reference/', import.meta.url)

/** Skips a test with a reason where the reference folder is absent. */
export const referenceMissing = existsSync(REFERENCE) ? undefined : 'no folder ../shared/reference'

/** Maxima of the twenty tasks of vpr_1000. */
export const VPR_MAXIMA = [1, 1, 1, 1, 1, 2, 1, 1, 2, 1, 2, 2, 1, 3, 2, 2, 1, 2, 1, 2]

export interface Table {
  readonly rows: readonly (readonly string[])[]
  /** NaN for an empty cell. */
  column(name: string): number[]
}

export function readReference(name: string): Table {
  const bytes = readFileSync(new URL(name, REFERENCE))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().replaceAll('"', '')
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map(line => line.split(','))
  return {
    rows,
    column(title) {
      const at = head.indexOf(title)
      return rows.map(row => (row[at] === '' ? Number.NaN : Number(row[at])))
    },
  }
}

export function referenceResponses(name: string, maxima: readonly number[]): Responses {
  const table = readReference(name)
  const scores = maxima.map((_, j) => Uint8Array.from(table.column(`x${j + 1}`)))
  return { count: table.rows.length, maxima: Uint8Array.from(maxima), scores }
}

/** GPCM parameters of vpr_1000 (mirt, IRTpars): the columns named c1… are step difficulties. */
export function referenceItems(): ItemParameters[] {
  const table = readReference('gpcm_vpr1000.csv')
  const slopes = table.column('a')
  const steps = [1, 2, 3].map(k => table.column(`c${k}`))
  return slopes.map((slope, j) =>
    taskOf(slope, ...steps.map(column => column[j]).filter(b => !Number.isNaN(b))),
  )
}

/** A task from its slope and step difficulties. */
export function taskOf(slope: number, ...steps: number[]): ItemParameters {
  const intercepts = new Float64Array(steps.length + 1)
  for (const [v, b] of steps.entries()) intercepts[v + 1] = intercepts[v] - slope * b
  return { slope, intercepts }
}

/** Responses from one array of points a pupil; 255 stands for a task that the pupil lacks. */
export function responsesFrom(maxima: readonly number[], rows: readonly (readonly number[])[]): Responses {
  const scores = maxima.map((_, j) => Uint8Array.from(rows, row => row[j]))
  return { count: rows.length, maxima: Uint8Array.from(maxima), scores }
}

/** Repeatable numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
