import type { Catalogue } from '../format.ts'

const schools = (name: string) => `{${name}, plural, one {# school} other {# schools}}`
const works = (name: string) => `{${name}, plural, one {# work} other {# works}}`
const rows = (name: string) => `{${name}, plural, one {# row} other {# rows}}`

/** What the spreadsheet, the JSON and the terminal say of a screening. */
const texts: Catalogue = {
  // Notes beside a number: what to know of the school
  'note.unregistered': 'The school is not in the registry.',
  'note.kind': 'Kind of school: {kind}. High results are usual for it.',
  'note.special-school': 'A special-needs school: the comparison with the region is of limited meaning.',
  'note.controlled': 'The paper was written under control of objectivity.',
  'note.outside-the-14-signs': 'Not among the 14 signs of the 2019 method; does not affect the index.',

  // Notes of a set and of the run
  'set-note.no-journal': 'The protocol has no journal marks: works were not compared with the journal.',
  'set-note.no-scale':
    'There is no usable scale of marks: bunching at boundaries and the gap to the journal were not computed.',
  'set-note.no-tasks':
    'There are no points for single tasks: the profile of tasks and reliability were not computed.',
  'run-note.examinations': 'What external confirmation was held against: {pairs}.',
  'run-note.unregistered-schools':
    '{count, plural, one {# school of the protocols is} other {# schools of the protocols are}} not in the registry. They are counted with all others and shown under their logins.',

  // Why a row is not counted
  'excluded.absent': 'absent',
  'excluded.absent-in-part': 'absent in one part of the work',
  'excluded.no-total': 'no total score',
  'excluded.no-school': 'school not known: its login cannot be read or its code is not in the registry',
  'excluded.total-above-maximum': 'total above the maximum of the paper',

  'output.set': '{subject}, grade {grade}, {year}',
  'output.set-of-version': '{subject} ({version}), grade {grade}, {year}',
  'output.yes': 'yes',
  'output.no': 'no',
  'output.not-calibrated': 'not calibrated',
  'output.class-unknown': 'unknown',

  'output.class-all': 'the whole school',

  'output.sheet.signals': 'Signs',
  'output.sheet.detection': 'Own signals',
  'output.sheet.noise': 'Ordinary spread',
  'output.sheet.silent': 'Not computed',
  'output.sheet.parameters': 'Parameters',
  'output.sheet.sets': 'Sets',
  'output.sheet.excluded': 'Excluded',
  'output.sheet.index': 'Index',
  'output.sheet.dirt': 'Dirt',
  'output.sheet.notes': 'Notes',

  'output.column.school': 'School login',
  'output.column.name': 'School',
  'output.column.municipality': 'Municipality',
  'output.column.kind': 'Kind of school',
  'output.column.procedure': 'Procedure',
  'output.column.version': 'Version of the paper',
  'output.column.year': 'Year',
  'output.column.grade': 'Grade',
  'output.column.subject': 'Subject',
  'output.column.compared': 'Sets',
  'output.column.marker': 'Sign',
  'output.column.n': 'n',
  'output.column.value': 'Value',
  'output.column.tie-corrected': 'r corrected for ties',
  'output.column.lower': 'Lower bound',
  'output.column.upper': 'Upper bound',
  'output.column.reference': 'Held against',
  'output.column.p': 'p',
  'output.column.q': 'q',
  'output.column.marked': 'Marked',
  'output.column.reply': 'Reply of the school',
  'output.column.official': 'Among the 14 signs',
  'output.column.notes': 'Notes',
  'output.column.parameter': 'Parameter',
  'output.column.setting': 'Value',
  'output.column.works': 'Works',
  'output.column.schools': 'Schools',
  'output.column.absent': 'Absent',
  'output.column.excluded': 'Excluded for other reasons',
  'output.column.max-score': 'Maximum',
  'output.column.boundary-3': 'Mark 3 from',
  'output.column.boundary-4': 'Mark 4 from',
  'output.column.boundary-5': 'Mark 5 from',
  'output.column.mean': 'Mean score',
  'output.column.sd': 'Standard deviation',
  'output.column.region-lower': 'Region: lower bound',
  'output.column.region-upper': 'Region: upper bound',
  'output.column.alpha': 'Cronbach’s alpha',
  'output.column.tau': 'Spread between schools (τ), points',
  'output.column.file': 'File',
  'output.column.row': 'Row',
  'output.column.reason': 'Reason',
  'output.column.unit': 'Territory',
  'output.column.level': 'Level',
  'output.column.signs': 'Signs of 14',
  'output.column.marked-schools': 'Schools with a sign',
  'output.column.index': 'Index',
  'output.column.dirt': 'What was met',
  'output.column.count': 'How often',
  'output.column.done': 'What was done',
  'output.column.examples': 'Examples',
  'output.column.note': 'Note',
  'output.column.advice': 'What to do',
  'output.column.degree': 'Degree (z)',
  'output.column.fdr': 'Probability of a false signal',
  'output.column.flagged': 'Flagged',
  'output.column.channel': 'Channel',
  'output.column.set': 'Set',
  'output.column.class': 'Class',
  'output.column.z': 'z',
  'output.column.in-degree': 'In the degree',
  'output.column.silence': 'Why not computed',
  'output.column.noise-source': 'How the ordinary spread is known',
  'output.column.noise-reason': 'Why not as one would wish',
  'output.column.groups': 'Classes with a value',

  'output.level.region': 'region',
  'output.level.municipality': 'municipality',
  'output.example': 'sheet “{sheet}”, row {row}, column {column}: “{value}”',

  // What honest classes were taken to be
  'noise-source.controlled': 'from schools under control of objectivity',
  'noise-source.bulk': 'from the bulk of the region’s classes',
  'noise-source.model': 'from the model, not checked against classes',
  'noise-reason.few-groups': 'too few classes; deviations of large classes are overstated',
  'noise-reason.no-variation': 'all classes have one value: none can stand out',
  'noise-reason.many-equal':
    'half of the classes or more have one value: the spread is that of the others, on the wide side',
  'noise-reason.majority': 'too many classes are unusual: the greater part was taken for ordinary',
  'noise-reason.reference-lost':
    'most classes differ from the schools under control of objectivity: the region is no reference for itself',

  'output.replies-unknown': 'unknown: the command knows of no replies',
  'parameter.replies': 'Replies as of',
  'parameter.region': 'Region',
  'parameter.method': 'Method',
  'parameter.version': 'Version of the computation',
  'parameter.created-at': 'Computed at (UTC)',
  'parameter.data-hash': 'Hash of the data (SHA-256)',

  // The summary in the terminal
  'summary.read': `Read: {files, plural, one {# file} other {# files}}, ${rows('rows')}, ${works('works')} of them counted.`,
  'summary.sets': 'Sets and the number of marked schools:',
  'summary.column.set': 'set',
  'summary.column.works': 'works',
  'summary.column.schools': 'schools',
  'summary.column.high-mean': 'mean',
  'summary.column.journal-mismatch': 'journal',
  'summary.column.cohort-rise': 'rise',
  'summary.column.cohort-fall': 'fall',
  'summary.not-computed': '—',
  'summary.legend':
    'mean — high mean score, journal — mismatch with marks; rise and fall — of one cohort in a year; “—” — no data for the sign.',
  'summary.marked': `{schools, plural, one {# school} other {# schools}} in all. {marked, plural, one {# shows} other {# show}} at least one of the 14 signs of the 2019 method. A sign is a question to a result, not a judgement of a school.`,
  'summary.index': 'Index of objectivity of the region:',
  'summary.index-line': `{year}: {index} ({signs} of 14 signs; ${schools('schools')}, with a sign {marked, number})`,
  'summary.no-index': 'not determined',
  'summary.detection': `Own signals: {measured, plural, one {# school} other {# schools}} measured. At {budget, plural, one {# false signal} other {# false signals}} per 100 honest schools {flagged, plural, one {# school is} other {# schools are}} flagged, about {expected, number, ::.0} of them expected to be false.`,
  'summary.detection-noise':
    'Ordinary spread ({total, number} estimates, one per channel and set): from the model — {model, number}, from the greater part of classes — {majority, number}. In full: sheet “Ordinary spread” of signals.xlsx.',
  'summary.dirt': 'What was met in the files:',
  'summary.dirt-line': '{count}  {kind} — {done}',
  'summary.dirt-more':
    'and {count, plural, one {# more kind} other {# more kinds}}: sheet “Dirt” of signals.xlsx',
  'summary.excluded': 'Not counted: {reasons}.',
  'summary.excluded-reason': '{reason} — {count, number}',
  'summary.notes': 'Notes:',
  'summary.notes-more':
    'and {count, plural, one {# more note} other {# more notes}}: sheet “Notes” of signals.xlsx',
  'summary.outputs': 'Written:',
  'summary.output.report': 'report',
  'summary.output.signals': 'spreadsheet',
  'summary.output.json': 'for machines',

  'problem.out-not-writable':
    'The report cannot be written to “{file}”: {reason, select, EEXIST {it is a file, not a folder} ENOTDIR {a part of this path is a file, not a folder} EACCES {you may not write there} EISDIR {a folder there has the name of one of the files} EPERM {writing is forbidden, or a file is open in another program} EBUSY {a file is open in another program} EROFS {the disk is read-only} ENOSPC {the disk is full} other {the system refused ({reason})}}.',
  'problem.out-not-writable.advice':
    'Give --out a folder that can be written to, or close the files of the earlier report and try again. An earlier report, if any, was left as it was.',
}

export default texts
