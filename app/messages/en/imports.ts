import type { Catalogue } from '../format.ts'

/** Files of results brought in through the browser. */
const texts: Catalogue = {
  'job.results.read': 'Reading a file of results',
  'progress.import-rows': 'Reading the rows of the file',
  'progress.import-storing': 'Storing what was read',
  'import.progress': '{rows, plural, one {# row} other {# rows}} read',
  'import.somebody': 'somebody from another organisation',
  'import.outcome.checked':
    'The file “{file}” has been read. Look at the remarks and decide whether to accept it.',
  'import.outcome.refused': 'The file “{file}” was not read: it has errors that must be put right.',
  'import.outcome.given-up': 'The file “{file}” was taken back while it was being read.',
  'import.outcome.duplicate': 'The file “{file}” has been loaded already: it is load {id}.',
  'import.outcome.failed': 'The file “{file}” was lost before it was read. Send it again.',

  'import.told.problem': 'the file was not read. {advice}',
  'import.told.warning': '{advice}',
  'import.state.waiting': 'waiting to be read',
  'import.state.reading': 'being read',
  'import.state.checked': 'checked, waiting for a decision',
  'import.state.refused': 'not read because of errors',
  'import.state.accepted': 'accepted',
  'import.state.rejected': 'rejected',
  'import.state.undone': 'acceptance undone',
  'import.state.duplicate': 'repeats another file',
  'import.state.failed': 'reading failed',
  'import.export.sheet': 'Remarks on files',
  'import.export.file': 'Remarks on files of results {day}',
  'import.export.kind': 'Kind of remark',
  'import.column.batchId': 'Load',
  'import.column.file': 'File',
  'import.column.sheet': 'Sheet',
  'import.column.row': 'Row',
  'import.column.column': 'Column',
  'import.column.value': 'Value',
  'import.column.what': 'What was met',
  'import.column.done': 'What was done',
  'import.files.sheet': 'Files',
  'import.files.what': 'Files of results',
  'import.files.file': 'Files of results {day}',
  'import.kind.protocol': 'protocol',
  'import.kind.journal': 'marks of the journal',
  'import.column.kind': 'Kind',
  'import.column.set': 'Paper',
  'import.column.campaign': 'Campaign',
  'import.column.unit': 'Whose file',
  'import.column.works': 'Works or marks',
  'import.column.schools': 'Schools',
  'import.column.remarks': 'Remarks',
  'import.column.state': 'State',
  'import.column.duplicateOf': 'Repeats load',
  'import.column.told': 'What is told of the file',
  'import.column.sentBy': 'Sent by',
  'import.column.sentAt': 'Sent',
  'import.column.decidedBy': 'Decided by',
  'import.column.decidedAt': 'Decided',
  'import.column.undoneAt': 'Acceptance undone',
  'import.column.reason': 'Reason',
  'problem.import-remarks-too-many':
    '{count, number} remarks meet these conditions; one table holds {limit, number}.',
  'problem.import-remarks-too-many.advice': 'Choose one file or one kind of remark.',

  'problem.import-campaign-closed': 'The campaign is closed; it takes no new files.',
  'problem.import-campaign-closed.advice': 'Open the campaign again or choose another one.',
  'problem.import-too-many-waiting': '{limit, number} files are waiting already. No more are taken for now.',
  'problem.import-too-many-waiting.advice': 'Wait until they have been read, then send the others.',
  'problem.import-too-much': 'The file is too large to be read as a whole.',
  'problem.import-too-much.advice': 'Split the table into several files and load them together.',
  'problem.import-file-lost': 'The file that was sent is no longer on the server; it was never read.',
  'problem.import-file-lost.advice':
    'This happens after a restore from a backup, which does not hold the original files. Send the file again.',
  'problem.import-foreign-schools':
    'The file has {rows, plural, one {# row} other {# rows}} of other schools ({logins, plural, one {# login} other {# logins}}). A school loads its own results only.',
  'problem.import-foreign-schools.advice':
    'Leave the rows of your own school in the file and load it again. If the login is yours and was changed, ask the administrator to add it to the registry.',
  'problem.import-foreign-territory':
    'The file has {rows, plural, one {# row} other {# rows}} of schools outside your municipality ({logins, plural, one {# login} other {# logins}}). A municipality loads results of its own schools only.',
  'problem.import-foreign-territory.advice':
    'Leave the rows of your own schools in the file and load it again. The logins that did not fit are named below; a file of the whole region is loaded by the analyst.',
  'problem.import-foreign-login':
    'The login belongs to no school of your municipality: {rows, plural, one {# row} other {# rows}}.',
  'problem.import-foreign-login.advice':
    'Remove these rows. If the school is yours and its login was changed, ask the administrator to add it to the registry.',
  'problem.import-rows-of-nobody':
    'The login of the school cannot be read in {rows, plural, one {# row} other {# rows}}, so nobody knows whether they are your participants.',
  'problem.import-rows-of-nobody.advice': 'Write the login into these rows or remove them.',
  'problem.import-set-known': '“{set}” of this file was loaded before: it was not taken a second time.',
  'problem.import-set-known.advice': 'Nothing needs to be done.',
  'problem.import-without-campaign':
    'The paper “{set} grade” is in no campaign: the file will not appear in the summary of what has come.',
  'problem.import-without-campaign.advice': 'If the paper was written in a campaign, add it there.',
  'problem.import-not-in-campaign':
    'The chosen campaign has no paper “{set} grade”: the file will not appear in the summary of what has come.',
  'problem.import-not-in-campaign.advice': 'Check the campaign, or add the paper to it.',
  'problem.import-not-checked':
    'This file cannot be accepted: {state, select, waiting {it is still waiting} reading {it is still being read} refused {it was not read because of errors} accepted {it is accepted already} rejected {it was rejected} undone {its acceptance was undone} duplicate {it repeats another one} other {reading it failed}}.',
  'problem.import-not-checked.advice': 'Reload the page and choose files that have been checked.',
  'problem.import-decided':
    'This file can no longer be rejected: {state, select, refused {it was not read because of errors} accepted {it is accepted} rejected {it was rejected} undone {its acceptance was undone} duplicate {it repeats another one} other {reading it failed}}.',
  'problem.import-decided.advice': 'An accepted file can be undone with a reason.',
  'problem.import-not-accepted': 'Only an accepted file can be undone.',
  'problem.import-not-accepted.advice': 'Reload the page: the state of the file has changed.',
  'problem.import-accepted-already':
    'Exactly the same file is accepted already (load {id}). The same works would be counted twice.',
  'problem.import-accepted-already.advice': 'Reject this file, or undo the earlier one.',

  'received.sheet': 'Results received',
  'received.file': 'Results received {day}',
  'received.state.in-time': 'received',
  'received.state.late': 'received late',
  'received.state.missing': 'missing',
  'received.decision.accepted': 'accepted',
  'received.decision.waiting': 'awaits a decision',
  'received.column.municipality': 'Municipality',
  'received.column.school': 'School',
  'received.column.assessment': 'Paper',
  'received.column.state': 'State',
  'received.column.works': 'Works',
  'received.column.decision': 'Decision',
  'received.column.receivedOn': 'Received',
  'received.column.dueOn': 'Due',
  'notice.results-missing':
    'Results are awaited: {what}.{dated, select, yes { They are due on {due}.} other {}}',

  'problem.journal-unknown': 'This is no list of journal marks: it has no columns with a code and a mark.',
  'problem.journal-unknown.advice':
    'The columns needed are: {known}. The row of headers must stand among the first twenty rows.',
  'problem.journal-empty': 'The list has headers, but no rows with marks.',
  'problem.journal-empty.advice': 'Check that the list was exported in full.',
  'dirt.journal-mark-twice': 'one participant is given two different journal marks',
  'dirt.journal-mark-twice.done': 'nobody knows which is right: neither is taken',

  'doctor.batches': 'The files of all loads of results are there: {count, number}.',
  'doctor.batches-lost':
    'Files of loads of results are missing: {count, number} (for example the folder batches/{batch}).',
  'doctor.batches-lost.advice':
    'Bring these folders back from a backup. Without one, undo these loads and load the files again.',
  'doctor.batches-orphaned':
    'The folder batches holds results that the database knows nothing of: {count, number} (for example {batch}).',
  'doctor.batches-orphaned.advice':
    'The service clears them away within a day. If the database was restored from an older copy than the folder, load these files again.',

  // what the command advises by its options
  'import.advice.assessment-unknown':
    'Name the file, for instance, “2021 Русский язык, 4 класс.xlsx”, or give {missing, select, subject {the subject} grade {the grade} other {the year}} when loading it.',
  'import.advice.specification-missing':
    'Add a description of this paper on the page of procedures. If the subject, grade or year is wrong, correct the name of the file.',
  'import.advice.school-unknown':
    'Put the login into the name of the file, for instance “edu990001 Математика 5 класс 2026.xlsx”, or give it when loading the file.',
  'import.advice.maximum-differs':
    'Compare with the description of the paper. If that is wrong, correct it on the page of procedures.',
  'import.advice.tasks-unknown':
    'To see the tasks, add them to the description of the paper on the page of procedures and load the file again.',
  'import.advice.set-in-two-layouts': 'Keep one of the two files: reject this one or undo the earlier one.',
  'import.advice.set-tasks-differ':
    'Check subject, grade and year in the names of the files; for a basic and an advanced paper give the level when loading. Reject or undo the file that is not needed.',
  'import.advice.school-in-two-files':
    'If these are the same participants, keep one file: otherwise they are counted twice.',
  ...Object.fromEntries(
    ['backwards', 'start', 'overlap', 'gap', 'end'].map(fault => [
      `import.advice.official-scale-${fault}`,
      'Ask the organiser for the bounds and correct the scale on the page of procedures.',
    ]),
  ),

  'audit.subject.participants': 'rows of participants',
  'audit.field.participants.set': 'paper',
  'audit.subject.received': 'what has come of the results',
  'audit.field.received.campaign_id': 'number of the campaign',
  'audit.subject.import_remark': 'remarks on files of results',
  'audit.field.import_remark.campaign': 'number of the campaign',
  'audit.field.import_remark.batch': 'number of the load',
  'audit.action.import.accepted': 'File of results accepted',
  'audit.action.import.rejected': 'File of results rejected',
  'audit.action.import.undone': 'Acceptance of a file of results undone',
}

export default texts
