import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'progress.power': 'Measuring power: {detail}',
  'power.runs': '{done} of {all, plural, one {# run} other {# runs}}',

  'power.title': 'What would be noticed: {region}',
  'power.lead':
    'Known changes are made to the region’s own data, and the check is run anew. Shown is the share of the changed schools that it would flag at {budget, plural, one {# false alarm} other {# false alarms}} per 100 other schools.',
  'power.basis':
    'Basis: {works, plural, one {# work} other {# works}}, {schools, plural, one {# school} other {# schools}}, {sets, plural, one {# set} other {# sets}}. Each time {share, number, ::percent} of the classes, drawn at random, are changed; {seeds} such draws.',
  'power.few':
    'Few schools: {schools}. At {budget, plural, one {# false alarm} other {# false alarms}} per 100 schools not one is allowed here, and the shares are too low. For one to be allowed it takes {least, plural, one {# school} other {# schools}} or a larger --budget.',
  'power.how.title': 'How to read this',
  'power.how.planted':
    'The changes are made to a copy of the data in memory. The data and their report stay as they were, and no school is named here.',
  'power.how.bound':
    'This is a lower bound where the region is odd itself: schools that stand out without any change take a part of the false alarms allowed.',
  'power.how.before':
    '“Before” is the share of the same schools that would be flagged by their own data, without the changes. What the check adds is what exceeds it.',
  'power.how.official':
    'The official method of 2019 is put under the same conditions: schools are ordered by the margin by which their mean leaves the region’s limits, and cut at the same share of false alarms.',
  'power.how.interval':
    'In brackets is the 95 % interval: schools are drawn again with replacement. With few schools it is wide, and it is the intervals that should be compared.',
  'power.summary.title': 'By kind of change',
  'power.channels.title': 'Each channel alone',
  'power.channels.lead':
    'Share of the schools that one channel would flag at the same number of false alarms. The channel meant for a kind of change was named beforehand and is set in bold.',
  'power.column.kind': 'What was changed',
  'power.column.classes': 'Classes',
  'power.column.schools': 'Schools',
  'power.column.combined': 'All channels together',
  'power.column.meant': 'Channel meant for it',
  'power.column.official': 'Method of 2019',
  'power.column.before': 'Before',
  'power.column.channel': 'Channel',
  'power.share': '{power} [{lower}; {upper}]',
  'power.meant': '{channel}: {share}',
  'power.outputs': 'The page, and the same figures for programs:',

  'power.kind.dictate': 'answers given to the whole class',
  'power.kind.lift': 'works raised to the boundary',
  'power.kind.leak': 'half the class knew six tasks beforehand',
  'power.kind.lenient': 'open answers marked one point more leniently',
  'power.kind.copy': 'a third of the class copied from the best',
  'power.kind.fill': 'blank tasks filled in',

  'problem.power-no-tasks': 'No set has scores of single tasks, so there is nothing to measure.',
  'problem.power-no-tasks.advice': 'name protocols with the scores of every task.',
}

export default texts
