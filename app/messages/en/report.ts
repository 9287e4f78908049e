import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'report.title': 'Signs of non-objectivity: {region}',
  'report.lead':
    '{works, plural, one {# work} other {# works}}, {schools, plural, one {# school} other {# schools}}, {sets, plural, one {# set} other {# sets}}. {marked, plural, one {# school shows} other {# schools show}} at least one of the 14 signs of the 2019 method.',
  'report.preface.sign':
    'A sign is a question to a result, not an answer about a school. It has innocent causes, and they are listed beside it. The school has the right to reply before any conclusion is drawn.',
  'report.preface.replies':
    'How the schools’ replies stand is as of {day} and is told beside each sign. The numbers of this report are frozen, the replies go on: look at the sign in the program before you talk about it.',
  'report.preface.no-replies':
    'This report was made by the command. Whether schools were asked and what they replied it does not know: the program shows it.',
  'report.reply': 'Reply of the school: {reply}',
  'report.reply.title': 'Reply of the school',
  'report.preface.limits':
    'Results of ВПР are not used for measures against teachers or heads. This report is not meant for publication.',

  'report.run.title': 'How this was computed',
  'report.run.method': 'Method',
  'report.run.method-2019': 'The method of 2019; apart from it, descriptive measures of our own',
  'report.run.version': 'Version of the computation',
  'report.run.createdAt': 'When',
  'report.run.dataHash': 'Hash of the data (SHA-256)',
  'report.run.parameters': 'Parameters and thresholds',
  'report.run.files': 'Files',
  'report.run.file':
    '{file}: {rows, plural, one {# row} other {# rows}}, {works, plural, one {# work} other {# works}}',
  'report.run.notes': 'Please note',

  'report.parameter.notAttempted': '“X” (not attempted)',
  'report.parameter.notTaught': '“не пройд.” (not taught yet)',
  'report.parameter.absentInPart': 'absent from one part of the work',
  'report.parameter.totalAboveMaximum': 'total above the maximum',
  'report.parameter.budget': 'false alarms per 100 honest schools, at most',
  'report.parameter.coverageFactor': 'factor of the confidence interval (high mean)',
  'report.parameter.minimumPairs': 'pairs for Spearman’s coefficient, at least',
  'report.parameter.fenceFactor': 'width of the ordinary limits of a cohort, IQR',
  'report.parameter.quantileType': 'type of quartiles (linear interpolation)',
  'report.parameter.smallSample': 'small sample, works fewer than',
  'report.parameter.funnelLimit': 'inner limits of the funnel, %',
  'report.parameter.funnelOuterLimit': 'outer limits of the funnel, %',
  'report.parameter.methods': 'versions of methods',
  'report.parameter-value.zero': 'no points',
  'report.parameter-value.missing': 'no data',
  'report.parameter-value.leave-maximum': 'the task leaves the pupil’s maximum',
  'report.parameter-value.excluded': 'not counted',

  'report.contents': 'Contents',
  'report.index.title': 'Index of the territory',
  'report.index.explained':
    'The index is 100 minus the share of schools with at least one sign of the method. Signs the data allow: {signs}. Indices with different numbers of signs are not compared; in a territory of a few schools one school moves the index by tens of points.',
  'report.index.signs-of-year': '{year}: {signs} of 14',
  'report.index.unit': 'Territory',
  'report.index.year': 'Year',
  'report.index.schools': 'Schools',
  'report.index.marked': 'With a sign',
  'report.index.index': 'Index',
  'report.index.none': 'no data',
  'report.index.municipalities': 'Municipalities ({count, number})',

  'report.dirt.title': 'What was met in the files',
  'report.dirt.explained':
    'None of this stopped the computation. Rows that are not counted are listed in signals.xlsx on the sheet “Исключено”.',
  'report.dirt.kind': 'What',
  'report.dirt.count': 'How many',
  'report.dirt.done': 'What was done',
  'report.dirt.examples': 'Examples',
  'report.dirt.example': '{file}: {sheet}, row {row}, column {column}: “{value}”',
  'report.dirt.none': 'Nothing unusual.',

  'report.set.lead':
    '{works, plural, one {# work} other {# works}}, {schools, plural, one {# school} other {# schools}}. Mean score {mean, number, ::.00} of {max} (bounds of the region {lower, number, ::.00} to {upper, number, ::.00}). Absent: {absent, number}; not counted for other reasons: {excluded, number}.',
  'report.set.journal':
    'The mark of the work is below the journal mark for {lowered, number, ::percent .0} of works, equal for {confirmed, number, ::percent .0}, above for {raised, number, ::percent .0}; {far, number, ::percent .0} differ by two marks or more (n = {n, number}). Agreement with the journal (Cohen’s kappa with quadratic weights): {kappa}.',
  'report.set.empty': 'There is no work that can be counted.',
  'report.set.reliability':
    'Reliability of the test (Cronbach’s alpha): {alpha, number, ::.00}. The lower it is, the more chance there is in one pupil’s score.',

  'report.funnel.title':
    '{outside, plural, =0 {No school lies outside 99.8%} one {# school of {schools} lies outside 99.8%} other {# schools of {schools} lie outside 99.8%}}',
  'report.funnel.description':
    'School mean and number of works. The band is the 99.8% limits, dashes 95%, ordinary differences between schools included (standard deviation {tau, number, ::.0#} points). Diamonds are schools marked by the formula of the 2019 method: {marked, number}, of them within the 95% limits {inside, number}.',
  'report.funnel.description-plain':
    'School mean and number of works. There is nothing to draw limits from. Diamonds are schools marked by the formula of the 2019 method: {marked, number}.',
  'report.funnel.territory': 'Region',
  'report.funnel.x': 'works in the school (logarithmic scale)',
  'report.funnel.y': 'mean score',
  'report.funnel.point': '{name}: {mean, number, ::.00}, n = {n, number}',

  'report.distribution.title-bunching':
    'Works with {score, plural, one {# point} other {# points}} are {ratio, number, ::.0} times as many as with {below, number}',
  'report.distribution.title-plain': 'No sharp bunching at mark boundaries',
  'report.distribution.title-no-scale': 'Distribution of primary scores',
  'report.distribution.description':
    'Share of the region’s works with each primary score, n = {n, number}. Dashes are mark boundaries. Bunching over the whole region is a finding about the region, not about one school.',
  'report.distribution.description-no-scale':
    'Share of the region’s works with each primary score, n = {n, number}. Mark boundaries are unknown.',
  'report.distribution.x': 'primary score',
  'report.distribution.y': 'share of works',

  'report.tasks.title':
    'From “{easy}” ({easyShare, number, ::percent .}) to “{hard}” ({hardShare, number, ::percent .}): tasks by difficulty',
  'report.tasks.description':
    'Share of the possible points per task, easiest first; under the number its level (Б, П, В). Region, n = {n, number}.',
  'report.tasks.x': 'task',
  'report.tasks.y': 'share of points',

  'report.table.title': 'Values of schools',
  'report.table.caption':
    'On the left the method of 2019, on the right descriptive values: they are not calibrated and mark nobody. In brackets the 95% interval.',
  'report.table.marked': 'Marked by the formulas of the 2019 method',
  'report.table.others': 'Other schools ({count, number})',
  'report.table.school': 'School',
  'report.table.municipality': 'Municipality',
  'report.table.n': 'Works',
  'report.table.mean': 'Mean score',
  'report.table.rank': 'r with journal',
  'report.table.bunching': 'At boundaries / region',
  'report.table.gap': 'Below journal / region',
  'report.table.inversion': 'Profile slope',
  'report.table.sign': 'sign',
  'report.table.none': 'No school is marked.',
  'report.cohort.title': 'One cohort: {subject}, {before} → {after}',
  'report.cohort.lead':
    '{schools, plural, one {# school is} other {# schools are}} compared. Ordinary limits of the ratio {lower, number, ::.00} to {upper, number, ::.00}; beyond them {marked, plural, =0 {nobody} one {# school} other {# schools}}.',
  'report.cohort.grade-year': 'grade {grade} in {year}',

  'report.schools.title': 'Schools worth asking',
  'report.schools.lead':
    'By municipality and name, not by the size of a sign. Each entry proposes to ask for an explanation; it is not a conclusion.{outside, plural, =0 {} one { In # school the sign follows the formula of the method but is not one of its 14 and does not enter the index.} other { In # schools the sign follows the formula of the method but is not one of its 14 and does not enter the index.}}',
  'report.schools.none': 'No school shows signs of the 2019 method.',
  'report.school.unregistered': 'The school is not in the registry',
  'report.own.boundary': '“{mark}”: {below, number} → {at, number} (p {p}; ½: p {neutral})',
  'report.own.journal':
    'lowered {lowered, number}, confirmed {confirmed, number}, raised {raised, number}; |Δ| ≥ 2: {far, number}; κ {kappa}',
  'report.own.margins': 'distribution of marks: p {p}',
  'report.own.sets': 'Set',
  'report.own.value': 'Value',
  'report.own.interval': '95% interval',
  'report.own.reference': 'Region',
  'report.school.own-title': 'Descriptive values, not calibrated',
  'report.marker.numbers': 'n = {n, number} · value {value} · {interval}held against {reference}',
  'report.marker.interval': 'interval {lower} to {upper} · ',
  'report.marker.fences': 'ordinary limits {lower} to {upper} · ',
  'report.marker.innocent': 'Innocent causes that may fit',
  'report.marker.confirm': 'What would confirm it',
  'report.marker.refute': 'What would settle the question',
  'report.marker.outside': 'not one of the 14 signs, does not enter the index',
  'report.figure.school-title':
    'Mean score of the school {school, number, ::.00}, of the region {region, number, ::.00}',
  'report.figure.school-description':
    'Bars are the school (n = {n, number}), the grey area is the region: shares of works by score. Dashes are mark boundaries.',
  'report.figure.school-description-no-scale':
    'Bars are the school (n = {n, number}), the grey area is the region: shares of works by score.',
  'report.figure.profile-title': 'Tasks from easy to hard: school minus region',
  'report.figure.profile-description':
    'Difference of the shares of points with its 95% interval, n = {n, number}. Zero is as in the region.',
  'report.figure.profile-x': 'tasks, hard ones on the right',
  'report.figure.crosstab-title': 'Journal mark and score of the work',
  'report.figure.crosstab-description': 'The area of a circle is the number of works, n = {n, number}.',
  'report.figure.crosstab-y': 'mark',
  'report.figure.cohort-title': 'Ratio of two results: this school and the others',
  'report.figure.cohort-description':
    'The diamond is the school, ticks are the other schools of the region. The band is the ordinary limits {lower, number, ::.00} to {upper, number, ::.00}.',
  'report.figure.cohort-x': 'ratio: earlier work / this work',
  'report.figure.cohort-rise': 'sharp rise',
  'report.figure.cohort-fall': 'sharp fall',
  'report.method.source': 'Source',
  'report.definitions.title': 'How it is computed',
  'report.definitions.p':
    'p is a probability: how often such a value, or an odder one, would be met in an ordinary school of the region. It is not the probability that something is wrong in the school.',
  'report.definitions.q':
    'q is p corrected for there being many schools (Benjamini–Hochberg). If all schools with q ≤ 0.05 are asked for an explanation, on average at most 5% of them are there by chance.',
  'report.definitions.how.high-mean':
    'Mean of a school of m works with the interval ± 1.96·s/√m, s being the spread of its scores. Marked when the school’s lower bound lies above the region’s upper bound. The method ignores ordinary differences between schools, which is why the funnel stands beside it.',
  'report.definitions.how.journal-mismatch':
    'Rank correlation of journal mark and primary score within the school, r = 1 − 6Σd²/(n(n² − 1)), average ranks for ties, at least three pairs. Marked when r is below zero.',
  'report.definitions.how.cohort-rise':
    'K is the mean share of the maximum in the earlier work divided by that in this one, for the same cohort. Protocols do not link pupils, so its members are not checked. Marked when K lies below Q1 − 3·IQR over schools.',
  'report.definitions.how.cohort-fall':
    'K is the mean share of the maximum in the earlier work divided by that in this one, for the same cohort. Protocols do not link pupils, so its members are not checked. Marked when K lies above Q3 + 3·IQR over schools.',
  'report.definitions.how.boundary-bunching':
    'How many works have just the first score of a mark and how many one point less, over all boundaries, against the region’s share (exact binomial test). Under a school’s line each boundary: “3”: 4 → 12 means that four works are one point short of a 3 and twelve just reach it; the first p is against the region’s share, the second against an even split. Only the first says something of the school.',
  'report.definitions.how.task-inversion':
    'By how much the school’s advantage over the region grows per standard deviation of task difficulty. Ordinary differences between schools (τ²) are in p and in the interval. The profile is drawn where p < 0.05.',
  'report.definitions.how.journal-gap':
    'Share of works whose mark is below the journal mark, against the region’s share. Schools keep journals in different ways; these ordinary differences are in p and in the interval (beta-binomial distribution). Under a school’s line: marks lowered, confirmed and raised by the work, how many differ by two or more (|Δ| ≥ 2), κ for agreement (1 complete, 0 as by chance) and p of the Stuart–Maxwell test: are the marks of the journal and of the work distributed alike.',
  'report.definitions.how.funnel':
    'Limits for school means: region ± z·√(σ²/n + τ²). σ² is the spread within schools, τ² the ordinary spread between schools beyond chance.',
  'report.definitions.how.reliability': 'Cronbach’s alpha over works in which every task can be read.',
  'report.definitions.how.task-profile': 'Share of the possible points for each task.',
}

export default texts
