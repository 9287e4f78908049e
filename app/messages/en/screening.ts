import type { Catalogue } from '../format.ts'

/** Runs of screening: how they are asked for, what their page says, what they are exported as. */
const texts: Catalogue = {
  'job.screening.run': 'Analysis of results',
  'progress.keeping': 'Keeping what was found',
  'run.waiting': 'Waits for its turn',
  'run.beginning': 'Preparing the data',
  'run.going': 'The analysis is going on',
  'run.done': 'The analysis “{title}” is ready.',
  'run.title': 'Analysis of {day}',
  'run.title-of-campaign': '{campaign}: analysis of {day}',
  'run.no-own': 'Our own signals were not computed in this analysis.',
  'run.marked-outside':
    '{count, plural, one {# more school has} other {# more schools have}} a sign by the formula of the method that is none of its 14 signs and does not enter the index.',
  'run.file-of-region': 'a file of the region',
  'run.setting-changed': 'before: {before}; after: {after}',

  'run.figure.funnel-school':
    'Mean score of the school {mean, number, ::.00} (n = {n, number}): {place, select, inside {within the usual limits} beyond95 {{side, select, above {above} other {below}} the 95% limits} beyond998 {{side, select, above {above} other {below}} the 99.8% limits} other {the usual limits are unknown}}',
  'run.figure.funnel-school-description':
    'The large point is the school.{known, select, yes { Band: 99.8% limits, dotted: 95%; the means of schools that differ as usual lie within.} other {}}{marked, select, yes { The formula of the 2019 method marks the school in this work.} other {}}',
  'run.figure.scores-region':
    'Mean score of the chosen schools {own, number, ::.00}, of the whole region {region, number, ::.00}',
  'run.figure.scores-municipality':
    'Mean score of the municipality {own, number, ::.00}, of the region {region, number, ::.00}',
  'run.figure.scores-school':
    'Mean score of the school {own, number, ::.00}, of the region {region, number, ::.00}',
  'run.figure.scores-description':
    'Bars: this territory (n = {n, number}); grey area: the region (n = {region, number}); shares of works by score.{scale, select, yes { Dashed: boundaries of marks.} other {}}{merged, select, yes { Neighbouring scores are taken together so that a bar has at least five works.} other {}}',
  'run.figure.tasks': 'Tasks from easy to hard: this territory minus the region',
  'run.figure.journal':
    'The mark of the work is below the journal for {lowered, number, ::percent .} of works, above for {raised, number, ::percent .}',
  'run.figure.journal-description':
    'Area of a circle: number of works; below it, their share of all; on the band the two marks agree. n = {n, number}.{hidden, select, yes { Cells of fewer than five works are not shown.} other {}}',
  'run.figure.hidden': 'Schools of fewer than {least, number} works are not on the funnel: {count, number}.',
  'run.figure.nothing': 'The schools of this territory did not sit this work.',
  'figure.table.scores': 'Scores',

  'run.sheet.schools': 'Schools',
  'run.sheet.index': 'Index',
  'run.sheet.comparison': 'Comparison',
  'run.file.schools': 'Analysis, schools {day}',
  'run.file.index': 'Analysis, index {day}',
  'run.file.comparison': 'Comparison of analyses {day}',
  'run.column.run': 'Analysis',
  'run.column.made': 'Made on',
  'run.column.hash': 'Hash of the data (SHA-256)',
  'run.column.unit': 'Territory',
  'run.column.before': 'Earlier analysis',
  'run.column.after': 'Later analysis',
  'run.column.municipality': 'Municipality',
  'run.column.school': 'School',
  'run.column.login': 'Login',
  'run.column.kind': 'Kind of school',
  'run.column.set': 'Work',
  'run.column.n': 'Works',
  'run.column.mean': 'Mean score',
  'run.column.from': 'From (95%)',
  'run.column.to': 'To (95%)',
  'run.column.region-mean': 'Mean of the region',
  'run.column.markers': 'Signs of the 2019 method',
  'run.column.degree': 'Degree',
  'run.column.flagged': 'Own signal',
  'run.column.reply': 'Reply',
  'run.reply.nobody': 'nobody can be asked: the school is not in the registry',
  'run.reply': '{sign}: {reply}',
  'run.column.year': 'Year',
  'run.column.signs': 'Signs of 14',
  'run.column.schools': 'Schools',
  'run.column.marked': 'With a sign',
  'run.column.index': 'Index',
  'run.column.newly-marked': 'Sign appeared',
  'run.column.no-longer-marked': 'Sign gone',
  'run.column.flagged-before': 'Own signal before',
  'run.column.flagged-after': 'Own signal after',
  'run.column.degree-before': 'Degree before',
  'run.column.degree-after': 'Degree after',
  'run.column.moved': 'Change of the degree',
  'run.filter.sign': 'Sign',
  'run.filter.q': 'Search',
  'run.sign.official': 'by the 2019 method',
  'run.sign.own': 'own',
  'run.sign.any': 'any',

  'problem.run-without-batches': 'There is nothing to analyse yet: no file of results has been accepted.',
  'problem.run-without-batches.advice': 'Load protocols and accept them; then an analysis can begin.',
  'problem.run-batch-not-accepted':
    'Of the chosen files {count, plural, one {# does} other {# do}} not count any more: the acceptance was undone, or the file is not accepted yet.',
  'problem.run-batch-not-accepted.advice': 'Reload the page and choose the files again.',
  'problem.run-ended': 'The analysis has ended and cannot be called off.',
  'problem.run-ended.advice': 'Reload the page to see how it ended.',
  'problem.run-not-done': 'This analysis is not finished: there is nothing to show yet.',
  'problem.run-not-done.advice': 'Wait for its end, or begin a new one.',
  'problem.run-published-already': 'This analysis is published already.',
  'problem.run-published-already.advice': 'Reload the page: municipalities and schools see it.',
  'problem.run-older-than-published':
    'A later analysis of this campaign is published already: “{title}”. An earlier one is not published over it.',
  'problem.run-older-than-published.advice':
    'If you need these settings or these data, make a new analysis with them and publish that.',
}

export default texts
