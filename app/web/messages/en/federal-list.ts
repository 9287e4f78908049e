/** Words of the federal list. */
export const federalList = {
  'nav.federal-list': 'Federal list',

  'federal.title': 'Federal list',
  'federal.meaning':
    'Schools whose results the federal organiser has marked. This comes from others and is kept apart from our own analysis. A mark asks for analysis, not for a conclusion about the school.',
  'federal.year': 'Year',
  'federal.running': 'Years running',
  'federal.any-running': 'Any',
  'federal.running-from': '{years, plural, one {# year and more} other {# years and more}}',
  'federal.years': '{years, plural, one {# year} other {# years}}',
  'federal.school': 'School',
  'federal.markers': 'Markers',
  'federal.all-years': 'All years on the list',
  'federal.nobody': 'The list of {year} names nobody',
  'federal.nobody-meaning': 'No school of your territory is on the list of this year.',
  'federal.none': 'No lists loaded yet',
  'federal.none-meaning':
    'Schools of the list that the federal organiser sends will stand here. The analyst of the region loads it.',
  'federal.load': 'Load a list',
  'federal.how-counted':
    'The marker «4 РУ» is Russian, grade 4; «5 МА» is mathematics, grade 5. Years running are counted back from the chosen one; a year without a loaded list ends the count.',

  'federal.imports': 'Imports of the list',
  'federal.imports-title': 'Loading a list',
  'federal.imports-meaning':
    'The file is checked first and counts for nothing. You see every problem, and then decide.',
  'federal.year-of-list': 'Year of the list',
  'federal.year-hint':
    'When given, rows of other years become problems. Otherwise the column «Год» says the year.',
  'federal.year-wrong': 'A year has four digits.',
  'federal.file': 'Drop the file of the list here',
  'federal.file-hint':
    'Excel (.xlsx) or CSV with the columns Год, Логин, Муниципалитет, ОО, 4 РУ, 4 МА, 5 РУ, 5 МА, Количество маркеров, in any order.',
  'federal.checking': 'Checking the file “{file}”',
  'federal.lists': 'Earlier imports',
  'federal.lists-meaning': 'An accepted list can be undone.',
  'federal.list-years': 'Years',
  'federal.marked': 'Schools marked',
  'federal.no-lists': 'No imports yet',
  'federal.no-lists-meaning': 'Every file will stay here: who loaded it, when, and what has become of it.',
  'federal.list-rows': 'Rows of the file',
  'federal.undone-on': 'Undone',
  'federal.state.checked': 'Checked, waits for a decision',
  'federal.state.wrong': 'Has problems',
  'federal.state.accepted': 'Accepted',
  'federal.state.rejected': 'Put away',
  'federal.state.undone': 'Undone',
  'federal.meaning.checked': 'No problems. Look at the rows and accept the list.',
  'federal.meaning.wrong': 'Correct the problems in the table and load the file again.',
  'federal.meaning.accepted': 'The schools of this list are visible to their municipalities and themselves.',
  'federal.meaning.rejected': 'The list is put away and counts for nothing.',
  'federal.meaning.undone': 'The list is undone and no longer counts.',
  'federal.accept':
    '{count, plural, =0 {Accept an empty list} one {Accept: # school} other {Accept: # schools}}',
  'federal.reject': 'Put away',
  'federal.undoable': 'An accepted list can be undone.',
  'federal.undo': 'Undo the list',
  'federal.undo-meaning': 'The schools of this list will no longer be on it. The record of the import stays.',
  'federal.reason-missing': 'Write why you undo it.',
} as const
