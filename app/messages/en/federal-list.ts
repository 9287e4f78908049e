import type { Catalogue } from '../format.ts'

/** The federal list of schools: what may be wrong with a file, and the words of its export. */
const texts: Catalogue = {
  'problem.federal-columns-missing':
    'This does not look like the federal list: there is no column «Логин», or no column of markers («4 РУ», «5 МА»).',
  'problem.federal-columns-missing.advice':
    'Columns: Год, Логин, Муниципалитет, ОО, 4 РУ, 4 МА, 5 РУ, 5 МА, Количество маркеров, in any order.',
  'problem.federal-empty': 'The file has no row of the list.',
  'problem.federal-empty.advice': 'Check the file. If the list names no school, say of which year it is.',
  'problem.federal-bad-login': 'The login of the school cannot be read.',
  'problem.federal-bad-login.advice': 'A login is sch, edu or ksh and six digits.',
  'problem.federal-bad-year': 'The year cannot be read.',
  'problem.federal-bad-year.advice': 'A year has four digits, for example 2021.',
  'problem.federal-bad-count': 'The number of markers cannot be read.',
  'problem.federal-bad-count.advice': 'Give a whole number or leave the cell empty.',
  'problem.federal-bad-mark': 'It is unclear whether there is a marker.',
  'problem.federal-bad-mark.advice': 'Marked: 1, + or «да». Not marked: 0, a dash or an empty cell.',
  'problem.federal-year-missing': 'The row has no year.',
  'problem.federal-year-missing.advice': 'Fill in the column «Год», or give the year with the file.',
  'problem.federal-other-year': 'The row is of another year; the list is loaded for {year}.',
  'problem.federal-other-year.advice': 'Remove the row, or load the file without naming a year.',
  'problem.federal-count-differs':
    'The number of markers differs from the marks: {marks, plural, one {# column is} other {# columns are}} marked.',
  'problem.federal-count-differs.advice': 'Hold the row against the list that you were sent.',
  'problem.federal-school-twice': 'This school stands in row {first} for {year} already.',
  'problem.federal-school-twice.advice':
    'Keep one row. sch and edu with the same digits are one school; so is a former login.',
  'problem.federal-login-unknown': 'The registry has no school with this login.',
  'problem.federal-login-unknown.advice': 'Check the login or add the school to the registry.',
  'problem.federal-year-loaded': 'The list of {year} is accepted already (import {list}).',
  'problem.federal-year-loaded.advice': 'Undo that import first, then accept this one.',
  'problem.federal-has-problems':
    'The list has {count, plural, one {# problem} other {# problems}} and cannot be accepted.',
  'problem.federal-has-problems.advice': 'Correct the file and load it again.',
  'problem.federal-list-stands':
    'This list is {state, select, accepted {accepted} rejected {put away} undone {undone} other {decided}} already.',
  'problem.federal-list-stands.advice': 'Reload the page.',

  'federal.export.file': 'Federal list {day}',
  'federal.export.sheet': 'List',
  'federal.export.what': 'Federal list of schools with signs of non-objectivity',
  'federal.export.running': 'On the list years running, at least',
  'federal.column.municipality': 'Municipality',
  'federal.column.school': 'School',
  'federal.column.login': 'Login',
  'federal.column.year': 'Year',
  'federal.column.markers': 'Markers',
  'federal.column.count': 'Number',
  'federal.column.running': 'Years running',
  'federal.column.years': 'All years',

  'audit.field.federal_list.year': 'year',
  'audit.field.federal_list.under': 'number of the territory',
  'audit.field.federal_list.running': 'years running',
  'audit.value.federal_list.state.checked': 'checked',
  'audit.value.federal_list.state.accepted': 'accepted',
  'audit.value.federal_list.state.rejected': 'put away',
  'audit.value.federal_list.state.undone': 'undone',
  'audit.action.federal-list.accepted': 'Federal list accepted',
  'audit.action.federal-list.rejected': 'Federal list put away',
  'audit.action.federal-list.undone': 'Federal list undone',
}

export default texts
