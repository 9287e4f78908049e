import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'channel.level.title': 'Level unexplained',
  'channel.level.sees': 'The class did better than its journal marks and the school’s other classes promise.',
  'channel.level.blind':
    'It does not see what the journal already “knows”, and cannot tell it from plainly good work.',
  'channel.level.finding':
    'The result is above what journal marks and the school’s other classes promise (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.task-profile.title': 'Unusual profile of tasks',
  'channel.task-profile.sees':
    'Tasks are not solved as pupils of the same ability solve them: some far better, others worse.',
  'channel.task-profile.blind': 'It does not see what raises all tasks alike.',
  'channel.task-profile.finding':
    'Easy and hard tasks do not stand to each other as with pupils of the same ability (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.homogeneity.title': 'Homogeneity',
  'channel.homogeneity.sees': 'Scores of the class differ less than is usual at such a mean.',
  'channel.homogeneity.blind': 'It does not see changes to single works.',
  'channel.homogeneity.finding':
    'Scores of the class differ less than is usual at such a mean (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.similarity.title': 'Similar works',
  'channel.similarity.sees':
    'Several works of the class agree with one of them, task by task, more often than ability and a common teacher explain.',
  'channel.similarity.blind':
    'By scores alone, without the answers, copying from a strong pupil is seen only in part.',
  'channel.similarity.finding':
    'Works of the class agree more often than ability and a common teacher explain (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.boundary.title': 'At mark boundaries',
  'channel.boundary.sees':
    'Few works just below a boundary, many on it, against the region at the same ability.',
  'channel.boundary.blind':
    'It sees nothing away from the boundaries, and little where few works are near them.',
  'channel.boundary.finding':
    'More works stand on mark boundaries than with pupils of the same ability in the region (n = {n, number} near boundaries, deviation {z, number, ::.0}).',
  'channel.leniency.title': 'Lenient marking',
  'channel.leniency.sees': 'Tasks that a person marks are solved better than the others promise.',
  'channel.leniency.blind':
    'Where it is unknown which tasks a person marks, tasks of two points and more stand in: an approximation.',
  'channel.leniency.finding':
    'Tasks with written answers are solved better than the other tasks promise (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.leak.title': 'A shared unusual set of tasks',
  'channel.leak.sees': 'Classes of different schools did unexpectedly well on the same tasks.',
  'channel.leak.blind':
    'It does not see a leak in one class, and cannot tell a leak from a topic that all have just revised.',
  'channel.leak.finding':
    'The same tasks as in several other schools are solved unexpectedly well (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.journal.title': 'Journal and work',
  'channel.journal.sees': 'Results of the work are above journal marks by more than in the region.',
  'channel.journal.blind': 'A strict journal and easy marking look the same.',
  'channel.journal.finding':
    'Results of the work are above journal marks by more than in the region (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.omission.title': 'Points in place of blanks',
  'channel.omission.sees':
    'Hardly a task is left blank, and there are points where pupils of such ability usually leave blanks.',
  'channel.omission.blind':
    'Does not see classes where some blanks are left; is silent where the school’s parallel classes enter zero for “X”.',
  'channel.omission.finding':
    'There are fewer blanks than is usual at such ability (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.leak.finding-late':
    'The same tasks as in other classes uploaded later than the rest are solved unexpectedly well (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.tail.title': 'Tail of the scale',
  'channel.tail.sees':
    'Many works have the highest scores and few stand below them, in the middle of the scale, as if some had been carried to the top.',
  'channel.tail.blind':
    'Does not see changes below the highest scores; two levels of pupils in one class look the same.',
  'channel.tail.finding':
    'More works at the very top than usual with so many in the middle (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.cohort-drift.title': 'The same cohort in another year',
  'channel.cohort-drift.sees':
    'The class is above what its result of the neighbouring year (the one before or, without it, the one after) lets expect.',
  'channel.cohort-drift.blind':
    'Does not see what was done alike in both years. Pupils are not linked: a class is known by its school and letter.',
  'channel.cohort-drift.finding':
    'The result is above what the same class’s work of the neighbouring year lets expect (n = {n, number}, deviation {z, number, ::.0}).',
  'channel.external.title': 'External confirmation',
  'channel.external.sees':
    'The school is above what its examination results (OGE, EGE) let expect: these are written and marked outside it.',
  'channel.external.blind':
    'Other pupils of the school sat the examination, and not all of them; it says little of primary school. Does not tell classes apart.',
  'channel.external.finding':
    'The school is above what its examination results let expect (n = {n, number}, deviation {z, number, ::.0}).',

  'channel-cause.gymnasium': 'A gymnasium, a lyceum or a class with advanced study of the subject.',
  'channel-cause.small-class': 'A small class: a few pupils move the whole result.',
  'channel-cause.one-teacher': 'One teacher has all the classes, and the manner shows in all works.',
  'channel-cause.topic-just-revised': 'The topic had just been revised.',
  'channel-cause.self-selection': 'Not all wrote the work: weak pupils were absent.',
  'channel-cause.strict-journal': 'Marks in the journal are stricter than usual.',
  'channel-cause.benefit-of-doubt': 'Doubts are settled in the pupil’s favour when one point is missing.',
  'channel-cause.own-marking-habit': 'One person with a habit of their own marked all works.',
  'channel-cause.taught-to-try': 'The school teaches pupils to try every task.',
  'channel-cause.blanks-not-recorded': 'The school records blanks as zero, not as “X”.',
  'channel-cause.classes-regrouped': 'Classes were merged, parted or mixed during the year.',
  'channel-cause.new-teacher': 'The class has a new teacher.',
  'channel-cause.two-levels': 'A strong and an ordinary group learn in one class.',
  'channel-cause.other-pupils':
    'Other pupils sat the examination: some left after grade 9, some chose another subject.',
  'channel-cause.uploaded-late':
    'A late upload does not mean a late test: the school may have taken longer to mark.',
  'channel-cause.group-work': 'The class learnt from the same models and solves alike.',
  'channel-check.remark':
    'Mark {n, plural, one {# work} other {# works}} of {works, number} again: if at least a fifth are changed, this shows with probability 95%.',
  'channel-check.ask-teacher': 'Ask what was taught just before the work.',
  'channel-check.compare-answers': 'Compare the answers themselves, not only the scores.',
  'channel-check.who-marked': 'Find out who marked, and by which criteria.',
  'channel-check.how-blanks': 'Find out how the school records tasks left blank.',
  'channel-check.other-subjects': 'Look at the same class in other subjects.',
  'channel-check.journal': 'Look at the journal for the same period.',
  'channel-check.class-lists': 'Compare the lists of the class in both years.',
  'channel-check.next-year': 'Look at the work of the same class next year.',
  'channel-check.exam-next': 'Compare with the examination of the same pupils once they have sat it.',

  'detection.title': 'Our own signals: degree of oddness',
  'detection.lead':
    'Each school gets one degree over all channels, classes and sets. With {budget, plural, one {# false alarm} other {# false alarms}} per 100 honest schools the list has {flagged, plural, one {# school} other {# schools}}; about {expected, number, ::.0} of them are expected to be false.',
  'detection.interval':
    'False alarms per 100 honest schools may in fact be {lower, number, ::.0} to {upper, number, ::.0} (95%).',
  'detection.measured':
    'Trials on twelve fictional honest regions of 190 schools gave 1.3 false alarms per 100 on average instead of one, from 0 to 2.7 in a single region.',
  'detection.preface':
    'This degree stands apart from the 2019 method and does not enter the index. It says how unusual a result is for an honest school, not why. The school knows the reason.',
  'detection.none': 'With such a budget of false alarms no school stands out.',
  'detection.beside': 'not in the degree',
  'detection.whole': '{set}, the whole school',
  'detection.silent.title': 'What was not computed',
  'detection.silent.lead':
    'A channel is silent where it has no data. That does not mean that all is usual there: it means that it did not look.',
  'detection.silent.why': 'Why not computed',
  'detection.silent.where': 'Where',
  'detection.silent.everywhere': 'in all sets',
  'silence.no-model':
    'not computed: too few tasks that are solved differently, so that ability cannot be measured',
  'silence.no-journal': 'not computed: no marks of the journal',
  'silence.no-scale': 'not computed: no scale of marks',
  'silence.no-blanks': 'not computed: no “X”, so that tasks left out cannot be told from zero points',
  'silence.no-cohort': 'not computed: no work of the same cohort in a neighbouring year',
  'silence.no-examination': 'not computed: no OGE or EGE results in this subject',
  'silence.nothing-shared': 'silent: no tasks were solved unexpectedly well in several schools at once',
  'silence.few-groups':
    'not computed: too few classes that the channel can speak of to know their ordinary spread',
  'silence.no-dates': 'early and late works were not compared: no date of upload',
  'detection.figure.scores': 'Scores of the class and the region',
  'detection.figure.scores-description':
    'Bars: the class (n = {n, number}); grey: the region; shares of works by score.{scale, select, yes { Dashed: boundaries of marks.} other {}}',
  'detection.figure.tasks': 'Tasks from easy to hard: class less region',
  'detection.figure.tasks-description':
    'Difference of the shares of points and its 95% interval for a class of this size, n = {n, number}. Zero: as in the region. The channel compares with pupils of equal ability, so that not the height tells but the unevenness.',
  'detection.figure.strip': 'Deviation of this class and the others',
  'detection.figure.strip-school': 'Deviation of this school and the others',
  'detection.figure.strip-description':
    'Diamond: n = {n, number}; ticks: the other classes of the set. Band: the ordinary spread, 95% of honest classes are in it.',
  'detection.figure.strip-x': 'deviation, in ordinary spreads',
  'detection.too-few':
    'There are too few schools to know the ordinary spread: the degree is by the model and understates false alarms.',
  'detection.school': 'School',
  'detection.municipality': 'Municipality',
  'detection.degree': 'Degree (z)',
  'detection.fdr': 'Probability of a false signal',
  'detection.channel': 'Main channel',
  'detection.channel-of-reading': 'Channel',
  'detection.deviation': 'Deviation',
  'detection.more-readings': '{count, plural, one {# more deviation} other {# more deviations}}, smaller',
  'detection.where': 'Where',
  'detection.n': 'Works',
  'detection.class-known': '{set}, “{class}”',
  'detection.whole-school': '{set}, class unknown',
  'detection.innocent': 'Innocent causes',
  'detection.check': 'What to check',
  'detection.blind': 'What the channel does not see',
}

export default texts
