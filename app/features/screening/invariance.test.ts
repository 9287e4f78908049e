import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Cell, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { screenFiles } from './testing/screen-files.ts'
import type { Screening } from './types.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-invariance-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Two years of one cohort: maxima of the tasks, in the order of the columns. */
const PAPERS = {
  '2020 Математика, 4 класс': [1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2],
  '2021 Математика, 5 класс': [1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 1, 1, 1, 1, 1, 2],
} as const
type Paper = keyof typeof PAPERS

interface Work {
  readonly paper: Paper
  readonly school: number
  /** Points per task, cut at its maximum. */
  readonly points: readonly (number | 'X')[]
  readonly journal: string
}

/** A school of five may be small, so that every kind of guard is met. */
const work: fc.Arbitrary<Work> = fc.record({
  paper: fc.constantFrom(...(Object.keys(PAPERS) as Paper[])),
  school: fc.integer({ min: 1, max: 5 }),
  points: fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat(2) }, fc.constant('X' as const)), {
    minLength: 16,
    maxLength: 16,
  }),
  journal: fc.constantFrom('2', '3', '4', '5', 'нет отметки'),
})

interface Row {
  readonly paper: Paper
  readonly cells: readonly Cell[]
}

const headersOf = (paper: Paper) => [
  'логин школы',
  'код обучающегося',
  'отметка за предыдущую четверть/триместр',
  'класс',
  'вариант',
  'всего баллов',
  ...PAPERS[paper].map((_, task) => `балл за ${task + 1}`),
]
const loginOf = (school: number) => `${school % 2 ? 'sch' : 'edu'}99000${school}`

function rowOf({ paper, school, points, journal }: Work, index: number): Row {
  const scores = PAPERS[paper].map((max, task) => {
    const score = points[task]
    return score === 'X' ? score : Math.min(score, max)
  })
  const total = scores.reduce<number>((sum, score) => sum + (score === 'X' ? 0 : score), 0)
  return { paper, cells: [loginOf(school), index, journal, 'А', '1', total, ...scores.map(String)] }
}

function absentOf(paper: Paper, school: number): Row {
  return { paper, cells: [loginOf(school), 9_000, null, null, 'отсутствовал', null] }
}

const withLogin = ({ paper, cells }: Row, spell: (login: string) => string): Row => ({
  paper,
  cells: [spell(String(cells[0])), ...cells.slice(1)],
})

let run = 0

/** Writes the rows of each paper to two files, dealt in turn, and screens them. */
async function screen(rows: readonly Row[], reversed = false): Promise<Screening> {
  const prefix = ++run
  const files: string[] = []
  for (const paper of Object.keys(PAPERS) as Paper[]) {
    const mine = rows.filter(row => row.paper === paper)
    for (const part of [0, 1]) {
      const chosen = mine.filter((_, index) => index % 2 === part).map(({ cells }) => cells)
      if (chosen.length === 0) continue
      const path = join(folder, `${prefix}-${part} ${paper}.xlsx`)
      const columns = headersOf(paper).map(header => ({ header }))
      await writeWorkbook(path, [{ name: 'Sheet1', columns, rows: chosen, selected: chosen.length }])
      files.push(path)
    }
  }
  return await screenFiles({ protocols: reversed ? files.toReversed() : files })
}

/** Everything counted, and the schools by the names they go by. */
function figures({ sets, markers, schools, index }: Screening) {
  return {
    sets: sets.map(({ absent: _, ...set }) => set),
    markers,
    index,
    schools: schools.map(({ school, markers }) => [school, markers]),
  }
}

/** The same with schools by their six digits only. */
function byDigits(found: ReturnType<typeof figures>) {
  return JSON.parse(JSON.stringify(found).replace(/"(?:sch|edu|ksh)(99\d{4})"/g, '"$1"'))
}

const works = fc.array(work, { minLength: 6, maxLength: 30 })
const RUNS = { numRuns: 4 }

test('the order of rows and of files, and dirt in the spelling of logins, change nothing', async () => {
  const dirty = [
    (login: string) => login.toUpperCase(),
    (login: string) => ` ${login.slice(0, 3)} ${login.slice(3)} `,
    (login: string) => login.replace('s', 'ѕ').replace('c', 'с').replace('e', 'е'),
  ]
  await fc.assert(
    fc.asyncProperty(works, fc.infiniteStream(fc.nat(99)), async (all, random) => {
      const rows = all.map(rowOf)
      const plain = figures(await screen(rows))
      const next = () => random.next().value as number
      const shuffled = rows
        .map(row => [next(), withLogin(row, dirty[next() % dirty.length])] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row]) => row)
      expect(figures(await screen(shuffled))).toEqual(plain)
      expect(figures(await screen(shuffled, true))).toEqual(plain)
    }),
    RUNS,
  )
})

test('sch and edu are one school: numbers stay, and while most rows keep a prefix so does its name', async () => {
  const swap = (login: string) => (login.startsWith('sch') ? 'edu' : 'sch') + login.slice(3)
  await fc.assert(
    fc.asyncProperty(works, async all => {
      const rows = all.map(rowOf)
      const plain = figures(await screen(rows))
      const everywhere = figures(await screen(rows.map(row => withLogin(row, swap))))
      expect(byDigits(everywhere)).toEqual(byDigits(plain))
      const seen = new Map<string, number>()
      const everyThird = rows.map(row => {
        const login = String(row.cells[0])
        const n = (seen.get(login) ?? 0) + 1
        seen.set(login, n)
        return n % 3 === 0 ? withLogin(row, word => swap(word).toUpperCase()) : row
      })
      expect(figures(await screen(everyThird))).toEqual(plain)
    }),
    RUNS,
  )
})

test('absent pupils, also a school of nobody else, change only how many were absent', async () => {
  await fc.assert(
    fc.asyncProperty(
      works,
      fc.array(
        fc.record({ paper: fc.constantFrom(...(Object.keys(PAPERS) as Paper[])), school: fc.nat(9) }),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      async (all, gone) => {
        const rows = all.map(rowOf)
        const present = new Set(all.map(({ paper }) => paper))
        const absent = gone
          .filter(({ paper }) => present.has(paper))
          .map(({ paper, school }) => absentOf(paper, school))
        const plain = await screen(rows)
        const more = await screen([...rows, ...absent])
        const [before, after] = [figures(plain), figures(more)]
        expect({ ...after, schools: [] }).toEqual({ ...before, schools: [] })
        expect(after.schools).toEqual(expect.arrayContaining(before.schools))
        const met = new Set([...rows, ...absent].map(({ cells }) => String(cells[0])))
        expect(after.schools.map(([school]) => school).toSorted()).toEqual([...met].sort())
        const sum = (sets: Screening['sets']) => sets.reduce((total, set) => total + set.absent, 0)
        expect(sum(more.sets) - sum(plain.sets)).toBe(absent.length)
        expect(more.excluded).toHaveLength(absent.length)
      },
    ),
    RUNS,
  )
})

test('a row without a school is counted among the excluded and changes no other number', async () => {
  const paper = '2021 Математика, 5 класс'
  const rows = [1, 1, 1, 2, 2].map((school, index) =>
    rowOf({ paper, school, points: Array(16).fill(index % 3), journal: '5' }, index),
  )
  const lost = withLogin(rows[0], () => 'не указан')
  const [plain, more] = [await screen(rows), await screen([...rows, lost])]
  expect(more.sets[0].excluded).toBe(1)
  expect(figures({ ...more, sets: [{ ...more.sets[0], excluded: 0 }] })).toEqual(figures(plain))
  expect(more.excluded).toMatchObject([{ school: '', reason: 'no-school', row: 4 }])
})
