import type { Catalogue } from '../format.ts'

/** Import of the registry of schools. */
const texts: Catalogue = {
  'problem.registry-column-unknown': 'The column “{column}” was not read: a registry has none like it.',
  'problem.registry-column-unknown.advice':
    'If it holds something needed, name it as an exported registry does.',
  'problem.registry-text-too-long': 'The cell has more than {limit, number} characters.',
  'problem.registry-text-too-long.advice': 'Shorten the text.',
  'problem.registry-not-yes-or-no': '“{value}” is neither “yes” nor “no”.',
  'problem.registry-not-yes-or-no.advice': 'Write “yes” or “no”; an empty cell means “no”.',
  'problem.registry-bad-exam-code':
    '“{value}” is no code of a school in the {exam, select, oge {ОГЭ} other {ЕГЭ}}: no protocol could be found by it.',
  'problem.registry-bad-exam-code.advice':
    'The code of a school is figures, eight at most, without spaces and letters. Take it from a protocol: the column “Код ОО”.',
  'problem.registry-bad-date': '“{value}” is not a date.',
  'problem.registry-bad-date.advice': 'Write a date as 01.09.2025.',
  'problem.registry-dates-backwards': 'The last day is before the first.',
  'problem.registry-dates-backwards.advice': 'Correct one of the two dates.',
  'problem.registry-name-missing': 'The school {login} has no name.',
  'problem.registry-name-missing.advice': 'Enter its name.',
  'problem.registry-name-twice': 'The name “{name}” stands in row {first} of this municipality already.',
  'problem.registry-name-twice.advice': 'If this is one school under two logins, keep one row.',
  'problem.registry-code-twice':
    'The {exam, select, oge {ОГЭ} other {ЕГЭ}} code {value} belongs to the school in row {first}.',
  'problem.registry-code-twice.advice': 'Each school has its own code: its protocols are found by it.',
  'problem.registry-code-taken':
    'The {exam, select, oge {ОГЭ} other {ЕГЭ}} code {value} belongs to the school “{name}”.',
  'problem.registry-code-taken.advice':
    'Correct the code, or take it from that school first. The code of a closed school may pass to another.',
  'problem.registry-login-clash': 'The login with the digits {digits} belongs to the school “{name}”.',
  'problem.registry-login-clash.advice': 'Take it out of the column «Другие логины», or correct it.',
  'problem.registry-school-below-region':
    '“{name}” has no municipality: the school will stand right below the region.',
  'problem.registry-school-below-region.advice': 'If that is wrong, enter the municipality.',
  'problem.registry-school-closed': 'The school “{name}” is closed, yet it is in the registry.',
  'problem.registry-school-closed.advice':
    'If it is active, take the closing back on its page or add the column «Действует по».',
  'problem.registry-municipality-named-twice':
    'The code {code} is named “{name}” here and “{other}” in row {first}.',
  'problem.registry-municipality-named-twice.advice': 'Keep one name.',
  'problem.registry-municipality-code-differs':
    'The registry gives the municipality “{name}” the code {code}; the known one is {known}.',
  'problem.registry-municipality-code-differs.advice':
    'Correct the code in the file or, if the code itself has changed, on the page of the municipality.',
  'problem.registry-municipality-ambiguous': 'There are several municipalities named “{name}”.',
  'problem.registry-municipality-ambiguous.advice': 'Add the column «Код муниципалитета».',
  'problem.registry-municipality-unknown': 'There is no municipality “{name}”.',
  'problem.registry-municipality-unknown.advice':
    'Correct the name. To make a new municipality, give its code in the column «Код муниципалитета».',
  'problem.registry-municipality-closed': 'The municipality “{name}” is closed.',
  'problem.registry-municipality-closed.advice': 'Name the one that the school belongs to now.',
  'problem.registry-municipality-new': 'The municipality “{name}” was not there before; it will be made.',
  'problem.registry-municipality-new.advice': 'Make sure that its code is no slip.',
  'problem.registry-has-problems':
    'The registry has {count, plural, one {# error} other {# errors}} and cannot be accepted.',
  'problem.registry-has-problems.advice': 'Correct the file and upload it again.',
  'problem.registry-last-day-needed':
    'There is no day on which to close the schools that the registry lacks.',
  'problem.registry-last-day-needed.advice': 'Name their last day or leave these schools as they are.',
  'problem.registry-nothing-to-do': 'The registry is the same as what is there: nothing would change.',
  'problem.registry-nothing-to-do.advice': 'Make sure that it is the right file.',
  'problem.registry-not-checked':
    'This import has been {state, select, committed {accepted} other {undone}} already.',
  'problem.registry-not-checked.advice': 'To accept the registry once more, upload the file again.',
  'problem.registry-not-committed':
    'This import has {state, select, checked {not been accepted yet} other {been undone already}}.',
  'problem.registry-not-committed.advice': 'There is nothing to undo.',
  'problem.registry-plan-stale': 'The record “{name}” has changed since the registry was checked.',
  'problem.registry-plan-stale.advice': 'Upload the file again: it will be compared with what is there now.',
  'problem.registry-code-taken-since':
    'The {exam, select, oge {ОГЭ} other {ЕГЭ}} code {code} of “{name}” went to “{bearer}” after the file was checked.',
  'problem.registry-code-taken-since.advice':
    'Upload the file again: the check will show the row with this code. Each school has its own code: its protocols are found by it.',
  'problem.registry-undo-code-taken':
    'The {exam, select, oge {ОГЭ} other {ЕГЭ}} code {code} cannot return to “{name}”: it belongs to “{bearer}” now.',
  'problem.registry-undo-code-taken.advice':
    'First take the code from that school on its page, or undo the import that gave it.',
  'problem.registry-undo-changed': '“{name}” was changed after the import, on {when, date, long}.',
  'problem.registry-undo-changed.advice': 'Put the former values back first, or undo the later import.',
  'problem.registry-undo-parent-gone': '“{name}”, where the school would return to, is withdrawn.',
  'problem.registry-undo-parent-gone.advice': 'Move the school to the right municipality yourself.',
  'problem.registry-undo-has-children':
    '{count, plural, one {# record was} other {# records were}} added to “{name}” after the import.',
  'problem.registry-undo-has-children.advice': 'Move them elsewhere first.',
}

export default texts
