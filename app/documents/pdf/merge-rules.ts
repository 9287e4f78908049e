import type { Rule } from './types.ts'

/** Lines this near to each other are one: a border is often drawn by both of its cells. */
const SAME = 1.5
/** Pieces of a line with a gap up to this go on: dashes, corners. */
const GAP = 3

/** Pieces of one line, put together. */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => one.at - other.at)
  const groups: Rule[][] = []
  for (const rule of sorted) {
    const last = groups.at(-1)
    if (last && rule.at - last[0].at <= SAME) last.push(rule)
    else groups.push([rule])
  }
  return groups.flatMap(mergeGroup)
}

function mergeGroup(rules: readonly Rule[]): Rule[] {
  const at = rules.reduce((sum, rule) => sum + rule.at, 0) / rules.length
  const merged: { at: number; from: number; to: number }[] = []
  for (const { from, to } of [...rules].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (last && from - last.to <= GAP) last.to = Math.max(last.to, to)
    else merged.push({ at, from, to })
  }
  return merged
}

/** Numbers that stand for the same line, each group by its middle. */
export function cluster(numbers: readonly number[], near: number): number[] {
  const groups: number[][] = []
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const last = groups.at(-1)
    if (last && number - last.at(-1)! <= near) last.push(number)
    else groups.push([number])
  }
  return groups.map(group => (group[0] + group.at(-1)!) / 2)
}
