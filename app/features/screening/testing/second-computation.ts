import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { ScreenedMarker, ScreenedSet, Screening } from '../types.ts'

/** Output of tools/reference/official-2019.py; schools by the six digits of their logins. */
export interface SecondComputation {
  readonly sets: readonly {
    readonly year: number
    readonly grade: number
    readonly subject: string
    readonly rows: number
    readonly works: number
    readonly schools: number
    readonly absent: number
    readonly noTotal: number
    readonly aboveMaximum: number
    readonly mean: number
    readonly sd: number
    readonly lower: number
    readonly upper: number
    readonly highMean: Readonly<Record<string, [number, number, number | null, number | null, boolean]>>
    readonly mismatch: Readonly<Record<string, [number, number, number | null, boolean]>>
  }[]
  readonly cohorts: readonly {
    readonly subject: string
    readonly fromYear: number
    readonly fromGrade: number
    readonly k: Readonly<Record<string, number>>
    readonly lower: number
    readonly upper: number
    readonly rise: readonly string[]
    readonly fall: readonly string[]
  }[]
  readonly index: readonly { year: number; signs: number; schools: number; marked: number; index: number }[]
}

const SCRIPT = join(import.meta.dirname, '../../../../tools/reference/official-2019.py')

export const hasPython = spawnSync('python3', ['--version']).status === 0

/** Runs the independent computation of the 2019 method: Python, standard library only, no line shared with ours. */
export function computeAgain(specifications: string, files: readonly string[]): SecondComputation {
  const { status, stdout, stderr } = spawnSync('python3', [SCRIPT, specifications, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

type Again = SecondComputation['sets'][number]

/** Every difference between the two computations, in words; none when they agree to 1e-9. */
export function differences(ours: Screening, again: SecondComputation): string[] {
  const found: string[] = []
  const check = (
    what: string,
    a: number | boolean | null | undefined,
    b: number | boolean | null | undefined,
  ) => {
    const close =
      typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
    if (a !== b && !close) found.push(`${what}: ${a} here, ${b} there`)
  }
  const { sets } = ours
  check('sets', sets.length, again.sets.length)
  for (const other of again.sets) {
    const name = `${other.year} ${other.subject} ${other.grade}`
    const set = sets.find(one => isSame(one, other))
    if (!set) {
      found.push(`${name}: missing`)
      continue
    }
    for (const field of ['works', 'schools', 'absent', 'mean', 'sd', 'lower', 'upper'] as const)
      check(`${name} ${field}`, set[field], other[field])
    check(`${name} excluded`, set.excluded, other.noTotal + other.aboveMaximum)
    const markers = ours.markers.filter(({ sets }) => sets.length === 1 && isSame(sets[0], other))
    compareSet(name, markers, other, check)
  }
  for (const cohort of again.cohorts) {
    const markers = ours.markers.filter(
      ({ sets }) =>
        sets.length === 2 &&
        sets[0].subject === cohort.subject &&
        sets[0].year === cohort.fromYear &&
        sets[0].grade === cohort.fromGrade,
    )
    for (const marker of ['cohort-rise', 'cohort-fall'] as const) {
      const rows = new Map(markers.filter(one => one.marker === marker).map(one => [digitsOf(one), one]))
      const marked = new Set(marker === 'cohort-rise' ? cohort.rise : cohort.fall)
      for (const [school, k] of Object.entries(cohort.k)) {
        const row = rows.get(school)
        check(`${cohort.subject} ${marker} ${school} K`, row?.value, k)
        check(`${cohort.subject} ${marker} ${school} marked`, row?.marked, marked.has(school))
      }
      const [first] = rows.values()
      check(`${cohort.subject} lower fence`, first?.lower, cohort.lower)
      check(`${cohort.subject} upper fence`, first?.upper, cohort.upper)
    }
  }
  for (const other of again.index) {
    const one = ours.index.find(({ level, year }) => level === 'region' && year === other.year)
    for (const field of ['signs', 'schools', 'marked', 'index'] as const)
      check(`index ${other.year} ${field}`, one?.[field], other[field])
  }
  return found
}

function compareSet(
  name: string,
  markers: readonly ScreenedMarker[],
  other: Again,
  check: (what: string, a: number | boolean | null | undefined, b: number | boolean | null) => void,
): void {
  const rows = (marker: string) =>
    new Map(markers.filter(one => one.marker === marker).map(one => [digitsOf(one), one]))
  const means = rows('high-mean')
  check(`${name} schools with a mean`, means.size, Object.keys(other.highMean).length)
  for (const [school, [n, mean, lower, upper, marked]] of Object.entries(other.highMean)) {
    const row = means.get(school)
    check(`${name} ${school} n`, row?.n, n)
    check(`${name} ${school} mean`, row?.value, mean)
    check(`${name} ${school} lower`, row?.lower, lower)
    check(`${name} ${school} upper`, row?.upper, upper)
    check(`${name} ${school} marked`, row?.marked, marked)
  }
  const mismatches = rows('journal-mismatch')
  for (const [school, [n, value, , marked]] of Object.entries(other.mismatch)) {
    const row = mismatches.get(school)
    check(`${name} ${school} pairs`, row?.n, n)
    check(`${name} ${school} r`, row?.value, value)
    check(`${name} ${school} mismatch marked`, row?.marked, marked)
  }
}

function isSame(
  a: Pick<ScreenedSet, 'year' | 'grade' | 'subject'>,
  b: Pick<Again, 'year' | 'grade' | 'subject'>,
) {
  return a.year === b.year && a.grade === b.grade && a.subject === b.subject
}

function digitsOf({ school }: ScreenedMarker): string {
  return /\d{6}/.exec(school)?.[0] ?? school
}
