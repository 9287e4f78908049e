import { TaskCode } from '@objektiv/forensics'
import { loginOf } from './login.ts'
import { createRandom, type Random } from './random.ts'
import type { CleanSet, DemoSchool, DirtEdit } from './types.ts'

/** Spellings of a class that people really write (DOMAIN §3.4). */
const CLASS_SPELLINGS = ['нет', 'НЕТ', '"А"', '11а', '4', 'a', 'б(1)', '-']

/**
 * Spoils a few cells of a set as people spoil them (DOMAIN §3.4): some kinds a handful of times, marks of a task
 * not attempted by the dozen. Schools with a planted manipulation stay clean, so that their truth stays simple.
 */
export function soil(
  seed: number,
  set: CleanSet,
  schools: readonly DemoSchool[],
  planted: ReadonlySet<number>,
): DirtEdit[] {
  const random = createRandom(seed, `dirt ${set.year} ${set.grade} ${set.subject}`)
  const { works, paper } = set
  const isFree = (row: number) => works.variant[row] > 0 && !planted.has(works.school[row])
  const logins = spoilLogins(set, schools, planted, random)
  const taken = new Set(logins.map(edit => edit.row))
  const rows = Array.from(works.school.keys()).filter(row => isFree(row) && !taken.has(row))
  // Every row is spoilt in one way at most, so that each kind can be seen and counted by itself.
  const free = random.shuffled(rows)
  const take = (count: number) => free.splice(0, count)
  const edits: DirtEdit[] = [
    ...take(2).map((row, i): DirtEdit => {
      const value = String(paper.maxPrimary + 1 + 3 * i)
      return { kind: 'total-above-maximum', row, column: 'total', value }
    }),
    ...take(2).map((row): DirtEdit => ({ kind: 'total-missing', row, column: 'total', value: null })),
    ...take(4).map((row): DirtEdit => {
      const value = String(works.total[row] + (works.total[row] >= 3 ? -3 : 2))
      return { kind: 'total-differs', row, column: 'total', value }
    }),
    ...take(1).map((row): DirtEdit => ({ kind: 'variant-zero', row, column: 'variant', value: '0' })),
    ...take(3).map((row): DirtEdit => {
      return { kind: 'gender-in-mark', row, column: 'journal', value: random.pick(['ж', 'м']) }
    }),
    ...take(25).map((row): DirtEdit => {
      return { kind: 'class-spelling', row, column: 'class', value: random.pick(CLASS_SPELLINGS) }
    }),
    ...take(3).map((row): DirtEdit => {
      const task = random.integer(0, paper.tasks.length - 1)
      return { kind: 'above-task-maximum', row, column: { task }, value: String(paper.tasks[task].max + 1) }
    }),
    ...take(1).map((row): DirtEdit => ({ kind: 'negative', row, column: { task: 0 }, value: '-1' })),
    ...spoilBlanks(set, free, random),
    ...logins,
  ]
  return edits.sort((a, b) => a.row - b.row)
}

/** Other ways to write «X»: at most one cell a row. */
function spoilBlanks({ works }: CleanSet, rows: readonly number[], random: Random): DirtEdit[] {
  const blanks = rows.flatMap(row => {
    const tasks = works.scores.flatMap((column, task) =>
      column[row] === TaskCode.notAttempted ? [task] : [],
    )
    return tasks.length > 0 ? [{ row, task: random.pick(tasks) }] : []
  })
  const ways = [
    { kind: 'lower-case-x', value: 'x', count: 60 },
    { kind: 'cyrillic-x', value: 'Х', count: 20 },
    { kind: 'spaced-x', value: 'X ', count: 3 },
    { kind: 'latin-h', value: 'H', count: 5 },
  ] as const
  const chosen = random.shuffled(blanks)
  return ways.flatMap(({ kind, value, count }) =>
    chosen.splice(0, count).map(({ row, task }): DirtEdit => ({ kind, row, column: { task }, value })),
  )
}

/** Two small schools write their login in their own way, on every row. */
function spoilLogins(
  { works, year }: CleanSet,
  schools: readonly DemoSchool[],
  planted: ReadonlySet<number>,
  random: Random,
): DirtEdit[] {
  const bySchool = Map.groupBy(works.school.keys(), row => works.school[row])
  const small = [...bySchool].filter(
    ([school, rows]) => !planted.has(school) && rows.length >= 4 && rows.length <= 14,
  )
  const chosen = random.shuffled(small)
  const ways = [
    { kind: 'login-upper-case', write: (login: string) => login.toUpperCase() },
    { kind: 'login-space', write: (login: string) => `${login} ` },
  ] as const
  return ways.flatMap(({ kind, write }, i) => {
    const [school, rows] = chosen[i]
    const value = write(loginOf(schools[school], year))
    return rows.map((row): DirtEdit => ({ kind, row, column: 'login', value }))
  })
}
