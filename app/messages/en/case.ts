import type { Catalogue } from '../format.ts'

/** Material about one school, by codes of participants (`screen --case`). */
const texts: Catalogue = {
  'output.sheet.case-about': 'About',
  'output.sheet.case-pupils': 'Pupils',
  'output.sheet.case-pairs': 'Similar pairs',
  'output.column.code': 'Participant',
  'output.column.total': 'Score',
  'output.column.journal': 'Journal mark',
  'output.column.ability': 'Ability (θ)',
  'output.column.guttman': 'Order errors (normed G)',
  'output.column.guttman-share': 'Share of such works of the region with this score (G)',
  'output.column.u3': 'U3',
  'output.column.u3-share': 'Share of such works of the region with this score (U3)',
  'output.column.lz': 'lz*, corrected',
  'output.column.lz-p': 'p (lz*)',
  'output.column.first': 'First participant',
  'output.column.second': 'Second participant',
  'output.column.common-tasks': 'Common tasks',
  'output.column.matches': 'Equal points',
  'output.column.expected': 'Expected',
  'output.column.omega': 'Omega',
  'output.column.gbt': 'p (GBT)',
  'output.column.m4': 'p (M4)',
  'output.column.pairs-compared': 'Pairs in the class',
  'output.column.by-chance': 'Such pairs by chance',

  'case.fact.school': 'School',
  'case.fact.by': 'Asked by',
  'case.fact.when': 'When (UTC)',
  'case.fact.data': 'Checksum of the data (SHA-256)',
  'case.fact.material': 'What this is',
  'case.fact.private': 'Who may see it',
  'case.fact.guttman': 'Order errors (normed G)',
  'case.fact.u3': 'U3',
  'case.fact.lz': 'lz*, corrected',
  'case.fact.share': 'Share of such works of the region',
  'case.fact.pairs': 'Similar pairs',
  'case.fact.chance': 'Such pairs by chance',
  'case.fact.unmeasured': 'Not measured: no tasks or no model',
  'case.how.material':
    'Material for a talk about the school, not a sign: nobody is marked here. In real data, figures of single works hardly tell those who copied from the rest; re-marking the works themselves decides.',
  'case.how.private':
    'The school itself and the region’s analyst only. Pupils are codes; results of single participants are not discussed in public and lead to no measures against pupils.',
  'case.how.guttman':
    'How often the hard is solved and the easy is not, of what is possible with this score: 0 perfect order, 1 reversed. Empty where all or nothing is solved.',
  'case.how.u3': 'The same, allowing for how much harder one task is than another: 0 to 1.',
  'case.how.lz':
    'How likely the answers are for a pupil of this ability, corrected for the ability being estimated from the same work and for skewness. Far below zero: unusual answers; p is how often lower values occur.',
  'case.how.share':
    'Which share of the region’s works with the same score has this value or a larger one. Empty where there are fewer than 20 such works.',
  'case.how.pairs':
    'Pairs of one class whose points agree far more often than the ability of the two explains (omega from 3.09). A common teacher makes works alike too.',
  'case.how.chance':
    'How many pairs of the class would pass the cut if pupils worked independently (one in a thousand). Honest classes have somewhat more.',
  'case.written':
    'material about school {school}: codes of participants, for the school and the region’s analyst only',
  'problem.case-school-unknown': 'School “{school}” is not among the results read.',
  'problem.case-school-unknown.advice':
    'Name the login as the protocols spell it, or its six digits: --case 990001.',
  'problem.case-no-tasks':
    'School {school} has no works with scores of tasks: there is nothing to show of pupils.',
  'problem.case-no-tasks.advice': 'Name protocols that hold the score of every task.',
}

export default texts
