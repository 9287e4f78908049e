import { type Matrix, place } from './matrix.ts'
import type { Rule } from './types.ts'

/** A filled stripe up to this wide is a line; Word draws the borders of its cells so. */
const MOST_WIDE = 3
/** Shorter ones are parts of letters and bullets. */
const SHORTEST = 2
const STRAIGHT = 1

type Point = readonly [number, number]

/** How many numbers follow each step of a path: move, line, curve, curve with one handle, close. */
const NUMBERS = [2, 2, 6, 4, 0]
const [MOVE, , , , CLOSE] = [0, 1, 2, 3, 4]

/** The lines across and down the page that a path draws: edges of what is stroked, thin stripes that are filled. */
export function linesOfPath(
  steps: ArrayLike<number>,
  matrix: Matrix,
  drawn: { readonly stroke: boolean; readonly fill: boolean },
): { across: Rule[]; down: Rule[] } {
  const found = { across: [] as Rule[], down: [] as Rule[] }
  for (const points of subpaths(steps, matrix)) {
    if (drawn.fill && points.length >= 3) addStripe(points, found)
    if (drawn.stroke) for (let at = 1; at < points.length; at++) addEdge(points[at - 1], points[at], found)
  }
  return found
}

function* subpaths(steps: ArrayLike<number>, matrix: Matrix): Generator<Point[]> {
  let points: Point[] = []
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]
    const count = NUMBERS[step]
    if (count === undefined) break
    if (step === MOVE) {
      if (points.length > 1) yield points
      points = []
    }
    if (step === CLOSE) {
      if (points.length > 1) points.push(points[0])
    } else points.push(place(matrix, steps[at + count - 1], steps[at + count]))
    at += count + 1
  }
  if (points.length > 1) yield points
}

type Found = { across: Rule[]; down: Rule[] }

function addEdge([x1, y1]: Point, [x2, y2]: Point, { across, down }: Found): void {
  const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if (high <= STRAIGHT && wide >= SHORTEST)
    across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
  else if (wide <= STRAIGHT && high >= SHORTEST)
    down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
}

function addStripe(points: readonly Point[], { across, down }: Found): void {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [wide, high] = [right - left, bottom - top]
  if (high <= MOST_WIDE && wide >= SHORTEST && wide > high)
    across.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (wide <= MOST_WIDE && high >= SHORTEST) down.push({ at: (left + right) / 2, from: top, to: bottom })
}
