import type { Catalogue } from '../format.ts'

/** Words of single findings: passports of signals, tables behind pictures. */
const texts: Catalogue = {
  'finding.interval': '{lower} to {upper}',
  'finding.deviation': '{z} ordinary spreads',
  'finding.reference.high-mean':
    'upper bound of the region {reference} ({works, plural, one {# work} other {# works}}, {schools, plural, one {# school} other {# schools}})',
  'finding.reference.journal-mismatch':
    'zero: the order by journal and the order by score are unrelated ({schools, plural, one {# school} other {# schools}} compared)',
  'finding.reference.cohort-rise':
    'usual range over the schools of the region: {lower} to {upper} ({schools, plural, one {# school} other {# schools}})',
  'finding.reference.cohort-fall':
    'usual range over the schools of the region: {lower} to {upper} ({schools, plural, one {# school} other {# schools}})',
  'finding.reference.boundary-bunching':
    'the region: {reference} ({schools, plural, one {# school} other {# schools}})',
  'finding.reference.task-inversion':
    'the region: {reference} ({schools, plural, one {# school} other {# schools}})',
  'finding.reference.journal-gap':
    'the region: {reference} ({schools, plural, one {# school} other {# schools}})',
  'finding.reference.classes':
    'ordinary spread of {groups, plural, one {# class} other {# classes}} of the set: 95% of honest classes lie between −2.0 and 2.0',
  'finding.reference.model': 'ordinary spread by the model: there are too few classes to learn it from them',
  'finding.blind.high-mean':
    'The method knows nothing of ordinary differences between schools and does not tell good work from lenient marking.',
  'finding.blind.journal-mismatch':
    'The method does not see inflation that keeps the order of pupils; with equal marks the order is chance.',
  'finding.blind.cohort-rise':
    'Protocols do not link pupils between years: the method does not know whether they are the same children.',
  'finding.blind.cohort-fall':
    'Protocols do not link pupils between years: the method does not know whether they are the same children.',
  'finding.blind.boundary-bunching': 'The method sees nothing away from the boundaries of marks.',
  'finding.blind.task-inversion': 'The method does not see an interference that raises all tasks alike.',
  'finding.blind.journal-gap': 'A strict journal and lenient marking look the same.',

  'channel-check.remark.confirm': 'Marking again gives clearly fewer points.',
  'channel-check.remark.refute': 'Marking again leaves the works as they are.',
  'channel-check.ask-teacher.confirm': 'The topics of these tasks were not taught just before the work.',
  'channel-check.ask-teacher.refute':
    'The lesson plan shows that the topics of these tasks were taught just before the work.',
  'channel-check.compare-answers.confirm': 'Long answers or mistakes agree word for word.',
  'channel-check.compare-answers.refute': 'The answers differ; only the scores agree.',
  'channel-check.who-marked.confirm': 'The teacher of the class marked, and not by the criteria of the key.',
  'channel-check.who-marked.refute': 'A commission marked by common criteria.',
  'channel-check.how-blanks.confirm': 'Blanks are recorded as «X», yet nearly everything is filled in here.',
  'channel-check.how-blanks.refute': 'The school records blanks as zero: the channel does not apply to it.',
  'channel-check.other-subjects.confirm': 'In other subjects the same class does as usual or worse.',
  'channel-check.other-subjects.refute': 'In other subjects the same class does as well.',
  'channel-check.journal.confirm': 'Marks of the journal rest on current works and are below the result.',
  'channel-check.journal.refute':
    'The school keeps its journal more strictly than usual, as other classes show.',
  'channel-check.class-lists.confirm': 'The lists of the class in both years are nearly the same.',
  'channel-check.class-lists.refute': 'More than a third of the pupils have changed.',
  'channel-check.next-year.confirm': 'Next year the result went back to what it was.',
  'channel-check.next-year.refute': 'The new level has held.',
  'channel-check.exam-next.confirm': 'In the examination the same pupils did as usual.',
  'channel-check.exam-next.refute': 'The examination confirmed the result.',

  'figure.table.score': 'Score',
  'figure.table.mark': 'Mark',
  'figure.table.works': 'Works',
  'figure.table.share': 'Share of works',
  'figure.table.own-works': 'Works here',
  'figure.table.own-share': 'Share here',
  'figure.table.region-share': 'Share in the region',
  'figure.table.task': 'Task',
  'figure.table.level': 'Level',
  'figure.table.points-share': 'Share of points',
  'figure.table.difference': 'Difference from the region',
  'figure.table.from': 'From',
  'figure.table.to': 'To',
  'figure.table.journal-mark': 'Mark in the journal',
  'figure.table.work-mark': 'Mark of the work',
  'figure.marks.x': 'mark of the work',
  'figure.marks.y': 'mark in the journal',
  'figure.marks.few': 'few',
  'figure.table.school': 'School',
  'figure.table.mean': 'Mean score',
  'figure.table.from-998': 'Usually from (99.8%)',
  'figure.table.to-998': 'to (99.8%)',
  'figure.table.what': 'What',
  'figure.table.value': 'Value',
  'figure.table.own': 'Here',
  'figure.table.usual-from': 'Usual range, from',
  'figure.table.usual-to': 'Usual range, to',
  'figure.table.least': 'Least of the others',
  'figure.table.median': 'Middle of the others (median)',
  'figure.table.most': 'Most of the others',
}

export default texts
