import { type Locale, say } from '../../messages/format.ts'
import type { Problem } from '../../platform/problem.ts'
import { wordProblem } from '../../platform/word-problem.ts'
import type { RegistryImport } from './registry/read-imports.ts'
import type { UnitLink, UnitSummary } from './store/describe-units.ts'
import type { UnitPage } from './store/get-unit-page.ts'
import { shownValue, stateText } from './words.ts'

/** A unit as the API answers it: the state said in the reader's language. */
export function presentUnit(locale: Locale, unit: UnitSummary) {
  return {
    ...link(unit),
    shortName: unit.shortName,
    login: unit.login,
    code: unit.code,
    schoolKind: unit.schoolKind,
    locality: unit.locality,
    tags: [...unit.tags],
    municipality: unit.municipality,
    grade: unit.grade,
    letter: unit.letter,
    schoolYear: unit.schoolYear,
    state: { ...unit.state, text: stateText(locale, unit) },
    version: unit.version,
  }
}

export function presentPage(locale: Locale, page: UnitPage) {
  const { ogeCode, egeCode, validFrom, validTo, successor } = page
  return {
    ...presentUnit(locale, page),
    ...{ ogeCode, egeCode, validFrom, validTo, successor },
    inReach: page.inReach,
    wayUp: page.wayUp.map(link),
    children: [...page.children],
    below: [...page.below],
    logins: [...page.logins],
    formerNames: [...page.formerNames],
    predecessors: page.predecessors.map(link),
    schoolYears: [...page.schoolYears],
  }
}

export function presentImport(one: RegistryImport, people: ReadonlyMap<string, string>) {
  const { plan } = one
  return {
    id: one.id,
    file: one.file,
    sha256: one.sha256,
    state: one.state,
    checkedBy: one.checkedBy === null ? null : (people.get(one.checkedBy) ?? one.checkedBy),
    checkedAt: one.checkedAt.toISOString(),
    committedAt: one.committedAt?.toISOString() ?? null,
    undoneAt: one.undoneAt?.toISOString() ?? null,
    rows: plan.rows,
    problems: one.problems.length,
    added: plan.newMunicipalities.length + plan.newSchools.length,
    changed: plan.changed.length,
    missing: plan.missing.length,
    unchanged: plan.unchanged,
  }
}

export function presentImportDetails(
  locale: Locale,
  one: RegistryImport,
  people: ReadonlyMap<string, string>,
) {
  const { plan } = one
  const none = { unitId: null, login: null, code: null, municipality: null }
  return {
    ...presentImport(one, people),
    problemList: one.problems.map(problem => presentProblem(locale, problem)),
    remarks: one.remarks.map(problem => presentProblem(locale, problem)),
    addedUnits: [
      ...plan.newMunicipalities.map(({ name, code, row }) => {
        return { ...none, kind: 'municipality' as const, name, code, row }
      }),
      ...plan.newSchools.map(({ name, login, parent, row }) => {
        return { ...none, kind: 'school' as const, name, login, municipality: parent.name, row }
      }),
    ],
    changedUnits: plan.changed.map(({ id, kind, name, login, code, municipality, row, changes }) => ({
      ...{ unitId: id, kind, name, login, code, municipality, row },
      changes: changes.map(({ field, before, after }) => ({
        field,
        label: say(locale, `audit.field.unit.${field}`),
        before: shownValue(locale, before),
        after: shownValue(locale, after),
      })),
    })),
    missingUnits: plan.missing.map(({ id, name, login, municipality }) => {
      return { ...none, unitId: id, kind: 'school' as const, name, login, municipality, row: null }
    }),
    sameFileAs: one.sameFileAs && {
      id: one.sameFileAs.id,
      committedAt: one.sameFileAs.committedAt.toISOString(),
    },
  }
}

function presentProblem(locale: Locale, problem: Problem) {
  return {
    code: problem.code,
    ...wordProblem(locale, problem),
    ...(problem.place ? { place: problem.place } : {}),
  }
}

function link({ id, kind, name }: UnitLink): UnitLink {
  return { id, kind, name }
}
