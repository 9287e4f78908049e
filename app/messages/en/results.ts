import type { Catalogue } from '../format.ts'
import dirt from './results-dirt.ts'
import exams from './results-exams.ts'

const layout = (name: string) =>
  `{${name}, select, vpr2020 {a protocol of 2020} vpr2021 {a protocol of 2021} vpr2022 {a protocol of 2022} schoolForm {a form of a school} individualResults {“Individual results” of the federal system} oge {a protocol of ОГЭ} ege {a protocol of ЕГЭ} other {another kind}}`

const texts: Catalogue = {
  ...dirt,
  ...exams,

  // reading a protocol
  'problem.unknown-layout': 'The kind of protocol is not recognised. Headers found on the sheet: {headers}.',
  'problem.unknown-layout.advice':
    'Check that this is a protocol of participants and that its header row is among the first twenty. Known kinds:\n{known}',
  'problem.empty-protocol': 'No sheet of the workbook holds anything.',
  'problem.empty-protocol.advice': 'Check that this is the right file and that its data were saved.',
  'problem.no-works': 'The headers of a protocol are there, rows with works are not.',
  'problem.no-works.advice': 'Check that the protocol was exported in full.',
  'problem.layouts-mixed': `One file holds protocols of two kinds: sheet “{first}” is ${layout('layout')}, this sheet is ${layout('other')}.`,
  'problem.layouts-mixed.advice':
    'Save the sheets as separate files or remove one, so that no work is counted twice.',
  'problem.sheets-differ': 'This sheet holds another paper or other tasks than sheet “{first}”.',
  'problem.sheets-differ.advice': 'Save each paper (subject, grade, year) as a file of its own.',
  'problem.assessment-unknown': 'The {missing} of this paper could not be made out.',
  'problem.assessment-unknown.advice':
    'Name the file like «2021 Русский язык, 4 класс.xlsx» or say it: {missing, select, subject {--subject "Русский язык"} grade {--grade 4} other {--year 2021}}.',
  'problem.specification-missing':
    'The maxima of the tasks of “{set}” are unknown: neither the headers nor a specification give them.',
  'problem.specification-missing.advice':
    'Describe the paper in a file and name it: --specifications file.json. If subject, grade or year were misread, rename the protocol.',
  'problem.task-columns-missing': 'Task columns of the specification of “{set}” are missing: {tasks}.',
  'problem.task-columns-missing.advice':
    'Check subject, grade and year in the name of the file, and that no column was removed.',
  'problem.school-unknown': 'This form names no school, and the name of the file holds no login.',
  'problem.school-unknown.advice':
    'Put the login in the name, like «edu990001 Математика 5 класс 2026.xlsx», or say it: --school edu990001.',
  'problem.logins-unreadable':
    'The file has {rows, plural, one {# row} other {# rows}} of results, and no login of a school can be read in any.',
  'problem.logins-unreadable.advice':
    'A login is sch, edu or ksh and six digits. Check that logins stand in their column and no columns are shifted.',
  'problem.sheet-skipped':
    'Sheet “{sheet}” was not read: its layout is not known. It has {rows, plural, one {# row} other {# rows}}; headers found: {headers}.',
  'problem.sheet-skipped.advice':
    'If it holds works, give it the headers of the other sheets and load the file again. Otherwise there is nothing to do.',
  'problem.maximum-differs':
    'Paper “{set}”: the file states a maximum of {other}, the computation uses {used}.',
  'problem.maximum-differs.advice':
    'Compare with the official description; give a corrected one by --specifications file.json.',
  'problem.tasks-unknown': 'The tasks of “{set}” are not described: only totals are read.',
  'problem.tasks-unknown.advice': 'To see tasks, describe them: --specifications file.json.',
  'problem.name-differs':
    'The name of the file and its contents disagree on the {what}: {named} in the name, {told} inside. The contents are used.',
  'problem.name-differs.advice': 'If the name is right, correct the head of the sheet.',

  // the store
  'problem.manifest-broken': 'The record of an import is damaged.',
  'problem.manifest-broken.advice':
    'Restore the data folder from a backup, or remove the folder of this import and import again.',
  'problem.batch-unknown': 'There is no import “{id}”.',
  'problem.batch-unknown.advice': 'Take the number from the list of imports.',
  'problem.imported-otherwise':
    'This file was imported before as another paper or with other maxima (import {id}).',
  'problem.imported-otherwise.advice': 'If that reading was wrong, undo it and import the file again.',
  'problem.set-in-two-layouts': `“{set}” is given twice: “{first}” is ${layout('layout')}, “{second}” is ${layout('other')}. The same works would be counted twice.`,
  'problem.set-in-two-layouts.advice':
    'Keep one of the two files. One imported earlier is taken back by objektiv undo BATCH --data FOLDER.',
  'problem.stored-otherwise':
    'Batch {batch} (“{set}”) was read with other tasks or maxima than the specification has now.',
  'problem.stored-otherwise.advice':
    'Give the specification it was imported with, or import the file again with the new one: objektiv undo {batch} --data FOLDER, then objektiv import FILE --data FOLDER --specifications file.json.',
  'problem.set-tasks-differ':
    'Files “{first}” and “{second}” are one paper, “{set}”, but their tasks or maxima differ.',
  'problem.set-tasks-differ.advice':
    'Check subject, grade and year in the names; for a basic and an advanced paper, put the version in the name.',
  'problem.school-in-two-files':
    '{count, plural, one {# school stands} other {# schools stand}} in two files of “{set}”, “{first}” and “{second}”: {schools}{more, plural, =0 {} other { and # more}}.',
  'problem.school-in-two-files.advice':
    'If they are the same participants, remove one file: they are counted twice now.',

  // scales and specifications
  'problem.scale-backwards': 'Scale of “{set}”: mark {mark} runs from {from} to {to}, backwards.',
  'problem.scale-backwards.advice': 'Exchange the two limits.',
  'problem.scale-start': 'Scale of “{set}” begins at {from}, not at 0: lower scores have no mark.',
  'problem.scale-start.advice': 'Let mark 2 begin at 0.',
  'problem.scale-overlap': `Scale of “{set}”: ${span('score {from} is', 'scores {from} to {to} are')} both {below} and {mark}.`,
  'problem.scale-overlap.advice': 'Correct the limits: every score has one mark.',
  'problem.scale-gap': `Scale of “{set}”: ${span('score {from} is', 'scores {from} to {to} are')} neither {below} nor {mark}.`,
  'problem.scale-gap.advice': 'Correct the limits: every score has a mark.',
  'problem.scale-end': 'Scale of “{set}” ends at {to}, the maximum is {max}.',
  'problem.scale-end.advice': 'Correct the upper limit of mark 5 or the maximum.',
  'problem.specification-file-unreadable': 'The specification file cannot be opened ({reason}).',
  'problem.specification-file-unreadable.advice': 'Check the path and the permission to read.',
  'problem.specification-not-json': 'The specification file is not JSON: {reason}.',
  'problem.specification-not-json.advice':
    'Open it in an editor that checks JSON: a comma is often missing or spare.',
  'problem.specification-not-a-list': 'The specification file must be a list: [ … ].',
  'problem.specification-not-a-list.advice': 'Put the entries in square brackets, even a single one.',
  'problem.specification-empty': 'The specification file has no entries.',
  'problem.specification-empty.advice': 'Add an entry, or leave --specifications out.',
  'problem.specification-twice': '“{set}” is described twice: entries {first} and {entry}.',
  'problem.specification-twice.advice': 'Keep one of the two.',
  'problem.specification-unknown-field': 'Entry {entry} of the specification file: unknown fields {fields}.',
  'problem.specification-unknown-field.advice':
    'Fields of an entry: procedure, version, year, grade, subject, max_primary, bands, tasks, source; of a task: index, task, level, max.',
  'problem.specification-field':
    'Entry {entry} of the specification file: field {column} is missing or wrong.',
  'problem.specification-field.advice':
    'Year and grade are whole numbers, bands are limits like "2": [0, 13], level is Б, П or В, version is базовая or углублённая.',
  'problem.specification-sum':
    'Entry {entry} of the specification file: the tasks add up to {sum}, max_primary says otherwise.',
  'problem.specification-sum.advice':
    'Correct the tasks or the maximum; if the tasks are unknown, write "tasks": null.',
  'problem.specification-index-twice':
    'Entry {entry} of the specification file: two tasks have the same index.',
  'problem.specification-index-twice.advice': 'Number the tasks from 1 on.',
  ...official('backwards', 'mark {mark} runs from {from} to {to}'),
  ...official('start', 'it begins at {from}, not at 0'),
  ...official('overlap', `${span('score {from} is', 'scores {from} to {to} are')} both {below} and {mark}`),
  ...official('gap', `${span('score {from} is', 'scores {from} to {to} are')} neither {below} nor {mark}`),
  ...official('end', 'it ends at {to}, the maximum is {max}'),

  // the registry of schools
  'problem.registry-without-logins': 'The registry of schools has no column of logins.',
  'problem.registry-without-logins.advice':
    'Add a column «Логин ОО» with logins like sch990001 or edu990001; schools are joined to protocols by it.',
  'problem.registry-empty': 'The registry holds no school.',
  'problem.registry-empty.advice': 'Check that this is the right file.',
  'problem.registry-bad-login': 'The login of a school in the registry cannot be read.',
  'problem.registry-bad-login.advice': 'A login is sch, edu or ksh and six digits.',
  'problem.registry-school-twice':
    'The school with digits {key} stands in row {first} of the registry already.',
  'problem.registry-school-twice.advice': 'Keep one row: sch and edu with the same digits are one school.',
}

function span(one: string, many: string): string {
  return `{many, select, yes {${many}} other {${one}}}`
}

function official(fault: string, words: string): Catalogue {
  return {
    [`problem.official-scale-${fault}`]: `The official scale of “{set}” has a fault: ${words}. Marks of this paper are not derived, everything else is computed.`,
    [`problem.official-scale-${fault}.advice`]:
      'Ask the organiser for the limits and give a corrected scale with its source: on the page of the paper under “Specifications”, or by --specifications file.json.',
  }
}

export default texts
