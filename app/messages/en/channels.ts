import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'channel.level.title': 'Level unexplained',
  'channel.level.sees': 'The class did better than its journal marks and the school’s other classes promise.',
  'channel.level.blind':
    'It does not see what the journal already “knows”, and cannot tell it from plainly good work.',
  'channel.level.finding':
    'The result is above what journal marks and the school’s other classes promise (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.task-profile.title': 'Unusual profile of tasks',
  'channel.task-profile.sees':
    'Tasks are not solved as pupils of the same ability solve them: some far better, others worse.',
  'channel.task-profile.blind': 'It does not see what raises all tasks alike.',
  'channel.task-profile.finding':
    'Easy and hard tasks do not stand to each other as with pupils of the same ability (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.homogeneity.title': 'Homogeneity',
  'channel.homogeneity.sees': 'Scores of the class differ less than is usual at such a mean.',
  'channel.homogeneity.blind': 'It does not see changes to single works.',
  'channel.homogeneity.finding':
    'Scores of the class differ less than is usual at such a mean (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.similarity.title': 'Similar works',
  'channel.similarity.sees':
    'Several works of the class agree with one of them, task by task, more often than ability and a common teacher explain.',
  'channel.similarity.blind':
    'By scores alone, without the answers, copying from a strong pupil is seen only in part.',
  'channel.similarity.finding':
    'Works of the class agree more often than ability and a common teacher explain (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.boundary.title': 'At mark boundaries',
  'channel.boundary.sees':
    'Few works just below a boundary, many on it, against the region at the same ability.',
  'channel.boundary.blind':
    'It sees nothing away from the boundaries, and little where few works are near them.',
  'channel.boundary.finding':
    'More works stand on mark boundaries than with pupils of the same ability in the region (n = {n, number} near boundaries, deviation {z, number, ::.0}).',
  'channel.leniency.title': 'Lenient marking',
  'channel.leniency.sees': 'Tasks that a person marks are solved better than the others promise.',
  'channel.leniency.blind':
    'Where it is unknown which tasks a person marks, tasks of two points and more stand in: an approximation.',
  'channel.leniency.finding':
    'Tasks with written answers are solved better than the other tasks promise (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.leak.title': 'A shared unusual set of tasks',
  'channel.leak.sees': 'Classes of different schools did unexpectedly well on the same tasks.',
  'channel.leak.blind':
    'It does not see a leak in one class, and cannot tell a leak from a topic that all have just revised.',
  'channel.leak.finding':
    'The same tasks as in several other schools are solved unexpectedly well (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.journal.title': 'Journal and work',
  'channel.journal.sees': 'Results of the work are above journal marks by more than in the region.',
  'channel.journal.blind': 'A strict journal and easy marking look the same.',
  'channel.journal.finding':
    'Results of the work are above journal marks by more than in the region (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.omission.title': 'Hardly any blanks',
  'channel.omission.sees': 'Pupils attempt nearly every task, which is unusual at such ability.',
  'channel.omission.blind': 'It depends on whether the school records blanks as “X”.',
  'channel.omission.finding':
    'There are fewer blanks than is usual at such ability (n = {n, number}, deviation {z, number, ::.0}).',
  'channel-cause.gymnasium': 'A gymnasium, a lyceum or a class with advanced study of the subject.',
  'channel-cause.small-class': 'A small class: a few pupils move the whole result.',
  'channel-cause.one-teacher': 'One teacher has all the classes, and the manner shows in all works.',
  'channel-cause.topic-just-revised': 'The topic had just been revised.',
  'channel-cause.self-selection': 'Not all wrote the work: weak pupils were absent.',
  'channel-cause.strict-journal': 'Marks in the journal are stricter than usual.',
  'channel-cause.benefit-of-doubt': 'Doubts are settled in the pupil’s favour when one point is missing.',
  'channel-cause.own-marking-habit': 'One person with a habit of their own marked all works.',
  'channel-cause.blanks-not-recorded': 'The school records blanks as zero, not as “X”.',
  'channel-cause.group-work': 'The class learnt from the same models and solves alike.',
  'channel-check.remark':
    'Mark {n, plural, one {# work} other {# works}} of {works, number} again: if at least a fifth are changed, this shows with probability 95%.',
  'channel-check.ask-teacher': 'Ask what was taught just before the work.',
  'channel-check.compare-answers': 'Compare the answers themselves, not only the scores.',
  'channel-check.who-marked': 'Find out who marked, and by which criteria.',
  'channel-check.how-blanks': 'Find out how the school records tasks left blank.',
  'channel-check.other-subjects': 'Look at the same class in other subjects.',
  'channel-check.journal': 'Look at the journal for the same period.',
  'detection.title': 'Our own signals: degree of oddness',
  'detection.lead':
    'Each school gets one degree over all channels, classes and sets. With {budget, plural, one {# false alarm} other {# false alarms}} per 100 honest schools the list has {flagged, plural, one {# school} other {# schools}}; about {expected, number, ::.0} of them are expected to be false.',
  'detection.interval':
    'False alarms per 100 honest schools may in fact be {lower, number, ::.0} to {upper, number, ::.0} (95%).',
  'detection.measured':
    'Trials on fictional honest regions of 190 schools gave 1 to 6 false alarms per 100 instead of one: for now, take the list for a little longer than it should be.',
  'detection.preface':
    'This degree stands apart from the 2019 method and does not enter the index. It says how unusual a result is for an honest school, not why. The school knows the reason.',
  'detection.none': 'With such a budget of false alarms no school stands out.',
  'detection.too-few':
    'There are too few schools to know the ordinary spread: the degree is by the model and understates false alarms.',
  'detection.school': 'School',
  'detection.municipality': 'Municipality',
  'detection.degree': 'Degree (z)',
  'detection.fdr': 'Probability of a false signal',
  'detection.channel': 'Main channel',
  'detection.where': 'Where',
  'detection.n': 'Works',
  'detection.class-known': '{set}, “{class}”',
  'detection.whole-school': '{set}, class unknown',
  'detection.innocent': 'Innocent causes',
  'detection.check': 'What to check',
  'detection.blind': 'What the channel does not see',
}

export default texts
