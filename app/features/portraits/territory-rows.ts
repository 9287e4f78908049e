import { suppressSmallCells } from '../territory/threads.ts'
import type { OfTerritory } from './asked.ts'
import { LEAST_SCHOOLS } from './small-cells.ts'

/** A share of ten schools or more speaks of no single one to the public. */
export const LEAST_SCHOOLS_PUBLIC = 10

/**
 * Whether the index of a territory in a year may be shown: where few schools stand behind it, the share of marked ones would say
 * which. Of its own schools a territory is told anyway.
 */
export function indexShown(
  { context, request, level, name }: OfTerritory,
  year: number,
  unit: string,
): boolean {
  const lines = context.run.index.filter(line => line.year === year)
  const whole = lines.find(line => line.level === 'region')?.schools ?? 0
  const isPublic = request.audience !== 'territory'
  const least = isPublic ? LEAST_SCHOOLS_PUBLIC : LEAST_SCHOOLS
  if (lines.some(line => line.level === 'region' && line.unit === unit)) {
    const own = lines.find(line => line.level === 'municipality' && line.unit === name)
    // A municipality that takes its own schools away would be told of one or two others.
    if (level === 'municipality' && own && own.schools < whole && whole - own.schools < LEAST_SCHOOLS)
      return false
    return whole >= least || !isPublic
  }
  if (level === 'municipality' && unit === name && !isPublic) return true
  const cells = lines.flatMap(line =>
    line.level === 'municipality' ? [[line.unit, line.schools] as const] : [],
  )
  return suppressSmallCells(new Map(cells), whole, least).has(unit)
}
