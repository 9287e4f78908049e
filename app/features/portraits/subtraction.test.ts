import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../documents/report/index.ts'
import { type PortraitContext, preparePortraits } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { Knowledge } from './testing/knowledge.ts'
import { tableOf } from './testing/read-report.ts'
import { request, type SmallSchool, smallRun } from './testing/small-run.ts'
import type { Audience, PortraitRun } from './types.ts'

/*
 * Whoever holds several portraits of a run side by side may subtract. Two attacks on whole portraits: one solves every
 * table for the numbers of a few pupils or of one neighbour; the other changes what must not be told and looks whether
 * anything moves, be it a sentence, a limit of a funnel or a stroke of a picture.
 */

const MAX = 6
const TOWNS = ['Лесной район', 'Речной район', 'округ Заречный']

interface Drawn {
  readonly municipality: number
  readonly kind: number
  readonly scores: readonly number[]
  readonly did: number
  readonly journal: readonly [number, number, number, number]
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    municipality: fc.nat({ max: 2 }),
    kind: fc.nat({ max: 1 }),
    scores: fc.array(fc.nat({ max: MAX }), { minLength: 1, maxLength: 22 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ municipality, kind, scores, shares: [done, down, up, apart] }) => {
    const n = scores.length
    const lowered = Math.round(down * n * 0.6)
    const raised = Math.round(up * (n - lowered))
    return {
      ...{ municipality, kind, scores },
      did: Math.round(done * n),
      journal: [lowered, n - lowered - raised, raised, Math.round(apart * n * 0.5)],
    }
  })

function schoolOf({ municipality, kind, scores, did, journal }: Drawn, i: number): SmallSchool {
  return {
    login: `sch99${String(i + 1).padStart(4, '0')}`,
    name: `Школа ${'АБВГДЕЖЗ'[i]}`,
    municipality: TOWNS[municipality],
    kind: ['СОШ', 'лицей'][kind],
    scores: { 0: scores },
    journal: { 0: journal },
    tasks: { 0: [did / scores.length] },
    markers: {
      0: [
        { marker: 'boundary-bunching', n: scores.length, value: 0.6, lower: 0.5, upper: 0.7 },
        { marker: 'task-inversion', n: scores.length, value: 0.01, lower: -0.1, upper: 0.1 },
      ],
    },
  }
}

/** A run in which everything that is said of the region comes from its works, so that whatever tells of it gives them away. */
function runOf(schools: readonly SmallSchool[]): PortraitRun {
  const works = schools.reduce((sum, { scores }) => sum + scores[0].length, 0)
  const add = (of: (school: SmallSchool) => number) => schools.reduce((sum, one) => sum + of(one), 0)
  const share = add(({ tasks, scores }) => tasks![0][0] * scores[0].length) / works
  const trace = add(({ scores }) => scores[0].reduce((sum, score) => sum + score * score, 0)) / works
  const journals = [0, 1, 2, 3].map(k => add(({ journal }) => journal![0][k]))
  const run = smallRun(
    [
      {
        ...{ maxScore: MAX, boundaries: [2, 4, 5], tau2: trace / 40, within: 1 + trace / 30, bunching: [] },
        tasks: [{ name: '1', max: 1, level: 'Б', share }],
        journal: {
          ...{
            n: works,
            lowered: journals[0],
            confirmed: journals[1],
            raised: journals[2],
            far: journals[3],
          },
          ...{ kappa: null, stuartMaxwell: null, table: [], correlation: null },
        },
      },
    ],
    schools,
  )
  const told = { reference: trace / 40, upper: 1 }
  return {
    ...run,
    schools: run.schools.map(school => ({
      ...school,
      rows: school.rows.map(row => ({
        ...row,
        profile: row.profile.map(
          ([task, n, own]) =>
            [
              task,
              n,
              own,
              own - share,
              own - share - 0.3 / Math.sqrt(n),
              own - share + 0.3 / Math.sqrt(n),
            ] as const,
        ),
        markers: row.markers.map(marker => ({ ...marker, ...(marker.reference === null ? {} : told) })),
      })),
    })),
  }
}

const numberIn = (text: string | undefined) =>
  text && /^\d[\d ]*$/.test(text) ? Number(text.replaceAll(' ', '')) : null
const isTold = (text: string | undefined) => text !== undefined && !['мало', '—'].includes(text)

function rowsOf(report: Report, id: string): string[][] {
  const has = report.sections.some(({ blocks }) => blocks.some(block => 'id' in block && block.id === id))
  return has ? tableOf(report, id) : []
}

/** What the tables of a set say, as equations between the works of schools at each score, pupils of a task and journals. */
class Attack {
  readonly scores = new Knowledge()
  readonly task = new Knowledge()
  readonly journal = [new Knowledge(), new Knowledge(), new Knowledge()]
  readonly far = new Knowledge()
  /** Where bars begin, and the last ends, by the schools whose works they count. */
  readonly cuts = new Map<string, { readonly members: readonly number[]; readonly cuts: Set<number> }>()
  readonly schools: readonly Drawn[]

  constructor(schools: readonly Drawn[]) {
    this.schools = schools
  }

  works(members: readonly number[], from = 0, to = MAX): number[] {
    return this.schools.flatMap((_, s) =>
      Array.from({ length: MAX + 1 }, (__, score) =>
        members.includes(s) && score >= from && score <= to ? 1 : 0,
      ),
    )
  }

  pupils(members: readonly number[]): number[] {
    return this.schools.map((_, s) => (members.includes(s) ? 1 : 0))
  }

  all(where: (school: Drawn) => boolean = () => true): number[] {
    return this.schools.flatMap((one, s) => (where(one) ? [s] : []))
  }

  /** Somebody's own numbers. */
  own(members: readonly number[]): void {
    for (const s of members) {
      for (let score = 0; score <= MAX; score++) this.scores.learn(this.works([s], score, score))
      for (const known of [this.task, this.far, ...this.journal]) known.learn(this.pupils([s]))
    }
  }

  read(report: Report, unit: readonly number[]): void {
    const { scores, task, journal, far } = this
    for (const [label, , n, , region] of rowsOf(report, 'distribution-0')) {
      const [from, to = from] = label.split('–').map(Number)
      if (numberIn(n) !== null) {
        scores.learn(this.works(unit, from, to))
        const known = this.cuts.get(unit.join()) ?? { members: unit, cuts: new Set() }
        this.cuts.set(unit.join(), known)
        known.cuts.add(from).add(to + 1)
      }
      if (isTold(region)) scores.learn(this.works(this.all(), from, to))
    }
    for (const row of rowsOf(report, 'bunching')) {
      const [, , at, below, , , share] = row
      const score = Number(at)
      for (const one of [score - 1, score]) {
        if (numberIn(below) !== null) scores.learn(this.works(unit, one, one))
        if (isTold(share)) scores.learn(this.works(this.all(), one, one))
      }
    }
    for (const [, , , share, , region] of rowsOf(report, 'tasks-0')) {
      if (isTold(share)) task.learn(this.pupils(unit))
      if (unit.length < this.schools.length && region?.includes('%')) task.learn(this.pupils(this.all()))
    }
    for (const row of rowsOf(report, 'journal')) {
      for (const [k, known] of journal.entries())
        if (numberIn(firstOf(row[2 + k])) !== null) known.learn(this.pupils(unit))
      if (numberIn(firstOf(row[5])) !== null) far.learn(this.pupils(unit))
      if (isTold(row[6])) journal[0].learn(this.pupils(this.all()))
    }
  }
}

/** «24 (80,0 %)» is a count with its share. */
const firstOf = (text: string | undefined) => text?.split(' (')[0]

/** Everything that speaks of works, in the portraits of a run that one reader may hold together. */
function readTogether(
  schools: readonly Drawn[],
  context: PortraitContext,
  audience: Audience,
  units: { readonly schools: readonly number[]; readonly towns: readonly number[]; readonly region: boolean },
): Attack {
  const attack = new Attack(schools)
  const draw = (asked: Parameters<typeof request>[0]) =>
    makePortrait(context, request({ audience, ...asked }), 'ru')!
  const learn = (members: readonly number[], n: string | undefined) => {
    if (numberIn(n) !== null) attack.scores.learn(attack.works(members))
  }
  for (const s of units.schools) {
    const { municipality, kind } = schools[s]
    const report = draw({ unit: context.run.schools[s].school.login })
    for (const [who, n] of rowsOf(report, 'results-0')) {
      if (who.startsWith('Эта')) learn([s], n)
      if (who.startsWith('Муниципалитет'))
        learn(
          attack.all(one => one.municipality === municipality),
          n,
        )
      if (who.startsWith('Регион')) learn(attack.all(), n)
      if (who.startsWith('Похожие'))
        learn(
          attack.all(one => one.kind === kind),
          n,
        )
    }
    attack.read(report, [s])
  }
  for (const town of units.towns) {
    const members = attack.all(({ municipality }) => municipality === town)
    if (members.length === 0) continue
    const report = draw({ level: 'municipality', unit: TOWNS[town] })
    for (const row of rowsOf(report, 'results')) {
      learn(members, row[2])
      learn(attack.all(), row.at(-1))
    }
    attack.read(report, members)
    for (const row of rowsOf(report, 'funnel-0')) {
      const s = context.run.schools.findIndex(({ school }) => school.name === row[0])
      if (s >= 0) learn([s], row[1])
    }
  }
  if (units.region) {
    const report = draw({ level: 'region', unit: '' })
    for (const row of rowsOf(report, 'results')) learn(attack.all(), row[2])
    for (const row of rowsOf(report, 'municipalities-0'))
      learn(
        attack.all(({ municipality }) => TOWNS[municipality] === row[0]),
        row[2],
      )
    attack.read(report, attack.all())
  }
  return attack
}

const shown = (value: unknown) => JSON.stringify(value)

const RANGES = Array.from({ length: MAX + 1 }, (_, from) =>
  Array.from({ length: MAX + 1 - from }, (__, more) => [from, from + more] as const),
).flat()
const WHOLE = [[0, MAX]] as const

/** A few works that are left where bars of schools and municipalities are taken from those of the same scores above them. */
function foundInBars({ schools, cuts }: Attack, least: number) {
  const units = [...cuts.values()]
  for (const whole of units)
    for (const [from, to] of RANGES) {
      const has = (unit: (typeof units)[number]) => unit.cuts.has(from) && unit.cuts.has(to + 1)
      if (!has(whole) || whole.members.length === 1) continue
      const taken = new Set<number>()
      for (const part of units.toSorted((a, b) => b.members.length - a.members.length))
        if (
          part !== whole &&
          has(part) &&
          part.members.every(s => whole.members.includes(s) && !taken.has(s))
        )
          for (const s of part.members) taken.add(s)
      const rest = whole.members.filter(s => !taken.has(s))
      const works = rest.flatMap(s => schools[s].scores.filter(score => score >= from && score <= to)).length
      if (works > 0 && works < least) return { whole: whole.members, rest, scores: [from, to], works }
    }
  return null
}

/** The first group of pupils that can be had and must not; null where there is none. */
function found(
  attack: Attack,
  among: readonly number[],
  isKept: (works: number, schools: number) => boolean,
  ranges: readonly (readonly [number, number])[] = RANGES,
) {
  const { schools } = attack
  for (let mask = 1; mask < 2 ** among.length; mask++) {
    const members = among.filter((_, i) => mask & (1 << i))
    for (const [from, to] of ranges) {
      const works = members.reduce(
        (sum, s) => sum + schools[s].scores.filter(score => score >= from && score <= to).length,
        0,
      )
      if (isKept(works, members.length) && attack.scores.knows(attack.works(members, from, to)))
        return { members, scores: [from, to], works }
    }
    const count = (of: (one: Drawn) => number) => members.reduce((sum, s) => sum + of(schools[s]), 0)
    const n = count(({ scores }) => scores.length)
    const did = count(one => one.did)
    if (
      (isKept(did, members.length) || isKept(n - did, members.length)) &&
      attack.task.knows(attack.pupils(members))
    )
      return { members, did, n }
    for (const [k, known] of attack.journal.entries()) {
      const marks = count(({ journal }) => journal[k])
      if (isKept(marks, members.length) && known.knows(attack.pupils(members)))
        return { members, journal: k, marks }
    }
    const far = count(({ journal }) => journal[3])
    if (
      (isKept(far, members.length) || isKept(n - far, members.length)) &&
      attack.far.knows(attack.pupils(members))
    )
      return { members, far, n }
  }
  return null
}

const region = fc.array(drawn, { minLength: 2, maxLength: 7 })

describe.each([
  ['territory', 5],
  ['public', 10],
] as const)('tables of all portraits for the audience «%s»', (audience, least) => {
  it('leave no few pupils to whoever holds them all and subtracts', () => {
    fc.assert(
      fc.property(region, schools => {
        const context = preparePortraits(runOf(schools.map(schoolOf)))
        const everything = { schools: schools.map((_, s) => s), towns: [0, 1, 2], region: true }
        const attack = readTogether(schools, context, audience, everything)
        expect(shown(found(attack, attack.all(), works => works > 0 && works < least, WHOLE))).toBe('null')
        expect(shown(foundInBars(attack, least))).toBe('null')
      }),
      { numRuns: 25, seed: 6 },
    )
  })
})

describe('tables that one reader holds, who knows their own schools', () => {
  const isOne = (works: number, schools: number) => works > 0 && (works < 5 || schools === 1)

  it('leave a municipality no few pupils and no single school of its neighbours', () => {
    fc.assert(
      fc.property(region, fc.nat({ max: 2 }), (schools, town) => {
        const context = preparePortraits(runOf(schools.map(schoolOf)))
        const own = schools.flatMap(({ municipality }, s) => (municipality === town ? [s] : []))
        const attack = readTogether(schools, context, 'territory', {
          schools: own,
          towns: [town],
          region: false,
        })
        attack.own(own)
        const others = attack.all(({ municipality }) => municipality !== town)
        expect(shown(found(attack, others, isOne))).toBe('null')
      }),
      { numRuns: 25, seed: 6 },
    )
  })

  it('leave a school no few pupils and no single school besides itself', () => {
    fc.assert(
      fc.property(region, schools => {
        const context = preparePortraits(runOf(schools.map(schoolOf)))
        const attack = readTogether(schools, context, 'school', { schools: [0], towns: [], region: false })
        attack.own([0])
        expect(shown(found(attack, attack.all().slice(1), isOne))).toBe('null')
      }),
      { numRuns: 25, seed: 6 },
    )
  })
})

/** Whole portraits as text: tables, sentences and pictures. */
function texts(context: PortraitContext, asked: readonly Parameters<typeof request>[0][]): string[] {
  const template = { version: '1', off: ['notes' as const] }
  return asked.map(one => JSON.stringify(makePortrait(context, request({ template, ...one }), 'ru'), rounded))
}

/** The last digits of a sum are no secret. */
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e9) : value)

/** Where the first of the texts begins to differ; null where none does. */
function firstMove(before: readonly string[], after: readonly string[]) {
  for (const [i, one] of before.entries()) {
    const at = [...one].findIndex((letter, k) => letter !== after[i][k])
    if (at >= 0 || one.length !== after[i].length)
      return [before, after].map(texts => texts[i].slice(Math.max(0, at - 150), at + 100))
  }
  return null
}

describe('sentences, limits and pictures', () => {
  it('of a school and its municipality do not move with the one school, or the few pupils, besides', () => {
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(drawn, drawn), { minLength: 1, maxLength: 2 }),
        (mine, pairs) => {
          const own = mine.map(one => ({ ...one, municipality: 0 }))
          const outside = (which: 0 | 1) =>
            pairs.map(pair => ({
              // As many pupils in everything that is counted: how many there are decides what of one's own is told.
              ...pair[0],
              // Two others may stand together, unless they are few.
              scores: pair[0].scores
                .slice(0, pairs.length === 1 ? MAX : 2)
                .map((_, i) => pair[which].scores[i % pair[which].scores.length]),
              ...{ municipality: 1, kind: pair[0].kind },
            }))
          const before = preparePortraits(runOf([...own, ...outside(0)].map(schoolOf)))
          const after = preparePortraits(runOf([...own, ...outside(1)].map(schoolOf)))
          const asked = [
            ...own.flatMap((_, i) =>
              (['school', 'territory'] as const).map(audience => ({
                unit: schoolOf(own[i], i).login,
                audience,
              })),
            ),
            { level: 'municipality', unit: TOWNS[0], audience: 'territory' } as const,
          ]
          const withoutBars = asked.map(one => ({
            ...one,
            template: { version: '1', off: one.audience === 'school' ? [] : (['distribution'] as const) },
          }))
          expect(shown(firstMove(texts(before, withoutBars), texts(after, withoutBars)))).toBe('null')
        },
      ),
      { numRuns: 25, seed: 6 },
    )
  })

  it('of all portraits together do not tell which of two hidden schools is which', () => {
    fc.assert(
      fc.property(region, fc.constantFrom('territory', 'public'), (schools, audience) => {
        const context = preparePortraits(runOf(schools.map(schoolOf)))
        const asked = [
          ...schools.map((one, i) => ({ unit: schoolOf(one, i).login, audience })),
          ...[...context.municipalities.keys()].map(
            unit => ({ level: 'municipality', unit, audience }) as const,
          ),
          { level: 'region', audience } as const,
        ]
        const hiddenIn = (of: PortraitContext) =>
          schools.flatMap((_, i) =>
            rowsOf(makePortrait(of, request(asked[i]), 'ru')!, 'results-0')[0][1] === 'мало' ? [i] : [],
          )
        const same = (a: Drawn, b: Drawn) => a.municipality === b.municipality && a.kind === b.kind
        const hidden = hiddenIn(context)
        const pair = hidden.flatMap(a =>
          hidden.filter(b => b > a && same(schools[a], schools[b])).map(b => [a, b]),
        )[0]
        fc.pre(pair !== undefined)
        const [a, b] = pair
        const swapped = schools.map((one, i) => (i === a ? schools[b] : i === b ? schools[a] : one))
        const other = preparePortraits(runOf(swapped.map(schoolOf)))
        // Which of two schools of as many works is kept back beside a smaller one is a matter of their order.
        fc.pre(hiddenIn(other).join() === hidden.join())
        expect(shown(firstMove(texts(context, asked), texts(other, asked)))).toBe('null')
      }),
      { numRuns: 15, seed: 6 },
    )
  })
})
