import type { Answer } from '../client/contract-types.ts'
import { say } from '../messages/say.ts'

export type UnitRow = Answer<'GET /api/units'>['items'][number]
export type UnitPage = Answer<'GET /api/units/:id'>

/** What a unit is: «Муниципалитет», «Школа», or the kind of school as the registry says it. */
export function unitKindWords(unit: Pick<UnitRow, 'kind' | 'schoolKind'>): string {
  return unit.schoolKind ?? say(`unit.kind.${unit.kind}`)
}

/** Where a unit is, for telling two of the same name apart. */
export function unitWhere(unit: Pick<UnitRow, 'kind' | 'municipality' | 'locality'>): string {
  if (unit.kind === 'municipality' || unit.kind === 'region') return say(`unit.kind.${unit.kind}`)
  return [unit.locality, unit.municipality?.name].filter(Boolean).join(', ')
}

/** 2025 → «2025/26». */
export function schoolYearWords(year: number): string {
  return `${year}/${String(year + 1).slice(2)}`
}
