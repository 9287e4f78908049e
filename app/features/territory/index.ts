/** The door of `territory`: units of the tree, schools and their logins, the registry that names them. */

export { type ExamCodes, plainExamCode } from './exam-codes.ts'
export { anywhere, foldWords } from './fold.ts'
export { lastGradeOf } from './last-grade.ts'
export { type Login, parseLogin } from './login.ts'
export type { NamePeople } from './people.ts'
export { type PlantedTerritory, plantTerritory } from './plant-territory.ts'
export { readRegistry } from './read-registry.ts'
export { type TerritoryOptions, territoryRoutes } from './routes.ts'
export {
  className,
  daysOfSchoolYear,
  isExpectedToReport,
  isPresent,
  normaliseLetter,
  schoolYearOf,
  shiftDay,
  type UnitStateOnDay,
  type Validity,
} from './rules.ts'
export { addClasses, type ClassKey } from './store/add-classes.ts'
export { createUnit, type NewUnit } from './store/create-unit.ts'
export type { UnitLink, UnitSummary } from './store/describe-units.ts'
export { digitsOfSchool } from './store/digits-of-school.ts'
export { examCodesOf } from './store/exam-codes-of.ts'
export { findUnits } from './store/find-units.ts'
export { getUnits } from './store/get-units.ts'
export { listSchools, type SchoolInTerritory } from './store/list-schools.ts'
export { listUnits } from './store/list-units.ts'
export { matchLogins } from './store/match-logins.ts'
export { nameUnits } from './store/name-units.ts'
export { type Parts, partsOfRecord } from './store/parts-of-record.ts'
export { type RegistryOfTerritory, registryOf } from './store/registry-of.ts'
export { type Bar, LEAST_SHOWN, mergeSmallBars, suppressSmallCells } from './suppress-small-cells.ts'
export type { LocalDate, UnitKind } from './tables.ts'
export type { Registry, School } from './types.ts'
export { stateText } from './words.ts'
