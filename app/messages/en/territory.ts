import type { Catalogue } from '../format.ts'
import { unitFields } from './unit-fields.ts'

const fieldName = `{field, select, ${Object.entries(unitFields)
  .map(([field, words]) => `${field} {${words}}`)
  .join(' ')} other {{field}}}`

const camelFieldName =
  '{field, select, login {login} schoolKind {kind of school} locality {kind of locality} ogeCode {ОГЭ code} egeCode {ЕГЭ code} other {{field}}}'

/** English has no gender here; the parameter is the same in both catalogues. */
const ending = '{kind, select, other {}}'

/** The territory: units, their states, and what stands in the way of an act. */
const texts: Catalogue = {
  'unit.state.active': 'active',
  'unit.state.future': 'active from {date}',
  'unit.state.closing': 'active, closes on {date}',
  'unit.state.closed': `closed since {date}${ending}`,
  'unit.state.merged': `{named, select, yes {merged into “{successor}” on {date}} other {merged into another unit on {date}}}${ending}`,
  'unit.state.withdrawn': `withdrawn: the registry import was undone${ending}`,

  'registry.imports.file': 'Imports of the registry {day}',
  'registry.imports.sheet': 'Imports',
  'registry.imports.what': 'Imports of the registry of schools',
  'registry.imports.state.checked': 'checked, waiting for a decision',
  'registry.imports.state.wrong': 'has problems',
  'registry.imports.state.committed': 'accepted',
  'registry.imports.state.undone': 'undone',
  'registry.imports.column.number': 'Import',
  'registry.imports.column.file': 'File',
  'registry.imports.column.checkedAt': 'Loaded',
  'registry.imports.column.checkedBy': 'Loaded by',
  'registry.imports.column.rows': 'Rows',
  'registry.imports.column.problems': 'Problems',
  'registry.imports.column.added': 'New',
  'registry.imports.column.changed': 'Changed',
  'registry.imports.column.missing': 'Not in the file',
  'registry.imports.column.unchanged': 'Unchanged',
  'registry.imports.column.state': 'State',
  'registry.imports.column.committedAt': 'Accepted',
  'registry.imports.column.undoneAt': 'Undone',
  'registry.sheet': 'Registry of schools',
  'registry.sheet-municipalities': 'Municipalities',
  'registry.municipality.code': 'Code',
  'registry.municipality.name': 'Name',
  'registry.municipality.short-name': 'Short name',
  'registry.municipality.schools': 'Schools',
  'registry.municipality.tags': 'Tags',
  'registry.municipality.valid-from': 'Exists since',
  'registry.municipality.valid-to': 'Last day',
  'registry.municipality.state': 'State',

  'problem.cursor-unreadable': 'The list cannot be continued from there.',
  'problem.cursor-unreadable.advice': 'Open the list from its beginning.',
  'problem.unit-field-changed': `Changed: ${fieldName}. It was “{before}”, it is “{after}”.`,
  'problem.unit-field-changed.advice': 'Compare with your own edit.',
  'problem.unit-withdrawn': 'This record is withdrawn: the registry import that made it was undone.',
  'problem.unit-withdrawn.advice': 'Import the registry again or make the record anew.',
  'problem.unit-is-region': 'A region cannot be closed.',
  'problem.unit-is-region.advice': 'A municipality, a school or a class can.',
  'problem.unit-closed-already': '“{name}” already has a last day.',
  'problem.unit-closed-already.advice': 'To name another day, take the closing back first.',
  'problem.unit-not-closed': '“{name}” is active as it is.',
  'problem.unit-not-closed.advice': 'There is nothing to take back.',
  'problem.unit-closed-before-opened': 'The last day is before the first.',
  'problem.unit-closed-before-opened.advice': 'Correct one of the two dates.',
  'problem.unit-has-children':
    '“{name}” still has {count, plural, one {# active school} other {# active schools}}.',
  'problem.unit-has-children.advice': 'Move these schools to another municipality or close them first.',
  'problem.merge-into-itself': 'A school cannot be merged into itself.',
  'problem.merge-into-itself.advice': 'Choose another one.',
  'problem.merge-of-kinds': '“{name}” and “{into}” are of different levels and cannot be merged.',
  'problem.merge-of-kinds.advice': 'Choose a unit of the same level.',
  'problem.merge-in-a-ring': '“{into}” is itself merged into “{name}”.',
  'problem.merge-in-a-ring.advice': 'Take that merging back first.',
  'problem.merge-into-absent': '“{into}” is not active on that day.',
  'problem.merge-into-absent.advice': 'Name another day or another unit.',
  'problem.unit-field-of-school': `Only a school has the field “${camelFieldName}”.`,
  'problem.unit-field-of-school.advice': 'Leave it empty.',
  'problem.unit-bad-login': '“{login}” is not the login of a school.',
  'problem.unit-bad-login.advice': 'A login is sch, edu or ksh and six digits.',
  'problem.unit-bad-exam-code':
    '“{value}” is no code of a school in the {exam, select, oge {ОГЭ} other {ЕГЭ}}: no protocol could be found by it.',
  'problem.unit-bad-exam-code.advice':
    'The code of a school is figures, eight at most, without spaces and letters.',
  'problem.exam-code-taken':
    'The {exam, select, oge {ОГЭ} other {ЕГЭ}} code {code} belongs to the school “{name}”.',
  'problem.exam-code-taken.advice':
    'Check the code, or take it from that school first: its protocols are known by it. The code of a closed school may pass to another.',
  'problem.exam-code-taken-elsewhere':
    'A school outside your territory has this {exam, select, oge {ОГЭ} other {ЕГЭ}} code.',
  'problem.exam-code-taken-elsewhere.advice': 'Check the code, or ask the regional centre whose it is.',
  'problem.login-taken': 'The digits {digits} belong to the school “{name}”.',
  'problem.login-taken.advice':
    'Check the login. If it is the same school, change its record instead of making a second one.',
  'problem.class-is-named-by-letter': 'A class is named by its grade and letter.',
  'problem.class-is-named-by-letter.advice': 'Make a class with another letter.',
  'problem.rename-in-future': 'A new name cannot begin in the future.',
  'problem.rename-in-future.advice': 'Name a day no later than today, or rename when that day has come.',
  'problem.only-schools-move': 'Only a school can be moved to another municipality.',
  'problem.only-schools-move.advice': 'Open the page of a school.',
  'problem.unit-parent-closed': '“{name}” is closing or closed: nothing new can stand below it.',
  'problem.unit-parent-closed.advice': 'Choose an active unit, or take the closing back first.',
  'problem.cannot-move-there': 'A school cannot be moved to “{name}”: it is no active municipality.',
  'problem.cannot-move-there.advice': 'Choose an active municipality.',
  'problem.unit-cannot-stand-there':
    '{kind, select, municipality {A municipality belongs to a region} school {A school belongs to a municipality} other {A class belongs to a school}}, but {parent, select, region {a region} municipality {a municipality} school {a school} other {a class}} was chosen.',
  'problem.unit-cannot-stand-there.advice': 'Choose where the new record belongs.',
  'problem.class-needs-grade': 'A class needs a school year and a grade.',
  'problem.class-needs-grade.advice': 'Give them.',
  'problem.unit-needs-name': 'There is no name.',
  'problem.unit-needs-name.advice': 'Enter a name.',
}

export default texts
