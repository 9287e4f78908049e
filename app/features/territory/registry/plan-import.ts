import type { Problem } from '../../../platform/problem.ts'
import { examKey, isPresent } from '../rules.ts'
import type { LocalDate } from '../tables.ts'
import type { RegistryRow } from '../types.ts'
import { differSchool, tagsOf } from './differ-school.ts'
import { findTakenCodes } from './find-taken-codes.ts'
import type { ChangedUnit, ImportPlan, MissingSchool, NewSchool } from './import-plan.ts'
import { SchoolMatcher } from './match-schools.ts'
import { at, SchoolPlacer } from './place-schools.ts'
import type { KnownSchool, TerritorySnapshot } from './territory-snapshot.ts'

export interface PlannedImport {
  readonly plan: ImportPlan
  /** With any of these the import cannot be carried out. */
  readonly problems: readonly Problem[]
  /** Worth a look; nothing is stopped by them. */
  readonly remarks: readonly Problem[]
}

/** Compares the rows of a registry with the territory: everything that is wrong with them, and what they would change. */
export function planImport(
  rows: readonly RegistryRow[],
  territory: TerritorySnapshot,
  today: LocalDate,
): PlannedImport {
  const matcher = new SchoolMatcher(rows, territory.schools)
  const placer = new SchoolPlacer(territory)
  const problems: Problem[] = [...findRepeatedCodes(rows)]
  const remarks: Problem[] = []
  const parentNames = new Map(
    [territory.root, ...territory.municipalities].map(({ id, name }) => [id, name] as const),
  )
  const newSchools: NewSchool[] = []
  const changed: ChangedUnit[] = []
  const matched = new Map<RegistryRow, KnownSchool | null>()
  let unchanged = 0
  for (const row of rows) {
    const school = matcher.match(row)
    matched.set(row, school)
    const parent = placer.place(row)
    const named = row.name !== row.login
    if (!named && (school === null || row.given.has('name')))
      problems.push({ code: 'registry-name-missing', params: { login: row.login }, place: at(row, 'name') })
    if (school === null) {
      newSchools.push(toNewSchool(row, parent ?? territory.root))
      continue
    }
    if (isClosed(school, today) && !row.given.has('validTo'))
      remarks.push({ code: 'registry-school-closed', params: { name: school.name }, place: at(row) })
    const municipality = parentNames.get(school.parentId) ?? null
    const moves = parent !== null && !('id' in parent && parent.id === school.parentId)
    const changes = differSchool(row, school, named)
    if (moves) changes.push({ field: 'parent_id', before: municipality, after: parent.name })
    if (changes.length === 0) unchanged++
    else {
      const { id, version, name, login } = school
      const common = {
        id,
        version,
        kind: 'school',
        row: row.row,
        name,
        login,
        code: null,
        municipality,
      } as const
      changed.push({ ...common, ...(moves ? { parent } : {}), changes })
    }
  }
  problems.push(...findTakenCodes(matched, territory.schools, today))
  const plan: ImportPlan = {
    rows: rows.length,
    newMunicipalities: placer.newMunicipalities(),
    newSchools,
    changed: [...placer.changedMunicipalities(), ...changed],
    missing: missingFrom(territory.schools, matcher, parentNames, today),
    unchanged,
  }
  return {
    plan,
    problems: [...matcher.problems, ...placer.problems, ...problems],
    remarks: [...placer.remarks, ...remarks, ...findRepeatedNames(rows)],
  }
}

function toNewSchool(row: RegistryRow, parent: NewSchool['parent']): NewSchool {
  return {
    row: row.row,
    name: row.name,
    login: row.login,
    digits: row.key,
    otherLogins: row.otherLogins,
    parent: { ...('id' in parent ? { id: parent.id } : { key: parent.key }), name: parent.name },
    shortName: row.shortName,
    schoolKind: row.kind,
    locality: row.locality,
    ogeCode: row.ogeCode,
    egeCode: row.egeCode,
    tags: tagsOf(row, []),
    validFrom: row.validFrom,
    validTo: row.validTo,
  }
}

function missingFrom(
  schools: readonly KnownSchool[],
  matcher: SchoolMatcher,
  parentNames: ReadonlyMap<number, string>,
  today: LocalDate,
): MissingSchool[] {
  return schools
    .filter(school => !matcher.isMatched(school) && isPresent({ ...school, withdrawn: false }, today))
    .map(({ id, version, name, login, parentId }) => {
      return { id, version, name, login, municipality: parentNames.get(parentId) ?? null }
    })
}

function isClosed({ validTo }: KnownSchool, today: LocalDate): boolean {
  return validTo !== null && validTo < today
}

/** An exam code joins protocols with one school: two schools cannot share it. */
function findRepeatedCodes(rows: readonly RegistryRow[]): Problem[] {
  return (['ogeCode', 'egeCode'] as const).flatMap(field => {
    const first = new Map<string, number>()
    return rows.flatMap(row => {
      const code = row[field]
      if (code === null) return []
      const earlier = first.get(examKey(code))
      if (earlier === undefined) {
        first.set(examKey(code), row.row)
        return []
      }
      const params = { exam: field === 'ogeCode' ? 'oge' : 'ege', first: earlier }
      return [{ code: 'registry-code-twice', params, place: { ...at(row, field), value: code } }]
    })
  })
}

/** Namesakes inside one municipality do exist, and more often are one school written twice. */
function findRepeatedNames(rows: readonly RegistryRow[]): Problem[] {
  const first = new Map<string, number>()
  return rows.flatMap(row => {
    const key = `${row.municipality?.code ?? ''}\n${row.name.toLowerCase()}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, row.row)
      return []
    }
    return [
      { code: 'registry-name-twice', params: { name: row.name, first: earlier }, place: at(row, 'name') },
    ]
  })
}
