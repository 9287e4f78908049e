import { cluster, mergeRules } from './merge-rules.ts'
import type { PageMarks, Rule } from './types.ts'

/** Lines that end this near to another touch it. */
const TOUCH = 3
/** Lines nearer to each other bound no cell between them. */
const THIN = 4
/** A page with more lines is a drawing; tables have some hundreds. */
const MOST_LINES = 3000
const MOST_COLUMNS = 60

/** Lines that touch each other and bound cells. */
export interface Grid {
  /** Edges of columns and of rows, the outer ones included. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** The ruled tables of a page from above to below; a frame around one cell is none. */
export function findGrids({ across, down }: Pick<PageMarks, 'across' | 'down'>): Grid[] {
  const [flat, upright] = [mergeRules(across), mergeRules(down)]
  if (flat.length > MOST_LINES || upright.length > MOST_LINES) return []
  return components(flat, upright)
    .map(gridOf)
    .filter(
      ({ xs, ys }) =>
        xs.length > 1 && ys.length > 1 && xs.length + ys.length > 4 && xs.length <= MOST_COLUMNS,
    )
    .filter((grid, _, all) => !all.some(other => other !== grid && isInside(grid, other)))
    .sort((one, other) => one.ys[0] - other.ys[0])
}

/** A table in a cell of another one, or lines of a drawing: its words belong to that cell. */
function isInside(grid: Grid, other: Grid): boolean {
  return (
    isWithin(grid.xs[0], { at: 0, from: other.xs[0], to: other.xs.at(-1)! }) &&
    isWithin(grid.xs.at(-1)!, { at: 0, from: other.xs[0], to: other.xs.at(-1)! }) &&
    isWithin(grid.ys[0], { at: 0, from: other.ys[0], to: other.ys.at(-1)! }) &&
    isWithin(grid.ys.at(-1)!, { at: 0, from: other.ys[0], to: other.ys.at(-1)! }) &&
    areaOf(grid) < areaOf(other)
  )
}

function areaOf({ xs, ys }: Grid): number {
  return (xs.at(-1)! - xs[0]) * (ys.at(-1)! - ys[0])
}

function gridOf({ across, down }: Pick<Grid, 'across' | 'down'>): Grid {
  return {
    ...{ across, down },
    // A table may be open at its sides, and at the edge of a page: lines end where it does.
    xs: cluster([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])], THIN),
    ys: cluster([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])], THIN),
  }
}

/** Groups of lines that touch, each with lines of both kinds. */
function components(across: readonly Rule[], down: readonly Rule[]): Pick<Grid, 'across' | 'down'>[] {
  const rules = [...across, ...down]
  const heads = rules.map((_, at) => at)
  const headOf = (at: number): number => {
    let head = at
    while (heads[head] !== head) head = heads[head]
    heads[at] = head
    return head
  }
  for (const [at, flat] of across.entries())
    for (const [other, upright] of down.entries())
      if (isWithin(upright.at, flat) && isWithin(flat.at, upright))
        heads[headOf(at)] = headOf(across.length + other)
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>()
  for (const [at, rule] of rules.entries()) {
    const head = headOf(at)
    const group = groups.get(head) ?? { across: [], down: [] }
    groups.set(head, group)
    group[at < across.length ? 'across' : 'down'].push(rule)
  }
  return [...groups.values()].filter(group => group.across.length > 0 && group.down.length > 0)
}

function isWithin(at: number, { from, to }: Rule): boolean {
  return at >= from - TOUCH && at <= to + TOUCH
}

/** Lines cover at least half of a stretch. */
export function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let covered = 0
  for (const rule of rules)
    if (Math.abs(rule.at - at) <= TOUCH)
      covered += Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from))
  return covered >= (to - from) / 2
}
