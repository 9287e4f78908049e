import {
  type AvailableSet,
  indexOfObjectivity,
  type SchoolFinding,
  signsOfYear,
  stageOne,
} from '@objektiv/forensics'
import type { Roster } from './roster.ts'
import type { TerritoryIndex } from './types.ts'

/** A set as the index needs it: which one it is, and what the official markers found in it, by marker id. */
export interface SetFindings extends AvailableSet {
  readonly findings: ReadonlyMap<string, readonly SchoolFinding[]>
}

/**
 * Stages 1–3 of the method of 2019 for every year at hand: the region first, then its municipalities by name. Only
 * the 14 signs of the method feed it; a sign counts where the sets of that year allow it.
 */
export function territoryIndex(
  region: string,
  sets: readonly SetFindings[],
  roster: Roster,
): TerritoryIndex[] {
  const years = [...new Set(sets.map(set => set.year))].sort((a, b) => a - b)
  return years.flatMap(year => indexOfYear(region, year, sets, roster))
}

function indexOfYear(
  region: string,
  year: number,
  sets: readonly SetFindings[],
  roster: Roster,
): TerritoryIndex[] {
  const allowed = signsOfYear(year, sets).filter(({ allowed }) => allowed)
  const { assessed, marked } = stageOne(
    allowed.map(({ sign, sets }) => ({ findings: sets.at(-1)!.findings.get(sign.marker) ?? [] })),
  )
  const unit = (name: string, level: TerritoryIndex['level'], inside: (school: number) => boolean) => {
    const count = (schools: ReadonlySet<number>) => [...schools].filter(inside).length
    const { schools, marked: withSign, index } = indexOfObjectivity(count(assessed), count(marked))
    return { unit: name, level, year, signs: allowed.length, schools, marked: withSign, index }
  }
  const municipalityOf = (school: number) => roster.schools[school].registered?.municipality?.name
  const municipalities = [...new Set([...assessed].map(municipalityOf))]
    .filter(name => name !== undefined)
    .sort((a, b) => a.localeCompare(b, 'ru', { numeric: true }))
  return [
    unit(region, 'region', () => true),
    ...municipalities.map(name => unit(name, 'municipality', school => municipalityOf(school) === name)),
  ]
}
