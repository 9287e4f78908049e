import type { RegistryField } from '../registry-columns.ts'
import { normaliseTags } from '../rules.ts'
import type { RegistryRow } from '../types.ts'
import type { FieldChange, ImportedField, ShownValue } from './import-plan.ts'
import { CONTROLLED_TAG, SPECIAL_TAG } from './known-tags.ts'
import type { KnownSchool } from './territory-snapshot.ts'

/** What the row changes of a known school, field by field; columns that the file does not have change nothing. */
export function differSchool(row: RegistryRow, school: KnownSchool, named: boolean): FieldChange[] {
  const changes: FieldChange[] = []
  const compare = (field: ImportedField, before: ShownValue, after: ShownValue) => {
    if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ field, before, after })
  }
  const given = (column: RegistryField, field: ImportedField, before: ShownValue, after: ShownValue) => {
    if (row.given.has(column)) compare(field, before, after)
  }
  if (named) compare('name', school.name, row.name)
  compare('login', school.login, row.login)
  const added = row.otherLogins.filter(login => login !== school.login && !school.otherLogins.includes(login))
  if (added.length > 0) compare('other_logins', school.otherLogins, [...school.otherLogins, ...added])
  given('shortName', 'short_name', school.shortName, row.shortName)
  given('kind', 'school_kind', school.schoolKind, row.kind)
  given('locality', 'locality', school.locality, row.locality)
  given('ogeCode', 'oge_code', school.ogeCode, row.ogeCode)
  given('egeCode', 'ege_code', school.egeCode, row.egeCode)
  compare('tags', school.tags, tagsOf(row, school.tags))
  given('validFrom', 'valid_from', school.validFrom, row.validFrom)
  given('validTo', 'valid_to', school.validTo, row.validTo)
  return changes
}

/** Tags after the row: each of the two columns of yes and no speaks for its own tag, the column of tags for the rest. */
export function tagsOf(row: RegistryRow, before: readonly string[]): string[] {
  const own = [SPECIAL_TAG, CONTROLLED_TAG]
  const listed = row.given.has('tags') ? row.tags : before
  const rest = listed.filter(tag => !own.includes(tag))
  const keeps = (column: 'special' | 'controlled', tag: string) =>
    row.given.has(column) ? row[column] : listed.includes(tag) || before.includes(tag)
  const kept = own.filter(tag => keeps(tag === SPECIAL_TAG ? 'special' : 'controlled', tag))
  return normaliseTags([...rest, ...kept])
}
