import { type Bar, mergeSmallBars } from '../territory/threads.ts'

/** Works per score of a territory or school, and where its bars begin: the first at 0, the last one past the highest score. */
export interface CutScores {
  readonly sums: readonly number[]
  readonly cuts: Set<number>
}

/** The bars that may be shown of a distribution on its own; null where there are too few works. */
export function cutScores(counts: readonly number[], least: number): CutScores | null {
  const bars = mergeSmallBars(counts, least)
  if (bars === null) return null
  return { sums: sumsOf(counts), cuts: new Set([...bars.map(({ from }) => from), counts.length]) }
}

function sumsOf(counts: readonly number[]): number[] {
  const sums = [0]
  for (const count of counts) sums.push(sums.at(-1)! + count)
  return sums
}

/**
 * Takes cuts out of the parts of a whole until subtracting their bars from its own leaves nobody, or `least` works and more.
 * Two bars that grow together hide a few works of a neighbour better than a bar that is left out.
 *
 * @param whole the territory, with all its works
 * @param parts schools or territories inside it that are shown; what is in none of them is hidden
 * @param above cuts of what the whole is itself a part of: where the whole has none of its own, its parts may not say more
 */
export function alignBars(
  whole: CutScores,
  parts: readonly CutScores[],
  least: number,
  above: ReadonlySet<number> = whole.cuts,
): void {
  const end = whole.sums.length - 1
  const cuts = [...new Set([...whole.cuts, ...above])].sort((a, b) => a - b)
  for (let changed = true; changed; ) {
    changed = false
    for (const [at, from] of cuts.entries())
      for (const to of cuts.slice(at + 1)) {
        // How many works there are in all is decided where schools and territories are.
        if (from === 0 && to === end) continue
        if (separate(whole, parts, least, from, to)) changed = true
      }
  }
}

/** Whether a cut had to go: then neighbouring differences are to be looked at once more. */
function separate(
  whole: CutScores,
  parts: readonly CutScores[],
  least: number,
  from: number,
  to: number,
): boolean {
  const shown = parts.filter(({ cuts }) => cuts.has(from) && cuts.has(to))
  const rest = shown.reduce((left, part) => left - worksIn(part, from, to), worksIn(whole, from, to))
  const told = whole.cuts.has(from) && whole.cuts.has(to)
  if (shown.length === 0 || rest >= least || (told && rest === 0)) return false
  const smallest = shown.reduce((a, b) => (worksIn(b, from, to) < worksIn(a, from, to) ? b : a))
  smallest.cuts.delete(from === 0 ? to : from)
  return true
}

export function worksIn({ sums }: Pick<CutScores, 'sums'>, from: number, to: number): number {
  return sums[to] - sums[from]
}

export function barsOf(scores: CutScores): Bar[] {
  const cuts = [...scores.cuts].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => ({
    from,
    to: cuts[i + 1] - 1,
    n: worksIn(scores, from, cuts[i + 1]),
  }))
}

/**
 * The bars of a whole that may stand before readers who know a part of it: of what is left for the others, too, each bar has
 * nobody in it, or `least` works and more.
 */
export function barsBeside(
  whole: CutScores,
  known: readonly (readonly number[])[],
  least: number,
): CutScores {
  const cuts = new Set([0])
  const ends = [...whole.cuts].sort((a, b) => a - b).slice(1)
  const own = known.map(sumsOf)
  const isSafe = (from: number, to: number) =>
    own.every(sums => {
      const rest = worksIn(whole, from, to) - worksIn({ sums }, from, to)
      return rest === 0 || rest >= least
    })
  const from = () => Math.max(...cuts)
  for (const to of ends) if (isSafe(from(), to)) cuts.add(to)
  // What is left at the top goes to the last bars, until it is many.
  const end = whole.sums.length - 1
  while (!cuts.has(end)) {
    const last = from()
    if (last === 0 || isSafe(last, end)) cuts.add(end)
    else cuts.delete(last)
  }
  return { sums: whole.sums, cuts }
}

/** Whether the works of one score may be told by themselves. */
export function isBar(scores: CutScores | null | undefined, score: number): boolean {
  return hasBar(scores, score, score)
}

export function hasBar(scores: CutScores | null | undefined, from: number, to: number): boolean {
  return scores ? scores.cuts.has(from) && scores.cuts.has(to + 1) : false
}
