import type { Problem } from '../../../platform/problem.ts'
import { examKey, isPresent } from '../rules.ts'
import type { LocalDate } from '../tables.ts'
import type { RegistryRow } from '../types.ts'
import { at } from './place-schools.ts'
import type { KnownSchool } from './territory-snapshot.ts'

/**
 * Exam codes of the rows that belong to another school of the territory, one that works and does not give its code up in
 * the same file. A closed school keeps its code for its years; whoever takes its place may bear it.
 */
export function findTakenCodes(
  matched: ReadonlyMap<RegistryRow, KnownSchool | null>,
  schools: readonly KnownSchool[],
  today: LocalDate,
): Problem[] {
  const rowOf = new Map([...matched].flatMap(([row, school]) => (school ? [[school, row] as const] : [])))
  return (['ogeCode', 'egeCode'] as const).flatMap(field => {
    const keepers = new Map(
      schools.flatMap(school => {
        const row = rowOf.get(school)
        const validTo = row?.given.has('validTo') ? row.validTo : school.validTo
        const keeps = !row?.given.has(field) && isPresent({ ...school, validTo, withdrawn: false }, today)
        return school[field] !== null && keeps ? [[examKey(school[field]), school] as const] : []
      }),
    )
    return [...matched].flatMap(([row, own]) => {
      const code = row[field]
      const keeper = code === null ? undefined : keepers.get(examKey(code))
      if (code === null || keeper === undefined || keeper === own) return []
      const params = { exam: field === 'ogeCode' ? 'oge' : 'ege', name: keeper.name }
      return [{ code: 'registry-code-taken', params, place: { ...at(row, field), value: code } }]
    })
  })
}
