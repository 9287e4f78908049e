import type { Catalogue } from '../format.ts'

const remark = {
  open: 'awaits a decision',
  accepted: 'accepted',
  partly: 'accepted in part',
  declined: 'declined',
}

const archive = {
  queued: 'waiting',
  running: 'being made',
  done: 'ready',
  failed: 'failed',
  cancelled: 'stopped',
  expired: 'no longer kept',
}

/** Words of the log: tables and their columns. */
const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  portrait_template: {
    number: 'number of the version',
    switched_off: 'sections left out',
    changes: 'what changed',
  },
  portrait: {
    run_id: 'number of the analysis',
    template: 'version of the template',
    day: 'date of the portrait',
    sent_by: 'sent by',
    sent_at: 'sent',
    tree_id: 'the territory on the day of sending',
    stood: 'replies and measures on the day of sending',
    format: 'form of the file',
  },
  portrait_remark: {
    template: 'version of the template',
    portrait_id: 'number of the portrait that was sent',
    section: 'section',
    text: 'text',
    answer: 'answer',
    answered_by: 'answered by',
    answered_at: 'answered',
    about: 'about what',
    portrait: 'number of the portrait that was sent',
  },
  portrait_archive: {
    run_id: 'number of the analysis',
    template: 'version of the template',
    day: 'date of the portraits',
    locale: 'language',
    formats: 'forms of files',
    levels: 'whose portraits',
    selected: 'files chosen',
    written: 'files written',
    bytes: 'size in bytes',
    job_id: 'number of the background work',
    finished_at: 'finished',
  },
}

/** The room of portraits: templates, sending, remarks, archives. What stands in a portrait is in `portraits.ts`. */
const texts: Catalogue = {
  'job.portraits.make': 'Portraits of the region as one archive',
  'portraits.archive.queued': 'Waiting',
  'portraits.archive.running': 'Making portraits',
  'portraits.archive.loading': 'Reading the analysis',
  'portraits.archive.making': 'Making portraits: {detail}',
  'portraits.archive.made': 'Portraits are ready: {files, plural, one {# file} other {# files}}.',
  'portraits.archive.folder.municipality': 'Municipalities',
  'portraits.archive.folder.school': 'Schools',
  'portraits.archive.manifest': 'Contents',
  'portraits.archive.column.file': 'File',
  'portraits.archive.column.unit': 'Whose portrait',
  'portraits.archive.column.rows': 'Rows in tables',
  'portraits.archive.column.bytes': 'Bytes',
  'portraits.archive.column.sha256': 'SHA-256',
  'portraits.archive.column.selected': 'Files chosen',
  'portraits.archive.column.written': 'Files written',
  'portraits.archive.file': 'Portraits — {run} — {day}',

  'portraits.section.header.meaning': 'Whose, by which data and method; always there',
  'portraits.section.areas.meaning': 'Sentences on what to look at',
  'portraits.section.results.meaning': 'The mean score with its interval beside those it is compared with',
  'portraits.section.schools.meaning':
    'Schools of the territory with the state of their signs; a school’s portrait does not have it',
  'portraits.section.distribution.meaning': 'How many works got each score, and where the marks begin',
  'portraits.section.tasks.meaning': 'How tasks were solved, from easy to hard',
  'portraits.section.marks.meaning':
    'Marks of the works and of the journal; the same children in several years',
  'portraits.section.signals.meaning': 'Signs with the schools’ replies, and years in the federal list',
  'portraits.section.conduct.meaning':
    'How the procedure was held; this part of the product does not exist yet, and the section says so',
  'portraits.section.measures.meaning': 'Measures of plans by state, and those that answer signs',
  'portraits.section.notes.meaning': 'With whom it is compared, small groups, glossary; always there',

  ...Object.fromEntries(Object.entries(remark).map(([state, words]) => [`portraits.remark.${state}`, words])),
  'portraits.list.file': 'Portraits {day}',
  'portraits.list.sheet': 'Portraits',
  'portraits.list.run': 'Analysis',
  'portraits.list.level.region': 'region',
  'portraits.list.level.municipality': 'municipality',
  'portraits.list.level.school': 'school',
  'portraits.list.sent.yes': 'sent',
  'portraits.list.sent.no': 'not sent',
  'portraits.list.column.municipality': 'Municipality',
  'portraits.list.column.unit': 'Whose portrait',
  'portraits.list.column.level': 'Level',
  'portraits.list.column.sent': 'Sending',
  'portraits.list.column.sentAt': 'Sent on',
  'portraits.list.column.sentBy': 'Sent by',
  'portraits.list.column.template': 'Version of the template',
  'portraits.list.column.open': 'Remarks awaiting a decision',
  'portraits.list.column.answered': 'Remarks decided on',
  'portraits.remarks.what': 'Remarks on portraits',
  'portraits.remarks.sheet': 'Remarks and proposals',
  'portraits.remarks.file': 'Remarks on portraits {day}',
  'portraits.remarks.whole': 'As a whole',
  'portraits.remarks.of-template': 'Template, version {version}',
  'portraits.remarks.of-portrait': 'Portrait: {unit} (template version {version})',
  'portraits.remarks.about.template': 'on the template',
  'portraits.remarks.about.portrait': 'on a portrait',
  'portraits.remarks.column.number': 'No.',
  'portraits.remarks.column.unit': 'From',
  'portraits.remarks.column.author': 'Author',
  'portraits.remarks.column.day': 'When',
  'portraits.remarks.column.about': 'About',
  'portraits.remarks.column.section': 'Section',
  'portraits.remarks.column.text': 'Remark or proposal',
  'portraits.remarks.column.state': 'Decision',
  'portraits.remarks.column.answer': 'Answer and reason',
  'portraits.remarks.column.answered': 'Answered',
  'portraits.remarks.filter.state': 'Decision',
  'portraits.remarks.filter.about': 'About',
  'portraits.remarks.filter.template': 'Version of the template',
  'portraits.remarks.filter.portrait': 'Number of the portrait that was sent',
  'portraits.remarks.filter.section': 'Section',
  'portraits.remarks.filter.q': 'Search',
  'portraits.summary.kind': 'Summary table',
  'portraits.summary.title': 'Remarks and proposals on portraits',
  'portraits.summary.lead':
    'For the meeting: who proposes what, what is decided and why. Where nothing is decided there is room to write.',
  'portraits.summary.chosen': 'What the table holds',
  'portraits.summary.file': 'Summary of remarks {day}',
  'portraits.summary.all': 'Remarks in all',
  'portraits.summary.open': 'Awaiting a decision',
  'portraits.summary.accepted': 'Accepted',
  'portraits.summary.partly': 'Accepted in part',
  'portraits.summary.declined': 'Declined',
  'portraits.summary.none': 'There are no remarks of this kind.',

  'notice.portrait-sent':
    '{count, plural, one {You were sent a portrait: {what}. Analysis “{run}”.} other {You were sent portraits: {what} and {rest, number} more. Analysis “{run}”.}}',
  'notice.portrait-sent-below':
    '{count, plural, one {A school of the municipality was sent a portrait: {what}. Analysis “{run}”.} other {Schools of the municipality were sent portraits, {count, number} in all. Analysis “{run}”.}}',
  'notice.portrait-answered': 'Your remark “{what}” was answered: {state}.',

  'audit.subject.portrait_template': 'version of the template of portraits',
  'audit.subject.portrait': 'portrait that was sent',
  'audit.subject.portrait_file': 'file of a portrait',
  'audit.subject.portrait_remark': 'remark on a portrait',
  'audit.subject.portrait_archive': 'archive of portraits',
  'audit.action.portrait.sent': 'Portrait sent',
  'audit.action.portrait.remarked': 'Remark on a portrait',
  'audit.action.portrait.answered': 'Answer to a remark on a portrait',
  'audit.action.portrait.archived': 'Archive of portraits asked for',
  'audit.action.portrait.template': 'New version of the template of portraits',
  'audit.field.portrait_file.format': 'form of the file',
  'audit.field.portrait_file.run_id': 'number of the analysis',
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, words]) => [`audit.field.${table}.${column}`, words]),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(remark).map(([state, words]) => [`audit.value.portrait_remark.state.${state}`, words]),
  ),
  ...Object.fromEntries(
    Object.entries(archive).map(([state, words]) => [`audit.value.portrait_archive.state.${state}`, words]),
  ),

  'problem.portrait-run-unpublished': 'This analysis is not published yet, so portraits by it are not sent.',
  'problem.portrait-run-unpublished.advice':
    'Publish it first: then schools can reply to the signs that they read of in the portrait.',
  'problem.portrait-not-sendable': 'There is nobody to send the portrait of the region to.',
  'problem.portrait-not-sendable.advice':
    'The offices of the region read it on the page of portraits. Portraits of municipalities and schools are sent.',
  'problem.portrait-section-needed': 'The first section and the notes cannot be left out.',
  'problem.portrait-section-needed.advice':
    'They say whose portrait it is, by which data it was made and how it is read.',
  'problem.portrait-template-same': 'The new version has the same sections as the present one.',
  'problem.portrait-template-same.advice': 'Switch at least one section off or on.',
  'problem.portrait-remarks-too-long':
    'There are more remarks than go into one file ({limit, plural, one {# row} other {# rows}}).',
  'problem.portrait-remarks-too-long.advice':
    'Narrow them: choose a decision, a version of the template or a territory.',
  'problem.portrait-archive-ended': 'This work has ended already; there is nothing to stop.',
  'problem.portrait-archive-ended.advice': 'Reload the page: it says how it ended.',
  'problem.portrait-archive-going': 'The archive is still being made.',
  'problem.portrait-archive-going.advice': 'Wait until it is ready: the page says how far it is.',
  'problem.portrait-archive-gone':
    'This archive is no longer there: its time is over, or it was never finished.',
  'problem.portrait-archive-gone.advice': 'Make it again: the same analysis gives the same portraits.',
  'problem.portrait-archive-short':
    'Files written: {written, number}, chosen: {selected, number}. An incomplete archive is not given out.',
  'problem.portrait-archive-short.advice':
    'Start the work again. If it happens again, tell the administrator.',
}

export default texts
