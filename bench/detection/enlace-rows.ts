import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The three subjects of ENLACE: Spanish, mathematics, science. */
export const SUBJECTS = ['esp', 'mat', 'cie'] as const

/** School × grade × shift of ENLACE 2012 with at least ten pupils and all results. Columns, one entry per row. */
export interface EnlaceRows {
  readonly count: number
  readonly state: readonly string[]
  /** Level and grade: the rows that sat the same paper. */
  readonly paper: readonly string[]
  /** State and number of the school. */
  readonly school: readonly string[]
  readonly shift: readonly string[]
  readonly type: readonly string[]
  readonly marginalisation: readonly string[]
  readonly pupils: Float64Array
  /** Per subject. */
  readonly mean: readonly Float64Array[]
  /** Per subject the shares of the four levels of achievement, each 0 … 1. */
  readonly shares: readonly (readonly Float64Array[])[]
  /** Truth, never an input: share of pupils whose results the ministry declared unreliable. */
  readonly unreliable: Float64Array
}

/** Reads the set (see the README of ../shared/evaluation); null where the file is absent. */
export function loadEnlace(file: string): EnlaceRows | null {
  if (!existsSync(file)) return null
  const [head, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  const names = head.trim().split(',')
  const at = (name: string) => names.indexOf(name)
  const needed = SUBJECTS.flatMap(s => [s, ...[1, 2, 3, 4].map(k => `${s}_p${k}`)])
  const cells = lines
    .map(line => line.trim().split(','))
    .filter(row => Number(row[at('n_eval')]) >= 10 && needed.every(name => row[at(name)] !== ''))
  const text = (name: string) => cells.map(row => row[at(name)])
  const number = (name: string, scale = 1) => Float64Array.from(cells, row => Number(row[at(name)]) * scale)
  const pupils = number('n_eval')
  return {
    count: cells.length,
    state: text('state'),
    paper: cells.map(row => `${row[at('level')]} ${row[at('grade')]}`),
    school: cells.map(row => `${row[at('state')]} ${row[at('school')]}`),
    shift: text('shift'),
    type: text('type').map(type => (type === 'T╔CNICA' ? 'TÉCNICA' : type)),
    marginalisation: text('marg'),
    pupils,
    mean: SUBJECTS.map(s => number(s)),
    shares: SUBJECTS.map(s => [1, 2, 3, 4].map(k => number(`${s}_p${k}`, 0.01))),
    unreliable: number('n_unrel').map((n, i) => n / pupils[i]),
  }
}
